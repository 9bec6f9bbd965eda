"""Paints who is here: rows large enough to be read standing up, the state as mark and word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from capture_app.domain.vocabulary import Presence, Side
from capture_app.services.attending import Named
from capture_app.ui.here.here_model import HereModel, HereRow
from capture_app.ui.here.here_words import grain_words, side_words, state_words
from capture_app.ui.icons import SIDE_ICONS, paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import REGULAR, SEMIBOLD
from capture_app.ui.widgets.headed_rows import Index, paint_ground
from capture_app.ui.widgets.painting import focus_ring, line_height, middle, written
from capture_app.ui.widgets.tag import TagFace, paint_tag
from capture_app.ui.widgets.wrapping import Wrapped

_PAD, _TOP, _MARK = 16, 9, 40
_GAP, _SIDE, _STATE = 16, 124, 148
"""Widths of the columns at the right, and the gap before them."""
_ROOMY = 620
"""From this width at 100 % on, side and state have columns of their own; else they stand below the name."""
_ICONS = {
    Presence.EXPECTED: ("circle", "line"),
    Presence.HERE: ("check-circle-fill", "good"),
    Presence.LEFT: ("sign-out", "text2"),
}


class HereRows(QStyledItemDelegate):
    """A heading for each grain; somebody with the mark of their state, name, and what stands with it."""

    def __init__(self, look: Look, model: HereModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        kinds = look.theme.type
        self.look = look
        self._names = {weight: look.font(kinds.question, weight) for weight in (REGULAR, SEMIBOLD)}
        self._heading, self._small = look.font(kinds.secondary, SEMIBOLD), look.font(kinds.body)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        look, row = self.look, self._model.shown[index.row()]
        width = self._view.viewport().width()
        if row.named is None:
            return QSize(look.px(200), round(line_height(self._heading)) + look.px(20))
        height = self._name(row.named, width).height
        if below := self._below(row, row.named, width):
            height += Wrapped(below, self._small, self._words_width(width)).height
        return QSize(look.px(200), max(look.px(48), round(height) + 2 * look.px(_TOP)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect, row = self.look, QRectF(option.rect), self._model.shown[index.row()]
        painter.save()
        if row.named is None:
            self._paint_heading(painter, rect, row)
        else:
            paint_ground(painter, rect, option.state, look)
            self._paint_words(painter, rect, row, row.named)
            if self._roomy(rect.width()):
                self._paint_columns(painter, rect, row.named)
            if option.state & QStyle.StateFlag.State_HasFocus:
                focus_ring(painter, rect.adjusted(1, 1, -1, -2), look, look.px(4))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRectF, row: HereRow) -> None:
        look = self.look
        words = rect.adjusted(look.px(_PAD), look.px(8), 0, 0)
        written(painter, words, grain_words(row.grain), self._heading, look.colour("text2"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("border"))

    def _paint_words(self, painter: QPainter, rect: QRectF, row: HereRow, named: Named) -> None:
        look, width = self.look, round(rect.width())
        icon, ink = _ICONS[named.row.state]
        name, below = self._name(named, width), self._below(row, named, width)
        left, side = rect.left() + look.px(_PAD + _MARK), look.px(24)
        about = Wrapped(below, self._small, self._words_width(width)) if below else None
        top = rect.top() + (rect.height() - name.height - (about.height if about else 0)) / 2
        mark = QRectF(rect.left() + look.px(_PAD), top + (name.pitch - side) / 2, side, side)
        paint_icon(painter, icon, mark, look.colour(ink))
        gone = named.row.state is Presence.LEFT
        name.paint(painter, QPointF(left, top), look.colour("text2" if gone else "text"))
        if about:
            about.paint(painter, QPointF(left, top + name.height), look.colour("text2"))

    def _paint_columns(self, painter: QPainter, rect: QRectF, named: Named) -> None:
        look, row = self.look, named.row
        at = rect.right() - look.px(_PAD + _STATE)
        words = middle(rect, at, look.px(_STATE), line_height(self._small))
        ink = "good" if row.here else "text2"
        written(painter, words, state_words(row), self._small, look.colour(ink))
        if row.sides:
            icon = SIDE_ICONS[Side.ROOM if Side.ROOM in row.sides else next(iter(row.sides))]
            tag = middle(rect, at - look.px(_SIDE), look.px(_SIDE), line_height(self._small))
            paint_tag(painter, tag, TagFace(icon, side_words(row), "text2"), look)

    def _name(self, named: Named, width: int) -> Wrapped:
        font = self._names[SEMIBOLD if named.row.here else REGULAR]
        return Wrapped(named.name, font, self._words_width(width))

    def _below(self, row: HereRow, named: Named, width: int) -> str:
        if self._roomy(width):
            return row.about
        parts = (state_words(named.row), side_words(named.row), row.about)
        return " · ".join(part for part in parts if part)

    def _words_width(self, width: float) -> int:
        columns = _GAP + _SIDE + _STATE if self._roomy(width) else 0
        return round(width) - self.look.px(2 * _PAD + _MARK + columns)

    def _roomy(self, width: float) -> bool:
        return width * 100 / self.look.scale >= _ROOMY
