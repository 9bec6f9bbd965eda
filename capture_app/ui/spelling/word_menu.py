"""What can be done about one word: take a suggestion, add it to the workspace's words, or leave it alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.ui.spelling.speller import Speller


class WordMenu(QMenu):
    """`selected` is the word in its text."""

    def __init__(
        self, speller: Speller, editor: QTextEdit | QPlainTextEdit, selected: QTextCursor, word: str
    ) -> None:
        super().__init__(editor)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._selected, self._word = selected, word
        if speller.was_added(word):
            self._offer(_("Take out of this workspace’s words"), partial(speller.take_out, word))
        else:
            self._offer_suggestions(speller.suggestions(word))
            self._offer(_("Add to this workspace’s words"), partial(speller.add, word))
            self._offer(_("Ignore until this workspace is closed"), partial(speller.ignore, word))

    def open_at(self, place: QPoint) -> None:
        """Open there, with the first thing one can choose ready for Enter."""
        self.popup(place)
        choices = (one for one in self.actions() if one.isEnabled() and not one.isSeparator())
        self.setActiveAction(next(choices))

    def _offer_suggestions(self, words: tuple[str, ...]) -> None:
        for word in words:
            self._offer(word, partial(self._take, word))
        if not words:
            self._offer(_("No suggestions"), None)
        self.addSeparator()

    def _take(self, word: str) -> None:
        """Put it in the word's place, unless the text was changed from elsewhere while this was open."""
        if self._selected.selectedText() == self._word:
            self._selected.insertText(word)

    def _offer(self, words: str, does: partial[None] | None) -> None:
        action = QAction(words, self)
        action.setEnabled(does is not None)
        if does is not None:
            action.triggered.connect(lambda _checked=False: does())
        self.addAction(action)
