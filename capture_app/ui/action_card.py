"""A card one presses: an icon, what it does, and a sentence about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.painting import focus_ring, rounded


class ActionCard(QAbstractButton):
    """Pressed by mouse, Enter or Space."""

    def __init__(
        self, look: Look, icon: str, title: str, sentence: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._row, self._words = QHBoxLayout(self), QVBoxLayout()
        self._title, self._sentence = Label(title, "heading"), Prose(sentence, look, "secondary")
        self._row.addWidget(Icon(icon, look, "accent", 24), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self._words.addWidget(self._title)
        self._words.addWidget(self._sentence)
        self._words.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and spaces."""
        self._look = look
        self._row.setContentsMargins(look.px(18), look.px(18), look.px(18), look.px(16))
        self._row.setSpacing(look.px(12))
        self._words.setSpacing(look.px(2))

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        ground = "sunken" if self.isDown() else "hover" if self.underMouse() else "surface"
        edge = look.colour("line" if self.underMouse() else "border")
        rounded(painter, rect, look.px(8), fill=look.colour(ground), edge=edge, width=1)
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(8))
