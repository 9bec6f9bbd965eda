"""What the laptops of a session kept of who was here, as the lead sees it: below the lists, each mark in its order (C3)."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from capture_app.domain.ids import new_id
from capture_app.domain.records import Attendance, AttendanceMark, Session
from capture_app.domain.vocabulary import Grain, Presence, Side
from capture_app.services.entering import Entered
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


def test_what_was_kept_while_the_session_ran_stands_below_the_lists_and_changes_none_of_them(
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
    told = [one.accessibleName() or one.text() for one in pane.kept.findChildren(QLabel) if one.isVisible()]
    assert "People: 1 came" in told
    assert any("09:31 here, room · 10:40 remote · 11:20 left" in words for words in told)
    assert "On the list, and not marked as here: 1 person." in told
    assert sorted(kept(jobs, entered, Attendance), key=lambda one: one.id) == listed
