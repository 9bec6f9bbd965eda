"""Which keys an action may be given: none that belongs to somebody else, none that writes, none that is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt

from capture_app.ui.keys import Binding, Chord, KeyMap, Scope
from capture_app.words import _

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_META = Qt.KeyboardModifier.MetaModifier
_LISTS = (Scope.EVIDENCE, Scope.CONFLICTS, Scope.MINUTES)
"""Places that hold no text, so that a single letter can be a key."""

_SCREEN_READERS = ("Ins", "CapsLock", "Ctrl+Up", "Ctrl+Down")
_MACOS = ("Ctrl+H", "Ctrl+M", "Ctrl+Q", "Ctrl+Tab", "Ctrl+Shift+3", "Ctrl+Shift+4", "Ctrl+Shift+5")
_COPYING = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X")
_MOVING = (
    *("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown", "Backspace", "Del", "Space", "Esc"),
    *("Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "Return", "Enter"),
)


def refusal(keys: KeyMap, binding: Binding, chord: Chord) -> str:
    """Why this action cannot have this key, in one sentence; empty if it can."""
    return _reserved(binding, chord) or _taken(keys, binding, chord)


def _reserved(binding: Binding, chord: Chord) -> str:
    key = " ".join(chord.caps())
    if chord.modifiers & (_ALT | _META):
        return _("{key} cannot be used: Alt opens menus or types letters on some keyboards.").format(key=key)
    if _is_among(chord, _SCREEN_READERS):
        return _("{key} cannot be used: it belongs to screen readers.").format(key=key)
    if _is_among(chord, _MACOS):
        return _("{key} cannot be used: it belongs to the system on a Mac.").format(key=key)
    if _is_among(chord, _COPYING):
        return _("{key} cannot be used: it is for choosing and copying text.").format(key=key)
    if _is_among(chord, _MOVING) or (_writes(chord) and binding.scope not in _LISTS):
        return _("{key} cannot be used: it is for writing and moving about. Hold Ctrl with it.").format(
            key=key
        )
    return ""


def _taken(keys: KeyMap, binding: Binding, chord: Chord) -> str:
    for other in keys.bindings():
        together = binding.scope == other.scope or Scope.APP in (binding.scope, other.scope)
        if other.action != binding.action and together and chord in other.chords:
            return _("{key} is the key for “{action}” already. Nothing was changed.").format(
                key=" ".join(chord.caps()), action=other.words
            )
    return ""


def _is_among(chord: Chord, names: tuple[str, ...]) -> bool:
    return chord in [Chord.parse(name) for name in names]


def _writes(chord: Chord) -> bool:
    """Whether it puts a letter into a text: no Ctrl, and no named key such as F8."""
    return not chord.modifiers & _CTRL and chord.key < Qt.Key.Key_Escape
