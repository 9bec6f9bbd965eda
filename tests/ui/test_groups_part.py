"""Who sits in which group, on the lead's page of a session: proposed, moved by hand, undone (C6)."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.ids import new_id, person_code
from capture_app.domain.records import Attendance, AttendanceMark, Group, GroupWish, Person
from capture_app.domain.vocabulary import Grain
from capture_app.services import grouping
from capture_app.services.entering import Entered
from capture_app.ui.sessions.session_pane import SessionPane
from capture_app.ui.sessions.session_register import GROUPS, PEOPLE
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.widgets.chip import ChipButton
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.people_records import in_sight
from tests.helpers.render import settle
from tests.ui.test_sessions_page import entered, kept, page, put, session

__all__ = ["entered", "page"]


def planned(page: SessionsPage, entered: Entered, jobs: InlineJobs, *names: str) -> SessionPane:
    """A session with two groups and people who are expected, at its page of groups."""
    pane = session(page, GROUPS)
    for label in ("Oak", "Ash"):
        put(jobs, entered, Group(id=new_id(), session=pane.current, label=label, order=label))
    for name in names:
        person = Person(id=person_code(), display=name)
        entry = Attendance(id=new_id(), session=pane.current, grain=Grain.PERSON, person=person.id)
        put(jobs, entered, person, entry)
    settle(page)
    return pane


def apart(entered: Entered, jobs: InlineJobs, one: str, other: str) -> None:
    ids = {person.display: person.id for person in kept(jobs, entered, Person)}
    put(jobs, entered, GroupWish(id=new_id(), person=ids[one], apart_from=ids[other]))


def said(pane: SessionPane) -> str:
    """All that the part says in words, chips left out."""
    wishes = pane.groups.wishes
    told = (wishes.accessibleName(), wishes.accessibleDescription()) if wishes.isVisible() else ()
    return " ".join((pane.groups.said.text(), *told))


def places(pane: SessionPane) -> dict[str, str]:
    """By name, what is read out of where somebody sits."""
    return {
        chip.text(): chip.accessibleDescription().partition(" · ")[0] for chip in pane.groups.chips.values()
    }


def move(pane: SessionPane, name: str, group: str) -> None:
    chip = next(one for one in pane.groups.chips.values() if one.text() == name)
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    next(one for one in pane.groups.menu.actions() if one.text() == group).trigger()
    pane.groups.menu.close()
    settle(pane)


def test_a_proposal_is_kept_at_once_and_taken_back_by_one_undo(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = planned(page, entered, jobs, "Amara", "Dele", "Kit", "Wren")
    apart(entered, jobs, "Amara", "Dele")
    before = in_lane(jobs, partial(in_sight, entered.workspace))
    assert set(places(pane).values()) == {"In no group yet"}
    QTest.mouseClick(pane.groups.propose_button, Qt.MouseButton.LeftButton)
    settle(page)
    found = places(pane)
    assert sorted(found.values()) == ["Ash", "Ash", "Oak", "Oak"]
    assert found["Amara"] != found["Dele"]
    assert said(pane).strip() == "Every wish about groups is kept."
    pane.steps.back()
    settle(page)
    assert in_lane(jobs, partial(in_sight, entered.workspace)) == before
    assert set(places(pane).values()) == {"In no group yet"}


def test_somebody_is_moved_by_keys_and_keeps_the_keyboard_and_a_broken_wish_is_only_counted(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = planned(page, entered, jobs, "Amara", "Dele")
    apart(entered, jobs, "Amara", "Dele")
    QTest.mouseClick(pane.groups.propose_button, Qt.MouseButton.LeftButton)
    settle(page)
    other = places(pane)["Dele"]
    move(pane, "Amara", other)
    assert places(pane) == {"Amara": other, "Dele": other}
    assert said(pane).strip().startswith("1 wish about groups is not kept as the groups stand.")
    assert not any(name in said(pane) for name in ("Amara", "Dele"))
    held = page.focusWidget()
    assert isinstance(held, ChipButton)
    assert held.text() == "Amara"
    pane.steps.back()
    settle(page)
    assert places(pane)["Amara"] != other


def test_what_is_planned_does_not_read_as_kept_while_the_session_ran(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = planned(page, entered, jobs, "Amara")
    pane.groups.propose(anew=False)
    pane.form.show_page(PEOPLE)
    settle(page)
    assert kept(jobs, entered, AttendanceMark)
    assert not pane.kept.isVisible()


def test_without_people_or_where_the_disk_is_full_it_says_so_and_nothing_changes(
    page: SessionsPage, entered: Entered, jobs: InlineJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = planned(page, entered, jobs)
    assert pane.groups.hint.text().startswith("Nobody is expected yet")
    assert not pane.groups.propose_button.isEnabled()
    failed: list[str] = []
    page.failed.connect(failed.append)
    pane.groups.propose(anew=True)
    assert "Nobody is expected yet" in said(pane)
    assert failed == []
    pane = planned(page, entered, jobs, "Amara")

    def full(*_values: object, **_named: object) -> None:
        raise StorageTrouble("The disk is full, so nothing was changed.")

    monkeypatch.setattr(grouping, "propose", full)
    QTest.mouseClick(pane.groups.propose_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert failed == ["The disk is full, so nothing was changed."]
    assert said(pane).strip() == failed[0]
    assert kept(jobs, entered, AttendanceMark) == []
