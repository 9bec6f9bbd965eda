"""A scribe takes a worksheet of sixty lines with tags by real keys alone; what each tag costs is counted."""

from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from capture_app.domain.records import Line, LineTheme
from capture_app.domain.vocabulary import LineKind, Side, Stance
from capture_app.services.workspaces import Workspace
from capture_app.ui.style import Look
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_records import theme_id
from tests.helpers.capture_world import CaptureWorld, opened_worksheet

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
STANCES = (Stance.AGREED, Stance.MOSTLY, Stance.MIXED, Stance.DISAGREED, Stance.RAISED_BY_ONE)
KINDS = {LineKind.POINT: "", LineKind.QUESTION: "/", LineKind.DECISION: "d", LineKind.ACTION: "a"}
"""The key after Ctrl+E, that of the question mark without Shift; a new line is a point."""
SIDES = {Side.ROOM: Qt.Key.Key_8, Side.REMOTE: Qt.Key.Key_9, Side.CHAT: Qt.Key.Key_0}


class Hand:
    """Presses keys wherever the keyboard is and counts them for each tag; what is held down counts too."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self.strokes: dict[str, list[int]] = defaultdict(list)

    def type(self, text: str, tag: str = "") -> None:
        """Letters, figures, and signs that have a key of their own."""
        QTest.keyClicks(self._page.focusWidget(), text)
        if tag:
            self.strokes[tag].append(len(text))

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, tag: str = ""
    ) -> None:
        """One key, with those held down."""
        QTest.keyClick(self._page.focusWidget(), key, held)
        QApplication.processEvents()  # a hand leaves time for it
        if tag:
            self.strokes[tag].append(1 + bool(held & CTRL) + bool(held & SHIFT))


def asked(number: int) -> tuple[LineKind, Stance, Side, bool]:
    """How line `number` is to be tagged, and whether it is about S4."""
    kinds, sides = tuple(KINDS), tuple(SIDES)
    return kinds[number % 4], STANCES[number % 5], sides[number // 7 % 3], number % 2 == 1


def take(hand: Hand, number: int, before: Side | None) -> None:
    """One line with its tags, to the Enter that begins the next."""
    kind, stance, side, about = asked(number)
    hand.type(f"point {number}")
    if KINDS[kind]:
        hand.press(Qt.Key.Key_E, CTRL, tag="kind")
        hand.type(KINDS[kind])
        hand.strokes["kind"][-1] += 1
    hand.press(Qt.Key(Qt.Key.Key_1 + STANCES.index(stance)), CTRL, tag="stance")
    if side is not before:  # it stays from line to line
        hand.press(SIDES[side], CTRL, tag="side")
    if about:
        hand.type(" ")
        hand.type("#s4", tag="theme")
    hand.press(Qt.Key.Key_Return)


def kept(workspace: Workspace) -> dict[str, tuple[LineKind, Stance | None, Side | None, bool]]:
    """The lines that begin so, as they stand in the workspace."""
    with workspace.unit_of_work() as work:
        about = {bond.line for bond in work.records.all(LineTheme) if bond.theme == theme_id("S4")}
        lines = [one for one in work.records.all(Line) if "point " in one.text]
    return {one.text: (one.line_kind, one.stance, one.side, one.id in about) for one in lines}


@pytest.mark.timeout(300)
def test_sixty_lines_with_tags_are_taken_without_the_mouse_and_few_strokes_a_tag(
    world: CaptureWorld, look: Look, qtbot: QtBot
) -> None:
    page: WorksheetPage = opened_worksheet(world, look, qtbot)
    hand, side = Hand(page), None
    for number in range(60):
        take(hand, number, side)
        side = asked(number)[2]
    page.settle()
    assert world.run(kept) == {f"point {number}": asked(number) for number in range(60)}
    assert {tag: max(counts) <= 3 for tag, counts in hand.strokes.items()} == dict.fromkeys(
        ("kind", "stance", "side", "theme"), True
    ), "the Enter that takes a theme is the one that begins the next line"
