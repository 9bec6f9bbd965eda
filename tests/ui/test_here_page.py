"""A facilitator ticks in who comes, standing up: one key each, at three grains, nothing lost (C3, C5, practice 2.6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from capture_app.domain.errors import NotPossible, StorageTrouble
from capture_app.domain.ids import new_id
from capture_app.domain.records import AgendaPart, Attendance, Organisation
from capture_app.domain.vocabulary import Grain, Presence, Rule, Side
from capture_app.services import attending, running
from capture_app.services.attending import Named, read_here
from capture_app.ui.here_page import HerePage
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.theme import LIGHT
from capture_app.ui.widgets.chip import ChipButton
from tests.helpers.capture_world import CaptureWorld, make_world
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.render import settle, wear
from tests.helpers.window import Frame

CTRL = Qt.KeyboardModifier.ControlModifier
BEGINS = datetime(2024, 5, 16, 9, 31, 7).astimezone()


class Clock:
    """The time on the laptop, moved by hand."""

    def __init__(self) -> None:
        self.time = BEGINS

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def world(world: CaptureWorld) -> CaptureWorld:
    """Two people, an organisation and a kind of people are expected."""
    listed = (
        ("Amara O.", Grain.PERSON, Side.ROOM),
        ("Dele F.", Grain.PERSON, None),
        ("Vale Trust", Grain.ORGANISATION, None),
        ("Police", Grain.CATEGORY, None),
    )
    world.save(
        Organisation(id="ella", name="Ella’s"),
        *(
            Attendance(id=name, session=world.session, grain=grain, listing=name, side=side)
            for name, grain, side in listed
        ),
    )
    return world


@pytest.fixture
def page(world: CaptureWorld, jobs: InlineJobs, look: Look) -> Iterator[HerePage]:
    page = made_page(world, jobs, look)
    yield page
    page.hide()
    page.deleteLater()


def made_page(
    world: CaptureWorld, jobs: InlineJobs, look: Look, keymap: KeyMap | None = None, width: int = 1276
) -> HerePage:
    page = HerePage(world.workspace, world.session, jobs, look, keymap=keymap, now=Clock())
    page.resize(width, 680)
    page.show()
    page.activateWindow()
    page.focus_first()
    settle(page)
    return page


def rows(world: CaptureWorld) -> dict[str, Named]:
    found = world.run(partial(read_here, session=world.session))
    return {one.name: one for one in found.rows}


def press(page: HerePage, *keys: Qt.Key) -> None:
    """Press keys wherever the keyboard is, a minute apart."""
    assert isinstance(page._now, Clock)
    for key in keys:
        page._now.time += timedelta(minutes=1)
        held = page.window().focusWidget()
        assert held is not None
        QTest.keyClick(held, key)
        settle(page)


def write(page: HerePage, words: str) -> None:
    held = page.window().focusWidget()
    assert held is not None
    QTest.keyClicks(held, words)


def said(page: HerePage, key: str) -> str:
    """What a screen reader says of a row."""
    rows = page.list.rows
    return str(rows.data(rows.index(rows.row_of(key), 0), Qt.ItemDataRole.AccessibleTextRole))


def counts(page: HerePage, grain: Grain) -> str:
    return page.tally.counts[grain].accessibleName()


def test_one_key_marks_who_is_highlighted_as_here_and_one_as_left_each_with_its_time(
    page: HerePage, world: CaptureWorld
) -> None:
    page.steps.back()
    assert (page.toast.isVisible(), page.toast.words()) == (True, "There is nothing to undo.")
    press(page, Qt.Key.Key_H, Qt.Key.Key_Down, Qt.Key.Key_H, Qt.Key.Key_L)
    amara, dele = rows(world)["Amara O."].row, rows(world)["Dele F."].row
    assert (amara.state, amara.since[11:16]) == (Presence.HERE, "09:32")
    assert (dele.state, dele.since[11:16]) == (Presence.LEFT, "09:35")
    assert counts(page, Grain.PERSON) == "People: 1 here"
    assert counts(page, Grain.ORGANISATION) == "Organisations: 0 here"
    assert said(page, "Dele F.") == "Dele F. Left at 09:35. Room"
    press(page, Qt.Key.Key_L)
    assert page.toast.words() == "Dele F. is not here, so nothing was changed."


def test_a_walk_in_takes_two_keys_besides_the_name_and_stands_as_it_was_typed(
    page: HerePage, world: CaptureWorld
) -> None:
    press(page, Qt.Key.Key_W)
    write(page, "Rowan K., Ellas")
    press(page, Qt.Key.Key_Return)
    rowan = rows(world)["Rowan K., Ellas"].row
    assert rowan.here
    assert rowan.entry.organisation == ""
    assert page.bar.name.text() == ""
    assert page.list.hasFocus()
    named = page.list.named()
    assert named is not None
    assert named.name == "Rowan K., Ellas"


def test_letters_typed_into_the_field_mark_nobody(page: HerePage, world: CaptureWorld) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_I, CTRL)
    write(page, "HLSGNW")
    assert page.bar.name.text() == "HLSGNW"
    press(page, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    assert all(not one.row.trail for one in rows(world).values())


def test_a_spelling_is_offered_and_taken_only_by_choosing_it(page: HerePage, world: CaptureWorld) -> None:
    press(page, Qt.Key.Key_W)
    write(page, "Rowan K., Ellas")
    press(page, Qt.Key.Key_Down)
    held = page.window().focusWidget()
    assert isinstance(held, ChipButton)
    assert held.accessibleName() == "Is it Ella’s?"
    press(page, Qt.Key.Key_Return)
    (chosen,) = page.bar.chips
    assert chosen.accessibleName() == "This is Ella’s"
    press(page, Qt.Key.Key_Return)
    entry = rows(world)["Rowan K., Ellas"].row.entry
    assert (entry.listing, entry.organisation) == ("Rowan K., Ellas", "ella")


def test_whoever_was_expected_after_all_is_ticked_in_by_name_and_stands_there_once(
    page: HerePage, world: CaptureWorld
) -> None:
    press(page, Qt.Key.Key_W)
    write(page, "dele")
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert rows(world)["Dele F."].row.here
    assert len(rows(world)) == 4
    assert page.bar.name.text() == ""


def test_a_move_is_kept_beside_the_coming_and_undone_alone(page: HerePage, world: CaptureWorld) -> None:
    press(page, Qt.Key.Key_H, Qt.Key.Key_S)
    amara = rows(world)["Amara O."].row
    assert amara.sides == {Side.REMOTE}
    assert [(one.at[11:16], one.side) for one in amara.trail] == [
        ("09:32", Side.ROOM),
        ("09:33", Side.REMOTE),
    ]
    assert "Moved at 09:33" in said(page, "Amara O.")
    QTest.keyClick(page.list, Qt.Key.Key_Z, CTRL)
    settle(page)
    assert rows(world)["Amara O."].row.sides == {Side.ROOM}
    assert rows(world)["Amara O."].row.here


def test_a_group_is_chosen_from_those_of_the_session(page: HerePage, world: CaptureWorld) -> None:
    press(page, Qt.Key.Key_G)
    assert [one.text() for one in page.menu.actions()] == ["Group 2", "No group"]
    page.menu.actions()[0].trigger()
    page.menu.close()
    settle(page)
    amara = rows(world)["Amara O."].row
    assert amara.group
    assert amara.state is Presence.EXPECTED
    assert "Group 2" in said(page, "Amara O.")


def test_a_headcount_asks_for_its_number_and_says_what_is_none(page: HerePage, world: CaptureWorld) -> None:
    page.list.go_to("Police")
    press(page, Qt.Key.Key_H)
    write(page, "four")
    press(page, Qt.Key.Key_Return)
    assert page.ask.isVisible()
    assert page.ask.field.text() == "four"
    assert rows(world)["Police"].row.trail == ()
    page.ask.field.selectAll()
    write(page, "4")
    press(page, Qt.Key.Key_Return)
    assert (rows(world)["Police"].row.here, rows(world)["Police"].row.count) == (True, 4)
    assert counts(page, Grain.CATEGORY) == "Headcounts: 4 here"
    assert counts(page, Grain.PERSON) == "People: 0 here"


def test_a_headcount_nobody_expected_is_not_added_without_a_number(
    page: HerePage, world: CaptureWorld
) -> None:
    page.bar.kind.set_chosen(Grain.CATEGORY)
    page.bar.kind.chosen.emit(Grain.CATEGORY)
    page.bar.begin()
    write(page, "NGO")
    press(page, Qt.Key.Key_Return)
    assert "NGO" not in rows(world)
    assert page.bar.number.hasFocus()
    write(page, "7")
    press(page, Qt.Key.Key_Return)
    assert rows(world)["NGO"].row.count == 7


def test_what_could_not_be_kept_is_told_the_name_stays_and_enter_tries_again(
    page: HerePage, world: CaptureWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> None:
        raise StorageTrouble("The disk is full, so it was not kept. Free some space and try again.")

    monkeypatch.setattr(attending, "walk_in", full)
    press(page, Qt.Key.Key_W)
    write(page, "Rowan K.")
    press(page, Qt.Key.Key_Return)
    assert page.trouble.isVisible()
    assert page.bar.name.text() == "Rowan K."
    monkeypatch.undo()
    press(page, Qt.Key.Key_Return)
    assert not page.trouble.isVisible()
    assert rows(world)["Rowan K."].row.here


def test_what_cannot_be_read_says_so_and_is_read_again(
    world: CaptureWorld, jobs: InlineJobs, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_values: object, **_more: object) -> None:
        raise NotPossible("The list could not be read.")

    monkeypatch.setattr(attending, "read_here", gone)
    page = made_page(world, jobs, look)
    assert page.not_read.isVisible()
    assert not page.list.isVisible()
    monkeypatch.undo()
    page.not_read.again.emit()
    settle(page)
    assert page.list.isVisible()
    page.deleteLater()


def test_where_the_list_cannot_be_read_any_more_the_keyboard_goes_to_trying_again(
    world: CaptureWorld, jobs: InlineJobs, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made_page(world, jobs, look)
    frame = Frame(page, 1150, 680)
    settle(frame)
    frame.activateWindow()
    page.list.setFocus()
    page.show_not_read(NotPossible("The list could not be read."))
    assert page.not_read.isAncestorOf(frame.focusWidget())
    frame.hide()
    frame.deleteLater()


def test_an_empty_list_says_what_to_do_and_waits_for_the_first_name(
    tmp_path: Path, jobs: InlineJobs, look: Look
) -> None:
    world = make_world(tmp_path, jobs)
    page = made_page(world, jobs, look)
    assert page.nobody.isVisible()
    assert "Type a name and press Enter" in page.nobody.accessibleName()
    assert page.bar.name.accessibleName() == "Somebody who is here"
    write(page, "Amara")
    press(page, Qt.Key.Key_Return)
    assert not page.nobody.isVisible()
    assert rows(world)["Amara"].row.here
    assert page.bar.name.accessibleName() == "Somebody who was not expected (W)"
    page.deleteLater()
    world.close()


def test_while_the_chatham_house_rule_holds_the_page_says_to_whom_the_list_may_not_be_shown(
    page: HerePage, world: CaptureWorld
) -> None:
    assert not page.rule.isVisible()
    assert isinstance(page._now, Clock)
    page._now.time = BEGINS.replace(hour=11, minute=20)
    page._show_time()
    assert page.rule.isVisible(), "by the times planned"
    part = AgendaPart(id=new_id(), session=world.session, rule=Rule.CHATHAM_HOUSE, order="zz")
    world.save(part)
    world.run(partial(running.begin, session=world.session, part=part.id, at=BEGINS))
    page._read()
    settle(page)
    assert page.rule.isVisible()
    assert page.rule.accessibleName() == "Chatham House Rule in this part"


def test_another_key_does_what_the_usual_one_did(world: CaptureWorld, jobs: InlineJobs, look: Look) -> None:
    page = made_page(world, jobs, look, KeyMap({"here.here": "X"}))
    press(page, Qt.Key.Key_H)
    assert not rows(world)["Amara O."].row.here
    press(page, Qt.Key.Key_X)
    assert rows(world)["Amara O."].row.here
    page.deleteLater()


def test_at_twice_the_size_the_list_comes_first_and_the_field_comes_into_sight_when_it_is_wanted(
    world: CaptureWorld, jobs: InlineJobs, look: Look, qapp: QApplication
) -> None:
    large = Look(LIGHT, 200)
    wear(qapp, large)
    page = made_page(world, jobs, large)
    assert not page.list.visibleRegion().isEmpty()
    press(page, Qt.Key.Key_W)
    assert not page.bar.name.visibleRegion().isEmpty()
    press(page, Qt.Key.Key_Escape)
    assert not page.list.visibleRegion().isEmpty()
    page.hide()
    page.deleteLater()
    wear(qapp, look)
