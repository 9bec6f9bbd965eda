"""The list of all keys in the settings: each action in its place, with a key that can be changed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from capture_app.ui.actions import listed, scope_words
from capture_app.ui.chord_rules import refusal
from capture_app.ui.keys import Chord, KeyMap, Scope
from capture_app.ui.settings.key_row import KeyRow
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card, Section
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class Refusal(QWidget):
    """Why a key was not taken: stands below the row it was meant for."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Prose("", look, "bad")
        self._row = QHBoxLayout(self)
        self._row.addWidget(Icon("warning-circle", look, "bad", 16), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.words, 1)
        self.hide()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._row.setContentsMargins(look.px(8), 0, 0, look.px(6))
        self._row.setSpacing(look.px(6))


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
        self.refusal = Refusal(look)
        self.usual = Button(_("Back to the usual keys"), look, "quiet", size="row")
        self.usual.clicked.connect(self.usual_wanted)
        self.add_aside(self.usual)
        self.add(Prose(_("Choose a key to change it, then press the new one."), look, "secondary"))
        for scope in scopes:
            self._add_scope(look, scope)

    def show_keys(self, keys: KeyMap) -> None:
        """Show the keys now in force."""
        self._keys = keys
        self._refuse(None, "")
        for action, row in self.rows.items():
            row.show_binding(keys[action])

    def propose(self, action: str, chord: Chord) -> None:
        """Somebody pressed this for an action: it is taken, or its row says why not."""
        binding = self._keys[action]
        sentence = refusal(self._keys, binding, chord)
        self._refuse(self.rows[action], sentence)
        if not sentence and chord not in binding.chords:
            self.chosen.emit(action, _written(chord))

    def _add_scope(self, look: Look, scope: Scope) -> None:
        self.add_section()
        self.add(Label(scope_words(scope), "strong"))
        for binding in listed(self._keys, scope):
            row = self.rows[binding.action] = KeyRow(look, binding)
            row.caught.connect(partial(self.propose, binding.action))
            self.add(row)

    def _refuse(self, row: KeyRow | None, sentence: str) -> None:
        """Say it below the row; nothing takes back what was said."""
        section = row.parentWidget() if row is not None else None
        if row is not None and isinstance(section, Section):
            section.column.insertWidget(section.column.indexOf(row) + 1, self.refusal)
        self.refusal.words.set_words(sentence)
        self.refusal.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, assertive=True)


def _written(chord: Chord) -> str:
    """A chord as settings keep it; Enter is two keys, one of them on the keypad."""
    if chord.key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return chord.text()
    both = (Chord(key, chord.modifiers) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter))
    return ", ".join(one.text() for one in both)
