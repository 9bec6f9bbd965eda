"""Two streams of minutes beside each other: which line of one stands next to which of the other (E1)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from capture_app.domain.records import Line

NEAR = 1
"""Minutes by which two takers may have written down the same thing at different times."""

Pair = tuple[Line | None, Line | None]
"""What stands in a row: a line of the left stream, one of the right, or both."""


class _Timed(NamedTuple):
    """A line, when it came in its stream, and whether its own time says otherwise, as of one that was moved."""

    at: int
    astray: bool
    line: Line


def abreast(left: Sequence[Line], right: Sequence[Line]) -> list[Pair]:
    """The lines of one part, in the order of each stream, those of about the same minute in one row.

    A line without a time is taken to have been said when the one before it was. One whose time does not fit between
    its neighbours stands alone, and the others go on beside each other.
    """
    rows: list[Pair] = []
    lefts, rights = list(_timed(left)), list(_timed(right))
    one, other = 0, 0
    while one < len(lefts) and other < len(rights):
        here, there = _which(lefts[one], rights[other])
        rows.append((lefts[one].line if here else None, rights[other].line if there else None))
        one += here
        other += there
    rows.extend((mine.line, None) for mine in lefts[one:])
    rows.extend((None, theirs.line) for theirs in rights[other:])
    return rows


def _which(mine: _Timed, theirs: _Timed) -> tuple[bool, bool]:
    """Which of two lines stand in the next row."""
    if abs(mine.at - theirs.at) > NEAR:
        return mine.at < theirs.at, theirs.at < mine.at
    return (mine.astray, theirs.astray) if mine.astray != theirs.astray else (True, not mine.astray)


def minute_of(line: Line) -> int | None:
    """The minute of the day at which a line was said; None where nobody noted it."""
    hour, colon, minute = line.said_at[11:16].partition(":")
    return int(hour) * 60 + int(minute) if colon and hour.isdigit() and minute.isdigit() else None


def _timed(lines: Sequence[Line]) -> Iterator[_Timed]:
    minutes = [minute_of(line) for line in lines]
    steady, last = _steady(minutes), 0
    for place, (line, minute) in enumerate(zip(lines, minutes, strict=True)):
        if minute is not None and place in steady:
            last = minute
        yield _Timed(last, minute is not None and place not in steady, line)


def _steady(minutes: Sequence[int | None]) -> set[int]:
    """The places of the most times that never go back."""
    ends: list[int] = []
    at: list[int] = []
    before: dict[int, int | None] = {}
    for place, minute in enumerate(minutes):
        if minute is not None:
            length = bisect_right(ends, minute)
            before[place] = at[length - 1] if length else None
            ends[length : length + 1] = [minute]
            at[length : length + 1] = [place]
    found: set[int] = set()
    last = at[-1] if at else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
