"""Headings with rows below them, as a model: one can be at a row, never at a heading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from capture_app.ui.style import Look

Index = QModelIndex | QPersistentModelIndex


class Row(Protocol):
    """A heading, or what stands below one."""

    @property
    def key(self) -> str:
        """What stays the same while the rest of the row changes; empty for a heading."""

    @property
    def words(self) -> str:
        """What stands in it."""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""


R = TypeVar("R", bound=Row)


class HeadedRows(QAbstractListModel, Generic[R]):
    """`shown` are the rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[R, ...] = ()

    def show_rows(self, rows: Iterable[R]) -> None:
        """Show these; while the same stand in the same places, nothing moves."""
        rows = tuple(rows)
        if [row.key for row in rows] == [row.key for row in self.shown]:
            self.shown = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where somebody or something stands; -1 if it is not shown."""
        return next((at for at, row in enumerate(self.shown) if row.key and row.key == key), -1)

    def next_row(self, after: int = -1) -> int:
        """The next row below one at which one can be, the first without it; -1 where there is none."""
        return next((at for at in range(after + 1, len(self.shown)) if self.shown[at].key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not self.shown[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


def paint_ground(painter: QPainter, rect: QRectF, state: QStyle.StateFlag, look: Look) -> None:
    """The ground of a row: its lower edge, and a bar at the left where one is."""
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, look.colour("sel"))
        painter.fillRect(QRectF(rect.left(), rect.top(), look.px(4), rect.height()), look.colour("accent"))
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("border"))
