"""A calm curtain over the screen while the keyboard is handed over: nothing that was written can be seen (I11)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from capture_app.domain.records import DataProtection
from capture_app.ui.dialogs.danger_dialog import emergency_words, whom_to_call
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.reading_order import InReadingOrder
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _

_WIDTH = 560


class Curtain(InReadingOrder, QDialog):
    """Says that everything is saved once that is so, whom to call in danger, and asks who types now.

    Esc does not open it: whoever comes back goes on by the button, or by Enter.

    Signals:
        gone_on(str): somebody goes on; their name, which may be empty.
    """

    gone_on = Signal(str)

    def __init__(self, look: Look, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Paused"))
        self._look = look
        self._said = Prose("", look, "question")
        self.name = QLineEdit()
        self.go_on = Button(_("Go on"), look, "primary", icon="pencil-line")
        self._danger = QVBoxLayout()
        self._build(look)
        self.go_on.clicked.connect(self._on_go_on)
        self.say(_("Paused. Saving what was typed."))

    def say(self, words: str) -> None:
        """Say this at the top, and tell a screen reader."""
        self._said.set_words(words)
        self.setAccessibleName(words)
        announce(self, words)

    def words(self) -> str:
        """What it says at the top."""
        return self._said.text()

    def show_whom_to_call(self, card: DataProtection) -> None:
        """Whom the data-protection card names."""
        self._danger.addWidget(Label(_("If somebody is in danger"), "label"))
        self._danger.addWidget(whom_to_call(self._look, card.in_danger.strip(), lead=False))
        self._danger.addWidget(Prose(emergency_words(), self._look, "secondary"))

    def reject(self) -> None:
        """Esc would lay the notes open to whoever passes by."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on.click()
        else:
            super().keyPressEvent(event)

    def _on_go_on(self) -> None:
        self.go_on.setEnabled(False)
        self.gone_on.emit(self.name.text().strip())

    def refuse(self, sentence: str) -> None:
        """The name could not be kept: say so; one may try again, or go on without a name."""
        self.say(sentence)
        self.go_on.setEnabled(True)

    def _build(self, look: Look) -> None:
        whole, scroll, middle = QVBoxLayout(self), ScrollColumn(look), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        holder = QWidget()
        holder.setMaximumWidth(look.px(_WIDTH))
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column, head = QVBoxLayout(holder), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        self._danger.setSpacing(look.px(2))
        head.setSpacing(look.px(12))
        head.addWidget(Icon("coffee", look, "accent", 32), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._said, 1)
        column.addLayout(head)
        who = _("As they want to be called. It may stay empty.")
        column.addWidget(Field(look, _("Who types now?"), self.name, who))
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Divider())
        column.addLayout(self._danger)
        middle.addStretch(1)
        middle.addWidget(holder, 100)
        middle.addStretch(1)
        scroll.column.addStretch(1)
        scroll.column.addLayout(middle)
        scroll.column.addStretch(2)
