"""Paints what stands around the lines of two columns: what is weighed, what a column is for, and that one is empty."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter

from capture_app.domain.weighing import FOR_AND_AGAINST, NEITHER, Column, Weighing
from capture_app.ui.capture.column_layout import EMPTY, Area, Standing
from capture_app.ui.capture.verdicts import column_words, side_words
from capture_app.ui.icons import VERDICT_ICONS, paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.painting import middle, written
from capture_app.words import _

_EDGE, _ICON = 15, 18


def paint_columns(painter: QPainter, found: Standing, weighing: Weighing, look: Look, shift: QPoint) -> None:
    """All of it, moved by `shift`."""
    for about, box in found.names:
        words = weighing.label(about) or _("Anything else")
        font = look.font(look.theme.type.question, SEMIBOLD)
        written(painter, _inside(QRectF(box.translated(shift)), look), words, font, look.colour("text"))
    for area in found.areas:
        _paint_head(
            painter, area.column, QRectF(area.head.translated(shift)), side_words(area.column.side), look
        )
        _paint_body(painter, area, look, shift)


def paint_pinned(painter: QPainter, found: Standing, weighing: Weighing, look: Look, shift: QPoint) -> None:
    """The names of columns that were scrolled out, with what is weighed, over the lines at the top."""
    for area, place in found.pinned(-shift.y()):
        words = column_words(weighing, area.column)
        _paint_head(painter, area.column, QRectF(place.translated(shift)), words, look)


def _paint_head(painter: QPainter, column: Column, head: QRectF, name: str, look: Look) -> None:
    """The name of a column; its ground goes to the edge of the list where no other column is in between."""
    edge = look.edge
    ground = QRectF(head)
    ground.setRight(max(head.right(), float(painter.viewport().width())))
    painter.fillRect(ground, look.colour("sunken"))
    painter.fillRect(QRectF(ground.left(), ground.bottom() - edge, ground.width(), edge), look.colour("line"))
    words, side, icon = _inside(head, look), column.side, look.px(_ICON)
    if side < NEITHER:
        place = middle(words, words.left(), icon, icon)
        paint_icon(painter, VERDICT_ICONS[FOR_AND_AGAINST[side]], place, look.colour("text2"))
        words.setLeft(words.left() + icon + look.px(8))
    bold = look.font(look.theme.type.body, SEMIBOLD)
    written(painter, words, name, bold, look.colour("text"))


def _paint_body(painter: QPainter, area: Area, look: Look, shift: QPoint) -> None:
    """That nothing is there yet, and the line between two columns."""
    head, body = QRectF(area.head.translated(shift)), QRectF(area.body.translated(shift))
    if area.empty:
        nothing = QRectF(body.left() + look.px(_EDGE), body.top(), body.width(), look.px(EMPTY))
        font = look.font(look.theme.type.secondary)
        written(painter, nothing, _("Nothing yet"), font, look.colour("text3"))
    if head.left() > 0:
        between = QRectF(head.left(), head.top(), look.edge, body.bottom() - head.top())
        painter.fillRect(between, look.colour("line"))


def _inside(box: QRectF, look: Look) -> QRectF:
    return QRectF(box).adjusted(look.px(_EDGE), 0, -look.px(_EDGE), 0)
