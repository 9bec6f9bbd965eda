"""Enter inside a line parts it, Ctrl+J joins it with the one above: one step of undo each, and refusals are told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from capture_app.domain.vocabulary import Heard, LineKind, Side, Stance
from capture_app.ui.style import Look
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import CaptureWorld, line, opened_worksheet, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Told = tuple[str, Stance | None, Side | None, list[str]]


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    """A worksheet at a question without lines."""
    return opened_worksheet(world, look, qtbot)


def told(world: CaptureWorld, page: WorksheetPage) -> list[Told]:
    """What the workspace holds of each line."""
    page.settle()
    return [
        (view.line.text, view.line.stance, view.line.side, sorted(tag.code for tag in view.themes))
        for view in world.lines()
    ]


def test_a_parted_line_comes_together_again_and_apart_as_often_as_one_likes(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    press(page, Qt.Key.Key_1, CTRL)
    press(page, Qt.Key.Key_9, CTRL)
    type_text(page, "Hosts need time #S4")
    press(page, Qt.Key.Key_Tab)
    for _step in range(5):
        press(page, Qt.Key.Key_Left)
    press(page, Qt.Key.Key_Return)
    whole = [("Hosts need time", Stance.AGREED, Side.REMOTE, ["S4"])]
    halves: list[Told] = [
        ("Hosts need", Stance.AGREED, Side.REMOTE, ["S4"]),
        ("time", None, Side.REMOTE, []),
    ]
    assert told(world, page) == halves
    for _again in range(2):
        press(page, Qt.Key.Key_Z, CTRL)
        assert told(world, page) == whole
        press(page, Qt.Key.Key_Z, CTRL, SHIFT)
        assert told(world, page) == halves


def test_a_key_joins_from_anywhere_in_the_line_with_the_themes_and_marks_of_both(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "Hosts need #S4")
    press(page, Qt.Key.Key_Tab)
    type_text(page, "|time /m #S1")
    press(page, Qt.Key.Key_Tab)
    apart = told(world, page)
    press(page, Qt.Key.Key_J, CTRL)
    whole = [("Hosts need time", Stance.MOSTLY, Side.ROOM, ["S1", "S4"])]
    assert told(world, page) == whole
    assert page.pane.editor.position() == len("Hosts need ")
    press(page, Qt.Key.Key_Z, CTRL)
    assert told(world, page) == apart
    press(page, Qt.Key.Key_Z, CTRL, SHIFT)
    assert told(world, page) == whole
    press(page, Qt.Key.Key_Z, CTRL)
    assert told(world, page) == apart


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"line_kind": LineKind.ACTION}, "The two lines are of different kinds, so they stay apart."),
        ({"side": Side.CHAT}, "The two lines come from different sides, so they stay apart."),
        ({"stance": Stance.MIXED}, "The group stood differently to the two lines, so they stay apart."),
        ({"hands": 2}, "What is marked on the two lines differs, so they stay apart."),
        (
            {"heard": Heard.CONFIRMED, "heard_as": "second"},
            "The group has heard one of the two lines as it stands, so they stay apart.",
        ),
    ],
)
def test_lines_that_belong_apart_stay_apart_and_it_is_said_why(
    world: CaptureWorld, look: Look, qtbot: QtBot, fields: dict[str, Any], why: str
) -> None:
    first = line(world, "first", "1", stance=Stance.AGREED, hands=3)
    world.save(first, replace(line(world, "second", "2"), **fields))
    page = opened_worksheet(world, look, qtbot)
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_J, CTRL)
    assert page.pane.hint_words() == why
    press(page, Qt.Key.Key_Home)
    press(page, Qt.Key.Key_Backspace)
    assert page.pane.hint_words() == why
    page.settle()
    assert world.texts() == ["first", "second"]


def test_the_first_line_has_nothing_above_and_says_so(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "alone")
    press(page, Qt.Key.Key_J, CTRL)
    assert page.pane.hint_words() == "There is no line above to join this one with."


def test_a_line_parted_in_the_parking_lot_stays_there_with_both_halves(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "for later")
    press(page, Qt.Key.Key_K, CTRL, SHIFT)
    page.show_item("parked")
    for _step in range(5):
        press(page, Qt.Key.Key_Left)
    press(page, Qt.Key.Key_Return)
    page.settle()
    assert world.parked() == ["for", "later"]
    assert page.pane.editor.text() == "later"
