"""A worksheet is read back to its group from the keyboard, closed, and opened again (D1)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.vocabulary import Heard, SheetState, Stance
from capture_app.services import reading_back
from capture_app.services.pages import sheet_view
from capture_app.services.sessions import worksheets
from capture_app.ui.dialogs.question import Question
from capture_app.ui.read_back.read_back_dialog import ReadBackDialog
from capture_app.ui.sessions.worksheets_card import WorksheetsCard
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import (
    CaptureWorld,
    line,
    opened_worksheet,
    press,
    type_text,
)
from tests.helpers.render import settle

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def world(world: CaptureWorld) -> CaptureWorld:
    """A worksheet with two lines."""
    world.save(line(world, "Seven values are too many.", "10"), line(world, "Name the advocate early.", "20"))
    return world


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    return opened_worksheet(world, look, qtbot)


def opened(page: WorksheetPage) -> ReadBackDialog:
    """The worksheet is being read back."""
    press(page, Qt.Key.Key_F8)
    settle(page)
    (dialog,) = page.findChildren(ReadBackDialog)
    return dialog


def asked(page: WorksheetPage) -> Question:
    """What is asked over the page."""
    settle(page)
    return next(one for one in page.findChildren(Question) if one.isVisible())


def said(world: CaptureWorld) -> list[tuple[str, Heard | None]]:
    return [(view.line.text, view.line.spoken_of) for view in world.lines()]


def sheet_state(world: CaptureWorld) -> SheetState:
    return world.run(lambda own: sheet_view(own, world.sheet)).sheet.state


def test_from_the_last_line_to_confirmed_it_takes_two_keys(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "Ask the group first.")
    dialog = opened(page)
    assert dialog.list.rows.rowCount() == 4
    QTest.keyClick(dialog.list, Qt.Key.Key_Return, CTRL)
    settle(page)
    assert {heard for _words, heard in said(world)} == {Heard.CONFIRMED}
    assert len(said(world)) == 3
    assert sheet_state(world) is SheetState.READ_BACK
    assert "Read back" in [chip.accessibleName() for chip in page.header._chips]


def test_each_line_is_confirmed_corrected_or_not_agreed_with(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    dialog = opened(page)
    QTest.keyClick(dialog.list, Qt.Key.Key_D, CTRL)
    settle(dialog)
    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    assert dialog.correction.words.toPlainText() == "Name the advocate early."
    QTest.keyClicks(dialog.correction.words, "Name the advocate at the first meeting.")
    QTest.keyClick(dialog.correction.words, Qt.Key.Key_Return)
    settle(dialog)
    assert said(world) == [
        ("Seven values are too many.", Heard.DISSENT),
        ("Name the advocate at the first meeting.", Heard.CORRECTED),
    ]
    assert dialog._progress.text() == "2 of 2 lines heard · 1 corrected · 1 not agreed by everybody"
    QTest.keyClick(dialog.list, Qt.Key.Key_Z, CTRL)
    settle(dialog)
    assert said(world)[1] == ("Name the advocate early.", None)


def test_the_same_again_takes_a_mark_back_and_esc_leaves_a_line_as_it_was(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    dialog = opened(page)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(dialog)
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    assert said(world)[0][1] is Heard.CONFIRMED
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(dialog)
    assert said(world)[0][1] is None
    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    QTest.keyClicks(dialog.correction.words, "Something else")
    QTest.keyClick(dialog.correction.words, Qt.Key.Key_Escape)
    assert dialog.correction.isHidden()
    assert dialog.isVisible()
    assert said(world)[0] == ("Seven values are too many.", None)


def test_a_line_is_read_with_how_the_group_stood_to_it_and_that_it_matters_most(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    marked = line(world, "Keep the fifth value.", "30", stance=Stance.DISAGREED, priority=True)
    world.save(marked)
    rows = opened(page).list.rows
    at, bare = rows.row_of(marked.id), rows.row_of(world.lines()[0].line.id)
    assert [mark.words for mark in rows.shown[at].marks] == ["Disagreed", "Matters most"]
    assert rows.shown[at].spoken.startswith("Keep the fifth value. Disagreed. Matters most. Not heard yet")
    assert rows.shown[bare].marks == ()
    view = page.findChildren(ReadBackDialog)[0].list
    assert view.sizeHintForRow(at) > view.sizeHintForRow(bare)


def test_that_not_everybody_agrees_stands_at_the_line_until_its_words_change(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    def face() -> tuple[str, list[str]]:
        index = page.pane.model.index(0, 0)
        chips = page.pane.model.face_of(page.pane.model.at(0)).chips
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole)), [chip.words for chip in chips]

    dialog = opened(page)
    QTest.keyClick(dialog.list, Qt.Key.Key_D, CTRL)
    dialog.reject()
    settle(page)
    spoken, chips = face()
    assert "Not everybody agrees." in spoken
    assert "Not everybody agrees" in chips
    first = world.lines()[0].line
    world.run(lambda own: reading_back.correct(own, first.id, "Five values are enough."))
    page._read()
    settle(page)
    assert "Not everybody agrees" not in face()[1]


def test_what_is_changed_after_reading_back_is_told_on_the_worksheet(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    dialog = opened(page)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return, CTRL)
    settle(page)
    type_text(page, "One more point.")
    settle(page)
    assert "Read back, 1 line since" in [chip.accessibleName() for chip in page.header._chips]


def test_a_worksheet_nobody_read_back_is_closed_only_when_asked_twice(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    QTest.mouseClick(page.header.turn_button, Qt.MouseButton.LeftButton)
    question = asked(page)
    question.reject()
    assert sheet_state(world) is SheetState.OPEN
    QTest.mouseClick(page.header.turn_button, Qt.MouseButton.LeftButton)
    asked(page).verb.click()
    settle(page)
    assert sheet_state(world) is SheetState.CLOSED
    assert not page.header.read_button.isVisible()
    type_text(page, "Nobody hears this.")
    page.settle()
    assert len(world.lines()) == 2


def test_the_number_in_the_group_of_a_closed_worksheet_does_not_look_as_if_one_could_write_it(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    def chip() -> tuple[str, str]:
        assert page.header._heads is not None
        return page.header._heads.face.icon_after, page.header._heads.accessibleDescription()

    assert chip()[0] == "pencil-simple"
    world.run(lambda own: reading_back.close(own, world.sheet))
    page._read()
    settle(page)
    icon, told = chip()
    assert icon == "lock-simple"
    assert told.startswith("The worksheet is closed.")
    assert page.header._heads is not None
    assert page.header._heads.text() == "5 in the room, 3 remote"
    closed = world.run(lambda own: sheet_view(own, world.sheet)).sheet
    world.save(replace(closed, headcount=None, remote_headcount=None))
    page._read()
    settle(page)
    assert page.header._heads.text() == "Group not counted"


def test_a_closed_worksheet_says_when_it_was_read_back_and_to_whom_and_one_that_was_not_does_not(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    def told() -> list[str]:
        page._read()
        settle(page)
        shown = [label.text() for label in page.header.findChildren(QLabel) if label.isVisible()]
        return [words for words in shown if words.startswith("Read back to")]

    def chips() -> list[str]:
        return [chip.accessibleName() for chip in page.header._chips]

    world.run(lambda own: reading_back.close(own, world.sheet))
    assert told() == []
    assert "Closed" in chips()
    world.run(lambda own: reading_back.reopen(own, world.sheet, "To read it back."))
    world.run(lambda own: reading_back.confirm_rest(own, world.sheet))
    assert told() == []
    world.run(lambda own: reading_back.close(own, world.sheet))
    (words,) = told()
    assert words.startswith("Read back to Group 2: today, ")
    assert "Closed, read back" in chips()


def test_opening_it_again_asks_why_and_one_writes_on(world: CaptureWorld, page: WorksheetPage) -> None:
    world.run(lambda own: reading_back.close(own, world.sheet))
    page._read()
    settle(page)
    QTest.mouseClick(page.header.turn_button, Qt.MouseButton.LeftButton)
    question = asked(page)
    question.verb.click()
    assert "Say why" in question.said()
    why = question.findChildren(QPlainTextEdit)[0]
    QTest.keyClicks(why, "The group wants to add a point.")
    question.verb.click()
    settle(page)
    assert sheet_state(world) is SheetState.OPEN
    told = [label.text() for label in page.header.findChildren(QLabel) if label.isVisible()]
    assert "Opened again: The group wants to add a point." in told
    type_text(page, "One more point.")
    page.settle()
    assert world.texts()[-1] == "One more point."


def test_what_could_not_be_saved_is_said_and_the_line_stays_as_it_was(
    world: CaptureWorld, page: WorksheetPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> None:
        raise StorageTrouble("The disk is full, so nothing was saved. Free some space.")

    dialog = opened(page)
    monkeypatch.setattr(reading_back, "mark", full)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(dialog)
    assert dialog.trouble.isVisible()
    assert said(world)[0] == ("Seven values are too many.", None)
    monkeypatch.undo()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(dialog)
    assert not dialog.trouble.isVisible()
    assert said(world)[0][1] is Heard.CONFIRMED
    assert QApplication.focusWidget() in (dialog.list, None)


def test_the_leads_list_of_worksheets_says_why_one_was_opened_again(world: CaptureWorld, look: Look) -> None:
    world.run(lambda own: reading_back.reopen(own, world.sheet, "A point was missing."))
    card = WorksheetsCard(look)
    card.show_worksheets(world.run(lambda own: worksheets(own, world.session)))
    told = [one.accessibleName() for one in card.findChildren(Prose)]
    assert any(words.endswith("– opened again: A point was missing.") for words in told)
