"""Paints a line: its text, and around it what its face says."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from capture_app.services.pages import LineView
from capture_app.ui.capture.faces import MarkFace, paint_mark
from capture_app.ui.capture.line_geometry import LineGeometry, Place, geometry, laid_out
from capture_app.ui.capture.line_model import LineModel
from capture_app.ui.style import Look
from capture_app.ui.widgets.chip import paint_chip
from capture_app.ui.widgets.painting import focus_ring, rounded

_CACHED = 2_000
"""Rows whose geometry is kept; more than any screen shows."""


class LineDelegate(QStyledItemDelegate):
    """`place` says how rows are set. `active` is the row with the editor, whose text is not painted."""

    def __init__(self, model: LineModel, place: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.place = place
        self.active = -1
        self.writing = False
        self._cache: dict[str, tuple[LineView, Place, bool, LineGeometry]] = {}

    def geometry_of(self, row: int) -> LineGeometry:
        """Where the parts of a row stand, worked out once for the same words and width."""
        view, active = self._model.at(row), row == self.active
        known = self._cache.get(view.line.id)
        if known and known[0] is view and known[1] is self.place and known[2] == active:
            return known[3]
        face = self._model.face_of(view)
        made = geometry(view.line.text, view.line.level, face, self.place, active=active)
        if len(self._cache) > _CACHED:
            self._cache.clear()
        self._cache[view.line.id] = (view, self.place, active, made)
        return made

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, look = index.row(), self.place.look
        rect = QRectF(option.rect)
        state = option.state
        parts, active = self.geometry_of(row), row == self.active
        painter.save()
        self._paint_ground(
            painter, rect, active=active, hovered=bool(state & QStyle.StateFlag.State_MouseOver)
        )
        painter.translate(rect.topLeft())
        if active:
            self._paint_frame(painter, parts.frame)
        else:
            self._paint_text(painter, self._model.at(row).line.text, parts.text)
        for box, piece in parts.pieces:
            if isinstance(piece, MarkFace):
                paint_mark(painter, box, piece, look)
            else:
                paint_chip(painter, box, piece, look)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, *, active: bool, hovered: bool) -> None:
        look = self.place.look
        if active:
            painter.fillRect(rect, look.colour("accent_soft"))
            painter.fillRect(rect.adjusted(0, 0, look.px(3) - rect.width(), 0), look.colour("accent"))
        elif hovered:
            painter.fillRect(rect, look.colour("hover"))
        if self.place.stacked:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("border"))

    def _paint_frame(self, painter: QPainter, frame: QRectF) -> None:
        """The editor's ground and ring; the editor itself is clear."""
        look, radius = self.place.look, self.place.look.px(6)
        edge = look.colour("line")
        rounded(painter, frame, radius, fill=look.colour("surface"), edge=edge, width=look.edge)
        if self.writing:
            focus_ring(painter, frame, look, radius)

    def _paint_text(self, painter: QPainter, text: str, box: QRectF) -> None:
        look: Look = self.place.look
        painter.setPen(look.colour("text"))
        laid_out(text, look, box.width()).draw(painter, QPointF(box.topLeft()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
