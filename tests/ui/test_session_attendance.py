"""Who was at a session, entered at three grains on the page of sessions: in one order, whichever list it is (C3)."""

from __future__ import annotations

from capture_app.domain.records import Attendance
from capture_app.services.entering import Entered
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.registers import add_row
from tests.ui.test_sessions_page import entered, kept, page, session

__all__ = ["entered", "page"]


def test_whoever_is_entered_next_stands_after_everybody_of_the_session(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, "people")
    for title, label, name in (
        ("Organisations listed", "As listed", "Adavu"),
        ("Headcounts", "As listed", "Survivor consultants"),
        ("Organisations listed", "As listed", "Jericho"),
        ("People", "Name, as listed", "Noor"),
        ("Headcounts", "As listed", "Observers"),
    ):
        add_row(pane, title, {label: name})
    told = kept(jobs, entered, Attendance)
    assert [one.listing for one in told] == ["Adavu", "Survivor consultants", "Jericho", "Noor", "Observers"]
    assert [one.order for one in told] == sorted({one.order for one in told}), "each has a place of its own"
