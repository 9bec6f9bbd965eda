"""Paints two streams of minutes: time, kind and words at the left and at the right, taken lines with a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from capture_app.ui.agreeing.abreast_model import AbreastModel, LineCell
from capture_app.ui.capture.faces import kind_word
from capture_app.ui.icons import KIND_ICONS, paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.headed_rows import Index
from capture_app.ui.widgets.painting import advance, focus_ring, line_height, middle, rounded, written
from capture_app.ui.widgets.wrapping import Wrapped
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.ui.agreeing.abreast_list import AbreastList

_PAD, _TOP, _GAP, _ICON = 12, 8, 6, 16
_ABREAST = 480
"""From this width at 100 % on, the two stand beside each other; else below each other."""


class AbreastRows(QStyledItemDelegate):
    """A heading for each part; in a row, the side one is at has the ground of what is chosen."""

    def __init__(self, look: Look, model: AbreastModel, view: AbreastList) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        kinds = look.theme.type
        self.look = look
        self._text, self._small = look.font(kinds.body), look.font(kinds.secondary)
        self._heading = look.font(kinds.body, SEMIBOLD)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        look, row, width = self.look, self._model.shown[index.row()], self._view.viewport().width()
        if not row.key:
            words = Wrapped(row.title, self._heading, width - look.px(2 * _PAD))
            return QSize(look.px(120), round(words.height) + look.px(20))
        heights = [self._height(cell, width) for cell in row.cells]
        return QSize(look.px(120), max(heights) if self._beside(width) else sum(heights))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect, row = self.look, QRectF(option.rect), self._model.shown[index.row()]
        painter.save()
        if not row.key:
            at = rect.topLeft() + QPointF(look.px(_PAD), look.px(10))
            words = Wrapped(row.title, self._heading, rect.width() - look.px(2 * _PAD))
            words.paint(painter, at, look.colour("text2"))
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            ring = bool(option.state & QStyle.StateFlag.State_HasFocus)
            here = self._view.side_at(row)
            for side, (cell, place) in enumerate(zip(row.cells, self._places(rect, row.cells), strict=True)):
                if cell is not None:
                    self._paint_cell(painter, place, cell, chosen=chosen and side == here, ring=ring)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("border"))
        painter.restore()

    def _places(self, rect: QRectF, cells: tuple[LineCell | None, LineCell | None]) -> list[QRectF]:
        if self._beside(rect.width()):
            half = rect.width() / 2
            return [QRectF(rect.left() + side * half, rect.top(), half, rect.height() - 1) for side in (0, 1)]
        first = self._height(cells[0], round(rect.width()))
        return [
            QRectF(rect.left(), rect.top(), rect.width(), first),
            QRectF(rect.left(), rect.top() + first, rect.width(), rect.height() - first - 1),
        ]

    def _paint_cell(
        self, painter: QPainter, place: QRectF, cell: LineCell, *, chosen: bool, ring: bool
    ) -> None:
        look = self.look
        if chosen:
            painter.fillRect(place, look.colour("sel"))
            painter.fillRect(
                QRectF(place.left(), place.top(), look.px(4), place.height()), look.colour("accent")
            )
        inner = place.adjusted(look.px(_PAD), look.px(_TOP), -look.px(_PAD), 0)
        self._paint_head(painter, inner, cell)
        words = Wrapped(cell.line.text, self._text, inner.width())
        at = QPointF(inner.left(), inner.top() + self._head() + look.px(2))
        words.paint(painter, at, look.colour("text2" if cell.taken else "text"))
        if chosen and ring:
            focus_ring(painter, place.adjusted(1, 1, -1, -1), look, look.px(4))

    def _paint_head(self, painter: QPainter, inner: QRectF, cell: LineCell) -> None:
        look, left = self.look, inner.left()
        head = QRectF(left, inner.top(), inner.width(), self._head())
        icon, gap = look.px(_ICON), look.px(_GAP)
        words = [cell.line.said_at[11:16], kind_word(cell.line.line_kind)]
        if not self._beside(self._view.viewport().width()):
            words.insert(0, cell.taker)
        paint_icon(
            painter, KIND_ICONS[cell.line.line_kind], middle(head, left, icon, icon), look.colour("text2")
        )
        said = head.adjusted(icon + gap, 0, 0, 0)
        told = " · ".join(word for word in words if word)
        written(painter, said, told, self._small, look.colour("text2"))
        state = _state(cell)
        if state is not None:
            name, tint, told = state
            wide = advance(self._small, told) + icon + gap
            at = head.right() - wide
            if cell.marked:
                ground = QRectF(at - gap, head.top(), wide + 2 * gap, head.height())
                rounded(painter, ground, look.px(4), fill=look.colour("accent_soft"))
            paint_icon(painter, name, middle(head, at, icon, icon), look.colour(tint))
            written(
                painter,
                head.adjusted(at - head.left() + icon + gap, 0, 0, 0),
                told,
                self._small,
                look.colour(tint),
            )

    def _height(self, cell: LineCell | None, width: int) -> int:
        if cell is None:
            return 0
        look, room = self.look, width / 2 if self._beside(width) else width
        words = Wrapped(cell.line.text, self._text, room - look.px(2 * _PAD))
        return round(self._head() + words.height) + look.px(2 * _TOP + 3)

    def _head(self) -> float:
        return max(float(self.look.px(_ICON + 2)), line_height(self._small))

    def _beside(self, width: float) -> bool:
        return width * 100 / self.look.scale >= _ABREAST


def _state(cell: LineCell) -> tuple[str, str, str] | None:
    """Icon, token and word of what became of a line."""
    if cell.taken:
        return ("check-circle-fill", "good", _("Taken over"))
    return ("check", "accent", _("Marked")) if cell.marked else None
