"""A list of lines that stands in two columns where a question asks what speaks for something and against it (D5).

One list and one editor, so that every key does what it does elsewhere; only where rows stand is different.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from capture_app.domain.weighing import Weighing
from capture_app.ui.capture.column_layout import Standing, abreast, in_sight, standing
from capture_app.ui.capture.column_painter import paint_columns, paint_pinned
from capture_app.ui.capture.line_list import LineList

Index = QModelIndex | QPersistentModelIndex


class ColumnList(LineList):
    """A `LineList`; after `weigh` with the columns of a question it stands in them.

    Signals:
        picked_column(Column): somebody clicked into a column where no line stands.
    """

    picked_column = Signal(object)

    _weighing: Weighing | None = None
    _stacked = False
    _standing = Standing()

    def weigh(self, weighing: Weighing | None) -> None:
        """Stand in the columns of a question; None: in one list."""
        if weighing != self._weighing:
            self._weighing, self._standing = weighing, Standing()
            self._suit()

    def set_stacked(self, stacked: bool) -> None:
        """As in every list; in columns everything stands under the text anyway."""
        self._stacked = stacked
        self._suit()

    def refit(self, row: int) -> None:
        if self._weighing is None:
            super().refit(row)
            return
        moved = not self._stands(row)
        if moved:
            self._stand()
        if row == self.active:
            self.place_editor()
            if moved:
                self.show_row(row)
        self.viewport().update()

    def refit_all(self) -> None:
        super().refit_all()
        if self._weighing is not None:
            self._stand()
            self.place_editor()

    def corner_of(self, row: int) -> QPoint:
        if self._weighing is None:
            return super().corner_of(row)
        return self.visualRect(self._lines.index(row, 0)).topLeft()

    def show_row(self, row: int) -> None:
        """Scroll so that the row can be seen, and above it the name of its column."""
        if self._weighing is None or row >= len(self._standing.rows):
            super().show_row(row)
            return
        bar, box = self.verticalScrollBar(), self._standing.rows[row]
        top = box.top() - self._standing.head_over(row)
        below = box.bottom() + 1 - self.viewport().height()
        bar.setValue(min(max(bar.value(), below), top))

    def visualRect(self, index: Index) -> QRect:
        if self._weighing is None or not 0 <= index.row() < len(self._standing.rows):
            return super().visualRect(index)
        return self._standing.rows[index.row()].translated(0, -self.verticalScrollBar().value())

    def indexAt(self, spot: QPoint) -> QModelIndex:
        if self._weighing is None:
            return super().indexAt(spot)
        row = self._standing.row_at(self._inside(spot))
        return self._lines.index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if self._weighing is None:
            super().scrollTo(index, hint)
        else:
            self.show_row(index.row())

    def updateGeometries(self) -> None:
        if self._weighing is None:
            super().updateGeometries()
            return
        # A table would scroll as far as its rows are high, one below the other.
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._standing.height - seen))
        bar.setPageStep(seen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        if self._weighing is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._at = spot
        row, column = self.indexAt(spot).row(), self._standing.column_at(self._inside(spot))
        if row >= 0:
            self.picked.emit(row)
        elif column is None or column.verdict is None:
            self.picked_below.emit()
        else:
            self.picked_column.emit(column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._weighing is not None:
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._weighing is None:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        shift = QPoint(0, -self.verticalScrollBar().value())
        window = event.rect().translated(-shift)
        paint_columns(painter, self._standing, self._weighing, self.place.look, shift)
        for row in in_sight(self._standing.rows, window):
            self._rows.paint(painter, self._option_of(row), self._lines.index(row, 0))
        paint_pinned(painter, self._standing, self._weighing, self.place.look, shift)
        painter.end()

    def _option_of(self, row: int) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(self._lines.index(row, 0))
        mouse = self.viewport().mapFromGlobal(self.cursor().pos())
        if self.viewport().underMouse() and option.rect.contains(mouse):
            option.state |= QStyle.StateFlag.State_MouseOver
        return option

    def _inside(self, spot: QPoint) -> QPoint:
        """A spot of the viewport, from the top of the list."""
        return spot + QPoint(0, self.verticalScrollBar().value())

    def _suit(self) -> None:
        """Set rows as they have to stand now."""
        weighed = self._weighing is not None
        width = self._row_width(self._room())
        self.set_place(replace(self.place, stacked=self._stacked or weighed, leads=not weighed, width=width))
        if self.active >= 0:
            self.show_row(self.active)

    def _row_width(self, room: int) -> int:
        return room // 2 if self._weighing is not None and abreast(room, self.place) else room

    def _room(self) -> int:
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def _stands(self, row: int) -> bool:
        """Whether a row has the height it needs, in its column, among all others."""
        found = self._standing
        if self._weighing is None or len(found.rows) != self._lines.rowCount():
            return False
        column = self._weighing.column_of(self._lines.at(row).line)
        return (found.rows[row].height(), found.columns[row]) == (self._measured(row), column)

    def _stand(self) -> None:
        """Give every row its box, and the bar its length."""
        if self._weighing is None:
            return
        views = self._lines.lines()
        heights = [self._measured(row) for row in range(len(views))]
        columns = [self._weighing.column_of(view.line) for view in views]
        beside = abreast(self._room(), self.place)
        self._standing = standing(heights, columns, self._weighing, self.place, beside=beside)
        self.updateGeometries()
        self.viewport().update()
