"""What a search found, in one column, and what a screen reader says of each hit."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from capture_app.services.searching import Place
from capture_app.words import _

Index = QModelIndex | QPersistentModelIndex

_ALL_WORDS = ("Line", "Statement", "Ballot")
"""Kinds that are called what they say."""


class HitModel(QAbstractTableModel):
    """The hits that are shown, of `count` there are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[Place, ...] = ()
        self.count = 0

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown[index.row()].passage
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        return None

    def show(self, hits: tuple[Place, ...], count: int) -> None:
        """Show these."""
        self.beginResetModel()
        self.shown, self.count = hits, count
        self.endResetModel()

    def row_of(self, record: str) -> int:
        """The row of a record; -1 if it is not shown."""
        return next((row for row, hit in enumerate(self.shown) if hit.record == record), -1)

    def _spoken(self, row: int) -> str:
        """The passage first, then what it is, where it stands, and which of how many."""
        hit = self.shown[row]
        number = _("{number} of {count}").format(number=row + 1, count=self.count)
        parts = [hit.passage.strip("…").rstrip("."), head_of(hit), number]
        return " ".join(f"{part}." for part in parts if part)


def head_of(hit: Place) -> str:
    """What was found and where it stands: "Line · Sectoral 5 · Group 2 · question 3"."""
    plain = " ".join(hit.passage.split()).strip("…")
    said = hit.kind in _ALL_WORDS or hit.called == hit.kind_words or hit.called.rstrip("…") in plain
    name = "" if said else hit.called
    return " · ".join(part for part in (hit.kind_words, name, hit.place) if part)
