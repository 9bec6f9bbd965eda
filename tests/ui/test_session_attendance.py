"""Who was at a session, entered at three grains on the page of sessions: in one order, whichever list it is (C3)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from capture_app.domain.ids import new_id
from capture_app.domain.records import Attendance, Person
from capture_app.services.entering import Entered
from capture_app.ui.register.known_offer import KnownOffer
from capture_app.ui.register.row import Row
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.widgets.button import Button
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.registers import add_row, block, rows, shown
from tests.helpers.render import settle
from tests.ui.test_sessions_page import entered, kept, page, put, session

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


def test_whoever_is_known_by_the_name_that_is_typed_is_offered_and_linked_by_one_press(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    owain = Person(id=new_id(), display="Owain P.")
    put(jobs, entered, owain, Person(id=new_id(), display="Owen P."))
    pane = session(page, "people")
    for name in ("owain  p.", "Owain"):
        add_row(pane, "People", {"Name, as listed": name})
    first, second = rows(block(pane, "People"))
    assert questions(first) == ["Is this Owain P. of People?"]
    assert questions(second) == []
    assert [one.person for one in kept(jobs, entered, Attendance)] == [None, None], "nothing by itself"
    QTest.mouseClick(first.findChildren(KnownOffer)[0].findChildren(Button)[0], Qt.MouseButton.LeftButton)
    settle(page)
    told = [(one.listing, one.person) for one in kept(jobs, entered, Attendance)]
    assert told == [("owain  p.", owain.id), ("Owain", None)]
    assert shown(first, "Person") == "Owain P."
    assert questions(first) == []
    assert page.isAncestorOf(page.window().focusWidget())


def test_of_two_people_of_one_name_each_is_offered(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    put(
        jobs,
        entered,
        Person(id=new_id(), display="Wren", category="Adviser"),
        Person(id=new_id(), display="Wren", category="Funder"),
    )
    pane = session(page, "people")
    add_row(pane, "People", {"Name, as listed": "Wren"})
    (row,) = rows(block(pane, "People"))
    assert questions(row) == ["Is this Wren, Adviser of People?", "Is this Wren, Funder of People?"]


def questions(row: Row) -> list[str]:
    """What is asked below a row."""
    return [one.text() for one in row.findChildren(Button) if one.isVisible() and one.text().endswith("?")]
