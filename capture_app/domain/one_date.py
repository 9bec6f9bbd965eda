"""Reading one date out of words: a day, a month or a year, as exactly as it is given and no further (B3, X5, X6)."""

import re
from calendar import monthrange

NO_YEAR = "XXXX"
"""Stands in EDTF where no year is given."""

WHOLE_DAY = len("2024-05-03")
"""How long a date in EDTF is that says a day."""

_LAST_CENTURY = 70
"""A year of two digits from here on is one of the last century."""

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS) + "|sept"
"""The names of months, for a regular expression; `_MONTHS` are those they stand for."""
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_ANY_YEAR = r"(?P<year>\d{4}|\d{2})"

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(rf"(?P<name>{'|'.join(_WEEKDAYS)})(?!th)[a-z]*\.?,? (?=\S)", re.ASCII)
_EARLY = "early|mid(?:dle)?|late|beginning|start|end"
_SEASON = "spring|summer|autumn|fall|winter"
_OR = r"(?: to | or | and |\s?[/–-]\s?)"
_PART = rf"(?:(?:in|at) )?(?:the )?(?:{_EARLY})(?:{_OR}(?:{_EARLY}))?(?: of| in)?(?: the)?[ -]"
_ROUGH = re.compile(rf"\b(?:{_EARLY}|{_SEASON})\b")
_PATTERNS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?",
        rf"(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-]{_ANY_YEAR}",
        rf"(?:the )?{_DAY}(?: of)? (?P<name>{MONTH})\.?,?(?: {_ANY_YEAR})?",
        rf"{_DAY}-(?P<name>{MONTH})(?:-{_ANY_YEAR})?",
        rf"(?P<name>{MONTH})\.? {_DAY},?(?: {_YEAR})?",
        rf"(?P<name>{MONTH})\.?(?:[ -]{_YEAR})?",
        _YEAR,
        rf"{_PART}(?P<name>{MONTH})\.?(?:(?: of|,)? {_YEAR})?",
        rf"{_PART}{_YEAR}",
        rf"(?:{_PART}|(?:in )?(?:the )?)(?:{_SEASON})(?:{_OR}(?:{_SEASON}))?(?: of|,)? {_ANY_YEAR}",
    )
)
_BARE_DAY = re.compile(rf"(?:the )?{_DAY}", re.ASCII)


def one_of(words: str) -> str:
    """One date in EDTF, out of words in small letters; empty if it is none, or if there is no such day."""
    words = without_weekday(words)
    for pattern in _PATTERNS:
        if found := pattern.fullmatch(words):
            return edtf_of(found.groupdict())
    return ""


def looks_like_one(words: str) -> bool:
    """Whether this is written as a date is, be there such a day or not."""
    return any(pattern.fullmatch(without_weekday(words)) for pattern in _PATTERNS)


def is_rough(words: str) -> bool:
    """Whether a date is given by a season or a part of a month or year, of which only the month or year is read."""
    return bool(_ROUGH.search(words))


def day_within(words: str, other: str) -> str:
    """The "3" of "3 to 5 May 2024": a day of the month of another, in EDTF; empty if it is no day of it."""
    found = _BARE_DAY.fullmatch(without_weekday(words))
    if not found or len(other) != WHOLE_DAY:
        return ""
    year, month, _day = other.split("-")
    return edtf_of({"year": year, "month": month, "day": found["day"]})


def weekday_in(words: str) -> int | None:
    """The day of the week a date begins with, Monday being 0; None where it names none."""
    found = _WEEKDAY.match(words)
    return _WEEKDAYS.index(found["name"]) if found else None


def without_weekday(words: str) -> str:
    """A date without the day of the week before it."""
    found = _WEEKDAY.match(words)
    return words[found.end() :] if found else words


def edtf_of(parts: dict[str, str | None]) -> str:
    """Puts year, month and day together, any but one of which may be missing; empty if there is no such day."""
    year, month, day = parts.get("year") or NO_YEAR, parts.get("month"), parts.get("day")
    if name := parts.get("name"):
        month = str(next(place for place, each in enumerate(_MONTHS, 1) if each.startswith(name[:3])))
    if len(year) == 2:
        year = f"{19 if int(year) >= _LAST_CENTURY else 20}{year}"
    if year == "0000":
        return ""
    if month is None:
        return year
    if not 1 <= int(month) <= len(_MONTHS):
        return ""
    if day is None:
        return f"{year}-{int(month):02}"
    days = monthrange(int(year) if year != NO_YEAR else 2024, int(month))[1]
    return f"{year}-{int(month):02}-{int(day):02}" if 1 <= int(day) <= days else ""
