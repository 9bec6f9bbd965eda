"""The groups of a session side by side, as a table: a question or theme, how widely, and a column for each group."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from capture_app.domain.breadth import Comparison
from capture_app.domain.record import RecordId
from capture_app.services.comparing import (
    Breadth,
    Cell,
    GroupsCompared,
    Row,
    breadth_words,
    cell_words,
    stance_words,
    touched_words,
)
from capture_app.words import _

Index = QModelIndex | QPersistentModelIndex

LABEL, BREADTH, GROUPS = 0, 1, 2
"""The first columns; from the third on, each is a group."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell, whatever stands in it: question and theme, and the group; empty for all groups."""

    worksheet: RecordId
    item: str
    theme: RecordId | None
    group: RecordId


class GroupsModel(QAbstractTableModel):
    """`shown` are the rows that fit `breadth`; a question stays as a heading while a theme within it is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compared = GroupsCompared(Comparison((), ()), (), {})
        self.breadth: Breadth | None = None
        self.shown: list[Row] = []

    @property
    def names(self) -> tuple[str, ...]:
        """What the groups are called."""
        return self.compared.names

    @property
    def every(self) -> tuple[Row, ...]:
        """All rows, whatever is filtered."""
        return self.compared.comparison.rows

    def show(self, compared: GroupsCompared) -> None:
        """Show the groups as they stand."""
        self.beginResetModel()
        self.compared = compared
        self._fill()
        self.endResetModel()

    def narrow(self, breadth: Breadth | None) -> None:
        """Show what was said so widely; None for everything."""
        self.beginResetModel()
        self.breadth = breadth
        self._fill()
        self.endResetModel()

    def fitting(self) -> int:
        """How many rows fit; a question that is shown as a heading alone is none of them."""
        return sum(self._fits(row) for row in self.shown)

    def spot(self, index: Index) -> Spot:
        """Which cell it is, so that it is found again when others stand around it."""
        asked, theme = self.shown[index.row()].question, self.shown[index.row()].theme
        at = index.column() - GROUPS
        return Spot(
            asked.worksheet, asked.item, theme, self.compared.comparison.groups[at] if at >= 0 else ""
        )

    def behind(self, spot: Spot) -> frozenset[RecordId]:
        """The raw items behind a cell, or behind all of its row; none where it is not there any more."""
        compared = self.compared
        row = compared.find(spot.worksheet, spot.item, spot.theme)
        if row is None:
            return frozenset()
        groups = enumerate(compared.comparison.groups)
        wanted = [at for at, group in groups if spot.group in (group, "")]
        return frozenset[RecordId]().union(*(compared.behind(row, at) for at in wanted))

    def find(self, spot: Spot) -> QModelIndex:
        """Where a cell stands; invalid if it is not shown."""
        wanted, groups = (spot.worksheet, spot.item, spot.theme), ("", *self.compared.comparison.groups)
        for at, row in enumerate(self.shown):
            if (row.question.worksheet, row.question.item, row.theme) == wanted and spot.group in groups:
                place = groups.index(spot.group)
                return self.index(at, GROUPS + place - 1 if place else LABEL)
        return QModelIndex()

    def called(self, index: Index) -> str:
        """A cell in a few words: "Group 2 · Q3 · S1 Values"."""
        row, at = self.shown[index.row()], index.column() - GROUPS
        number = _("Q{number}").format(number=row.question.number)
        theme = "" if row.theme is None else self.label(row)
        return " · ".join(part for part in (self.names[at] if at >= 0 else "", number, theme) if part)

    def label(self, row: Row) -> str:
        """What a row is about: a question with its number, or a theme."""
        if row.theme is None:
            said = _("Q{number} · {prompt}")
            return said.format(number=row.question.number, prompt=row.question.prompt)
        tag = self.compared.themes.get(row.theme)
        return tag.words() if tag else _("Without a theme")

    def cell(self, index: Index) -> Cell | None:
        """What a group has; None in the first columns."""
        at = index.column() - GROUPS
        return self.shown[index.row()].cells[at] if at >= 0 else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else GROUPS + len(self.names)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (_("Question and theme"), _("How widely"), *self.names)[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(index)
        return None

    def _words(self, index: Index) -> str:
        row, cell = self.shown[index.row()], self.cell(index)
        if cell is not None:
            return cell_words(cell)
        return self.label(row) if index.column() == LABEL else breadth_words(row, self.names)

    def _spoken(self, index: Index) -> str:
        """The cell first, then the row it stands in, since one comes to it from any side."""
        row, cell = self.shown[index.row()], self.cell(index)
        widely = (breadth_words(row, self.names), touched_words(row, self.names))
        parts = [self.label(row), *widely]
        if cell is not None:
            parts[:0] = self.names[index.column() - GROUPS], cell_words(cell), stance_words(cell)
        return " ".join(part if part.endswith((".", "?")) else f"{part}." for part in parts if part)

    def _fits(self, row: Row) -> bool:
        return self.breadth is None or row.breadth is self.breadth

    def _fill(self) -> None:
        fitting = {_key(row) for row in self.every if self._fits(row)}
        self.shown = [
            row for row in self.every if self._fits(row) or (row.theme is None and _key(row) in fitting)
        ]


def _key(row: Row) -> tuple[RecordId, str]:
    return row.question.worksheet, row.question.item
