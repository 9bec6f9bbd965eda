"""Pasting from a document or a chat: lines with levels, times and side, a note, and one undo for all of it."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import Side
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.minutes_page import MinutesPage
from capture_app.ui.style import Look
from capture_app.ui.widgets.toast import Toast
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import NOW, CaptureWorld, opened_worksheet, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CHAT = (
    "Ines R.  10:42\nWe need time\nJo to Ines R. (Direct Message) 10:42\nonly for you\n"
    "Jo  10:43\nYes, and:\n- money\n"
)


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    """A worksheet at a question without lines."""
    return opened_worksheet(world, look, qtbot)


def paste(page: CapturePage, text: str) -> None:
    """Copy somewhere else, and press Ctrl+V here."""
    QApplication.clipboard().setText(text)
    press(page, Qt.Key.Key_V, CTRL)


def toast(page: CapturePage) -> Toast:
    """The note that was shown last."""
    return next(one for one in page.findChildren(Toast) if one.isVisible())


def told(world: CaptureWorld, page: CapturePage) -> list[tuple[str, int]]:
    """The words and levels in the workspace, without a line nobody has written in yet."""
    page.settle()
    return [(view.line.text, view.line.level) for view in world.lines() if view.line.text]


def every_version(line: RecordId, workspace: Workspace) -> str:
    """All that the log holds of a line."""
    with workspace.unit_of_work() as work:
        return " ".join(str(entry.body) for entry in work.records.history(line))


def test_a_list_from_a_document_becomes_lines_with_levels_and_one_undo_takes_all_back(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "Before|mid")
    press(page, Qt.Key.Key_Left)
    paste(page, "•\tValues\no\tReasons\xa0matter\n•\tHosts\n")
    after = [("Before", 0), ("miValues", 0), ("Reasons matter", 1), ("Hosts d", 0)]
    assert told(world, page) == after
    assert toast(page).accessibleName() == (
        "3 lines pasted. 3 bullets or numbers taken off. Ctrl+Z takes all of it back."
    )
    press(page, Qt.Key.Key_Z, CTRL)
    assert told(world, page) == [("Before", 0), ("mid", 0)]
    assert (page.pane.editor.text(), page.pane.editor.position()) == ("mid", 2)
    press(page, Qt.Key.Key_Z, CTRL, SHIFT)
    assert told(world, page) == after
    press(page, Qt.Key.Key_Z, CTRL)
    assert told(world, page) == [("Before", 0), ("mid", 0)]


def test_the_button_of_the_note_takes_it_back_once_and_nothing_written_since(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    paste(page, "1. One\n2. Two")
    (button,) = toast(page).findChildren(QPushButton)
    button.click()
    assert told(world, page) == []
    type_text(page, "Another")
    press(page, Qt.Key.Key_Z, CTRL)
    press(page, Qt.Key.Key_Z, CTRL)
    type_text(page, "Kept")
    assert told(world, page) == [("Kept", 0)]


def test_a_chat_has_its_times_and_its_side_and_names_stay_as_words_where_they_may(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "Said in the room")
    paste(page, CHAT)
    page.settle()
    assert [(one.line.text, one.line.said_at[11:], one.line.side) for one in world.lines()] == [
        ("Said in the room", "11:25", Side.ROOM),
        ("Ines R.: We need time", "10:42", Side.CHAT),
        ("Jo: Yes, and:", "10:43", Side.CHAT),
        ("money", "10:43", Side.CHAT),
    ]
    assert (
        "2 names kept as words. 1 message left out that was not written for everybody."
        in toast(page).accessibleName()
    )


def test_where_names_are_locked_a_pasted_chat_leaves_none_anywhere(
    world: CaptureWorld, look: Look, qtbot: QtBot
) -> None:
    page = MinutesPage(world.workspace, world.session, world.jobs, look, now=lambda: NOW)
    qtbot.addWidget(page)
    page.resize(1280, 706)
    page.show()
    qtbot.waitExposed(page)
    page.focus_first()
    paste(page, CHAT)
    paste(page, "[10:44] Ines R. says:\n")
    page.settle()
    assert [view.line.text for view in world.minutes()] == ["We need time", "Yes, and:", "money"]
    assert "1 name left out." in toast(page).accessibleName()
    lines = [view.line.id for view in world.minutes()]
    assert all(versions := [world.run(partial(every_version, line)) for line in lines])
    assert not any("Ines" in version for version in versions)


def test_words_go_into_a_sentence_as_they_are_and_too_many_lines_nowhere(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "a  b")
    press(page, Qt.Key.Key_Left)
    press(page, Qt.Key.Key_Left)
    paste(page, "- and\u200b\xa0then ")
    assert page.pane.editor.text() == "a - and then  b"
    paste(page, "\n".join(f"{number} people" for number in range(501)))
    assert (
        page.pane.hint_words()
        == "This would be 501 lines, and 500 can be pasted at once. Nothing was pasted."
    )
    assert told(world, page) == [("a - and then  b", 0)]


def test_in_the_parking_lot_what_is_pasted_stays_in_the_line(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "later:")
    press(page, Qt.Key.Key_K, CTRL, SHIFT)
    page.show_item("parked")
    paste(page, " one\n• two")
    paste(page, "10:42 From Jo to Ines R. (Privately): only for you")
    assert page.pane.hint_words() == "1 message left out that was not written for everybody."
    page.settle()
    assert world.parked() == ["later:one two"]
