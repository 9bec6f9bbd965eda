"""Small slips at the worksheet lose nothing, and what becomes of them is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from capture_app.domain.vocabulary import Stance
from capture_app.services.pages import sheet_view
from capture_app.ui.style import Look
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import CaptureWorld, opened_worksheet, press, type_text
from tests.helpers.render import settle

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    return opened_worksheet(world, look, qtbot)


def in_hand(page: WorksheetPage) -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget() or page.focusWidget()
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("typed", "value", "words"),
    [("9.5", "9.5", ""), ("1,200", "1200", ""), ("9,5", "", "9,5"), ("about nine", "", "about nine")],
)
def test_a_figure_is_kept_as_a_number_or_in_the_words_it_was_typed_in(
    world: CaptureWorld, page: WorksheetPage, typed: str, value: str, words: str
) -> None:
    page.show_item("item/share")
    field = in_hand(page)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    page.settle()
    assert isinstance(field, QLineEdit)
    assert field.text() == typed
    told = world.run(lambda own: sheet_view(own, world.sheet))
    (answer,) = [item.answer for item in told.items if item.id == "share"]
    assert answer is not None
    assert (answer.value, answer.text) == (value, words)
    said = " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())
    assert ("Kept in these words" in said) is bool(words)


def test_taking_back_a_mark_of_a_line_one_has_left_goes_to_that_line(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "First")
    press(page, Qt.Key.Key_2, CTRL)
    type_text(page, "|Second|Third")
    press(page, Qt.Key.Key_Z, CTRL)
    assert page.pane.editor.text() == ""
    press(page, Qt.Key.Key_Z, CTRL)
    assert page.pane.editor.text() == "First", "one sees what became of it"
    page.settle()
    assert [(view.line.text, view.line.stance) for view in world.lines()] == [
        ("First", None),
        ("Second", None),
    ]
    press(page, Qt.Key.Key_Z, CTRL, SHIFT)
    page.settle()
    assert world.lines()[0].line.stance is Stance.MOSTLY


def test_where_to_find_it_is_kept_by_tab_as_by_enter(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "The handbook")
    press(page, Qt.Key.Key_R, CTRL, SHIFT)
    settle(page)
    field = in_hand(page)
    QTest.keyClicks(field, "page 4")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    page.settle()
    assert [view.line.reference for view in world.lines()] == ["page 4"]


def test_where_to_find_it_is_asked_only_of_a_line_that_says_something(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    press(page, Qt.Key.Key_R, CTRL, SHIFT)
    settle(page)
    assert page.pane.editor.hasFocus()
    assert "Write the line first." in page.pane.hint_words()
    assert world.lines() == []
