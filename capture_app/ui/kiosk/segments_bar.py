"""How far one is through the questions: a segment for each, the present one ringed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.painting import rounded
from capture_app.words import _


class SegmentsBar(QWidget):
    """`show_place(3, 10)` is the fourth of ten."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._place, self._count = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_place(self, place: int, count: int) -> None:
        """Show where one is, counted from 0."""
        self._place, self._count = place, count
        self.setAccessibleName(_("Question {number} of {count}").format(number=place + 1, count=count))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        gap, high = look.px(6), look.px(6)
        wide = (self.width() - gap * (self._count - 1)) / self._count
        for number in range(self._count):
            box = QRectF(number * (wide + gap), (self.height() - high) / 2, wide, high)
            tint = "accent" if number <= self._place else "border"
            if number == self._place:
                ring = QRectF(box.left(), 0, wide, self.height())
                edge = look.colour("accent")
                rounded(painter, ring, look.px(6), fill=look.colour("surface"), edge=edge, width=2)
                box = box.adjusted(look.px(4), 0, -look.px(4), 0)
            rounded(painter, box, look.px(3), fill=look.colour(tint))
