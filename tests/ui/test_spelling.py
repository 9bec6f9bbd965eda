"""Words that may be misspelt are marked while one types, and never in the way of typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QTextEdit

from capture_app.domain.ids import new_id
from capture_app.domain.records import GlossaryTerm, Line
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.services.spelling import own_words
from capture_app.settings import Settings
from capture_app.ui.desk import Desk
from capture_app.ui.keys import Scope
from capture_app.ui.settings_page import SettingsPage
from capture_app.ui.spelling.word_menu import WordMenu
from capture_app.ui.style import Look
from capture_app.ui.synthesis.statement_row import StatementRow
from capture_app.ui.synthesis_page import SynthesisPage
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import press, type_text
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.helpers.window import Opened, open_window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WAVE = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


@pytest.fixture
def opened(qapp: QApplication, jobs: InlineJobs, look: Look) -> Iterator[Opened]:
    opened = open_window(qapp, jobs)
    yield opened
    opened.preferences.choose(Settings())
    opened.close()


@pytest.fixture
def entered(home: ExampleHome, jobs: InlineJobs, tmp_path: Path) -> Entered:
    """A scribe's laptop with a pack of the example on it."""
    return home.fresh_laptop(jobs, tmp_path, "A")


@pytest.fixture
def page(opened: Opened, entered: Entered) -> WorksheetPage:
    """The worksheet, with the keyboard in its first line; nothing is loaded yet."""
    opened.window.opening.entered.emit(entered)
    opened.window.activateWindow()
    settle(opened.window)
    page = desk_of(opened).page()
    assert isinstance(page, WorksheetPage)
    page.pane.editor.setFocus()
    return page


def desk_of(opened: Opened) -> Desk:
    assert opened.window.desk is not None
    return opened.window.desk


