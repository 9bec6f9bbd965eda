"""Paints one hit: what it is and where it stands, and below the passage with the words that were looked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from capture_app.services.searching import Place
from capture_app.ui.search.hit_model import HitModel, Index, head_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.painting import focus_ring, written
from capture_app.ui.widgets.wrapping import Span, Wrapped, pitch_of

_SIDE, _TOP, _BETWEEN = 16, 9, 2


class HitRows(QStyledItemDelegate):
    """Words that were looked for are bold and underlined, so that no colour is needed."""

    def __init__(self, look: Look, model: HitModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self.look = look
        self._font = look.font(look.theme.type.body)
        self._small = look.font(look.theme.type.secondary)

    def height(self, row: int, width: int) -> int:
        """How high a row is at this width, in pixels."""
        words = self._wrapped(self._model.shown[row], width).height
        return round(words) + pitch_of(self._small) + self.look.px(2 * _TOP + _BETWEEN) + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, hit = self.look, self._model.shown[index.row()]
        rect, state = QRectF(option.rect), option.state
        self._paint_ground(painter, rect, state)
        side, pitch = look.px(_SIDE), pitch_of(self._small)
        head = QRectF(rect.left() + side, rect.top() + look.px(_TOP), rect.width() - 2 * side, pitch)
        words = QFontMetricsF(self._small).elidedText(
            head_of(hit), Qt.TextElideMode.ElideMiddle, head.width()
        )
        written(painter, head, words, self._small, look.colour("text2"))
        at = QPointF(head.left(), head.bottom() + look.px(_BETWEEN))
        self._wrapped(hit, round(rect.width())).paint(painter, at, look.colour("text"))
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect.adjusted(1, 1, -1, -2), look, look.px(4))

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        look = self.look
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, look.colour("sel" if selected else "hover" if hovered else "surface"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, look.colour("border"))
        if selected:
            painter.fillRect(rect.adjusted(0, 0, look.px(3) - rect.width(), -1), look.colour("accent"))

    def _wrapped(self, hit: Place, width: int) -> Wrapped:
        marks = tuple(Span(mark.start, mark.length) for mark in hit.marks)
        return Wrapped(hit.passage, self._font, width - 2 * self.look.px(_SIDE), strong=marks)
