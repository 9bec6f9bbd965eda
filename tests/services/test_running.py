"""A session runs: the times are kept on each laptop for itself, and the plan stays as it was (B6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id
from capture_app.domain.records import AgendaPart, PartRun, Session
from capture_app.domain.run_sheet import Stage
from capture_app.services.noting import noting, undo_all
from capture_app.services.running import begin, finish, read_agenda, resume, shorten
from capture_app.services.workspaces import Workspace, new_workspace

DAY = datetime(2024, 5, 16, 9, 30).astimezone()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A session of three parts."""
    made = new_workspace(tmp_path / "lead.capture", None).workspace
    with made.unit_of_work() as work:
        work.records.save(Session(id="s", label="Session 4"))
        for place, title in enumerate(("Welcome", "Groups", "Close")):
            part = AgendaPart(
                id=f"p{place}",
                session="s",
                title=title,
                planned_start=f"{9 + place:02}:30",
                planned_minutes=60,
                order=f"{place + 1}0",
            )
            work.records.save(part)
        work.commit()
    yield made
    made.close()


def stages(workspace: Workspace, after: int) -> list[Stage]:
    sheet = read_agenda(workspace, "s").at(DAY + timedelta(minutes=after))
    return [slot.stage for slot in sheet.slots]


def test_one_part_ends_when_the_next_begins_and_the_last_when_the_session_does(workspace: Workspace) -> None:
    begin(workspace, "s", "p0", DAY)
    begin(workspace, "s", "p1", DAY + timedelta(minutes=66))
    assert stages(workspace, 70) == [Stage.DONE, Stage.NOW, Stage.LATER]
    first = read_agenda(workspace, "s").runs["p0"]
    assert (first.began, first.ended) == ("2024-05-16T09:30", "2024-05-16T10:36")
    begin(workspace, "s", "p2", DAY + timedelta(minutes=120))
    finish(workspace, "s", DAY + timedelta(minutes=150))
    assert stages(workspace, 160) == [Stage.DONE, Stage.DONE, Stage.DONE]


def test_what_was_begun_too_soon_is_undone(workspace: Workspace) -> None:
    begin(workspace, "s", "p0", DAY)
    noted = noting(workspace, lambda: begin(workspace, "s", "p1", DAY + timedelta(minutes=1)))
    undo_all(workspace, noted.steps)
    assert stages(workspace, 2) == [Stage.NOW, Stage.LATER, Stage.LATER]


def test_only_a_session_that_has_ended_goes_on(workspace: Workspace) -> None:
    with pytest.raises(NotPossible, match="has not ended"):
        resume(workspace, "s", DAY)
    begin(workspace, "s", "p2", DAY)
    with pytest.raises(NotPossible, match="has not ended"):
        resume(workspace, "s", DAY)
    finish(workspace, "s", DAY + timedelta(minutes=1))
    resume(workspace, "s", DAY + timedelta(minutes=2))
    assert stages(workspace, 3) == [Stage.LEFT_OUT, Stage.LEFT_OUT, Stage.NOW]


def test_what_the_room_decides_changes_no_plan(workspace: Workspace) -> None:
    shorten(workspace, "s", "p1", 40)
    agenda = read_agenda(workspace, "s")
    assert agenda.at(DAY).slots[1].minutes == 40
    assert agenda.parts[1].planned_minutes == 60


def test_the_times_another_laptop_kept_are_not_taken_for_ones_own(workspace: Workspace) -> None:
    with workspace.unit_of_work() as work:
        other = PartRun(id=new_id(), session="s", part="p1", device="another", began="2024-05-16T10:00")
        work.records.save(other)
        work.commit()
    begin(workspace, "s", "p0", DAY)
    assert stages(workspace, 40) == [Stage.NOW, Stage.LATER, Stage.LATER]


def test_a_part_that_is_not_planned_any_more_cannot_begin(workspace: Workspace) -> None:
    with pytest.raises(NotPossible, match="not on the agenda"):
        begin(workspace, "s", "p9", DAY)
    assert read_agenda(workspace, "s").runs == {}
