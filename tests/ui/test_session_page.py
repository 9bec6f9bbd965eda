"""A facilitator runs a session from one page: now, next, minutes left, and what has to give way (B6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.records import AgendaPart
from capture_app.services import keeping, running
from capture_app.services.closing import read_closing
from capture_app.services.history import history
from capture_app.services.running import Agenda, read_agenda
from capture_app.ui.session.run_pane import RunPane
from capture_app.ui.session.run_words import warning_of
from capture_app.ui.style import Look
from tests.helpers.capture_world import CaptureWorld
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.render import settle

CTRL = Qt.KeyboardModifier.ControlModifier
PLAN = (
    ("Welcome", "09:30", 40),
    ("Groups", "10:10", 60),
    ("Questions", "11:10", 20),
    ("Questionnaire", "11:30", 15),
)


class Clock:
    """The time on the laptop, moved by hand."""

    def __init__(self) -> None:
        self.time = datetime(2024, 5, 16, 9, 30).astimezone()

    def at(self, words: str) -> None:
        """Set it."""
        self.time = self.time.replace(hour=int(words[:2]), minute=int(words[3:]))

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(world: CaptureWorld) -> CaptureWorld:
    """A session of four parts, whose questionnaire keeps its time."""
    for part in agenda(world).parts:
        world.run(partial(keeping.take_away, kind=AgendaPart, record=part.id))
    world.save(
        *(
            AgendaPart(
                id=title,
                session=world.session,
                title=title,
                planned_start=starts,
                planned_minutes=minutes,
                order=f"{place}0",
                kept=title == "Questionnaire",
            )
            for place, (title, starts, minutes) in enumerate(PLAN, start=1)
        )
    )
    return world


@pytest.fixture
def page(world: CaptureWorld, jobs: InlineJobs, look: Look, clock: Clock) -> Iterator[RunPane]:
    page = RunPane(world.workspace, world.session, jobs, look, now=clock)
    page.resize(1200, 700)
    page.show()
    settle(page)
    yield page
    page.hide()
    page.deleteLater()


def agenda(world: CaptureWorld) -> Agenda:
    return world.run(lambda own: read_agenda(own, world.session))


def column(page: RunPane, number: int) -> list[str]:
    rows = page.table.rows
    return [str(rows.data(rows.index(row, number))) for row in range(rows.rowCount())]


def go_on(page: RunPane, clock: Clock, time: str) -> None:
    """The next part begins at this time, by the key."""
    clock.at(time)
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)
    settle(page)


def test_a_session_is_run_with_one_key_and_the_real_times_stand_beside_the_plan(
    page: RunPane, clock: Clock
) -> None:
    assert page.card.go_button.text() == "Begin"
    go_on(page, clock, "09:34")
    go_on(page, clock, "10:12")
    assert column(page, 1) == ["09:34", "10:12", "–", "–"]
    assert column(page, 5) == ["Done", "Now", "Later", "15 min kept"]
    go_on(page, clock, "11:10")
    go_on(page, clock, "11:30")
    assert page.card.go_button.text() == "End the session"
    go_on(page, clock, "11:44")
    assert page.card._title.text() == "The session ended at 11:44"
    assert not page.card.go_button.isVisible()


def test_a_session_that_was_ended_too_soon_goes_on_after_a_restart_and_its_history_knows_it(
    page: RunPane, world: CaptureWorld, clock: Clock, jobs: InlineJobs, look: Look
) -> None:
    for time in ("09:30", "10:10", "11:10", "11:30", "11:31"):
        go_on(page, clock, time)
    again = RunPane(world.workspace, world.session, jobs, look, now=clock)
    again.show()
    settle(again)
    assert again.card._title.text() == "The session ended at 11:31"
    again.card.resume_button.setFocus()
    QTest.keyClick(again.card.resume_button, Qt.Key.Key_Space)
    settle(again)
    assert again.card._title.text() == "Questionnaire"
    assert not again.card.resume_button.isVisible()
    assert QApplication.focusWidget() is again.card.go_button
    run = agenda(world).runs["Questionnaire"]
    assert (run.began[-5:], run.ended) == ("11:30", "")
    told = world.run(lambda own: history(own, "PartRun", run.id))
    assert any("11:31" in str(one) for one in told)
    again.hide()
    again.deleteLater()


def test_what_runs_over_takes_nothing_from_the_questionnaire(
    page: RunPane, world: CaptureWorld, clock: Clock
) -> None:
    go_on(page, clock, "09:30")
    go_on(page, clock, "10:18")
    assert page.cut.isVisible()
    assert page.cut.accessibleName() == "8 minutes have to be cut"
    assert page.cut.accessibleDescription() == "“Questionnaire” begins at 11:30 and keeps its 15 minutes."
    QTest.mouseClick(page.cut_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert not page.cut.isVisible()
    assert agenda(world).runs["Questions"].minutes == 12
    assert agenda(world).parts[2].planned_minutes == 20
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    settle(page)
    assert page.cut.isVisible()


def test_where_no_part_can_give_enough_the_next_is_left_out_and_never_ran(
    page: RunPane, world: CaptureWorld, clock: Clock
) -> None:
    for time in ("09:30", "10:10"):
        go_on(page, clock, time)
    clock.at("11:30")
    page.show_time()
    assert "or leave out the next" in page.cut.accessibleDescription()
    page.card.leave_out_button.setFocus()
    QTest.keyClick(page.card.leave_out_button, Qt.Key.Key_Space)
    settle(page)
    assert column(page, 5) == ["Done", "Now", "Left out", "15 min kept"]
    assert not page.cut.isVisible()
    assert not page.card.leave_out_button.isVisible()
    assert QApplication.focusWidget() is page.card.go_button
    go_on(page, clock, "11:30")
    assert page.card._title.text() == "Questionnaire"
    told = [one.words for one in world.run(lambda own: read_closing(own, world.session, clock())).undecided]
    assert "1 part of the agenda never ran: Questions." in told
    for _step in range(2):
        QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    settle(page)
    assert column(page, 5) == ["Done", "Now", "Later", "15 min kept"]


def test_shortly_before_the_end_of_a_part_it_is_said(page: RunPane, clock: Clock) -> None:
    go_on(page, clock, "09:30")
    said = []
    for time in ("09:50", "09:56", "10:06", "10:11"):
        clock.at(time)
        page.show_time()
        sheet = page._sheet()
        assert sheet is not None
        said.append(warning_of(sheet))
    assert said == ["", "Last 15 minutes", "Last 5 minutes", "Over its time"]
    assert page.card._warning.isVisible()


def test_a_part_of_no_minutes_shows_its_own_time_and_not_that_of_the_part_before(
    page: RunPane, world: CaptureWorld, clock: Clock
) -> None:
    part = next(one for one in agenda(world).parts if one.id == "Welcome")
    world.save(replace(part, planned_minutes=0))
    page._read()
    settle(page)
    go_on(page, clock, "09:30")
    assert page.card._left.accessibleName() == "0 min of 0"
    assert page.card._bar.maximum() == page.card._bar.value() == 1
    assert not page.card._warning.isVisible()
    clock.at("09:33")
    page.show_time()
    assert page.card._left.accessibleName() == "3 min over of 0"


def test_a_clock_set_back_does_no_harm(page: RunPane, clock: Clock) -> None:
    go_on(page, clock, "10:10")
    clock.time -= timedelta(hours=2)
    page.show_time()
    assert column(page, 5)[0] == "Now"
    go_on(page, clock, "08:20")
    assert column(page, 5)[:2] == ["Done", "Now"]


def test_what_could_not_be_kept_is_said_and_done_again(
    page: RunPane, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> None:
        raise StorageTrouble("The disk is full, so it was not kept. Free some space and try again.")

    monkeypatch.setattr(running, "begin", full)
    go_on(page, clock, "09:30")
    assert page.trouble.isVisible()
    assert column(page, 1) == ["–"] * 4
    monkeypatch.undo()
    go_on(page, clock, "09:31")
    assert not page.trouble.isVisible()
    assert column(page, 1)[0] == "09:31"
