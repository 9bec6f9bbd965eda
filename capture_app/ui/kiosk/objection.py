"""What is not right with an answer yet, said below it; nothing is taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose


class Objection(QWidget):
    """Hidden until there is something to say."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Prose("", look, "capture")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Icon("warning-circle", look, "warn", 24), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._row.setSpacing(look.px(10))

    def say(self, words: str) -> None:
        """Say this, at once for a screen reader too; empty takes it away."""
        self._words.set_words(words)
        self.setVisible(bool(words))
        if words:
            announce(self, words, assertive=True)

    def said(self) -> str:
        """What is said; empty for nothing."""
        return self._words.text()
