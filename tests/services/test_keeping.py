"""Records filled in by hand: kept field by field, taken away, brought back, and every step undone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.ids import new_id
from capture_app.domain.records import Organisation, Session
from capture_app.domain.vocabulary import Mode, Nation
from capture_app.services import keeping, naming, workspaces
from capture_app.services.workspaces import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A lead's empty workspace with a consultation."""
    made = workspaces.new_workspace(tmp_path / "lead.capture", None).workspace
    workspaces.plan_consultation(made, "Riverside standard")
    yield made
    made.close()


def _organisation(workspace: Workspace, name: str) -> Organisation:
    made = Organisation(id=new_id(), name=name)
    keeping.keep(workspace, made)
    return made


def test_what_is_kept_is_there_to_edit_again(workspace: Workspace) -> None:
    made = _organisation(workspace, "Vale Police")
    (found,) = keeping.entries(workspace, Organisation)
    assert found.record == made
    keeping.keep(workspace, replace(made, nation=Nation.WALES), found.seen)
    again = keeping.entry(workspace, Organisation, made.id)
    assert again is not None
    assert again.record.nation is Nation.WALES


def test_undoing_takes_back_only_what_the_step_changed(workspace: Workspace) -> None:
    made = _organisation(workspace, "Vale Police")
    renamed = keeping.keep(workspace, replace(made, name="Vale Constabulary")).value
    current = replace(made, name="Vale Constabulary")
    keeping.keep(workspace, replace(current, category="Police"))
    again = keeping.undo(workspace, renamed).value
    (found,) = keeping.entries(workspace, Organisation)
    assert (found.record.name, found.record.category) == ("Vale Police", "Police")
    keeping.undo(workspace, again)
    (found,) = keeping.entries(workspace, Organisation)
    assert found.record.name == "Vale Constabulary"


def test_undoing_an_addition_takes_it_away_and_undoing_that_brings_it_back(workspace: Workspace) -> None:
    made = keeping.keep(workspace, Session(id=new_id(), label="Session 1", mode=Mode.HYBRID)).value
    undone = keeping.undo(workspace, made).value
    assert keeping.entries(workspace, Session) == ()
    keeping.undo(workspace, undone)
    (found,) = keeping.entries(workspace, Session)
    assert found.record.mode is Mode.HYBRID


def test_what_was_taken_away_is_listed_no_more_and_can_be_brought_back(workspace: Workspace) -> None:
    made = _organisation(workspace, "Vale Police")
    keeping.take_away(workspace, Organisation, made.id)
    assert keeping.entries(workspace, Organisation) == ()
    keeping.bring_back(workspace, Organisation, made.id)
    assert [one.record for one in keeping.entries(workspace, Organisation)] == [made]


def test_a_choice_without_a_name_has_the_word_for_its_kind(
    workspace: Workspace,
) -> None:
    for name in ("Vale Police", "abbey trust", ""):
        _organisation(workspace, name)
    words = [words for _, words in naming.choices(workspace, Organisation)]
    assert words == ["abbey trust", "Organisation", "Vale Police"]
