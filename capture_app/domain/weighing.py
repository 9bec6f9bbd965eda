"""What speaks for something and against it: which point stands in which column (D5).

A question that weighs has two columns, and where it has options two for each of them. Unlike the options of a list
to go through, these are no lines themselves: a point names the option it is about, and its verdict is its column.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.values import Item, Option
from capture_app.domain.vocabulary import Scale, Verdict

FOR_AND_AGAINST = (Verdict.YES, Verdict.NO)
"""For and against, in the order of the columns."""
NEITHER = len(FOR_AND_AGAINST)
"""The place after the columns, of points that are neither for nor against yet."""


class Column(NamedTuple):
    """Where points stand. `about`: the place of their option; `side`: that in `FOR_AND_AGAINST`, or `NEITHER`."""

    about: int
    side: int

    @property
    def verdict(self) -> Verdict | None:
        """What is decided about a point that stands here."""
        return FOR_AND_AGAINST[self.side] if self.side < NEITHER else None

    @property
    def opposite(self) -> "Column":
        """The other column of the same option; of neither, the first."""
        return Column(self.about, 1 if self.side == 0 else 0)


@dataclass(frozen=True, slots=True)
class Weighing:
    """The columns of one question; without options it weighs one thing, which is nameless."""

    options: tuple[Option, ...] = ()

    @property
    def count(self) -> int:
        """How many things are weighed, each in two columns."""
        return max(1, len(self.options))

    def columns(self) -> Iterator[Column]:
        """For and against of every option, in order."""
        return (Column(about, side) for about in range(self.count) for side in range(NEITHER))

    def column_of(self, line: Line) -> Column:
        """Where a point stands; what is about no option of the form stands behind all of them."""
        places = (at for at, option in enumerate(self.options) if option.id == line.option)
        about = next(places, len(self.options))
        return Column(
            about, FOR_AND_AGAINST.index(line.verdict) if line.verdict in FOR_AND_AGAINST else NEITHER
        )

    def fields(self, column: Column) -> dict[str, Any]:
        """What a line has to say to stand in a column."""
        known = column.about < len(self.options)
        return {"verdict": column.verdict, "option": self.options[column.about].id if known else ""}

    def label(self, about: int) -> str:
        """What is weighed there; empty where the form gives it no name."""
        return self.options[about].label.strip() if about < len(self.options) else ""

    def key(self, line: Line) -> tuple[Column, str, RecordId]:
        """Sorts points by column, and in one by their own order."""
        return self.column_of(line), line.order, line.id


def weighing_of(item: Item | None) -> Weighing | None:
    """The columns of a question; None where it does not weigh."""
    return Weighing(item.options) if item is not None and item.scale is Scale.WEIGHING else None
