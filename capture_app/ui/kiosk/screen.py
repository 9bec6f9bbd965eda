"""A screen that is not a question: begin, thank you, are you there, not in yet, for staff."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose


class Screen(QWidget):
    """A sentence, a few words, and one or two buttons. `asks` adds a hidden line to type.

    Signals:
        wanted(): the first button, or Enter.
        other_wanted(): the second.
    """

    wanted = Signal()
    other_wanted = Signal()

    def __init__(
        self,
        look: Look,
        icon: str,
        button: str,
        *,
        other: str = "",
        asks: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = Icon(icon, look, "accent", 44)
        self._sentence, self._words = Prose("", look, "kiosk"), Prose("", look, "capture")
        self.button = Button(button, look, "primary", size="kiosk")
        self.other = Button(other, look, size="kiosk")
        self.editor = QLineEdit()
        self.editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.editor.setAcceptDrops(False)
        self.field = Field(look, asks, self.editor)
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._build(bool(other), bool(asks))
        self.button.clicked.connect(self.wanted)
        self.other.clicked.connect(self.other_wanted)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._column.setSpacing(look.px(18))
        self._column.setContentsMargins(look.px(24), look.px(40), look.px(24), look.px(40))
        self._row.setSpacing(look.px(14))
        self.field.setMaximumWidth(look.px(420))

    def say(self, sentence: str, words: str = "") -> None:
        """Show these, and tell a screen reader."""
        self._sentence.set_words(sentence)
        self._words.set_words(words)
        self._words.setVisible(bool(words))
        announce(self, f"{sentence} {words}".strip())

    def tell(self, button: str, other: str = "") -> None:
        """Other words on the buttons."""
        self.button.set_words(button)
        self.other.set_words(other)

    def said(self) -> str:
        """The sentence shown."""
        return self._sentence.text()

    def show_button(self, shown: bool) -> None:
        """Offer the first button, or wait."""
        self.button.setVisible(shown)

    def focus_first(self) -> None:
        """To the line to type if there is one, else to the button."""
        (self.editor if not self.field.isHidden() else self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.button.isVisible():
            self.button.click()
        else:
            super().keyPressEvent(event)

    def _build(self, other: bool, asks: bool) -> None:
        self._column.addStretch(1)
        for widget in (self._icon, self._sentence, self._words, self.field):
            self._column.addWidget(widget)
        self._row.addWidget(self.button)
        self._row.addWidget(self.other)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addStretch(2)
        self.other.setVisible(other)
        self.field.setVisible(asks)
