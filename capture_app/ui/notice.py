"""A quiet word at the lower right that goes by itself: what the program did that nobody needs to answer."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.label import Label

_STAYS = 6000
"""Milliseconds."""


class Notice(QFrame):
    """Stands over the status bar of `host` for six seconds."""

    def __init__(self, host: QWidget, look: Look, words: str) -> None:
        super().__init__(host)
        self.setProperty("kind", "popup")
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        row.addWidget(Label(words))
        self.adjustSize()
        margin = look.px(24)
        self.move(host.width() - self.width() - margin, host.height() - self.height() - look.px(44))
        self.show()
        self.raise_()
        announce(self, words)
        clock = QTimer(self)
        clock.setSingleShot(True)
        clock.timeout.connect(self.deleteLater)
        clock.start(_STAYS)
