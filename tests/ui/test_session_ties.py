"""What ties a session to others and to people: what belongs to it (B1), and who had which roles in it (C1, C2)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.records import Group, Person, Session
from capture_app.domain.vocabulary import GroupMode, SessionKind
from capture_app.services.entering import Entered
from capture_app.services.people import usual_roles
from capture_app.ui.sessions.session_pane import SessionPane
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.registers import add_record, add_row, block, control, fill, rows, shown
from tests.helpers.render import settle
from tests.ui.test_sessions_page import entered, kept, page, press, put, session

__all__ = ["entered", "page"]


def test_an_introduction_belongs_to_its_workshop_and_is_found_from_there(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page)
    workshop = pane.current
    add_record(
        pane, {"Label": "Meeting the team", "Kind of session": "Introduction", "Belongs to": "Riverside 1"}
    )
    (introduction,) = (one for one in kept(jobs, entered, Session) if one.label == "Meeting the team")
    assert (introduction.session_kind, introduction.parent) == (SessionKind.INTRODUCTION, workshop)
    assert shown(pane.form, "Belongs to") == "Riverside 1"
    model = pane.list.model()
    said = {str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(2)}
    assert "Meeting the team. no date given · introduction · way of meeting not stated" in said
    assert not pane.below.isVisible()
    pane.go_to(workshop)
    settle(page)
    (way,) = pane.below.findChildren(QPushButton)
    assert way.text() == "Meeting the team (introduction)"
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    settle(page)
    assert pane.current == introduction.id


def offered(pane: SessionPane) -> list[str]:
    """What “Belongs to” can be set to."""
    found = control(pane.form, "Belongs to")
    assert isinstance(found, QComboBox)
    return [found.itemText(place) for place in range(found.count())]


def test_no_session_can_come_to_belong_to_itself_by_whatever_way(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    top, middle, low, other = (
        Session(id=new_id(), label=label) for label in ("Top", "Middle", "Low", "Other")
    )
    put(jobs, entered, top, replace(middle, parent=top.id), replace(low, parent=middle.id), other)
    settle(page)
    pane = page.session_pane()
    for one, others in (
        (top, ["–", "Other"]),
        (middle, ["–", "Other", "Top"]),
        (low, ["–", "Middle", "Other", "Top"]),
    ):
        pane.go_to(one.id)
        settle(page)
        assert [offered(pane)[0], *sorted(offered(pane)[1:])] == others


def test_two_that_a_merge_made_belong_to_each_other_are_told_and_kept_until_somebody_chooses(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    one, two = Session(id=new_id(), label="One"), Session(id=new_id(), label="Two")
    put(jobs, entered, replace(one, parent=two.id), replace(two, parent=one.id))
    settle(page)
    pane = page.session_pane()
    pane.go_to(one.id)
    settle(page)
    assert shown(pane.form, "Belongs to") == "Two"
    assert "“Two” belongs to this one already" in control(pane.form, "Belongs to").accessibleDescription()
    fill(pane.form, {"Place": "Vale Hall"})
    page.keep_typed()
    settle(page)
    held = {each.label: each for each in kept(jobs, entered, Session)}
    assert (held["One"].place, held["One"].parent) == ("Vale Hall", two.id)
    fill(pane.form, {"Belongs to": "–"})
    settle(page)
    assert {each.parent for each in kept(jobs, entered, Session)} == {"", one.id}


def test_roles_of_a_session_say_who_looked_on_and_wrote_and_which_stands_twice(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    put(jobs, entered, Person(id=person_code(), display="Ines R."))
    pane = session(page, "people")
    add_row(pane, "Roles", {"Person": "Ines R.", "Role": "observer"})
    assert not pane.warning.isVisible()
    add_row(pane, "Roles", {"Person": "Ines R.", "Role": "Minute-taker"})
    assert pane.warning.isVisible()
    assert "Ines R." in pane.warning.accessibleName()
    add_row(pane, "Roles", {"Person": "Ines R.", "Role": "Observer"})
    said = [control(row, "Role").accessibleDescription() for row in rows(block(pane, "Roles"))]
    assert ["stands here already" in words for words in said] == [False, False, True]
    press(rows(block(pane, "Roles"))[0], "Remove, Role in a session")
    settle(page)
    left = rows(block(pane, "Roles"))
    assert not any("stands here already" in control(row, "Role").accessibleDescription() for row in left)
    role = control(left[0], "Role")
    assert isinstance(role, QLineEdit)
    words = role.completer().model()
    told = {str(words.index(row, 0).data()) for row in range(words.rowCount())}
    assert set(usual_roles()) <= told


def test_a_new_group_of_an_online_session_sits_on_the_call(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, "details")
    fill(pane.form, {"Way of meeting": "Online"})
    pane.keep_typed()
    settle(page)
    pane.form.show_page("groups")
    add_row(pane, "Breakout groups", {"Label": "Group 1"})
    (group,) = kept(jobs, entered, Group)
    assert group.mode is GroupMode.REMOTE


def test_of_a_new_group_it_is_not_claimed_that_it_sits_in_the_room_unless_everybody_meets_there(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, "details")
    for number, met in enumerate(("Not stated", "Hybrid", "In person"), start=1):
        fill(pane.form, {"Way of meeting": met})
        pane.keep_typed()
        settle(page)
        pane.form.show_page("groups")
        add_row(pane, "Breakout groups", {"Label": f"Group {number}"})
    found = sorted(kept(jobs, entered, Group), key=lambda one: one.label)
    assert [one.mode for one in found] == [GroupMode.NOT_STATED, GroupMode.NOT_STATED, GroupMode.ROOM]
    assert shown(rows(block(pane, "Breakout groups"))[0], "Where it sits") == "Not stated"


def test_a_series_in_use_is_offered_again(page: SessionsPage) -> None:
    session(page, Series="riverside talks")
    add_record(page.session_pane(), {"Label": "Riverside 2"})
    line = control(page.session_pane().form, "Series")
    assert isinstance(line, QLineEdit)
    offered = line.completer().model()
    words = {str(offered.index(row, 0).data()) for row in range(offered.rowCount())}
    assert {"partnership", "frontline", "sectoral", "review", "riverside talks"} <= words
