"""What the laptops of a session kept of who was here, as the lead sees it: above the lists, in its order (C3)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from capture_app.domain.ids import new_id
from capture_app.domain.records import Attendance, AttendanceMark, Session
from capture_app.domain.vocabulary import Grain, Presence, Side
from capture_app.services.entering import Entered
from capture_app.ui.sessions.session_pane import SessionPane
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.render import settle
from tests.ui.test_sessions_page import entered, kept, page, put, session

__all__ = ["entered", "page"]

MARKS = (
    ("09:31:07", Presence.HERE, Side.ROOM),
    ("10:40:00", None, Side.REMOTE),
    ("11:20:00", Presence.LEFT, None),
)


def told(pane: SessionPane) -> list[str]:
    """What the card says, line by line."""
    return [one.accessibleName() or one.text() for one in pane.kept.findChildren(QLabel) if one.isVisible()]


def test_what_was_kept_while_the_session_ran_stands_above_the_lists_and_changes_none_of_them(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, "people")
    (made,) = kept(jobs, entered, Session)
    listed = [
        Attendance(id=name, session=made.id, grain=Grain.PERSON, listing=name, side=Side.ROOM)
        for name in ("Amara", "Dele")
    ]
    put(jobs, entered, *listed)
    settle(page)
    assert not pane.kept.isVisible()
    for at, state, side in MARKS:
        time = f"2024-05-16T{at}"
        mark = AttendanceMark(id=new_id(), session=made.id, entry="Amara", at=time, state=state, side=side)
        put(jobs, entered, mark)
    settle(page)
    assert pane.kept.isVisible()
    assert told(pane)[2:4] == ["People: 1 came", "On the list, and not marked as here: 1 person."]
    QTest.mouseClick(pane.kept.button, Qt.MouseButton.LeftButton)
    settle(page)
    assert "Amara" in told(pane)[-1]
    assert "09:31 here, room · 10:40 remote · 11:20 left" in told(pane)[-1]
    assert sorted(kept(jobs, entered, Attendance), key=lambda one: one.id) == listed


def test_two_walk_ins_of_the_same_words_are_told_where_they_are_counted(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, "people")
    (made,) = kept(jobs, entered, Session)
    came = Attendance(id="a", session=made.id, grain=Grain.PERSON, listing="Rowan K., Ellas", walk_in=True)
    mark = AttendanceMark(id="m", session=made.id, entry="a", at="2024-05-16T09:31:07", state=Presence.HERE)
    put(jobs, entered, came, mark)
    settle(page)
    assert not pane.kept.same.isVisible()
    put(jobs, entered, replace(came, id="b", listing="rowan k.,  Ellas"))
    settle(page)
    assert pane.kept.same.isVisible()
    assert "“Rowan K., Ellas” (2 times)" in pane.kept.same.accessibleDescription()
