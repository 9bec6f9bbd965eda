"""How days and numbers read that people write, in the one way or the other; never guessed (F6).

"03.04.2024" is the third of April wherever points are used; "03/04/2024" is that or the fourth of March. So it is with
"1,200" and "1.200".
"""

import re
from functools import lru_cache

from capture_app.domain.forms.days import plain_day
from capture_app.domain.forms.numbers import plain_number

__all__ = ["days_of", "numbers_of", "only_day", "only_number"]

_LONGEST = 40
"""Letters of the longest day or number there is; what is longer is neither, and is kept in no memory."""
_TIME = re.compile(r"[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]\.?m\.?)?$", re.IGNORECASE | re.ASCII)
_DAY = re.compile(r"(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})", re.ASCII)
_GAPS = re.compile(r"(?<=\d)[ \u00a0\u202f'’](?=\d{3})")
_FIGURE = re.compile(r"([+-]?)(\d+(?:[.,]\d+)*)", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+", re.ASCII)


def days_of(words: str) -> tuple[str, str]:
    """A day as it reads day first and month first, each empty where there is no such day; equal if nothing differs."""
    return _days_of(words) if len(words) <= _LONGEST else ("", "")


def numbers_of(words: str) -> tuple[str, str]:
    """A number as it reads with a decimal comma and with a decimal point; empty where it is none."""
    return _numbers_of(words) if len(words) <= _LONGEST else ("", "")


def only_day(words: str) -> str:
    """The day that is meant; empty where it is none, or two could be meant."""
    one, other = days_of(words)
    return one or other if one == other or not (one and other) else ""


def only_number(words: str) -> str:
    """The number that is meant; empty where it is none, or two could be meant."""
    one, other = numbers_of(words)
    return one or other if one == other or not (one and other) else ""


@lru_cache(maxsize=4096)
def _days_of(words: str) -> tuple[str, str]:
    plain = _TIME.sub("", words.strip())
    found = _DAY.fullmatch(plain)
    if not found:
        day = plain_day(plain)
        return day, day
    one, mark, other, year = found.groups()
    first = plain_day(f"{one}/{other}/{year}")
    return first, first if mark == "." else plain_day(f"{other}/{one}/{year}")


@lru_cache(maxsize=4096)
def _numbers_of(words: str) -> tuple[str, str]:
    found = _FIGURE.fullmatch(_GAPS.sub("", words.strip().replace("\u2212", "-")))
    if not found:
        return "", ""
    sign, digits = found[1].replace("+", ""), found[2]
    with_comma, with_point = _with(digits, ",", "."), _with(digits, ".", ",")
    return plain_number(sign + with_comma) if with_comma else "", plain_number(
        sign + with_point
    ) if with_point else ""


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