def marked(editor: QTextEdit | QPlainTextEdit) -> list[str]:
    """The words with a wave under them, as Qt has them."""
    block = editor.document().firstBlock()
    units = block.text().encode("utf-16-le")
    return [
        units[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
        for one in block.layout().formats()
        if one.format.underlineStyle() == WAVE
    ]


def open_menu(editor: QTextEdit | QPlainTextEdit, at: int) -> QMenu | None:
    """Right click on a letter of the text; gives our menu, if it is ours that opened."""
    cursor = editor.textCursor()
    cursor.setPosition(at)
    spot = editor.cursorRect(cursor).center() + QPoint(1, 0)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse,
        spot,
        editor.viewport().mapToGlobal(spot),
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(editor.viewport(), event)
    return newest_menu(editor)


def open_menu_by_key(editor: QTextEdit | QPlainTextEdit, at: int) -> QMenu | None:
    """The menu key, with the cursor there."""
    cursor = editor.textCursor()
    cursor.setPosition(at)
    editor.setTextCursor(cursor)
    QApplication.sendEvent(editor, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    return newest_menu(editor)


def newest_menu(editor: QTextEdit | QPlainTextEdit) -> QMenu | None:
    """Ours, if it is open; the usual one, where that opened instead, is closed."""
    for menu in editor.findChildren(QMenu):
        if not isinstance(menu, WordMenu):
            menu.close()
    menus = [menu for menu in editor.findChildren(WordMenu) if menu.isVisible()]
    return menus[-1] if menus else None


def take(menu: QMenu | None, number: int) -> str:
    """Choose an entry of a menu by its number; gives its words."""
    assert menu is not None
    action = [one for one in menu.actions() if not one.isSeparator()][number]
    menu.close()
    action.trigger()
    return action.text()


def offers(menu: QMenu | None) -> list[str]:
    """What is offered before the first line across the menu."""
    assert menu is not None
    words = []
    for action in menu.actions():
        if action.isSeparator():
            break
        words.append(action.text())
    return words


def test_a_misspelt_word_is_marked_once_it_is_finished(opened: Opened, page: WorksheetPage) -> None:
    desk_of(opened).spelling.begin()
    editor = page.pane.editor
    type_text(page, "Ask survivers")
    assert marked(editor) == []
    editor.insertPlainText(" 😀")  # by an input method; it is two letters to Qt
    type_text(page, " and saftey")
    assert marked(editor) == ["survivers"]
    press(page, Qt.Key.Key_Home)
    assert marked(editor) == ["survivers", "saftey"]
    press(page, Qt.Key.Key_End)
    type_text(page, "s")
    assert marked(editor) == ["survivers"]
    opened.window.setFocus()
    assert marked(editor) == ["survivers", "safteys"]


def test_nothing_is_loaded_until_somebody_has_been_writing_for_a_while(
    opened: Opened, page: WorksheetPage
) -> None:
    watch = desk_of(opened).spelling
    type_text(page, "Ask survivers and")
    assert (watch.speller, watch.isActive(), marked(page.pane.editor)) == (None, True, [])
    watch.timeout.emit()
    assert marked(page.pane.editor) == ["survivers"]
    assert not watch.isActive()


def test_a_suggestion_takes_the_words_place_as_if_typed(
    opened: Opened, page: WorksheetPage, entered: Entered, jobs: InlineJobs
) -> None:
    desk_of(opened).spelling.begin()
    editor = page.pane.editor
    type_text(page, "More Saftey for hosts")
    menu = open_menu(editor, 7)
    assert len(offers(menu)) <= 5
    assert take(menu, 0) == "Safety"
    assert (editor.text(), editor.position(), marked(editor)) == ("More Safety for hosts", 21, [])
    page.settle()
    lines = in_lane(jobs, lambda: texts(entered))
    assert "More Safety for hosts" in lines
    press(page, Qt.Key.Key_Z, CTRL)
    assert editor.text() == "More Saftey for hosts"


def texts(entered: Entered) -> list[str]:
    with entered.workspace.unit_of_work() as work:
        return [line.text for line in work.records.all(Line)]


def test_the_key_goes_to_the_last_marked_word_and_offers_the_same(
    opened: Opened, page: WorksheetPage
) -> None:
    desk_of(opened).spelling.begin()
    editor = page.pane.editor
    type_text(page, "wich saftey for hosts")
    press(page, Qt.Key.Key_S, CTRL, SHIFT)
    assert editor.position() == len("wich saftey")
    menu = newest_menu(editor)
    assert menu is not None
    assert menu.activeAction().text() == "safety"
    assert take(menu, 0) == "safety"
    press(page, Qt.Key.Key_S, CTRL, SHIFT)
    assert take(newest_menu(editor), 0) == "which"
    press(page, Qt.Key.Key_S, CTRL, SHIFT)
    assert (newest_menu(editor), editor.text()) == (None, "which safety for hosts")


def test_an_added_word_is_kept_and_an_ignored_one_forgotten(
    opened: Opened, page: WorksheetPage, entered: Entered, jobs: InlineJobs
) -> None:
    desk_of(opened).spelling.begin()
    editor = page.pane.editor
    type_text(page, "Qarabiso asked Tarmisolq and")
    number = len(offers(open_menu(editor, 3)))
    take(newest_menu(editor), number)
    assert marked(editor) == ["Tarmisolq"]
    assert in_lane(jobs, lambda: own_words(entered.workspace)).added == {"qarabiso"}
    number = len(offers(open_menu(editor, 18)))
    take(newest_menu(editor), number + 1)
    assert marked(editor) == []
    assert in_lane(jobs, lambda: own_words(entered.workspace)).added == {"qarabiso"}
    take(open_menu(editor, 3), 0)
    assert marked(editor) == ["Qarabiso"]
    menu = open_menu(editor, 3)
    page.pane.editor.replace_all("Somebody else wrote this meanwhile")
    take(menu, 0)
    assert editor.text() == "Somebody else wrote this meanwhile"
    assert open_menu(editor, 11) is None


def test_a_term_of_the_glossary_that_comes_later_is_marked_no_longer(
    opened: Opened, page: WorksheetPage, entered: Entered, jobs: InlineJobs
) -> None:
    desk_of(opened).spelling.begin()
    type_text(page, "The qarabiso meets ")
    assert marked(page.pane.editor) == ["qarabiso"]
    term = GlossaryTerm(id=new_id(), term="Qarabiso")
    jobs.write(lambda: keep(entered.workspace, term), lambda _done: None, page)
    assert marked(page.pane.editor) == []


def test_marks_go_and_come_with_the_setting(opened: Opened, page: WorksheetPage) -> None:
    preferences, watch = opened.preferences, desk_of(opened).spelling
    watch.begin()
    type_text(page, "wich hosts")
    assert marked(page.pane.editor) == ["wich"]
    preferences.choose(replace(preferences.settings, spell_check=False))
    assert marked(page.pane.editor) == []
    assert open_menu(page.pane.editor, 2) is None
    preferences.choose(replace(preferences.settings, spell_check=True))
    assert marked(page.pane.editor) == ["wich"]


def test_where_the_language_has_no_dictionary_the_setting_says_so_and_nothing_is_marked(
    opened: Opened, page: WorksheetPage
) -> None:
    opened.preferences.spoken = "cy"
    settings = SettingsPage(opened.preferences, (Scope.APP,), lockable=None)
    assert "no dictionary for Cymraeg" in settings.typing.spelling_note.text()
    settings.typing.spelling.click()
    assert opened.kept[-1].spell_check is False
    settings.typing.spelling.click()
    settings.deleteLater()
    desk_of(opened).spelling.begin()
    type_text(page, "wich hosts")
    assert marked(page.pane.editor) == []


def test_a_statement_of_the_synthesis_is_marked_too(
    opened: Opened, home: ExampleHome, jobs: InlineJobs, tmp_path: Path
) -> None:
    opened.window.opening.entered.emit(home.lead(jobs, tmp_path))
    opened.window.activateWindow()
    desk = desk_of(opened)
    desk.show_page("synthesis")
    settle(opened.window)
    page = desk.page()
    assert isinstance(page, SynthesisPage)
    row = page.findChildren(StatementRow)[0]
    row.begin_editing()
    editor = row.editor
    assert editor is not None
    editor.setFocus()
    desk.spelling.begin()
    editor.begin("")
    QTest.keyClicks(editor, "Hosts need saftey first")
    assert marked(editor) == ["saftey"]
    assert open_menu_by_key(editor, 0) is None
    assert take(open_menu_by_key(editor, 13), 0) == "safety"
    assert editor.words() == "Hosts need safety first"
