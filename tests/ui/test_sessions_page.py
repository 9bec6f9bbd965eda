"""The sessions page: whole sessions set up by hand, in the order they were held, the card before the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPushButton

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.record import Record
from capture_app.domain.records import (
    AgendaPart,
    AgendaTemplate,
    Attendance,
    DataProtection,
    Form,
    Group,
    Session,
    SessionTheme,
    Sheet,
    Theme,
)
from capture_app.domain.values import DateGiven, PlannedPart
from capture_app.domain.vocabulary import (
    Capacity,
    Grain,
    Mode,
    Precision,
    SessionKind,
    ThemeKind,
    YesNo,
)
from capture_app.services import keeping
from capture_app.services.entering import Entered
from capture_app.ui.register.row import Row
from capture_app.ui.sessions.session_pane import SessionPane
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.style import Look
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import add_record, add_row, block, control, fill, list_rows, rows, shown, tabbed
from tests.helpers.render import settle
from tests.helpers.window import Frame

R = TypeVar("R", bound=Record)


@pytest.fixture
def entered(entered: Entered, jobs: InlineJobs) -> Entered:
    """A lead who has filled in the data-protection card."""
    card = DataProtection(
        id=link_id("DataProtection", entered.about.consultation),
        controller="Vale Trust",
        contact="Ines R.",
        basis="consent",
        condition="consent",
        retention=DateGiven(given="2030"),
        in_danger="Ines R., 0800 000",
    )
    in_lane(jobs, partial(keeping.keep, entered.workspace, card))
    return entered


@pytest.fixture
def page(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[SessionsPage]:
    page = SessionsPage(entered.workspace, jobs, look)
    frame = Frame(page, 1150, 680)
    settle(page)
    yield page
    frame.hide()
    frame.deleteLater()


def kept(jobs: InlineJobs, entered: Entered, kind: type[R]) -> list[R]:
    return [one.record for one in in_lane(jobs, partial(keeping.entries, entered.workspace, kind))]


def put(jobs: InlineJobs, entered: Entered, *records: Record) -> None:
    for record in records:
        jobs.write(partial(keeping.keep, entered.workspace, record), lambda _done: None, jobs)


def session(page: SessionsPage, part: str = "details", **typed: str) -> SessionPane:
    """A session with this label, open on a page of its form."""
    pane = page.session_pane()
    add_record(pane, {"Label": "Riverside 1", **typed})
    pane.form.show_page(part)
    settle(page)
    return pane


def test_before_the_card_is_complete_no_session_can_be_added(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    (card,) = kept(jobs, entered, DataProtection)
    put(jobs, entered, replace(card, in_danger=""))
    settle(page)
    pane, wanted = page.session_pane(), []
    page.card_wanted.connect(lambda: wanted.append(True))
    assert not pane.add_button.isEnabled()
    pane.add()
    assert not pane.form.isVisible()
    assert page.card_button.isVisible()
    assert "Still empty: whom to call in danger" in page._gate.accessibleDescription()
    page.focus_first()
    QTest.mouseClick(page.card_button, Qt.MouseButton.LeftButton)
    assert wanted == [True]
    put(jobs, entered, card)
    settle(page)
    assert pane.add_button.isEnabled()
    assert not page.card_button.isVisible()


def test_sessions_stand_in_the_order_of_their_dates_the_undated_last(page: SessionsPage) -> None:
    for label, date in (
        ("Four", ""),
        ("Three", "28th September"),
        ("Two", "21/3/23"),
        ("One", "24th January 2023"),
    ):
        add_record(page.session_pane(), {"Label": label, "Date": date})
    assert list_rows(page.session_pane()) == ["One", "Two", "Three", "Four"]
    model = page.session_pane().list.model()
    said = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "One. 24th January 2023 · way of meeting not stated"


def test_everything_that_is_told_of_a_session_is_kept_as_it_was_told(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    typed = {
        "Series": "sectoral",
        "Kind of session": "Workshop",
        "Way of meeting": "Hybrid",
        "Date": "16/05/23",
        "Place": "Riverside Hall",
        "Starts": "9.30",
        "Time zone": "europe/london",
        "Theme as given": "Working with others",
        "Counted in the total": "Yes",
        "In the appendix": "No",
        "In the analysis": "Yes",
        "Funding round": "second",
        "Why it is counted or left out": "Paid for later.",
    }
    pane = session(page, "people", **typed)
    fill(pane.form, {"Invited": "40", "Declined": "0", "Topic experts came": "Yes"})
    page.keep_typed()
    settle(page)
    (held,) = kept(jobs, entered, Session)
    assert (held.date.given, held.date.edtf, held.starts, held.time_zone) == (
        "16/05/23",
        "2023-05-16",
        "09:30",
        "Europe/London",
    )
    assert (held.counted_in_total, held.in_appendix, held.in_analysis) == (
        YesNo.YES,
        YesNo.NO,
        YesNo.YES,
    )
    assert (held.funding_round, held.inclusion_reason) == ("second", "Paid for later.")
    assert (held.series, held.session_kind, held.mode) == ("sectoral", SessionKind.WORKSHOP, Mode.HYBRID)
    assert (held.place, held.theme_as_given) == ("Riverside Hall", "Working with others")
    assert held.experts is YesNo.YES
    assert (held.invited, held.accepted, held.declined, held.attended) == (40, None, 0, None)


@pytest.mark.parametrize("turned_to", [("people", "groups", "agenda"), ("agenda", "groups", "people")])
def test_tab_goes_from_the_switch_through_the_page_turned_to_and_then_on(
    page: SessionsPage, turned_to: tuple[str, ...]
) -> None:
    """Whichever page of the form is turned to first, and so made first."""
    pane = session(page)
    assert pane.form.switch is not None
    for part in turned_to:
        pane.form.show_page(part)
        settle(page)
        within = pane.form.page(part).parentWidget()
        assert within is not None
        (segment,) = [one for one in pane.form.switch.findChildren(QAbstractButton) if one.isChecked()]
        inside = [within.isAncestorOf(stop) for stop in tabbed(page, segment)]
        assert any(inside)
        assert inside == sorted(inside, reverse=True), f"{part}: the page comes at once, and in one piece"


@pytest.mark.parametrize(
    ("part", "label", "words", "said"),
    [
        ("details", "Starts", "early", "a time of the day"),
        ("details", "Time zone", "Mars/Olympus", "No time zone has this name"),
        ("people", "Invited", "many", "whole number"),
    ],
)
def test_what_cannot_be_kept_is_told_beside_the_field_and_stays_there(
    page: SessionsPage, entered: Entered, jobs: InlineJobs, part: str, label: str, words: str, said: str
) -> None:
    pane = session(page, part)
    fill(pane.form, {label: words})
    page.keep_typed()
    settle(page)
    line = control(pane.form, label)
    assert isinstance(line, QLineEdit)
    assert line.text() == words
    assert said in line.accessibleDescription()
    (held,) = kept(jobs, entered, Session)
    assert (held.starts, held.time_zone, held.invited) == ("", "", None)


def test_a_date_that_was_settled_stays_to_the_letter_when_something_else_changes(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    settled = DateGiven(
        given="28th September", edtf="2023-09-28", precision=Precision.YEAR_UNKNOWN, inferred=True
    )
    put(jobs, entered, Session(id=new_id(), label="Framework event", date=settled))
    settle(page)
    fill(page.session_pane().form, {"Way of meeting": "Online"})
    settle(page)
    (held,) = kept(jobs, entered, Session)
    assert held.mode is Mode.ONLINE
    assert held.date == settled


def test_a_theme_linked_twice_is_one_link(page: SessionsPage, entered: Entered, jobs: InlineJobs) -> None:
    theme = Theme(id=new_id(), theme_kind=ThemeKind.SECTION, code="S1")
    put(jobs, entered, theme)
    pane = session(page)
    for _time in range(2):
        add_row(pane, "Themes it bears on", {"Theme": "S1"})
    (link,) = kept(jobs, entered, SessionTheme)
    assert link.id == link_id("SessionTheme", pane.current, theme.id)
    assert len(rows(block(pane, "Themes it bears on"))) == 1
    assert any(one.text() == "That is here already." for one in pane.findChildren(QLabel) if one.isVisible())
    assert page.isAncestorOf(page.window().focusWidget())
    under = block(pane, "Themes it bears on")
    (row,) = rows(under)
    assert not control(row, "Theme").isEnabled()
    press(row, "Remove, Theme of a session")
    settle(page)
    assert kept(jobs, entered, SessionTheme) == []
    add_row(pane, "Themes it bears on", {"Theme": "S1"})
    assert [one.id for one in kept(jobs, entered, SessionTheme)] == [link.id]


def press(row: Row, name: str) -> None:
    (button,) = (one for one in row.findChildren(QPushButton) if one.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_parts_of_the_agenda_are_put_in_order_and_back_again(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, "agenda")
    for title in ("Welcome", "Break", "Groups"):
        add_row(pane, "Parts of the session", {"Title": title, "Minutes": "10"})
    press(rows(block(pane, "Parts of the session"))[2], "Move up, Agenda part")
    settle(page)
    assert [one.title for one in kept(jobs, entered, AgendaPart)] == ["Welcome", "Groups", "Break"]
    assert [shown(row, "Title") for row in rows(block(pane, "Parts of the session"))] == [
        "Welcome",
        "Groups",
        "Break",
    ]
    pane.steps.back()
    settle(page)
    assert [one.title for one in kept(jobs, entered, AgendaPart)] == ["Welcome", "Break", "Groups"]


def test_a_template_is_used_for_a_session_and_a_second_time_is_refused(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    parts = {"a": PlannedPart(title="Welcome", order="08", minutes=10)}
    put(jobs, entered, AgendaTemplate(id=new_id(), title="Half a day", parts=parts))
    pane = session(page, "agenda", Starts="10:00")
    use = pane.template_use.findChildren(QPushButton)[0]
    QTest.mouseClick(use, Qt.MouseButton.LeftButton)
    settle(page)
    (part,) = kept(jobs, entered, AgendaPart)
    assert (part.title, part.planned_start, part.session) == ("Welcome", "10:00", pane.current)
    assert kept(jobs, entered, Session)[0].agenda
    QTest.mouseClick(use, Qt.MouseButton.LeftButton)
    settle(page)
    said = [one.text() for one in pane.template_use.findChildren(type(pane.template_use._said))]
    assert any("has an agenda already" in words for words in said)


def test_an_agenda_without_parts_says_where_one_is_written_for_several_sessions(page: SessionsPage) -> None:
    pane = page.session_pane()
    pane.add()
    pane.form.show_page("agenda")
    settle(page)
    said = [one.text() for one in pane.form.findChildren(QLabel) if one.isVisible()]
    assert any("Agenda templates" in words for words in said)


def test_the_three_grains_are_entered_apart_and_none_makes_another(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, "people")
    add_row(pane, "Headcounts", {"As listed": "Survivor Consultants", "Headcount": "3"})
    add_row(
        pane,
        "Headcounts",
        {"As listed": "Independent Consultants", "Headcount": "3", "May overlap with another entry": "yes"},
    )
    add_row(pane, "Organisations listed", {"As listed": "Jericho / Equiano Project"})
    add_row(pane, "People", {"Name, as listed": "one participant", "Came as": "To take part"})
    told = {(one.grain, one.listing, one.count, one.may_overlap) for one in kept(jobs, entered, Attendance)}
    assert told == {
        (Grain.CATEGORY, "Survivor Consultants", 3, False),
        (Grain.CATEGORY, "Independent Consultants", 3, True),
        (Grain.ORGANISATION, "Jericho / Equiano Project", None, False),
        (Grain.PERSON, "one participant", None, False),
    }
    assert kept(jobs, entered, Session)[0].attended is None


def test_a_walk_in_is_added_with_one_button_and_a_name(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, "people")
    (button,) = (one for one in pane.findChildren(QPushButton) if one.text() == "Add a walk-in")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(page)
    QTest.keyClicks(page.window().focusWidget(), "Noor")
    page.keep_typed()
    (there,) = kept(jobs, entered, Attendance)
    assert (there.grain, there.listing, there.capacity) == (Grain.PERSON, "Noor", Capacity.PARTICIPANT)


def test_groups_get_the_worksheet_to_begin_with(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, "groups")
    for label in ("Group 1", "Group 2"):
        add_row(pane, "Breakout groups", {"Label": label})
    (begin,) = (
        one for one in pane.worksheets.findChildren(QPushButton) if one.text().startswith("Add a work")
    )
    begin.setFocus()
    QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
    settle(page)
    assert len(kept(jobs, entered, Form)) == 2
    (give,) = (one for one in pane.worksheets.findChildren(QPushButton) if one.text().startswith("Give each"))
    assert page.window().focusWidget() is give, "and not the label of the first group, with its text selected"
    QTest.mouseClick(give, Qt.MouseButton.LeftButton)
    settle(page)
    groups = {one.id for one in kept(jobs, entered, Group)}
    assert {one.group for one in kept(jobs, entered, Sheet)} == groups
    take = [one for one in pane.worksheets.findChildren(QPushButton) if one.text() == "Take away"]
    QTest.mouseClick(take[0], Qt.MouseButton.LeftButton)
    settle(page)
    assert len(kept(jobs, entered, Sheet)) == 1
    pane.steps.back()
    settle(page)
    assert len(kept(jobs, entered, Sheet)) == 2


def test_what_is_being_typed_is_kept_before_the_forms_to_begin_with_are_added(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, "groups")
    under = block(pane, "Breakout groups")
    under.add()
    settle(page)
    fill(rows(under)[0], {"Label": "Group 1"})
    pane.worksheets.starters_wanted.emit()
    settle(page)
    assert [one.label for one in kept(jobs, entered, Group)] == ["Group 1"]
    assert len(kept(jobs, entered, Form)) == 2


def test_a_full_disk_is_told_and_what_was_chosen_stays(
    page: SessionsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageTrouble("The disk is full, so this was not saved.")

    pane = session(page)
    told: list[str] = []
    page.failed.connect(told.append)
    monkeypatch.setattr(keeping, "keep", full)
    fill(pane.form, {"Way of meeting": "Online"})
    settle(page)
    assert told == ["The disk is full, so this was not saved."]
    assert pane.trouble.isVisible()
    chosen = control(pane.form, "Way of meeting")
    assert isinstance(chosen, QComboBox)
    assert chosen.currentText() == "Online"
