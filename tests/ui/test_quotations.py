"""A quotation says whether its words may be used, and one that is not finished is counted and can be gone to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from capture_app.domain.vocabulary import LineKind, Permission
from capture_app.ui.capture.item_row import ItemRow
from capture_app.ui.minutes_page import MinutesPage
from capture_app.ui.style import Look
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import (
    NOW,
    CaptureWorld,
    fill_minutes,
    opened_worksheet,
    press,
    type_text,
)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    """A worksheet at a question without lines."""
    return opened_worksheet(world, look, qtbot)


def said(page: WorksheetPage) -> str:
    """The active line as a screen reader says it."""
    index = page.pane.model.index(page.pane.desk.row, 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def counted(page: WorksheetPage) -> list[str]:
    """What the list of questions says of quotations to finish."""
    names = [row.accessibleName() for row in page.body.items.findChildren(ItemRow)]
    return [name for name in names if "to finish" in name]


def test_one_key_says_whether_the_words_may_be_used_and_it_can_be_undone(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    def kept() -> Permission:
        page.settle()
        return world.lines()[0].line.permission

    type_text(page, '"Who do I ring?"')
    assert "Quotation. Permission not asked yet." in said(page)
    press(page, Qt.Key.Key_G, CTRL, SHIFT)
    assert (kept(), "Permission given." in said(page)) == (Permission.GIVEN, True)
    press(page, Qt.Key.Key_G, CTRL, SHIFT)
    assert (kept(), "Permission refused." in said(page)) == (Permission.REFUSED, True)
    press(page, Qt.Key.Key_G, CTRL, SHIFT)
    assert kept() is Permission.NOT_ASKED
    press(page, Qt.Key.Key_Z, CTRL)
    press(page, Qt.Key.Key_Z, CTRL)
    assert kept() is Permission.GIVEN
    press(page, Qt.Key.Key_Z, CTRL, SHIFT)
    assert kept() is Permission.REFUSED


def test_nobody_is_asked_about_the_words_of_another_line(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "a point")
    press(page, Qt.Key.Key_G, CTRL, SHIFT)
    assert page.pane.hint_words() == "Only a quotation has a permission, and this line is none."
    page.settle()
    assert world.lines()[0].line.permission is Permission.NOT_ASKED


def test_a_quotation_to_finish_is_counted_at_its_question_and_one_key_goes_there(
    world: CaptureWorld, look: Look, qtbot: QtBot, page: WorksheetPage
) -> None:
    type_text(page, '"The first host said...|a point|"And then"|')
    page.show_item("item/else")
    type_text(page, '"Nobody ever')
    (values, other) = counted(page)
    assert "3 lines · 1 to finish" in values
    assert "1 line · 1 to finish" in other

    press(page, Qt.Key.Key_F, CTRL, SHIFT)
    assert (page.pane.editor.text(), page.pane.editor.hasFocus()) == ("“The first host said...", True)
    press(page, Qt.Key.Key_Backspace)
    type_text(page, ' that it costs nothing"')
    assert len(counted(page)) == 1
    press(page, Qt.Key.Key_F, CTRL, SHIFT)
    assert page.pane.editor.text() == "“Nobody ever"
    type_text(page, ' asked us"')
    press(page, Qt.Key.Key_F, CTRL, SHIFT)
    assert page.pane.hint_words() == "No quotation waits to be finished here."
    page.settle()
    assert counted(page) == counted(opened_worksheet(world, look, qtbot)) == []


def test_what_is_told_on_opening_is_what_was_counted_while_typing(
    world: CaptureWorld, look: Look, qtbot: QtBot, page: WorksheetPage
) -> None:
    type_text(page, '"One...|"Two...')
    shown = counted(page)
    page.settle()
    again = opened_worksheet(world, look, qtbot)
    assert (
        [name.split(" · ")[1] for name in counted(again)]
        == [name.split(" · ")[1] for name in shown]
        == ["2 to finish"]
    )
    press(page, Qt.Key.Key_K, CTRL, SHIFT)
    assert "1 line · 1 to finish" in counted(page)[0]


def test_in_the_minutes_the_key_goes_round_the_part_and_tags_say_what_was_given(
    world: CaptureWorld, look: Look, qtbot: QtBot
) -> None:
    fill_minutes(world)
    page = MinutesPage(world.workspace, world.session, world.jobs, look, now=lambda: NOW)
    qtbot.addWidget(page)
    page.resize(1280, 706)
    page.show()
    qtbot.waitExposed(page)
    page.focus_first()
    type_text(page, '"As I was|a point')
    press(page, Qt.Key.Key_F, CTRL, SHIFT)
    assert page.pane.editor.text() == "“As I was"
    press(page, Qt.Key.Key_G, CTRL, SHIFT)
    page.settle()
    kept = next(view.line for view in world.minutes() if view.line.text == "“As I was")
    assert (kept.line_kind, kept.permission) == (LineKind.QUOTATION, Permission.GIVEN)
    assert "Quotations without permission 1" in page.side.words()
