"""Somebody at a laptop: reads what is on the screen, presses keys, clicks what can be clicked, waits for an answer.

Nothing here knows pages. Keys go to whatever has the keyboard, clicks to what is found by its words, and
every answer is waited for, because the real lanes take their time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as TookTooLong
from pytestqt.qtbot import QtBot

from capture_app.ui.jobs import Jobs
from capture_app.ui.main_window import MainWindow
from tests.helpers.dangling import left_over, running
from tests.helpers.render import prefer_inter
from tests.helpers.window import open_window

PATIENCE = 60_000
"""Milliseconds somebody waits; far longer than anything takes, so that a busy computer fails no test."""

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@contextmanager
def at_a_laptop(app: QApplication, qtbot: QtBot, *recent: Path) -> Iterator[tuple[Person, MainWindow]]:
    """Somebody before the window, which is closed at the end as they would; nothing may be left running.

    The window has the real lanes. `recent` are the files it knows.
    """
    prefer_inter(app)
    before = running()
    jobs = Jobs(_raise)
    opened, person = open_window(app, jobs, recent), Person(qtbot)
    try:
        yield person, opened.window
        opened.window.close()
        person.waits_until(lambda: not opened.window.isVisible(), "the end of the window")
    finally:
        jobs.close()
    opened.close()
    assert left_over(before) == []


class Person:
    """Somebody who uses the windows that are open."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key, with another held."""
        QTest.keyClick(self._keyboard(), key, held)

    def type(self, text: str) -> None:
        """Press the keys of a text; a line break is Enter."""
        for letter in text:
            if letter == "\n":
                self.press(ENTER)
            else:
                QTest.keyClicks(self._keyboard(), letter)

    def fill_in(self, name: str, text: str) -> None:
        """Go to a field by the Tab key, and put this text in the place of what it holds."""
        for _step in range(40):
            if self._keyboard().accessibleName() == name:
                self.press(Qt.Key.Key_A, CTRL)
                self.type(text)
                return
            self.press(TAB)
        raise AssertionError(f"the Tab key does not lead to ‘{name}’. On the screen:\n{on_screen()}")

    def waits_at(self, name: str) -> None:
        """Wait until the keyboard is at what has this name, whatever is said of it besides."""
        self.waits_until(
            lambda: self._keyboard().accessibleName().split(". ")[0] == name, f"the keyboard at ‘{name}’"
        )

    def click(self, words: str) -> None:
        """Wait until a button of these words can be clicked, and click it."""
        self.waits_until(lambda: _buttons(words) != [], f"a button ‘{words}’")
        QTest.mouseClick(_buttons(words)[0], Qt.MouseButton.LeftButton)

    def drops(self, files: Sequence[Path], on: QWidget) -> None:
        """Drag files over the middle of a window and let go."""
        mime, middle = QMimeData(), on.rect().center()
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        under = on.childAt(middle) or on
        place = under.mapFrom(on, middle)
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(under, QDragEnterEvent(place, copy, mime, left, none))
        QApplication.sendEvent(under, QDropEvent(place.toPointF(), copy, mime, left, none))

    def sees(self, *sentences: str) -> None:
        """Wait until all of these can be read at once."""
        self.waits_until(lambda: not _missing(sentences), f"all of {sentences}")

    def waits_until(self, so: Callable[[], bool], what: str) -> None:
        """Wait; where it does not come, say what is on the screen instead."""
        try:
            self._qtbot.waitUntil(so, timeout=PATIENCE)
        except TookTooLong:
            raise AssertionError(f"{what} did not come. On the screen:\n{on_screen()}") from None

    def _keyboard(self) -> QWidget:
        """What takes the keys."""
        self.waits_until(
            lambda: _front().isActiveWindow() and QApplication.focusWidget() is not None,
            "anything that takes keys",
        )
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget


def _raise(error: BaseException) -> None:
    raise error


def on_screen() -> str:
    """Everything that can be read in the windows that are open, one text a line."""
    return "\n".join(words for window in QApplication.topLevelWidgets() for words in _read(window))


def _missing(sentences: Sequence[str]) -> list[str]:
    screen = on_screen()
    return [sentence for sentence in sentences if sentence not in screen]


def _front() -> QWidget:
    """The window in front: while a dialog asks, nothing behind it can be used.

    Without a screen nobody brings a window forward when a dialog has gone, as every desktop does.
    """
    seen = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    front = QApplication.activeModalWidget() or QApplication.activeWindow() or seen[0]
    if not front.isActiveWindow():
        front.activateWindow()
    return front


def _buttons(words: str) -> list[QAbstractButton]:
    """What can be clicked now under these words."""
    return [
        one
        for one in _front().findChildren(QAbstractButton)
        if words in (one.text(), one.accessibleName()) and one.isVisible() and one.isEnabled()
    ]


def _read(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            yield from filter(None, dict.fromkeys(_words_of(widget)))


def _words_of(widget: QWidget) -> Iterator[str]:
    """What it shows; where it is painted, its accessible name, which says the same."""
    yield widget.windowTitle() if widget.isWindow() else ""
    yield widget.accessibleName()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.displayText()
        case QPlainTextEdit() | QTextEdit():
            yield widget.toPlainText()
        case QAbstractItemView():
            yield from _rows_of(widget)


def _rows_of(view: QAbstractItemView) -> Iterator[str]:
    """Rows are painted; a screen reader is told the same of each."""
    model = view.model()
    for row in range(model.rowCount()):
        yield str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) or "")
        yield str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole) or "")
