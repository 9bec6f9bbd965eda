"""One editor with its marks: which words are underlined, and what the key and the right click offer for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip

from capture_app.domain.spelling import Found, words_to_check
from capture_app.ui.keys import Scope
from capture_app.ui.spelling.marks import Marks, in_units
from capture_app.ui.spelling.word_menu import WordMenu
from capture_app.ui.widgets.announce import announce
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.ui.spelling.speller import Speller

KEY = "line.spelling"


class MarkedEditor(QObject):
    """Stands beside an editor, which does not know of it."""

    def __init__(self, speller: Speller, editor: QTextEdit | QPlainTextEdit) -> None:
        super().__init__(editor)
        self._speller, self._editor = speller, editor
        self.marks = Marks(speller, editor)
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes_key(event)
        if isinstance(event, QContextMenuEvent):
            return self._takes_click(event)
        if isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.marks.settle(writing=event.gotFocus() and watched is self._editor)
        return False

    def _takes_key(self, event: QKeyEvent) -> bool:
        binding = self._speller.keys().pressed(event, Scope.CAPTURE)
        if binding is None or binding.action != KEY:
            return False
        self._open_nearest()
        return True

    def _takes_click(self, event: QContextMenuEvent) -> bool:
        """Offer words where one is marked or was added; elsewhere, and at what is selected, the menu is as ever."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self._editor.textCursor() if by_key else self._editor.cursorForPosition(event.pos())
        found = None if self._editor.textCursor().hasSelection() else self._at(cursor)
        if found is None:
            return False
        self._open(cursor, found)
        return True

    def _at(self, cursor: QTextCursor) -> Found | None:
        """The word at a cursor that something can be done about."""
        text, at = cursor.block().text(), cursor.positionInBlock()
        doubtful = {one.start for one in self._speller.unknown(text)}
        for one in words_to_check(text):
            if in_units(text, one.start) <= at <= in_units(text, one.end) and (
                one.start in doubtful or self._speller.was_added(one.word)
            ):
                return one
        return None

    def _open_nearest(self) -> None:
        """Go to the marked word one is at; else to the last before the cursor, else to the first after it."""
        cursor = self._editor.textCursor()
        text, at = cursor.block().text(), cursor.positionInBlock()
        found = self._speller.unknown(text)
        before = [one for one in found if in_units(text, one.start) <= at]
        if not found:
            self._refuse(cursor)
            return
        nearest = before[-1] if before else found[0]
        cursor.setPosition(cursor.block().position() + in_units(text, nearest.end))
        self._editor.setTextCursor(cursor)
        self._open(cursor, nearest)

    def _refuse(self, cursor: QTextCursor) -> None:
        """Below where one writes, until the next key."""
        below, words = self._editor.cursorRect(cursor).bottomLeft(), _("No word is marked in this line.")
        QToolTip.showText(self._editor.viewport().mapToGlobal(below), words, self._editor)
        announce(self._editor, words)

    def _open(self, cursor: QTextCursor, found: Found) -> None:
        """Under the word, so that it stays in sight."""
        text, word = cursor.block().text(), QTextCursor(cursor)
        begins = cursor.block().position()
        word.setPosition(begins + in_units(text, found.start))
        below = self._editor.cursorRect(word).bottomLeft()
        word.setPosition(begins + in_units(text, found.end), QTextCursor.MoveMode.KeepAnchor)
        menu = WordMenu(self._speller, self._editor, word, found.word)
        menu.open_at(self._editor.viewport().mapToGlobal(below))
