"""Whole sessions: listed as they were held, their groups given worksheets, the starter forms added once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.ids import new_id
from capture_app.domain.records import DataProtection, Form, Group, Line, Session, Sheet
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import About, FormPurpose, ItemKind
from capture_app.services import keeping, sessions, starters, workspaces
from capture_app.services.card import still_to_say
from capture_app.services.entering import sessions as session_rows
from capture_app.services.workspaces import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = workspaces.new_workspace(tmp_path / "lead.capture", None).workspace
    workspaces.plan_consultation(made, "Riverside standard")
    yield made
    made.close()


def _session(workspace: Workspace, label: str, edtf: str = "") -> Session:
    made = Session(id=new_id(), label=label, date=DateGiven(given=edtf, edtf=edtf))
    keeping.keep(workspace, made)
    return made


def _group(workspace: Workspace, session: Session, label: str) -> Group:
    made = Group(id=new_id(), session=session.id, label=label)
    keeping.keep(workspace, made)
    return made


def _sheets(workspace: Workspace) -> list[Sheet]:
    return [one.record for one in keeping.entries(workspace, Sheet)]


def test_sessions_stand_as_they_were_held_and_each_counts_only_its_own(workspace: Workspace) -> None:
    late, early = _session(workspace, "A", "2024-05-16"), _session(workspace, "B", "2023-01-02")
    _session(workspace, "C")
    _group(workspace, late, "Group 1")
    for session, count in ((late, 3), (early, 1)):
        for number in range(count):
            keeping.keep(workspace, Line(id=new_id(), session=session.id, text=f"Point {number}"))
    rows = session_rows(workspace)
    assert [(row.session.label, row.lines, len(row.groups), row.packs) for row in rows] == [
        ("B", 1, 0, 0),
        ("A", 3, 1, 0),
        ("C", 0, 0, 0),
    ]


def test_the_card_is_complete_only_when_everything_needed_is_said(workspace: Workspace) -> None:
    assert still_to_say(workspace)
    card = DataProtection(
        id=new_id(),
        controller="Vale Trust",
        contact="Ines R.",
        basis="consent",
        condition="consent",
        retention=DateGiven(given="2030"),
    )
    keeping.keep(workspace, card)
    assert still_to_say(workspace)
    keeping.keep(workspace, replace(card, in_danger="Ines R., 0800 000"))
    assert not still_to_say(workspace)


def test_each_group_is_given_a_worksheet_once(workspace: Workspace) -> None:
    session = _session(workspace, "Riverside 1")
    first = _group(workspace, session, "Group 1")
    starters.add_starters(workspace)
    (form,) = sessions.worksheets(workspace, session.id).forms
    assert sessions.give_each_group(workspace, session.id, form.id).value.given == 1
    second = _group(workspace, session, "Group 2")
    assert sessions.give_each_group(workspace, session.id, form.id).value.given == 1
    assert sessions.give_each_group(workspace, session.id, form.id).value.given == 0
    assert {(one.group, one.session, one.form) for one in _sheets(workspace)} == {
        (first.id, session.id, form.id),
        (second.id, session.id, form.id),
    }
    told = sessions.worksheets(workspace, session.id).sheets
    assert [(one.group, one.form) for one in told] == [
        ("Group 1", "Starter worksheet"),
        ("Group 2", "Starter worksheet"),
    ]


def test_a_worksheet_taken_away_can_be_given_again(workspace: Workspace) -> None:
    session = _session(workspace, "Riverside 1")
    _group(workspace, session, "Group 1")
    starters.add_starters(workspace)
    (form,) = sessions.worksheets(workspace, session.id).forms
    sessions.give_each_group(workspace, session.id, form.id)
    keeping.take_away(workspace, Sheet, _sheets(workspace)[0].id)
    assert sessions.give_each_group(workspace, session.id, form.id).value.given == 1
    assert len(_sheets(workspace)) == 1


def test_the_forms_to_begin_with_are_added_once_and_a_reworded_one_stays(workspace: Workspace) -> None:
    assert starters.add_starters(workspace).value == 2
    forms = {one.record.purpose: one.record for one in keeping.entries(workspace, Form)}
    keeping.keep(workspace, replace(forms[FormPurpose.WORKSHEET], title="Our worksheet"))
    assert starters.add_starters(workspace).value == 0
    keeping.take_away(workspace, Form, forms[FormPurpose.QUESTIONNAIRE].id)
    assert starters.add_starters(workspace).value == 1
    assert {one.record.title for one in keeping.entries(workspace, Form)} == {
        "Our worksheet",
        "Starter questionnaire",
    }


def test_the_questionnaire_to_begin_with_asks_ten_things_about_the_topic_and_the_day() -> None:
    worksheet, questionnaire = (form for form in starters.starters() if isinstance(form, Form))
    assert {item.kind for item in worksheet.items.values()} == {ItemKind.LINES}
    assert len(questionnaire.items) == 10
    assert {item.about for item in questionnaire.items.values()} == set(About)
    (last,) = (item for item in questionnaire.items.values() if item.reason)
    assert [option.id for option in last.options] == ["yes", "maybe", "no"]
