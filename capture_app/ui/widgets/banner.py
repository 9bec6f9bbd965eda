"""The banner: one bold sentence, one line of help, at most two buttons, on a soft ground with a bar at the left."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.painting import rounded

BannerKind = Literal["warn", "priv", "bad", "good"]

_ICONS: dict[BannerKind, str] = {
    "warn": "warning",
    "priv": "eye-slash",
    "bad": "warning-octagon",
    "good": "shield-check",
}


class Banner(QFrame):
    """warn: time and gaps. priv: the rule in force. bad: not saved, cannot be closed. good: done."""

    def __init__(
        self,
        look: Look,
        kind: BannerKind,
        sentence: str,
        help_line: str = "",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._kind = look, kind
        self._row = QHBoxLayout(self)
        self._words = QVBoxLayout()
        self._icon = Icon(icon or _ICONS[kind], look, kind, 22)
        self._sentence = Prose(sentence, look, "strong")
        self._help = Prose(help_line, look, "secondary")
        self._words.addWidget(self._sentence)
        self._words.addWidget(self._help)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._words, 1)
        self.show_message(kind, sentence, help_line, icon=icon)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and spaces."""
        self._look = look
        space = look.theme.space
        self._row.setContentsMargins(
            look.px(20), look.px(space.gap - 2), look.px(space.card), look.px(space.gap - 2)
        )
        self._row.setSpacing(look.px(space.gap))
        self._words.setSpacing(0)

    def show_message(self, kind: BannerKind, sentence: str, help_line: str = "", *, icon: str = "") -> None:
        """Say something else; buttons stay."""
        self._kind = kind
        self._icon.show_icon(icon or _ICONS[kind], kind)
        self._sentence.set_words(sentence)
        self._help.set_words(help_line)
        self._help.setVisible(bool(help_line))
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(help_line)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        # A style sheet draws a left border with horns at rounded corners, so the bar is painted.
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        rounded(painter, rect, look.px(8), fill=look.colour(f"{self._kind}_soft"))
        painter.setClipRect(rect.adjusted(0, 0, look.px(4) - rect.width(), 0))
        rounded(painter, rect, look.px(8), fill=look.colour(self._kind))

    def add_button(self, button: Button) -> None:
        """Put a button (size "row") at the right; at most two."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
