"""Scenes of setting aside: the worksheet afterwards, the card, the list, and where one hands over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.dialogs.aside_list_dialog import AsideListDialog
from capture_app.ui.dialogs.set_aside_dialog import SetAsideDialog
from capture_app.ui.main_window import MainWindow
from capture_app.ui.search_page import SearchPage
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TOLD = "One person told of somebody who is held at a place they named."


def said(stage: Stage) -> MainWindow:
    """A scribe sets a line aside; the card is open."""
    window = stage.window(stage.laptop("A"))
    assert window.desk is not None
    page = window.desk.page()
    assert isinstance(page, WorksheetPage)
    write_and_set_aside(page, TOLD)
    return window


def write_and_set_aside(page: CapturePage, text: str) -> None:
    """Type a line, and press the key."""
    page.pane.write_on()
    QTest.keyClicks(page.pane.editor, text)
    QTest.keyClick(page.pane.editor, Qt.Key.Key_L, HELD)
    settle(page)


def card(stage: Stage) -> QWidget:
    """Whom to call, and where the words are."""
    return stage.shown(said(stage).findChildren(SetAsideDialog)[0])


def card_gone_out(stage: Stage) -> QWidget:
    """The line was handed over before, stands twice, and came from a laptop: all of it is told."""
    window = stage.window(stage.laptop("A"))
    assert window.desk is not None
    page = window.desk.page()
    assert isinstance(page, WorksheetPage)
    keys = iter(page.body.items.keys_in_order())
    while page.pane.model.rowCount() < 3:
        page.show_item(next(keys))
        settle(window)
    page.pane.desk.activate(0)
    text = page.pane.editor.text()
    page.pane.write_on_new()
    QTest.keyClicks(page.pane.editor, text)
    page.pane.desk.activate(0)
    QTest.keyClick(page.pane.editor, Qt.Key.Key_L, HELD)
    settle(window)
    return stage.shown(window.findChildren(SetAsideDialog)[0])


def worksheet(stage: Stage) -> MainWindow:
    """The worksheet once the card is closed."""
    window = said(stage)
    window.findChildren(SetAsideDialog)[0].accept()
    settle(window)
    return window


def listed(stage: Stage) -> QWidget:
    """The list, with one line read."""
    window = worksheet(stage)
    assert window.desk is not None
    page = window.desk.page()
    assert isinstance(page, WorksheetPage)
    write_and_set_aside(page, "A second person spoke of money that was taken from them by somebody else.")
    for told in window.findChildren(SetAsideDialog):
        told.accept()
    page.aside.button.click()
    settle(window)
    dialog = window.findChildren(AsideListDialog)[0]
    dialog.rows[0].note.setText("Told the safeguarding lead of the day at 11:20, who took it over.")
    dialog.rows[0].read.click()
    dialog.rows[1].turn.click()
    settle(dialog)
    return stage.shown(dialog)


def hand_over(stage: Stage) -> QWidget:
    """What stays here is said before anything is written."""
    window = worksheet(stage)
    stage.page(window, "hand_over")
    return window


def search(stage: Stage) -> QWidget:
    """A lead finds a line that is better set aside, after another one was."""
    window = stage.window(stage.lead())
    page = stage.page(window, "search")
    assert isinstance(page, SearchPage)
    QTest.keyClicks(page.hits.field, "case")
    page.hits.ask_now()
    for _time in range(2):
        kinds = [hit.kind for hit in page.hits.table.rows.shown]
        page.hits.table.go_to(kinds.index("Line"))
        if page.aside.button.isHidden():
            page.card.aside.click()
            settle(window)
            window.findChildren(SetAsideDialog)[0].accept()
            settle(window)
    return window


ASIDE_SCENES: dict[str, Scene] = {
    "15-aside-card": card,
    "15-aside-card-gone-out": card_gone_out,
    "15-aside-worksheet": worksheet,
    "15-aside-list": listed,
    "15-aside-hand-over": hand_over,
    "15-aside-search": search,
}
