"""Where one is in a page of steps: For whom, What goes in, Write, Receipt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import REGULAR, SEMIBOLD
from capture_app.ui.widgets.painting import CENTRE, advance, line_height, middle, rounded, written
from capture_app.words import _

_RING, _LINK, _GAP = 24, 44, 10


class Stepper(QWidget):
    """Steps done, the step one is at, steps to come. Where they do not fit, only the present one is named."""

    def __init__(
        self, look: Look, steps: Sequence[str], current: int = 0, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._steps = look, tuple(steps)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_current(current)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def set_current(self, current: int) -> None:
        """Go to a step, counted from 0."""
        self.current = current
        words = _("Step {number} of {count}: {step}")
        self.setAccessibleName(
            words.format(number=current + 1, count=len(self._steps), step=self._steps[current])
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._width(range(len(self._steps)))), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._width([self.current])), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        named = range(len(self._steps))
        if self._width(named) > self.width():
            named = range(self.current, self.current + 1)
        left = 0.0
        for number, step in enumerate(self._steps):
            self._paint_ring(painter, middle(rect, left, look.px(_RING), look.px(_RING)), number)
            left += look.px(_RING)
            if number in named:
                font = self._font(number)
                words = QRectF(left + look.px(8), 0, advance(font, step), rect.height())
                ink = look.colour("text" if number == self.current else "text2")
                written(painter, words, step, font, ink)
                left += look.px(8) + words.width()
            left += look.px(_GAP)
            if number + 1 < len(self._steps):
                left = self._paint_link(painter, left, rect.center().y())

    def _paint_link(self, painter: QPainter, left: float, y: float) -> float:
        length = (
            self._look.px(_LINK)
            if self._width(range(len(self._steps))) <= self.width()
            else self._look.px(16)
        )
        painter.setPen(QPen(self._look.colour("line"), self._look.edge))
        painter.drawLine(QPointF(left, y), QPointF(left + length, y))
        return left + length + self._look.px(_GAP)

    def _paint_ring(self, painter: QPainter, box: QRectF, number: int) -> None:
        look, radius = self._look, box.width() / 2
        font = look.font(look.theme.type.caption, SEMIBOLD)
        if number == self.current:
            rounded(painter, box, radius, fill=look.colour("accent"))
            written(painter, box, str(number + 1), font, look.colour("on_accent"), CENTRE)
        elif number < self.current:
            rounded(
                painter,
                box,
                radius,
                fill=look.colour("surface"),
                edge=look.colour("good"),
                width=look.edge * 1.3,
            )
            side = look.px(14)
            check = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            paint_icon(painter, "check-bold", check, look.colour("good"))
        else:
            rounded(
                painter, box, radius, fill=look.colour("surface"), edge=look.colour("line"), width=look.edge
            )
            written(painter, box, str(number + 1), font, look.colour("text2"), CENTRE)

    def _width(self, named: Sequence[int]) -> float:
        look, count = self._look, len(self._steps)
        words = sum(advance(self._font(n, widest=True), self._steps[n]) + look.px(8) for n in named)
        link = look.px(_LINK) if len(named) == count else look.px(16)
        return count * look.px(_RING) + words + (count - 1) * (link + 2 * look.px(_GAP)) + look.px(4)

    def _height(self) -> int:
        return max(self._look.px(_RING), round(line_height(self._font(self.current)))) + self._look.px(2)

    def _font(self, number: int, *, widest: bool = False) -> QFont:
        weight = SEMIBOLD if widest or number == self.current else REGULAR
        return self._look.font(self._look.theme.type.body, weight)
