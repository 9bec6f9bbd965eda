"""Closing a session in the window: what is undecided stands there, a reason is asked for, and it opens again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.records import (
    AgendaPart,
    CareItem,
    CareLeftOpen,
    Device,
    Dispatch,
    Group,
    Need,
    PartRun,
    Person,
    Session,
    SessionClosing,
)
from capture_app.domain.vocabulary_care import CareState, LeftOpen
from capture_app.services import closing, keeping
from capture_app.services.closing import Closing
from capture_app.services.entering import Entered
from capture_app.services.workspaces import Workspace
from capture_app.ui.session.closing_part import ClosingPart
from capture_app.ui.session_page import CLOSE, SessionPage
from capture_app.ui.sessions.session_pane import SessionPane
from capture_app.ui.sessions.session_register import AGENDA
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.style import Look
from tests.helpers.capture_world import CaptureWorld
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.render import settle
from tests.ui.test_sessions_page import entered, kept, page, put, session

__all__ = ["entered", "page"]

AT = datetime(2024, 5, 16, 16, 10).astimezone()


@pytest.fixture
def laptop(world: CaptureWorld, jobs: InlineJobs, look: Look) -> Iterator[SessionPage]:
    """The page of a session on a facilitator's laptop, where it is closed."""
    page = SessionPage(world.workspace, world.session, jobs, look, now=lambda: AT)
    page.resize(1150, 680)
    page.show()
    page.show_part(CLOSE)
    page.focus_first()
    settle(page)
    yield page
    page.hide()
    page.deleteLater()


def said(part: QWidget) -> list[str]:
    return [one.accessibleName() or one.text() for one in part.findChildren(QLabel) if one.isVisible()]


def closings(world: CaptureWorld) -> list[tuple[str, str]]:
    found = world.run(partial(keeping.entries, kind=SessionClosing))
    return [(one.record.closed_at, one.record.reason) for one in found]


def press(page: QWidget, part: ClosingPart) -> None:
    QTest.mouseClick(part.close_button, Qt.MouseButton.LeftButton)
    settle(page)


def test_a_session_with_something_undecided_is_closed_only_with_a_reason_and_opened_again(
    laptop: SessionPage, world: CaptureWorld
) -> None:
    part = laptop.closing.part
    assert any("parts of the agenda never ran" in words for words in said(part))
    assert QApplication.focusWidget() is part.reason
    press(laptop, part)
    assert "Say in a sentence why you close the session all the same." in said(part)
    assert closings(world) == []
    QTest.keyClicks(part.reason, "The times were kept on the other laptop")
    part.close_button.setFocus()
    press(laptop, part)
    assert closings(world) == [("2024-05-16T16:10", "The times were kept on the other laptop")]
    assert part.state.accessibleDescription() == "The times were kept on the other laptop"
    assert not part.close_button.isVisible()
    assert QApplication.focusWidget() is part.open_button
    QTest.mouseClick(part.open_button, Qt.MouseButton.LeftButton)
    settle(laptop)
    assert closings(world) == [("", "")]
    assert part.close_button.isVisible()


