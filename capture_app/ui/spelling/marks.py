"""The wave under words that may be misspelt. Not under the word one is in the middle of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

if TYPE_CHECKING:
    from capture_app.ui.spelling.speller import Speller

_WAVE = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


class Marks(QSyntaxHighlighter):
    """Looks at each paragraph that changes, and again when the cursor leaves the word that was being typed."""

    def __init__(self, speller: Speller, editor: QTextEdit | QPlainTextEdit) -> None:
        super().__init__(editor.document())
        self._speller, self._editor = speller, editor
        self._writing = editor.hasFocus()
        self._held: tuple[int, int] | None = None
        self._form = QTextCharFormat()
        self._form.setUnderlineStyle(_WAVE)
        editor.cursorPositionChanged.connect(self._on_moved)
        speller.changed.connect(self._renew)
        self._renew()

    def highlightBlock(self, text: str) -> None:
        """Qt calls this for each paragraph that changed."""
        begins = self.currentBlock().position()
        cursor = self._editor.textCursor().position() - begins if self._writing else -1
        if 0 <= cursor <= self.currentBlock().length():
            self._held = None
        for found in self._speller.unknown(text):
            start, end = in_units(text, found.start), in_units(text, found.end)
            if start < cursor <= end:
                self._held = (begins + start, begins + end)
            else:
                self.setFormat(start, end - start, self._form)

    def settle(self, *, writing: bool) -> None:
        """Somebody came to write here or went: a word nobody is typing any more is marked like the others."""
        self._writing = writing
        if not writing and self._held is not None:
            self._held = None
            self.rehighlight()

    def _on_moved(self) -> None:
        if self._held is None:
            return
        start, end = self._held
        if not start < self._editor.textCursor().position() <= end:
            self._held = None
            self.rehighlight()

    def _renew(self) -> None:
        self._held = None
        self._form.setUnderlineColor(self._speller.tint())
        self.rehighlight()


def in_units(text: str, at: int) -> int:
    """A place in a text as Qt counts it: letters beyond the first 65,536 are two."""
    return at if text.isascii() else at + sum(letter > "\uffff" for letter in text[:at])
