"""The order of the lines of a list: between which neighbours a new one goes; by column where a question weighs (D5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from capture_app.domain.records import Line
from capture_app.domain.weighing import Column, Weighing
from capture_app.services.capturing import new_line
from capture_app.services.pages import LineView
from capture_app.ui.capture.line_model import LineModel

_ONLY = Column(0, 0)


class LineOrder:
    """Of the rows of a model. Lines of one column stand together, and only those are neighbours."""

    def __init__(self, model: LineModel) -> None:
        self._model = model
        self.weighing: Weighing | None = None

    def column_of(self, line: Line) -> Column:
        """Where a line stands; all in one column where nothing is weighed."""
        return self.weighing.column_of(line) if self.weighing else _ONLY

    def column_at(self, row: int) -> Column:
        """Where the line of a row stands."""
        return self.column_of(self._model.at(row).line)

    def together(self, row: int, other: int) -> bool:
        """Whether both rows are there, in one column."""
        there = all(0 <= one < self._model.rowCount() for one in (row, other))
        return there and self.column_at(row) == self.column_at(other)

    def fields(self, column: Column) -> dict[str, Any]:
        """What a line has to say to stand in a column."""
        return self.weighing.fields(column) if self.weighing else {}

    def put_in_order(self, views: Iterable[LineView]) -> list[LineView]:
        """Lines as they are shown."""
        return sorted(views, key=lambda view: self._key(view.line))

    def rows_in(self, column: Column) -> Sequence[int]:
        """The rows of a column."""
        return [row for row in range(self._model.rowCount()) if self.column_at(row) == column]

    def last_until(self, column: Column) -> int:
        """The last row that stands in a column or in one before it; -1 if there is none."""
        return sum(self.column_of(view.line) <= column for view in self._model.lines()) - 1

    def slot(self, after: int, line: Line) -> tuple[int, str]:
        """The row and the order of a line that is put after a row; lines of one order key stay together."""
        column, row = self.column_of(line), after + 1
        while (
            self._is_in(row, column) and self._is_in(row - 1, column) and self._at(row) <= self._at(row - 1)
        ):
            row += 1
        return row, new_line(self._low(row, column), self._high(row, column)).order

    def between_neighbours(self, row: int) -> str | None:
        """An order for a row that was put where it stands; None if its neighbours leave no room."""
        column = self.column_at(row)
        low, high = self._low(row, column), self._high(row + 1, column)
        return None if high and low >= high else new_line(low, high).order

    def at_the_end(self, column: Column) -> str:
        """The order of one more line of a column."""
        return new_line(self._low(self.last_until(column) + 1, column), "").order

    def opposite(self, row: int) -> Column | None:
        """The other column of what the line of a row is about; None where nothing is weighed."""
        return self.column_at(row).opposite if self.weighing else None

    def beyond(self, row: int, by: int) -> Column | None:
        """The same column of the option after (1) or before (-1) that of a row; None where there is none."""
        column = self.column_at(row)
        goal = column._replace(about=column.about + by)
        return goal if self.weighing and goal in self.weighing.columns() else None

    def home(self, row: int, line: Line) -> int:
        """The row for a line that comes back, by preference this one."""
        count = self._model.rowCount()
        if self.weighing is None:
            return min(row, count)
        return sum(self._key(view.line) < self._key(line) for view in self._model.lines())

    def _key(self, line: Line) -> tuple[Column, str, str]:
        return self.column_of(line), line.order, line.id

    def _low(self, row: int, column: Column) -> str:
        return self._at(row - 1) if self._is_in(row - 1, column) else ""

    def _high(self, row: int, column: Column) -> str:
        return self._at(row) if self._is_in(row, column) else ""

    def _is_in(self, row: int, column: Column) -> bool:
        return 0 <= row < self._model.rowCount() and self.column_at(row) == column

    def _at(self, row: int) -> str:
        return self._model.at(row).line.order