def test_out_of_sight_nothing_is_read_and_what_changed_stands_there_on_coming_back(
    laptop: SessionPage, world: CaptureWorld, jobs: InlineJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, found = laptop.closing.part, closing.read_closing
    looked: list[str] = []

    def read(workspace: Workspace, session: str, at: datetime) -> Closing:
        looked.append(session)
        return found(workspace, session, at)

    monkeypatch.setattr(closing, "read_closing", read)
    laptop.show_part("run")
    group = Group(id="late", session=world.session, label="Group 9")
    jobs.write(partial(keeping.keep, world.workspace, group), lambda _done: None, jobs)
    settle(laptop)
    assert looked == []
    laptop.show_part(CLOSE)
    settle(laptop)
    assert looked
    assert "1 group has no worksheet: Group 9." in said(part)


def test_the_end_of_a_session_leads_to_the_debrief_and_to_handing_over(laptop: SessionPage) -> None:
    wanted: list[str] = []
    laptop.page_wanted.connect(wanted.append)
    QTest.mouseClick(laptop.closing.hand_over_button, Qt.MouseButton.LeftButton)
    assert wanted == ["hand_over"]
    assert any("there is no copy outside it" in words for words in said(laptop.closing))
    QTest.mouseClick(laptop.closing.debrief_button, Qt.MouseButton.LeftButton)
    settle(laptop)
    assert laptop.debrief is not None
    assert laptop.debrief.isVisible()


def test_what_the_disk_refused_is_said_and_the_reason_stays(
    laptop: SessionPage, world: CaptureWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> None:
        raise StorageTrouble("The disk is full, so it was not kept. Free some space and try again.")

    told: list[str] = []
    laptop.failed.connect(told.append)
    monkeypatch.setattr(closing, "close_session", full)
    part = laptop.closing.part
    QTest.keyClicks(part.reason, "The day was too short")
    press(laptop, part)
    assert told
    assert part.trouble.isVisible()
    assert part.reason.text() == "The day was too short"
    assert closings(world) == []


def at_the_lead(page: SessionsPage, date: str) -> SessionPane:
    """A session of this date, once it has been read."""
    pane = session(page, Date=date)
    pane.keep_typed()
    settle(page)
    return pane


def test_what_is_undecided_stands_at_the_lead_from_the_day_before_with_care_as_numbers(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = at_the_lead(page, "16 May 2097")
    assert not pane.closing.isVisible()
    (made,) = kept(jobs, entered, Session)
    pane.closing._now = lambda: AT.replace(year=2097, day=14)
    put(jobs, entered, Group(id="g", session=made.id, label="Group 1"))
    settle(page)
    assert not pane.closing.isVisible()
    pane.closing._now = lambda: AT.replace(year=2097, day=15)
    put(jobs, entered, Need(id="n", session=made.id, need="A quiet room"))
    settle(page)
    assert pane.closing.isVisible()
    assert pane.closing.state.accessibleName() == "2 things are undecided."
    assert "1 group has no worksheet: Group 1." not in said(pane.closing)
    QTest.mouseClick(pane.closing.unfold_button, Qt.MouseButton.LeftButton)
    settle(page)
    told = said(pane.closing)
    assert "1 group has no worksheet: Group 1." in told
    assert told.index("In confidence") < told.index("1 need is not decided.")
    assert not any("quiet room" in words for words in told)


def test_what_came_while_the_lead_was_on_another_page_is_counted_on_coming_back(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    today = f"{datetime.now():%Y-%m-%d}"
    pane = at_the_lead(page, today)
    (made,) = kept(jobs, entered, Session)
    put(jobs, entered, *(AgendaPart(id=part, session=made.id, title=part) for part in ("Welcome", "Close")))
    settle(page)
    QTest.mouseClick(pane.closing.unfold_button, Qt.MouseButton.LeftButton)
    assert "2 parts of the agenda never ran: Close, Welcome." in said(pane.closing)
    row = pane.list.model().index(0, 0)
    assert "today, 1 thing undecided" in str(row.data(Qt.ItemDataRole.AccessibleTextRole))
    page.hide()
    run = PartRun(id="r", session=made.id, part="Welcome", device="b", began=f"{today}T09:30")
    put(
        jobs, entered, run, PartRun(id="q", session=made.id, part="Close", device="b", began=f"{today}T10:30")
    )
    page.show()
    settle(page)
    assert pane.closing.state.accessibleName() == "Nothing is undecided."
    assert not any("never ran" in words for words in said(pane.closing))
    assert "undecided" not in str(pane.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_lead_sees_below_the_agenda_when_its_parts_ran_and_by_laptop_where_they_differ(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = at_the_lead(page, "16 May 2023")
    (made,) = kept(jobs, entered, Session)
    pane.form.show_page(AGENDA)
    put(jobs, entered, AgendaPart(id="w", session=made.id, title="Welcome", planned_start="09:30"))
    settle(page)
    assert not pane.times.isVisible()
    for laptop, ended in (("b", "10:10"), ("c", "10:12")):
        put(jobs, entered, Device(id=laptop, session=made.id, label=f"Laptop {laptop.upper()}"))
        run = PartRun(id=laptop, session=made.id, part="w", device=laptop, began="2023-05-16T09:34")
        put(jobs, entered, replace(run, ended=f"2023-05-16T{ended}"))
    settle(page)
    assert pane.times.isVisible()
    (line,) = [words for words in said(pane.times) if "09:34" in words]
    for words in ("Laptop B: 09:34 to 10:10, 36 min; Laptop C: 09:34 to 10:12, 38 min", "(planned: 09:30)"):
        assert words in line


def test_that_somebody_was_sent_another_edition_stands_at_the_session_as_soon_as_it_is_known(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = at_the_lead(page, "16 May 2097")
    (made,) = kept(jobs, entered, Session)
    pane.closing._now = lambda: AT.replace(year=2097, day=15)
    put(jobs, entered, Dispatch(id="first", title="Overview", edition="first draft"))
    put(jobs, entered, Person(id="rowan", display="Rowan K."))
    sent = CareItem(
        id="c", person="rowan", session=made.id, papers=CareState.SENT, paper="first", right_to_stop=True
    )
    put(jobs, entered, sent)
    settle(page)
    QTest.mouseClick(pane.closing.unfold_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert not any("edition" in words for words in said(pane.closing))
    put(jobs, entered, Dispatch(id="second", title="Overview", edition="second draft", session=made.id))
    settle(page)
    told = said(pane.closing)
    words = "1 person was sent a paper or an edition that is not among those sent out for this session."
    assert told.index("In confidence") < told.index(words)
    assert not any("Rowan" in one for one in told)


def test_the_lead_closes_with_a_reason_for_each_and_that_for_care_stays_apart(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = at_the_lead(page, "16 May 2023")
    (made,) = kept(jobs, entered, Session)
    put(jobs, entered, Need(id="n", session=made.id, need="A quiet room"))
    settle(page)
    part = pane.closing
    QTest.mouseClick(part.unfold_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert not part.reason.isVisible()
    press(page, part)
    assert "Choose why it is left open." in said(part)
    part.why.setCurrentIndex(part.why.findData(LeftOpen.LATER.value))
    press(page, part)
    (closed,) = kept(jobs, entered, SessionClosing)
    assert closed.closed_at
    assert closed.reason == ""
    assert [one.why for one in kept(jobs, entered, CareLeftOpen)] == [LeftOpen.LATER]
