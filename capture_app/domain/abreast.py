"""Two streams of minutes beside each other: which line of one stands next to which of the other (E1)."""

from collections.abc import Iterable, Iterator, Sequence

from capture_app.domain.records import Line

NEAR = 1
"""Minutes by which two takers may have written down the same thing at different times."""

Pair = tuple[Line | None, Line | None]
"""What stands in a row: a line of the left stream, one of the right, or both."""


def abreast(left: Sequence[Line], right: Sequence[Line]) -> list[Pair]:
    """The lines of one part, in the order of each stream, those of about the same minute in one row.

    A line without a time is taken to have been said when the one before it was.
    """
    rows: list[Pair] = []
    lefts, rights = list(_timed(left)), list(_timed(right))
    one, other = 0, 0
    while one < len(lefts) and other < len(rights):
        (here, mine), (there, theirs) = lefts[one], rights[other]
        together = abs(here - there) <= NEAR
        rows.append(
            (mine if together or here < there else None, theirs if together or there < here else None)
        )
        one += rows[-1][0] is not None
        other += rows[-1][1] is not None
    rows.extend((line, None) for _at, line in lefts[one:])
    rows.extend((None, line) for _at, line in rights[other:])
    return rows


def minute_of(line: Line) -> int | None:
    """The minute of the day at which a line was said; None where nobody noted it."""
    hour, colon, minute = line.said_at[11:16].partition(":")
    return int(hour) * 60 + int(minute) if colon and hour.isdigit() and minute.isdigit() else None


def _timed(lines: Iterable[Line]) -> Iterator[tuple[int, Line]]:
    last = 0
    for line in lines:
        at = minute_of(line)
        last = last if at is None else at
        yield last, line
