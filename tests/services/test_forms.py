"""A form that others have stays as it is: what is filled in is never disturbed, and a new edition says why (D1, F3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id
from capture_app.domain.records import DataProtection, Form, Group, Line, Session, Sheet
from capture_app.domain.values import DateGiven, Item, Option
from capture_app.domain.vocabulary import FormPurpose, ItemKind, Role, Scale
from capture_app.services import editions, forms, history, keeping, questioning, sessions, workspaces
from capture_app.services.packing import ForWhom, make_pack
from capture_app.services.trying import begin_trial, end_trial
from capture_app.services.workspaces import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = workspaces.new_workspace(tmp_path / "lead.capture", None).workspace
    workspaces.plan_consultation(made, "Riverside standard")
    keeping.keep(
        made,
        DataProtection(
            id=new_id(),
            controller="Vale Trust",
            contact="Ines R.",
            basis="consent",
            condition="consent",
            retention=DateGiven(given="2030"),
            in_danger="Ines R., 0800 000",
        ),
    )
    yield made
    made.close()


@pytest.fixture
def session(workspace: Workspace) -> Session:
    made = Session(id=new_id(), label="Riverside 1")
    keeping.keep(workspace, made)
    for label in ("Group 1", "Group 2"):
        keeping.keep(workspace, Group(id=new_id(), session=made.id, label=label, order=label))
    return made


@pytest.fixture
def form(workspace: Workspace) -> Form:
    items = {"helps": Item(kind=ItemKind.LINES, prompt="What helps?", order="a")}
    made = Form(id=new_id(), purpose=FormPurpose.WORKSHEET, title="Riverside worksheet", items=items)
    keeping.keep(workspace, made)
    return made


def _sheets(workspace: Workspace) -> list[Sheet]:
    return [one.record for one in keeping.entries(workspace, Sheet)]


def _write_on(workspace: Workspace, sheet: Sheet) -> None:
    line = Line(id=new_id(), session=sheet.session, sheet=sheet.id, item="helps", text="Somebody who listens")
    keeping.keep(workspace, line)


def _reworded(form: Form) -> Form:
    return replace(form, items={"helps": replace(form.items["helps"], prompt="What helps most?")})


def test_a_worksheet_is_changed_freely_until_somebody_writes_on_it(
    workspace: Workspace, session: Session, form: Form
) -> None:
    sessions.give_each_group(workspace, session.id, form.id)
    keeping.keep(workspace, _reworded(form))
    _write_on(workspace, _sheets(workspace)[0])
    before = keeping.entry(workspace, Form, form.id)
    assert before is not None
    said = re.escape("1 group has written on it. So it stays as it is.")
    with pytest.raises(NotPossible, match=said):
        keeping.keep(workspace, form)
    with pytest.raises(NotPossible, match=said):
        keeping.take_away(workspace, Form, form.id)
    first = history.history(workspace, "Form", form.id)[-1]
    with pytest.raises(NotPossible, match=said):
        history.bring_back_version(workspace, "Form", form.id, first.id)
    assert keeping.entry(workspace, Form, form.id) == before
    assert forms.use_of(workspace, form.id).fixed


def test_a_change_is_not_undone_once_somebody_has_written(
    workspace: Workspace, session: Session, form: Form
) -> None:
    sessions.give_each_group(workspace, session.id, form.id)
    step = keeping.keep(workspace, _reworded(form)).value
    _write_on(workspace, _sheets(workspace)[0])
    with pytest.raises(NotPossible, match="stays as it is"):
        keeping.undo(workspace, step)


def test_what_went_out_in_a_pack_stays_but_only_for_the_session_it_went_to(
    workspace: Workspace, session: Session, form: Form, tmp_path: Path
) -> None:
    other = Form(id=new_id(), purpose=FormPurpose.WORKSHEET, title="Next time", items=form.items)
    keeping.keep(workspace, other)
    later = Session(id=new_id(), label="Riverside 2")
    keeping.keep(workspace, later)
    keeping.keep(workspace, Group(id=new_id(), session=later.id, label="Group 1"))
    sessions.give_each_group(workspace, session.id, form.id)
    sessions.give_each_group(workspace, later.id, other.id)
    make_pack(workspace, ForWhom("Laptop A", "", Role.SCRIBE, session.id), tmp_path / "a.wsbundle", None)
    with pytest.raises(NotPossible, match="went out to laptops"):
        keeping.keep(workspace, _reworded(form))
    keeping.keep(workspace, _reworded(other))


def test_a_questionnaire_stays_from_its_first_answer_on(workspace: Workspace, session: Session) -> None:
    yes = Item(
        kind=ItemKind.CHOICE, prompt="Were you heard?", order="a", options=(Option(id="y", label="Yes"),)
    )
    asked = Form(id=new_id(), purpose=FormPurpose.QUESTIONNAIRE, title="Before you go", items={"heard": yes})
    keeping.keep(workspace, asked)
    keeping.keep(workspace, replace(asked, title="Before you leave"))
    questioning.open_box(workspace, session.id, asked.id, 14)
    with pytest.raises(NotPossible, match="answered it, or are answering it"):
        keeping.keep(workspace, asked)


def test_a_new_edition_keeps_the_questions_and_says_why(workspace: Workspace, form: Form) -> None:
    with pytest.raises(NotPossible, match="Say why"):
        editions.new_edition(workspace, Form, form.id, " ")
    second = editions.new_edition(workspace, Form, form.id, "Nobody understood the second question.").value
    third = editions.new_edition(workspace, Form, form.id, "Too long.").value
    found = {one.record.id: one.record for one in keeping.entries(workspace, Form)}
    assert [found[one].edition for one in (form.id, second, third)] == [1, 2, 3]
    assert found[second].items == form.items
    assert {editions.family_of(one) for one in found.values()} == {form.id}
    assert forms.form_words(found[third]) == "Riverside worksheet, edition 3"


def test_a_new_edition_takes_the_place_of_a_worksheet_nobody_has_begun(
    workspace: Workspace, session: Session, form: Form
) -> None:
    sessions.give_each_group(workspace, session.id, form.id)
    begun, empty = _sheets(workspace)
    _write_on(workspace, begun)
    second = editions.new_edition(workspace, Form, form.id, "Too long.").value
    given = sessions.give_each_group(workspace, session.id, second).value
    assert (given.given, given.kept) == (1, 1)
    assert {(one.group, one.form) for one in _sheets(workspace)} == {
        (begun.group, form.id),
        (empty.group, second),
    }


def test_a_worksheet_on_a_laptop_is_not_taken_away_for_a_new_edition(
    workspace: Workspace, session: Session, form: Form, tmp_path: Path
) -> None:
    sessions.give_each_group(workspace, session.id, form.id)
    make_pack(workspace, ForWhom("Laptop A", "", Role.SCRIBE, session.id), tmp_path / "a.wsbundle", None)
    second = editions.new_edition(workspace, Form, form.id, "Too long.").value
    given = sessions.give_each_group(workspace, session.id, second).value
    assert (given.given, given.kept) == (0, 2)
    assert {one.form for one in _sheets(workspace)} == {form.id}


def test_options_keep_their_ids_when_they_are_moved_or_reworded() -> None:
    known = (Option(id="d", label="Dignity"), Option(id="i", label="Independence"))
    moved = forms.options_of(["Independence", "Dignity"], known)
    assert [one.id for one in moved] == ["i", "d"]
    reworded = forms.options_of(["Dignity for all", "Independence"], known)
    assert [one.id for one in reworded] == ["d", "i"]
    more = forms.options_of(["Dignity", "Trust", "Independence"], known)
    assert [more[0].id, more[2].id] == ["d", "i"]
    assert more[1].id not in ("d", "i")
    twice = forms.options_of(["Dignity", "Independence", "Dignity"], more)
    assert len({one.id for one in twice}) == 3
    back = forms.options_of(["Dignity", "Independence", "Trust"], twice)
    assert [one.id for one in back] == [one.id for one in twice]


def test_a_form_is_tried_in_a_workspace_of_which_nothing_is_left(workspace: Workspace, form: Form) -> None:
    reviewed = replace(form.items["helps"], scale=Scale.REVIEW, options=(Option(id="d", label="Dignity"),))
    keeping.keep(workspace, replace(form, items={"helps": reviewed}))
    before = keeping.entries(workspace, Sheet)
    trial = begin_trial(workspace, form.id)
    folder = trial.folder
    (sheet,) = keeping.entries(trial.workspace, Sheet)
    assert sheet.record.id == trial.sheet
    _write_on(trial.workspace, sheet.record)
    assert not any(b"Somebody who listens" in one.read_bytes() for one in folder.iterdir())
    end_trial(trial)
    assert not folder.exists()
    assert keeping.entries(workspace, Sheet) == before
