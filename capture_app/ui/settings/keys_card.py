"""The list of all keys in the settings: each action in its place, with a key that can be changed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.ui.actions import EVERYWHERE, scope_words
from capture_app.ui.chord_rules import refusal
from capture_app.ui.keys import Binding, Chord, KeyMap, Scope
from capture_app.ui.settings.key_catch import KeyCatch
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.keycap import KeyCap
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class KeyRow(QWidget):
    """What it does, what may be typed for it, its key; and below, why another key was refused."""

    def __init__(self, look: Look, binding: Binding, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.catch = KeyCatch(look, binding) if binding.chords else None
        self._icon, self._refused = Icon("warning-circle", look, "bad", 16), Prose("", look, "bad")
        self._column, self._row, self._below = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Prose(binding.words, look), 1)
        for code in binding.typed:
            self._row.addWidget(Label(_("or type") if binding.chords else _("type"), "caption"))
            self._row.addWidget(KeyCap(code.strip(), look))
        if self.catch is not None:
            self._row.addWidget(self.catch)
        self._below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self._refused, 1)
        self._column.addLayout(self._row)
        self._column.addLayout(self._below)
        self.refuse("")
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._column.setSpacing(look.px(2))
        self._row.setSpacing(look.px(6))
        self._below.setSpacing(look.px(6))

    def refused(self) -> str:
        """Why the last key was not taken; empty if it was."""
        return self._refused.text()

    def refuse(self, sentence: str) -> None:
        """Say why the key was not taken; empty takes it back."""
        self._refused.set_words(sentence)
        self._refused.setVisible(bool(sentence))
        self._icon.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, assertive=True)


class KeysCard(Card):
    """Signals:
    chosen(str, str): this action has these keys from now on, as settings write them.
    usual_wanted(): all keys as they were at first.
    """

    chosen = Signal(str, str)
    usual_wanted = Signal()

    def __init__(
        self, look: Look, keys: KeyMap, scopes: Iterable[Scope], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, _("Keys"), parent=parent)
        self._keys = keys
        self.rows: dict[str, KeyRow] = {}
        self.usual = Button(_("Back to the usual keys"), look, "quiet", size="row")
        self.usual.clicked.connect(self.usual_wanted)
        self.add_aside(self.usual)
        self.add(Prose(_("Choose a key to change it, then press the new one."), look, "secondary"))
        for scope in scopes:
            self._add_scope(look, scope)

    def show_keys(self, keys: KeyMap) -> None:
        """Show the keys now in force."""
        self._keys = keys
        for action, row in self.rows.items():
            row.refuse("")
            if row.catch is not None:
                row.catch.show_binding(keys[action])

    def propose(self, action: str, chord: Chord) -> None:
        """Somebody pressed this for an action: it is taken, or its row says why not."""
        binding = self._keys[action]
        sentence = refusal(self._keys, binding, chord)
        for row in self.rows.values():
            row.refuse("")
        if sentence:
            self.rows[action].refuse(sentence)
        elif chord not in binding.chords:
            self.chosen.emit(action, _written(chord))

    def _add_scope(self, look: Look, scope: Scope) -> None:
        self.add_section()
        self.add(Label(scope_words(scope), "strong"))
        for binding in self._keys.bindings(scope):
            if scope is Scope.APP and binding.action not in EVERYWHERE:
                continue
            row = self.rows[binding.action] = KeyRow(look, binding)
            if row.catch is not None:
                row.catch.caught.connect(partial(self.propose, binding.action))
            self.add(row)


def _written(chord: Chord) -> str:
    """A chord as settings keep it; Enter is two keys, one of them on the keypad."""
    if chord.key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return chord.text()
    both = (Chord(key, chord.modifiers) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter))
    return ", ".join(one.text() for one in both)
