"""How days and numbers are written in a file: which comes first, and what parts what. Never guessed (F6).

"03.04.2024" is the third of April wherever points are used; "03/04/2024" is that or the fourth of March, and only
another day of the same file tells, or a person. So it is with "1,200" and "1.200".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from capture_app.domain.forms.days import plain_day
from capture_app.domain.forms.numbers import plain_number

__all__ = ["Habits", "days_of", "habits_of", "numbers_of"]

_TIME = re.compile(r"[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]\.?m\.?)?$", re.IGNORECASE | re.ASCII)
_DAY = re.compile(r"(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})", re.ASCII)
_GAPS = re.compile(r"(?<=\d)[ \u00a0\u202f'’](?=\d{3})")
_FIGURE = re.compile(r"([+-]?)(\d+(?:[.,]\d+)*)", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Habits:
    """What a person said of a file, or its other cells tell. None: nothing tells.

    day_first: "03/04/2024" is in April. comma: "1,200" is a little more than one.
    """

    day_first: bool | None = None
    comma: bool | None = None


@lru_cache(maxsize=4096)
def days_of(words: str) -> tuple[str, str]:
    """A day as it reads day first and month first, each empty where there is no such day; equal if nothing differs."""
    plain = _TIME.sub("", words.strip())
    found = _DAY.fullmatch(plain)
    if not found:
        day = plain_day(plain)
        return day, day
    one, mark, other, year = found.groups()
    first = plain_day(f"{one}/{other}/{year}")
    return first, first if mark == "." else plain_day(f"{other}/{one}/{year}")


@lru_cache(maxsize=4096)
def numbers_of(words: str) -> tuple[str, str]:
    """A number as it reads with a decimal comma and with a decimal point; empty where it is none."""
    found = _FIGURE.fullmatch(_GAPS.sub("", words.strip().replace("\u2212", "-")))
    if not found:
        return "", ""
    sign, digits = found[1].replace("+", ""), found[2]
    with_comma, with_point = _with(digits, ",", "."), _with(digits, ".", ",")
    return plain_number(sign + with_comma) if with_comma else "", plain_number(
        sign + with_point
    ) if with_point else ""


def habits_of(said: Habits, days: Iterable[str], numbers: Iterable[str]) -> Habits:
    """What was said, and where nothing was, what cells tell that can be read in one way only, if they agree."""
    day_first, comma = said.day_first, said.comma
    if day_first is None:
        day_first = _agreed(days_of(words) for words in days)
    if comma is None:
        comma = _agreed(numbers_of(words) for words in numbers)
    return Habits(day_first, comma)


def _agreed(readings: Iterable[tuple[str, str]]) -> bool | None:
    told = {bool(one) for one, other in readings if bool(one) != bool(other)}
    return told.pop() if len(told) == 1 else None


def _with(digits: str, decimal: str, thousands: str) -> str:
    """The number with a point, if it can be read with this decimal mark; empty if it cannot."""
    whole, mark, part = digits.partition(decimal)
    if decimal in part or thousands in part:
        return ""
    if thousands in whole:
        if not _GROUPED.fullmatch(whole) or whole.startswith("0"):
            return ""
        whole = whole.replace(thousands, "")
    part = part.rstrip("0")
    return f"{whole}.{part}" if mark and part else whole
