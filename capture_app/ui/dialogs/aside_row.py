"""One line that is set aside, in the list of them: where it stood, what was done about it, its words when asked for."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from capture_app.services.setting_aside import Aside
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.style import Look
from capture_app.ui.when import when
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class AsideRow(QWidget):
    """The key that set it aside brings it back.

    Signals:
        read_wanted(): show its words.
        noted(str): what was done about it.
        turned(bool): bring it back, or set it aside again where that was done.
    """

    read_wanted = Signal()
    noted = Signal(str)
    turned = Signal(bool)

    def __init__(self, look: Look, aside: Aside, keys: KeyMap, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aside, self._keys, self._is_aside = aside, keys, True
        self._place = Prose(aside.place, look, "strong")
        self.state = Label("", "secondary")
        self.words = Prose("", look, "capture")
        self.read = Button(_("Read it"), look, size="row", icon="eye")
        self.turn = Button("", look, size="row", icon="arrow-counter-clockwise")
        self.note = QLineEdit(aside.note)
        self._noted = aside.note
        self._build(look)
        self._show_state()

    def show_words(self, words: str) -> None:
        """Show what the line says, or hide it where there is nothing to show."""
        self.words.set_words(words)
        self.words.setVisible(bool(words))
        self.read.set_words(_("Hide it") if words else _("Read it"))
        self.read.set_icon("eye-slash" if words else "eye")

    def show_aside(self, is_aside: bool) -> None:
        """It was brought back, or set aside again."""
        self._is_aside = is_aside
        self.show_words("")
        self._show_state()

    def keep_note(self) -> None:
        """Hand over what stands in the note, if that is news."""
        note = self.note.text().strip()
        if note != self._noted:
            self._noted = note
            self.noted.emit(note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        binding = self._keys.pressed(event, Scope.CAPTURE)
        if binding is not None and binding.action == "line.set_aside":
            self.turn.click()
        else:
            super().keyPressEvent(event)

    def _build(self, look: Look) -> None:
        column, buttons = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for button in (self.read, self.turn):
            button.setAccessibleDescription(self.aside.place)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._field = Field(look, _("What was done about it"), self.note)
        for widget in (self._place, self.state, self.words, self._field):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.words.hide()
        self.read.clicked.connect(self._on_read)
        self.turn.clicked.connect(lambda: self.turned.emit(not self._is_aside))
        self.note.editingFinished.connect(self.keep_note)

    def _show_state(self) -> None:
        self.read.setVisible(self._is_aside)
        self._field.setVisible(self._is_aside)
        self.turn.set_words(_("Bring it back") if self._is_aside else _("Set aside again"))
        self.turn.set_icon("arrow-counter-clockwise" if self._is_aside else "eye-slash")
        self.state.setText(
            self._set_words() if self._is_aside else _("Brought back. It goes with the next bundle.")
        )

    def _set_words(self) -> str:
        at = datetime.fromisoformat(self.aside.set_at).astimezone()
        return _("Set aside {when}").format(when=when(at))

    def _on_read(self) -> None:
        if self.words.text():
            self.show_words("")
        else:
            self.read_wanted.emit()
