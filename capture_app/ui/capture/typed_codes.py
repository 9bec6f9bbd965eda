"""Codes typed in a line, such as "/a": what they mean is done at once, and given back where they were none."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from capture_app.ui.capture.key_taker import KeyTaker
from capture_app.ui.keys import KeyMap

_NONE = Qt.KeyboardModifier.NoModifier


class Text(Protocol):
    """The editor in which they are typed."""

    def text(self) -> str: ...
    def position(self) -> int: ...
    def textCursor(self) -> QTextCursor: ...
    def exchange(self, start: int, end: int, text: str) -> None: ...


class TypedCodes:
    """Knows the last code, as long as nothing else was done."""

    def __init__(self, editor: Text, keymap: KeyMap) -> None:
        self._editor, self._keymap = editor, keymap
        self._last: tuple[int, str, str] | None = None

    def forget(self) -> None:
        """Something else is done now."""
        self._last = None

    def look(self, taker: KeyTaker) -> None:
        """Take a code that ends at the cursor out of the text, and do what it means."""
        end = self._editor.position()
        found = self._keymap.typed(self._editor.text()[:end])
        if not found:
            return
        binding, code = found
        instead = taker.stands_for(binding)
        if instead is not None:
            self._editor.exchange(end - len(code), end, instead)
            taker.act(binding, typed=True)
            self._last = (end - len(code), instead, code)

    def give_back(self, event: QKeyEvent, taker: KeyTaker) -> bool:
        """Backspace straight after a code gives its letters back, without their meaning."""
        if not self._last or event.key() != Qt.Key.Key_Backspace or event.modifiers() != _NONE:
            return False
        self._take_back(taker, *self._last)
        return True

    def let_word_go_on(self, typed: str, taker: KeyTaker) -> None:
        """A code that becomes the beginning of a word, as in "/agree", was none; a capital begins another word."""
        if not self._last or self._editor.textCursor().hasSelection():
            return
        start, instead, code = self._last
        goes_on = typed[:1].islower() or typed[:1].isdigit()
        if goes_on and code[-1].isalnum() and self._editor.position() == start + len(instead):
            self._take_back(taker, start, instead, code)

    def _take_back(self, taker: KeyTaker, start: int, instead: str, code: str) -> None:
        self._last = None
        self._editor.exchange(start, start + len(instead), code)
        taker.take_code_back()
