"""Where lines stand that are for something or against it: in columns beside each other, or one below the other (D5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from capture_app.domain.weighing import NEITHER, Column, Weighing
from capture_app.ui.capture.line_geometry import Place

ABOUT, HEAD, EMPTY, GAP = 40, 34, 40, 12
"""Heights at 100 %: the name of what is weighed, the name of a column, a column without lines; the space below it."""
LEAST = 360
"""The least width at 100 % of a column that stands beside another."""


@dataclass(frozen=True, slots=True)
class Area:
    """One column: its name stands in `head`, its lines in `body`."""

    column: Column
    head: QRect
    body: QRect
    empty: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """All of a list, from its top: a box and a column for each row, the columns, and the names of what is weighed."""

    rows: tuple[QRect, ...] = ()
    columns: tuple[Column, ...] = ()
    areas: tuple[Area, ...] = ()
    names: tuple[tuple[int, QRect], ...] = ()
    height: int = 0

    def head_over(self, row: int) -> int:
        """How high the name is of the column a row stands in."""
        return next((a.head.height() for a in self.areas if a.column == self.columns[row]), 0)

    def pinned(self, top: int) -> tuple[tuple[Area, QRect], ...]:
        """The columns whose names have been scrolled out above `top` while lines of theirs can be seen.

        Each with where its name stands instead: at the top, or pushed out by the end of its column.
        """
        cut = [a for a in self.areas if a.head.top() < top < a.body.bottom() and not a.empty]
        return tuple(
            (
                area,
                area.head.translated(
                    0, min(top, area.body.bottom() + 1 - area.head.height()) - area.head.top()
                ),
            )
            for area in cut
        )

    def row_at(self, spot: QPoint) -> int:
        """The row there; -1 if there is none."""
        return next((row for row, box in enumerate(self.rows) if box.contains(spot)), -1)

    def column_at(self, spot: QPoint) -> Column | None:
        """The column there; None between and below them."""
        return next((a.column for a in self.areas if a.head.united(a.body).contains(spot)), None)


def abreast(room: int, place: Place) -> bool:
    """Whether two columns have room beside each other in so many pixels."""
    return room >= 2 * place.look.px(LEAST)


def standing(
    heights: Sequence[int], columns: Sequence[Column], weighing: Weighing, place: Place, *, beside: bool
) -> Standing:
    """Lay out rows of these heights, each of which is in its column; a row is as wide as `place` says."""
    return _Setter(heights, columns, weighing, place, beside).set_all()


class _Setter:
    """Goes down the list from its top."""

    def __init__(
        self,
        heights: Sequence[int],
        columns: Sequence[Column],
        weighing: Weighing,
        place: Place,
        beside: bool,
    ) -> None:
        self._heights, self._weighing, self._place, self._beside = heights, weighing, place, beside
        self._columns = columns
        self._rows: Mapping[Column, list[int]] = _by_column(columns)
        self._boxes = [QRect()] * len(heights)
        self._areas: list[Area] = []
        self._names: list[tuple[int, QRect]] = []
        self._top = 0

    def set_all(self) -> Standing:
        last = max((column.about for column in self._rows), default=0)
        for about in range(max(self._weighing.count, last + 1)):
            self._set_name(about)
            self._set_both(about)
            if Column(about, NEITHER) in self._rows:
                self._top = self._set_column(Column(about, NEITHER), 0, self._top)
            self._top += self._px(GAP)
        boxes, columns = tuple(self._boxes), tuple(self._columns)
        return Standing(boxes, columns, tuple(self._areas), tuple(self._names), self._top)

    def _set_name(self, about: int) -> None:
        if self._weighing.options:
            width = self._place.width * (2 if self._beside else 1)
            self._names.append((about, QRect(0, self._top, width, self._px(ABOUT))))
            self._top += self._px(ABOUT)

    def _set_both(self, about: int) -> None:
        first, second = Column(about, 0), Column(about, 1)
        if not self._beside:
            self._top = self._set_column(first, 0, self._top)
            self._top = self._set_column(second, 0, self._top)
            return
        start, areas = self._top, len(self._areas)
        self._top = max(self._set_column(first, 0, start), self._set_column(second, self._place.width, start))
        self._areas[areas:] = [_down_to(area, self._top) for area in self._areas[areas:]]

    def _set_column(self, column: Column, left: int, top: int) -> int:
        """Give the rows of a column their boxes; gives where it ends."""
        head = QRect(left, top, self._place.width, self._px(HEAD))
        below = head.bottom() + 1
        for row in self._rows.get(column, ()):
            self._boxes[row] = QRect(left, below, self._place.width, self._heights[row])
            below += self._heights[row]
        empty = column not in self._rows
        end = below + (self._px(EMPTY) if empty else 0)
        body = QRect(left, head.bottom() + 1, self._place.width, end - head.bottom() - 1)
        self._areas.append(Area(column, head, body, empty))
        return end

    def _px(self, pixels: int) -> int:
        return self._place.look.px(pixels)


def _by_column(columns: Sequence[Column]) -> dict[Column, list[int]]:
    found: dict[Column, list[int]] = {}
    for row, column in enumerate(columns):
        found.setdefault(column, []).append(row)
    return found


def _down_to(area: Area, bottom: int) -> Area:
    """A column as long as the one beside it, so that a click below its lines means it."""
    body = QRect(area.body)
    body.setBottom(bottom - 1)
    return Area(area.column, area.head, body, area.empty)


def in_sight(boxes: Sequence[QRect], window: QRect) -> Iterator[int]:
    """The rows of which something is to be seen."""
    return (row for row, box in enumerate(boxes) if box.intersects(window))
