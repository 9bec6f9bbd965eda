"""The lines of one list, in order, as Qt's table wants them: one column, a row a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from capture_app.domain.record import RecordId
from capture_app.services.pages import LineView
from capture_app.ui.capture.faces import FaceOf, spoken

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class LineModel(QAbstractTableModel):
    """Lines with what has been typed into them; changing one row touches no other."""

    def __init__(self, face_of: FaceOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.face_of = face_of
        self._rows: list[LineView] = []
        self._last_found = 0

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, _parent: Index = NO_INDEX) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        view = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return view.line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(view, self.face_of(view), index.row(), len(self._rows))
        return None

    def at(self, row: int) -> LineView:
        """The line of a row."""
        return self._rows[row]

    def lines(self) -> Sequence[LineView]:
        """Every line, in order."""
        return tuple(self._rows)

    def row_of(self, line: RecordId) -> int:
        """The row of a line; -1 if it is not in the list. Looks near the last row that was asked for first."""
        near = range(max(0, self._last_found - 1), min(len(self._rows), self._last_found + 2))
        for rows in (near, range(len(self._rows))):
            for row in rows:
                if self._rows[row].line.id == line:
                    self._last_found = row
                    return row
        return -1

    def put(self, row: int, view: LineView) -> None:
        """Show a row anew."""
        self._rows[row] = view
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)

    def insert(self, row: int, view: LineView) -> None:
        """Put a line into the list."""
        self.beginInsertRows(NO_INDEX, row, row)
        self._rows.insert(row, view)
        self.endInsertRows()

    def take(self, row: int) -> LineView:
        """Take a line out of the list."""
        self.beginRemoveRows(NO_INDEX, row, row)
        view = self._rows.pop(row)
        self.endRemoveRows()
        return view

    def move(self, row: int, to: int) -> None:
        """Put a row where another stands; those between make room."""
        self.beginMoveRows(NO_INDEX, row, row, NO_INDEX, to + 1 if to > row else to)
        self._rows.insert(to, self._rows.pop(row))
        self.endMoveRows()

    def show(self, views: Sequence[LineView]) -> None:
        """Show other lines; where they are the same ones in the same order, only rows that differ are touched."""
        if [view.line.id for view in views] != [view.line.id for view in self._rows]:
            self.beginResetModel()
            self._rows = list(views)
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(self._rows, views, strict=True)):
            if old != new:
                self.put(row, new)
