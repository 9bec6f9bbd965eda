"""Reading dates as people write them: as exactly as they are given, and no further (B3, X5, X6)."""

import re
from calendar import monthrange
from datetime import date as date_

from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import Precision

NO_YEAR = "XXXX"
"""Stands in EDTF where no year is given."""

_LAST_CENTURY = 70
"""A year of two digits from here on is one of the last century."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS) + "|sept"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"

_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d{2})")
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?:the )?{_DAY}(?: of)? (?P<name>{_MONTH})\.?,?(?: (?P<year>\d{{4}}|\d{{2}}))?"
)
_MONTH_FIRST = re.compile(rf"(?P<name>{_MONTH})\.? {_DAY},?(?: {_YEAR})?")
_MONTH_ONLY = re.compile(rf"(?P<name>{_MONTH})\.?(?: {_YEAR})?")
_YEAR_ONLY = re.compile(_YEAR)
_PATTERNS = (_ISO, _NUMBERS, _DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY, _YEAR_ONLY)
_ISO_RANGE = re.compile(r"(?P<first>[\d-]+)/(?P<last>[\d-]+-[\d-]+)")
_RANGE = re.compile(r"(?:between |from )?(?P<first>.+?)(?: and | to | until |\s?[–—]\s?| - )(?P<last>.+)")


def read_date(given: str) -> DateGiven:
    """What a date as given means; only kept as it is where that cannot be told."""
    words = " ".join(given.split()).casefold()
    if one := _one(words):
        return DateGiven(given=given, edtf=one, precision=_precision(one))
    found = _ISO_RANGE.fullmatch(words) or _RANGE.fullmatch(words)
    last = _one(found["last"]) if found else ""
    first = _one(found["first"]) or _of_month(found["first"], last) if found else ""
    if first and last:
        return DateGiven(given=given, edtf=_span(first, last), precision=Precision.RANGE)
    return DateGiven(given=given)


def with_year(date: DateGiven, year: str) -> str:
    """The EDTF of a date that was given without a year, in this one; empty where that is no such case or day (X5)."""
    if not (date.edtf.startswith(NO_YEAR) and re.fullmatch(_YEAR, year)):
        return ""
    _none, month, *day = date.edtf.split("-")
    return _edtf({"year": year, "month": month, "day": day[0] if day else None})


def names_no_day(given: str) -> bool:
    """Whether this looks like a date or a range of dates, and there is no such day: "31 February 2028"."""
    words = " ".join(given.split()).casefold()
    if _looks_like_one(words):
        return not _one(words)
    found = _ISO_RANGE.fullmatch(words) or _RANGE.fullmatch(words)
    ends = (found["first"], found["last"]) if found else ()
    return any(_looks_like_one(end) and not _one(end) for end in ends)


def is_past(date: DateGiven, today: date_) -> bool:
    """Whether all of a date lies before today: of a range its end, of a month or year the whole of it."""
    last = date.edtf.rpartition("/")[2]
    return bool(last) and not last.startswith(NO_YEAR) and last < today.isoformat()[: len(last)]


def _looks_like_one(words: str) -> bool:
    return any(pattern.fullmatch(words) for pattern in _PATTERNS)


def _one(words: str) -> str:
    """One date in EDTF; empty if it is none."""
    for pattern in _PATTERNS:
        if found := pattern.fullmatch(words):
            return _edtf(found.groupdict())
    return ""


def _edtf(parts: dict[str, str | None]) -> str:
    """Puts the parts together; empty if there is no such day."""
    year, month, day = parts.get("year") or NO_YEAR, parts.get("month"), parts.get("day")
    if name := parts.get("name"):
        month = str(next(place for place, each in enumerate(_MONTHS, 1) if each.startswith(name[:3])))
    if len(year) == 2:
        year = f"{19 if int(year) >= _LAST_CENTURY else 20}{year}"
    if month is None:
        return year
    if not 1 <= int(month) <= len(_MONTHS):
        return ""
    if day is None:
        return f"{year}-{int(month):02}"
    days = monthrange(int(year) if year != NO_YEAR else 2024, int(month))[1]
    return f"{year}-{int(month):02}-{int(day):02}" if 1 <= int(day) <= days else ""


def _of_month(day: str, last: str) -> str:
    """The first day of "3 to 5 May 2024": a day of the month in which the range ends."""
    found = re.fullmatch(_DAY, day)
    if not found or len(last) != len("2024-05-05"):
        return ""
    return f"{last[:8]}{int(found['day']):02}" if 1 <= int(found["day"]) <= int(last[8:]) else ""


def _span(first: str, last: str) -> str:
    """A range; a year given only at its end holds for its beginning too."""
    if first.startswith(NO_YEAR) and not last.startswith(NO_YEAR):
        first = last[:4] + first[4:]
    return f"{first}/{last}"


def _precision(edtf: str) -> Precision:
    if edtf.startswith(NO_YEAR):
        return Precision.YEAR_UNKNOWN
    return {10: Precision.DAY, 7: Precision.MONTH}.get(len(edtf), Precision.RANGE)
