"""Templates are copied, never shared: a session keeps its agenda whatever becomes of the template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id
from capture_app.domain.ordering import spread
from capture_app.domain.records import AgendaPart, AgendaTemplate, Session
from capture_app.domain.values import PlannedPart
from capture_app.domain.vocabulary import Rule
from capture_app.services import agendas, editions, keeping, workspaces
from capture_app.services.workspaces import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = workspaces.new_workspace(tmp_path / "lead.capture", None).workspace
    workspaces.plan_consultation(made, "Riverside standard")
    yield made
    made.close()


@pytest.fixture
def template(workspace: Workspace) -> AgendaTemplate:
    told = (("Welcome", 10, Rule.OPEN), ("Groups", 50, Rule.CHATHAM_HOUSE), ("Close", None, Rule.OPEN))
    parts = {
        title: PlannedPart(title=title, minutes=minutes, owner="Ines R.", rule=rule, order=order)
        for (title, minutes, rule), order in zip(told, spread(3), strict=True)
    }
    made = AgendaTemplate(id=new_id(), title="Half a day", parts=parts)
    keeping.keep(workspace, made)
    return made


def _session(workspace: Workspace, starts: str) -> Session:
    made = Session(id=new_id(), label="Riverside 1", starts=starts)
    keeping.keep(workspace, made)
    return made


def _parts(workspace: Workspace, session: Session) -> list[AgendaPart]:
    return [one.record for one in keeping.entries(workspace, AgendaPart, session=session.id)]


def test_using_a_template_copies_its_parts_with_the_times_that_follow(
    workspace: Workspace, template: AgendaTemplate
) -> None:
    session = _session(workspace, "09:30")
    assert agendas.use_template(workspace, session.id, template.id).value == 3
    told = [
        (one.title, one.planned_start, one.planned_minutes, one.rule) for one in _parts(workspace, session)
    ]
    assert told == [
        ("Welcome", "09:30", 10, Rule.OPEN),
        ("Groups", "09:40", 50, Rule.CHATHAM_HOUSE),
        ("Close", "10:30", None, Rule.OPEN),
    ]
    (held,) = keeping.entries(workspace, Session)
    assert held.record.agenda == template.id


def test_no_time_is_made_up_where_nobody_said_when_it_starts(
    workspace: Workspace, template: AgendaTemplate
) -> None:
    session = _session(workspace, "")
    agendas.use_template(workspace, session.id, template.id)
    assert [one.planned_start for one in _parts(workspace, session)] == ["", "", ""]


def test_a_session_with_an_agenda_keeps_it(workspace: Workspace, template: AgendaTemplate) -> None:
    session = _session(workspace, "09:30")
    agendas.use_template(workspace, session.id, template.id)
    with pytest.raises(NotPossible, match="has an agenda already"):
        agendas.use_template(workspace, session.id, template.id)
    assert len(_parts(workspace, session)) == 3


def test_a_new_edition_says_why_and_disturbs_no_session_made_from_the_one_before(
    workspace: Workspace, template: AgendaTemplate
) -> None:
    session = _session(workspace, "09:30")
    agendas.use_template(workspace, session.id, template.id)
    before = _parts(workspace, session)
    with pytest.raises(NotPossible, match="Say why"):
        editions.new_edition(workspace, AgendaTemplate, template.id, "  ")
    made = editions.new_edition(
        workspace, AgendaTemplate, template.id, "Facilitators asked for more time."
    ).value
    third = editions.new_edition(workspace, AgendaTemplate, template.id, "Again.").value
    found = {one.record.id: one.record for one in keeping.entries(workspace, AgendaTemplate)}
    assert [(found[one].edition, found[one].family) for one in (made, third)] == [
        (2, template.id),
        (3, template.id),
    ]
    assert found[made].parts == template.parts
    with pytest.raises(NotPossible, match=r"1 session was made from it\. So it stays as it is\. Begin a new"):
        keeping.keep(workspace, replace(found[template.id], parts={}))
    keeping.keep(workspace, replace(found[made], parts={}))
    assert _parts(workspace, session) == before
    assert agendas.template_facts(workspace)[template.id] == "edition 1 · used for 1 session"
