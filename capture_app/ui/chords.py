"""One key held with others, how it is written on a key cap, how it is said, and whether a key press is it.

Digits are matched by the position of the key, because on some keyboards (AZERTY) they need Shift.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from capture_app.words import _

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_NONE = Qt.KeyboardModifier.NoModifier
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)

_NUMBER_ROW = "1234567890"
_ROW_CODES = {
    "win32": dict(zip(range(2, 12), _NUMBER_ROW, strict=True)),
    "darwin": dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), _NUMBER_ROW, strict=True)),
    "linux": dict(zip(range(10, 20), _NUMBER_ROW, strict=True)),
}
"""The number row by the code the system gives to the place of a key."""


@dataclass(frozen=True, slots=True)
class Chord:
    """A key with exactly these modifiers."""

    key: Qt.Key
    modifiers: Qt.KeyboardModifier = _NONE

    @classmethod
    def parse(cls, text: str) -> Chord:
        """From "Ctrl+Shift+K". Raises ValueError for anything that is not one key."""
        sequence = QKeySequence.fromString(text, QKeySequence.SequenceFormat.PortableText)
        if sequence.count() != 1:
            raise ValueError(text)
        combination: QKeyCombination = sequence[0]  # type: ignore[index]  # PySide's stubs leave it out
        if combination.key() == Qt.Key.Key_unknown:
            raise ValueError(text)
        return cls(combination.key(), combination.keyboardModifiers())

    @classmethod
    def of(cls, event: QKeyEvent) -> Chord:
        """The chord of a press. Every modifier but the keypad's counts, so AltGr never fires."""
        return cls(pressed_key(event), event.modifiers() & ~_KEYPAD)

    def sequence(self) -> QKeySequence:
        """For a menu's shortcut column."""
        return QKeySequence(self.text())

    def text(self) -> str:
        """As settings write it, the same on every system: "Ctrl+1"."""
        return "+".join([_PORTABLE[m] for m in self._held()] + [_key_text(self.key)])

    def caps(self) -> tuple[str, ...]:
        """What stands on the key caps: ("Ctrl", "1")."""
        words = _cap_words()
        return (*(words[m] for m in self._held()), _cap_of(self.key))

    def spoken(self) -> str:
        """As a screen reader should say it: "Control 1"."""
        held = [{"Ctrl": _("Control"), "⌘": _("Command")}.get(cap, cap) for cap in self.caps()]
        return " ".join(held)

    def _held(self) -> list[Qt.KeyboardModifier]:
        return [m for m in _MODIFIERS if self.modifiers & m]


def pressed_key(event: QKeyEvent) -> Qt.Key:
    """The key of a press; on the number row always the digit, whatever the layout makes of it with Shift."""
    key = Qt.Key(event.key())
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return key
    code = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    digit = _ROW_CODES.get(sys.platform, {}).get(code) if code else None
    # A letter or a named key in that place (Dvorak, F keys) means what it says.
    return Qt.Key(ord(digit)) if digit and not _names_itself(key) else key


def _names_itself(key: Qt.Key) -> bool:
    return Qt.Key.Key_A <= key <= Qt.Key.Key_Z or key >= Qt.Key.Key_Escape


_PORTABLE = {
    Qt.KeyboardModifier.ControlModifier: "Ctrl",
    Qt.KeyboardModifier.AltModifier: "Alt",
    Qt.KeyboardModifier.ShiftModifier: "Shift",
    Qt.KeyboardModifier.MetaModifier: "Meta",
}


def _key_text(key: Qt.Key) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def _cap_words() -> dict[Qt.KeyboardModifier, str]:
    command = "⌘" if sys.platform == "darwin" else _("Ctrl")
    words = (command, _("Alt"), _("Shift"), _("Meta"))
    return dict(zip(_MODIFIERS, words, strict=True))


def _cap_of(key: Qt.Key) -> str:
    named = {
        Qt.Key.Key_Return: _("Enter"),
        Qt.Key.Key_Enter: _("Enter"),
        Qt.Key.Key_Tab: _("Tab"),
        Qt.Key.Key_Escape: _("Esc"),
        Qt.Key.Key_PageUp: _("Page up"),
        Qt.Key.Key_PageDown: _("Page down"),
        Qt.Key.Key_Up: "↑",
        Qt.Key.Key_Down: "↓",
        Qt.Key.Key_Left: "←",
        Qt.Key.Key_Right: "→",
    }
    return named.get(key) or _key_text(key)
