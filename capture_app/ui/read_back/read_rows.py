"""Paints what is read back: large enough for a group to read along, what they said of it in words and as a mark."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from capture_app.domain.vocabulary import Heard
from capture_app.ui.capture.faces import MarkFace, mark_size, paint_mark
from capture_app.ui.icons import paint_icon
from capture_app.ui.read_back.read_model import ReadModel, ReadRow, heard_words
from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.headed_rows import Index, paint_ground
from capture_app.ui.widgets.painting import focus_ring, line_height, written
from capture_app.ui.widgets.wrapping import Wrapped

_SIDE, _TOP, _MARK, _LEVEL, _GAP = 20, 10, 40, 28, 20
_LARGE_ALREADY = 150
"""Per cent of the usual size from which on text is so large that a group can read along."""
_ICONS = {
    None: ("circle", "text3"),
    Heard.CONFIRMED: ("check-circle", "good"),
    Heard.CORRECTED: ("pencil-line", "accent"),
    Heard.DISSENT: ("hand-palm", "warn"),
}


class ReadRows(QStyledItemDelegate):
    """A heading for each question; a line with its mark at the left and what that means below it.

    Between the two stands how the group stood to the line, and that it matters most to it.
    """

    def __init__(self, look: Look, model: ReadModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        kinds = look.theme.type
        self.look = look
        already = look.scale >= _LARGE_ALREADY
        large = kinds.title if already else kinds.welcome
        # What a worksheet shows small stands here as large as the heading of a question, or as the text around it.
        self._larger = replace(look, scale=round(look.scale * (1.1 if already else 1.4)))
        self._large, self._heading = look.font(large), look.font(kinds.question, SEMIBOLD)
        self._small = look.font(kinds.body)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        look, width, row = self.look, self._view.viewport().width(), self._model.shown[index.row()]
        words = self._wrapped(row, width).height + self._marks_height(row, width)
        below = look.px(4) + line_height(self._small) if row.line else look.px(8)
        return QSize(look.px(200), round(words + below) + 2 * look.px(_TOP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect, row = self.look, QRectF(option.rect), self._model.shown[index.row()]
        painter.save()
        if row.line is None:
            at = QPointF(rect.left() + look.px(_SIDE), rect.top() + look.px(_TOP) + look.px(8))
            self._wrapped(row, round(rect.width())).paint(painter, at, look.colour("text2"))
        else:
            paint_ground(painter, rect, option.state, look)
            self._paint_line(painter, rect, row)
            if option.state & QStyle.StateFlag.State_HasFocus:
                focus_ring(painter, rect.adjusted(1, 1, -1, -2), look, look.px(4))
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRectF, row: ReadRow) -> None:
        look, heard = self.look, row.line.spoken_of if row.line else None
        icon, ink = _ICONS[heard]
        words, left = self._wrapped(row, round(rect.width())), rect.left() + self._indent(row)
        side = look.px(24)
        mark = QRectF(
            left - look.px(_MARK), rect.top() + look.px(_TOP) + (words.pitch - side) / 2, side, side
        )
        paint_icon(painter, icon, mark, look.colour(ink))
        words.paint(painter, QPointF(left, rect.top() + look.px(_TOP)), look.colour("text"))
        under = rect.top() + look.px(_TOP) + words.height
        for place, face in self._placed(row, round(rect.width())):
            paint_mark(painter, place.translated(left, under), face, self._larger)
        under += self._marks_height(row, round(rect.width()))
        below = QRectF(left, under + look.px(4), rect.width(), line_height(self._small))
        written(painter, below, heard_words(heard), self._small, look.colour("text2"))

    def _wrapped(self, row: ReadRow, width: int) -> Wrapped:
        look = self.look
        if row.line is None:
            return Wrapped(row.words, self._heading, width - 2 * look.px(_SIDE))
        return Wrapped(row.words, self._large, width - self._indent(row) - look.px(_SIDE))

    def _marks_height(self, row: ReadRow, width: int) -> float:
        placed = self._placed(row, width)
        return placed[-1][0].bottom() if placed else 0

    def _placed(self, row: ReadRow, width: int) -> list[tuple[QRectF, MarkFace]]:
        """The marks of a line from below its words, side by side where there is room."""
        look, left, top = self.look, 0, self.look.px(6)
        room = width - self._indent(row) - look.px(_SIDE)
        sizes = [mark_size(face, self._larger) for face in row.marks]
        pitch = max((size.height() for size in sizes), default=0)
        placed: list[tuple[QRectF, MarkFace]] = []
        for face, size in zip(row.marks, sizes, strict=True):
            if placed and left + size.width() > room:
                left, top = 0, top + pitch
            placed.append((QRectF(left, top, size.width(), pitch), face))
            left += size.width() + look.px(_GAP)
        return placed

    def _indent(self, row: ReadRow) -> int:
        level = row.line.level if row.line else 0
        return self.look.px(_SIDE + _MARK + level * _LEVEL)
