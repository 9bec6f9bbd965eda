"""Several dates in one field: a span from one to another, and dates that stand each by itself (B3, X6)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from capture_app.domain.one_date import MONTH, NO_YEAR, WHOLE_DAY, day_within, one_of

_ISO_SPAN = re.compile(r"(?P<first>[\d-]+)/(?P<last>[\d-]{4,})", re.ASCII)
_WINTER = re.compile(r"(?P<first>.*winter (?:of )?(?P<century>\d\d)\d\d)\s?[/–-]\s?(?P<last>\d\d)", re.ASCII)
_YEARS = re.compile(r"(?P<first>(?P<century>\d\d)\d\d)\s?[/–-]\s?(?P<last>1[3-9]|[2-9]\d)", re.ASCII)
"""A working year: its second number is no month."""
_BETWEEN = re.compile(r"between (?P<first>.+?) and (?P<last>.+)")
_UNTIL = re.compile(r" (?:to|until|till) |\s?[-–—]\s?")
_DAY = r"(?:[a-z]+\.? )?\d{1,2}(?:st|nd|rd|th)?"
_STROKE = rf"/(?=\s*(?:{_DAY}\s*/\s*)*{_DAY}(?: of)? (?:{MONTH})\b)"
"""Parts days before the name of their month, "3/4 May"; that of "3/4/23" is within a date."""
_AND = re.compile(rf"\s*(?:,\s*and\b|[,;&]|\band\b|{_STROKE})\s*", re.ASCII)
_LOOSE_COMMA = re.compile(r"(?<=day),(?= )|(?<!\d{4}),(?= \d{4}(?![-\d]))", re.ASCII)
"""That of "Tuesday, 16 May" and of "May 16, 2023", which parts no dates."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One date among several: its words as typed, in small letters, and what they mean in EDTF."""

    words: str
    edtf: str


def ends_of(words: str) -> Iterator[tuple[str, str]]:
    """Wherever words may be parted into the beginning and the end of a span; a hyphen may as well be in a date."""
    if found := _ISO_SPAN.fullmatch(words) or _BETWEEN.fullmatch(words):
        yield found["first"], found["last"]
        return
    if found := _WINTER.fullmatch(words) or _YEARS.fullmatch(words):
        yield found["first"], found["century"] + found["last"]
        return
    words = words.removeprefix("between ").removeprefix("from ")
    for until in _UNTIL.finditer(words):
        yield words[: until.start()], words[until.end() :]


def spans_of(words: str) -> Iterator[tuple[Piece, Piece]]:
    """Every way to read words as a span, also one that ends before it begins.

    A month or year given only at its end holds for its beginning too.
    """
    for first, last in ends_of(words):
        end = one_of(last)
        begin = one_of(first) or day_within(first, end)
        if begin and end and not len(begin) > len(end) == len(NO_YEAR):
            yield Piece(first, _in_year_of(begin, end)), Piece(last, end)


def is_backwards(begin: Piece, end: Piece) -> bool:
    """Whether a span ends before it begins. Without a year only within a month: November to February is a winter."""
    known = [not one.edtf.startswith(NO_YEAR) for one in (begin, end)]
    shorter = min(len(begin.edtf), len(end.edtf))
    if not any(known):
        return begin.edtf[:7] == end.edtf[:7] and begin.edtf[:shorter] > end.edtf[:shorter]
    return all(known) and begin.edtf[:shorter] > end.edtf[:shorter]


def listed_in(words: str) -> list[str]:
    """What stands between commas and "and", read or not."""
    return _AND.split(_LOOSE_COMMA.sub("", words.strip("{}")))


def several_in(words: str) -> tuple[Piece, ...]:
    """The dates of "3, 5 and 9 May 2024", each by itself; none where not all of them can be read.

    Month and year are those of the next that gives them, unless a year so taken would turn their order round.
    """
    found: list[Piece] = []
    for each in reversed(listed_in(words)):
        after = found[0].edtf if found else ""
        given = one_of(each) or day_within(each, after)
        edtf = _in_year_of(given, after)
        if not given or (found and len(edtf) != len(after)) or (edtf != given and edtf > after):
            return ()
        found.insert(0, Piece(each, edtf))
    return tuple(found) if len(found) > 1 else ()


def together(dates: tuple[str, ...]) -> str:
    """Dates that stand each by itself, in EDTF: a span where each follows on the one before, else a set; "" of none."""
    ordered = sorted(set(dates))
    if len(ordered) < 2:
        return "".join(ordered)
    steps = {_count(after) - _count(one) for one, after in pairwise(ordered)}
    return f"{ordered[0]}/{ordered[-1]}" if steps == {1} else f"{{{','.join(ordered)}}}"


def _in_year_of(edtf: str, other: str) -> str:
    yearless = edtf.startswith(NO_YEAR) and other and not other.startswith(NO_YEAR)
    return other[:4] + edtf[4:] if yearless else edtf


def _count(edtf: str) -> int:
    """Days, months or years up to a date: of two that follow on each other, the counts differ by one."""
    given = edtf.replace(NO_YEAR, "2024")
    if len(given) == WHOLE_DAY:
        return date.fromisoformat(given).toordinal()
    year, _hyphen, month = given.partition("-")
    return int(year) * 12 + int(month) if month else int(year)
