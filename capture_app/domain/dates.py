"""Reading dates as people write them: as exactly as they are given, and no further (B3, X5, X6)."""

import re
from datetime import date as date_

from capture_app.domain.date_parts import is_backwards, several_in, spans_of, together
from capture_app.domain.one_date import NO_YEAR, edtf_of, is_rough, one_of
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import Precision

__all__ = [
    "NO_YEAR",
    "dates_in",
    "is_past",
    "is_set",
    "place_in_time",
    "plain_words",
    "read_date",
    "says_more",
    "with_year",
    "worked_out",
]


def read_date(given: str) -> DateGiven:
    """What a date as given means; only kept as it is where that cannot be told.

    "3-9 May 2024" is a span; "3 and 9 May 2024" is two days and none between them, a set in EDTF. A span that ends
    before it begins means nothing. Of "spring 2023" the year is read, of "early June 2023" the month.
    """
    words = plain_words(given)
    if one := one_of(words):
        return DateGiven(given=given, edtf=one, precision=_precision(one))
    edtf = _span(words) or together(tuple(piece.edtf for piece in several_in(words)))
    return DateGiven(given=given, edtf=edtf, precision=_precision(edtf)) if edtf else DateGiven(given=given)


def plain_words(given: str) -> str:
    """A date as given, in small letters and with single spaces, out of its sentence: "In June 2023."."""
    words = " ".join(given.split()).casefold().removesuffix(".")
    return re.sub(r"^(?:in|on) (?=\S)", "", words)


def with_year(date: DateGiven, year: str) -> str:
    """The EDTF of a date that was given without a year, in this one; empty where that is no such case or day (X5).

    A span over the turn of a year, "20 December to 5 January", begins in it.
    """
    found = dates_in(date)
    if not re.fullmatch(r"\d{4}", year, re.ASCII) or not all(one.startswith(NO_YEAR) for one in found):
        return ""
    edtf = date.edtf
    for place, one in enumerate(found):
        _none, month, *day = one.split("-")
        turned = place > 0 and not is_set(date) and one < found[0]
        in_year = f"{int(year) + turned:04}"
        dated = edtf_of({"year": in_year, "month": month, "day": day[0] if day else None})
        if not dated:
            return ""
        edtf = edtf.replace(one, dated, 1)
    return edtf


def worked_out(given: str, meant: str) -> DateGiven:
    """What "28th September = 2023" says is meant: another date, or the year of the one that was given (X5)."""
    date = read_date(given)
    if NO_YEAR in date.edtf and re.fullmatch(r"\d{4}", meant, re.ASCII):
        return read_date(with_year(date, meant) or f"{given} {meant}")
    return read_date(meant)


def says_more(date: DateGiven) -> bool:
    """Whether what was given says more than was read of it, as "spring 2023" does."""
    return bool(date.edtf) and not date.inferred and is_rough(plain_words(date.given))


def dates_in(date: DateGiven) -> tuple[str, ...]:
    """The dates of an EDTF one by one: both ends of a span, every date of a set; none where nothing was read."""
    return tuple(one for one in re.split("[/,]", date.edtf.strip("{}")) if one)


def is_set(date: DateGiven) -> bool:
    """Whether these are dates each by itself, with nothing held between them."""
    return date.edtf.startswith("{")


def place_in_time(date: DateGiven) -> str:
    """What dates are put in order by: a set stands at the first of its days; empty where nothing was read."""
    return date.edtf.strip("{}")


def is_past(date: DateGiven, today: date_) -> bool:
    """Whether all of a date lies before today: of several the last, of a month or year the whole of it."""
    last = dates_in(date)[-1:]
    return any(not one.startswith(NO_YEAR) and one < today.isoformat()[: len(one)] for one in last)


def _span(words: str) -> str:
    """A span from one date to another in EDTF; empty if it is none, or ends before it begins."""
    for begin, end in spans_of(words):
        if not is_backwards(begin, end):
            return begin.edtf if begin.edtf == end.edtf else f"{begin.edtf}/{end.edtf}"
    return ""


def _precision(edtf: str) -> Precision:
    if "/" in edtf or "{" in edtf:
        return Precision.RANGE
    if edtf.startswith(NO_YEAR):
        return Precision.YEAR_UNKNOWN
    return {10: Precision.DAY, 7: Precision.MONTH}.get(len(edtf), Precision.RANGE)
