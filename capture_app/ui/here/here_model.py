"""Who is here, row by row: each grain as a heading, and below it those who are expected, here, or have left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import Grain
from capture_app.services.attending import Here, Named
from capture_app.ui.here.here_words import grain_words, spoken

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class HereRow:
    """The heading of a grain, or somebody of it."""

    grain: Grain
    named: Named | None = None

    @property
    def key(self) -> RecordId:
        """What stays the same while what is known of it changes."""
        return self.named.row.key if self.named else self.grain


class HereModel(QAbstractListModel):
    """`shown` are the rows; one can be at somebody, never at a heading. `groups`: their names by id."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: tuple[HereRow, ...] = ()
        self.groups: Mapping[RecordId, str] = {}

    def show(self, here: Here) -> None:
        """Show these; while the same people stand on the list, nothing moves."""
        self.groups = {group.id: group.label for group in here.groups}
        rows = tuple(_rows(here))
        if [row.key for row in rows] == [row.key for row in self.shown]:
            self.shown = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def row_of(self, key: RecordId) -> int:
        """Where somebody stands; -1 if they are not on the list."""
        return next((at for at, row in enumerate(self.shown) if row.named and row.key == key), -1)

    def first(self) -> int:
        """The first row one can be at; -1 on an empty list."""
        return next((at for at, row in enumerate(self.shown) if row.named), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.shown[index.row()].named is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.named.name if row.named else grain_words(row.grain)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row.named, self.groups) if row.named else grain_words(row.grain)
        return None


def _rows(here: Here) -> list[HereRow]:
    rows: list[HereRow] = []
    for grain, found in groupby(here.rows, key=lambda one: one.row.entry.grain):
        rows.append(HereRow(grain))
        rows.extend(HereRow(grain, named) for named in found)
    return rows
