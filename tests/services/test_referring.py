"""What refers to a record, in words that tell nothing of what is kept in confidence (C7)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.records import AgendaTemplate, Form, Line, Need, Person, TeamDebrief, Theme
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import ItemKind
from capture_app.services import keeping, workspaces
from capture_app.services.referring import referred
from capture_app.services.workspaces import Workspace

PERSON = Person(id=person_code(), display="A. Reader")
THEME = Theme(id=new_id(), code="S1")
EDITION = AgendaTemplate(id=new_id(), title="Half a day")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A lead's workspace with a person, a theme and an agenda template."""
    made = workspaces.new_workspace(tmp_path / "lead.capture", None).workspace
    for record in (PERSON, THEME, EDITION):
        keeping.keep(made, record)
    yield made
    made.close()


def test_a_need_is_counted_and_not_told_of(workspace: Workspace) -> None:
    assert referred(workspace, Person, PERSON.id).by == ""
    keeping.keep(workspace, Need(id=new_id(), person=PERSON.id, need="A quiet room"))
    keeping.keep(workspace, Line(id=new_id(), who=PERSON.id, text="Nobody asked us."))
    found = referred(workspace, Person, PERSON.id)
    assert (found.name, found.by) == ("A. Reader", "1 line and 1 other entry")


def test_the_question_of_a_form_and_a_debrief_count_too(workspace: Workspace) -> None:
    item = Item(kind=ItemKind.LINES, prompt="What helps?", order="n", theme=THEME.id)
    keeping.keep(workspace, Form(id=new_id(), items={new_id(): item}))
    keeping.keep(workspace, TeamDebrief(id=new_id(), agenda=EDITION.id))
    assert referred(workspace, Theme, THEME.id).by == "1 form"
    assert referred(workspace, AgendaTemplate, EDITION.id).by == "1 debrief"
