"""How a bar is filled in the window, so that it is told from its neighbours without colour, and a key to that."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.domain.forms.bars import Fill
from capture_app.ui.style import Look
from capture_app.ui.widgets.painting import advance, hatched, line_height, middle, rounded, written

_RADIUS, _PITCH, _DOT = 3, 6, 1.1


def paint_fill(painter: QPainter, rect: QRectF, fill: Fill, look: Look) -> None:
    """A bar: full, striped, dotted, lined or empty, always in the accent colour and with an edge."""
    ink, ground, radius = look.colour("accent"), look.colour("surface"), look.px(_RADIUS)
    if fill is Fill.SOLID:
        rounded(painter, rect, radius, fill=ink)
        return
    if fill is Fill.STRIPES:
        hatched(painter, rect, ink, ground, look.px(_PITCH), radius)
    else:
        rounded(painter, rect, radius, fill=ground)
    if fill is Fill.DOTS:
        _dot(painter, rect, look)
    elif fill is Fill.UPRIGHT:
        _line(painter, rect, look)
    rounded(painter, rect, radius, edge=ink, width=look.edge)


def _dot(painter: QPainter, rect: QRectF, look: Look) -> None:
    painter.save()
    box = QPainterPath()
    box.addRoundedRect(rect, look.px(_RADIUS), look.px(_RADIUS))
    painter.setClipPath(box)
    painter.setBrush(look.colour("accent"))
    pitch, size = look.px(_PITCH), _DOT * look.scale / 100
    top = rect.top() + pitch / 2
    while top < rect.bottom():
        left = rect.left() + pitch / 2
        while left < rect.right():
            painter.drawEllipse(QPointF(left, top), size, size)
            left += pitch
        top += pitch
    painter.restore()


def _line(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Upright lines."""
    painter.save()
    pen = QPen(look.colour("accent"), _DOT * look.scale / 100)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    left = rect.left() + look.px(_PITCH) / 2
    while left < rect.right():
        painter.drawLine(QPointF(left, rect.top()), QPointF(left, rect.bottom()))
        left += look.px(_PITCH)
    painter.restore()


class FillKey(QWidget):
    """A little bar and the words for what is filled so."""

    def __init__(self, look: Look, fill: Fill, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._fill, self._words = look, fill, words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = self._look.font(self._look.theme.type.secondary)
        width = self._look.px(24) + advance(font, self._words)
        return QSize(round(width), round(line_height(font)) + self._look.px(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        paint_fill(painter, middle(rect, 0, look.px(16), look.px(12)), self._fill, look)
        font = look.font(look.theme.type.secondary)
        written(painter, rect.adjusted(look.px(22), 0, 0, 0), self._words, font, look.colour("text2"))
