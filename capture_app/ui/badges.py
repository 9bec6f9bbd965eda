"""The badges of the stances: a shape and a letter each, so that colour is never the only sign (D12).

Shapes are drawn in a square of 20 units and kept as pictures by stance, size, theme and pixel density.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache, QPolygonF, QTransform

from capture_app.domain.vocabulary import Stance
from capture_app.ui.style import Look
from capture_app.ui.theme import BOLD
from capture_app.words import _

BOX = 20
"""Side of the square the shapes are drawn in; also their usual size in pixels."""

_LETTERS = {
    Stance.AGREED: "A",
    Stance.MOSTLY: "M",
    Stance.MIXED: "X",
    Stance.DISAGREED: "D",
    Stance.RAISED_BY_ONE: "1",
    Stance.NO_OBJECTION: "N",
    Stance.QUESTION: "?",
}
_OUTLINED = {Stance.MOSTLY, Stance.NO_OBJECTION, Stance.QUESTION, None}
_CENTRE = {Stance.RAISED_BY_ONE: QPointF(10, 12.4), Stance.QUESTION: QPointF(10, 8.7)}


def stance_word(stance: Stance | None) -> str:
    """The word that stands beside a badge."""
    match stance:
        case None:
            return _("No stance yet")
        case Stance.AGREED:
            return _("Agreed")
        case Stance.MOSTLY:
            return _("Mostly")
        case Stance.MIXED:
            return _("Mixed")
        case Stance.DISAGREED:
            return _("Disagreed")
        case Stance.RAISED_BY_ONE:
            return _("Raised by one")
        case Stance.NO_OBJECTION:
            return _("No objection")
        case Stance.QUESTION:
            return _("Question")


def badge_pixmap(stance: Stance | None, look: Look, dpr: float, size: int = BOX) -> QPixmap:
    """The badge at `size` pixels of 100 % text; None is the empty ring of "no stance yet"."""
    side = look.px(size)
    key = f"badge:{stance}:{side}:{look.theme.name}:{dpr}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(round(side * dpr), round(side * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / BOX, side / BOX)
    _paint(painter, stance, look)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


def paint_badge(painter: QPainter, at: QPointF, stance: Stance | None, look: Look, size: int = BOX) -> None:
    """Draw a badge with its top left corner at `at`; for delegates."""
    painter.drawPixmap(at, badge_pixmap(stance, look, painter.device().devicePixelRatio(), size))


def badge_path(stance: Stance | None) -> QPainterPath:
    """The outline of a badge's shape in a square of 20 units."""
    path = QPainterPath()
    match stance:
        case Stance.AGREED:
            path.addEllipse(QPointF(10, 10), 9, 9)
        case Stance.MIXED:
            path.addPolygon(_polygon((10, 0.2), (19.8, 10), (10, 19.8), (0.2, 10)))
        case Stance.DISAGREED:
            path.addRoundedRect(QRectF(1.5, 1.5, 17, 17), 2, 2)
        case Stance.RAISED_BY_ONE:
            path.addPolygon(_polygon((10, 0.8), (19.8, 18.6), (0.2, 18.6)))
        case Stance.QUESTION:
            return _speech_box()
        case None:
            path.addEllipse(QPointF(10, 10), 8.4, 8.4)
        case _:
            path.addEllipse(QPointF(10, 10), 8.1, 8.1)
    return path


def _speech_box() -> QPainterPath:
    box, tail = QPainterPath(), QPainterPath()
    box.addRoundedRect(QRectF(2, 2.4, 16, 12.6), 2.4, 2.4)
    tail.addPolygon(_polygon((5.4, 14), (5.4, 18.6), (10.2, 14)))
    return box.united(tail)


def _polygon(*corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in (*corners, corners[0])])


def _paint(painter: QPainter, stance: Stance | None, look: Look) -> None:
    colour = look.colour(stance) if stance else look.colour("line")
    shape = badge_path(stance)
    if stance in _OUTLINED:
        painter.setBrush(look.colour("surface") if stance else Qt.BrushStyle.NoBrush)
        painter.setPen(_outline(stance, QPen(colour)))
        painter.drawPath(shape)
    else:
        painter.fillPath(shape, colour)
    if stance:
        ink = colour if stance in _OUTLINED else look.colour("surface")
        painter.fillPath(_letter(stance), ink)


def _outline(stance: Stance | None, pen: QPen) -> QPen:
    pen.setWidthF({None: 1.2, Stance.QUESTION: 1.6}.get(stance, 1.9))
    if stance is Stance.NO_OBJECTION:
        # Lengths are in pen widths; eight dashes go round the ring of 8.1 units without a seam.
        pen.setDashPattern([2.05, 1.3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _letter(stance: Stance) -> QPainterPath:
    font = QFont()
    font.setPixelSize(100)
    font.setWeight(QFont.Weight(BOLD))
    path = QPainterPath()
    path.addText(0, 0, font, _LETTERS[stance])
    centre = _CENTRE.get(stance, QPointF(10, 10))
    path.translate(-path.boundingRect().center())
    scale = 0.11 if stance not in _CENTRE else 0.1
    return QTransform.fromTranslate(centre.x(), centre.y()).scale(scale, scale).map(path)
