"""Small helpers for widgets and delegates that paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from capture_app.ui.style import Look, ring

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded box whose edge lies inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(edge, width, dashed=dashed))
    inset = width / 2 if edge is not None else 0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def _pen(colour: QColor | None, width: float, *, dashed: bool) -> QPen:
    if colour is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(colour, width)
    if dashed:
        pen.setDashPattern([3, 2])
    return pen


def focus_ring(painter: QPainter, rect: QRectF, look: Look, radius: float, tint: str = "accent") -> None:
    """The ring that shows where the keyboard is."""
    rounded(painter, rect, radius, edge=look.colour(tint), width=ring(look))


def hatched(
    painter: QPainter, rect: QRectF, ink: QColor, ground: QColor, pitch: float, radius: float = 0
) -> None:
    """A rounded box filled with slanted stripes `pitch` pixels apart."""
    painter.save()
    rounded(painter, rect, radius, fill=ground)
    box = QPainterPath()
    box.addRoundedRect(rect, radius, radius)
    painter.setClipPath(box)
    painter.setPen(QPen(ink, pitch * 0.27))
    left = rect.left() - rect.height()
    while left < rect.right():
        painter.drawLine(QPointF(left, rect.top()), QPointF(left + rect.height(), rect.bottom()))
        left += pitch
    painter.restore()


def written(
    painter: QPainter, rect: QRectF, text: str, font: QFont, colour: QColor, align: Qt.AlignmentFlag = LEFT
) -> None:
    """One line of text inside `rect`."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, text)


def advance(font: QFont, text: str) -> float:
    """How wide a text is in a font, rounded up so that it is never cut."""
    return float(int(QFontMetricsF(font).horizontalAdvance(text) + 0.999))


def line_height(font: QFont) -> float:
    """How high one line of a font is."""
    return QFontMetricsF(font).height()


def middle(rect: QRectF, left: float, width: float, height: float) -> QRectF:
    """A box of this size at `left`, centred over the height of `rect` on whole pixels."""
    top = rect.top() + (rect.height() - height) / 2
    return QRectF(QPointF(left, round(top)), QPointF(left + width, round(top) + height))


def restyle(widget: QWidget, kind: str) -> None:
    """Change a widget's `kind` and take the style sheet over at once."""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    polish_anew(widget)


def polish_anew(widget: QWidget) -> None:
    """Take the style sheet over after a property changed that it asks for."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
