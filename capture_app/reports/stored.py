"""Single values of records as people say them, for documents that show what is stored."""

from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import get_args, get_type_hints

from capture_app.dates import day_words, moment_words
from capture_app.domain.record import Plain
from capture_app.domain.records import KINDS
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Verdict
from capture_app.reports.choices import choice_words
from capture_app.reports.names import verdict_word
from capture_app.words import _

_MOMENTS = frozenset(("at", "began", "closed_at", "ended", "ends", "said_at", "set_at", "starts"))
"""Fields that hold a day and a time."""

_DAY = "_on"
"""How the names of fields end that hold a day."""


def stored_words(kind: str, field: str, value: Plain, item: Item | None = None) -> str:
    """A value in words; what somebody wrote as it is. A verdict needs the question it was given to (D2 to D8)."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    text = str(value)
    if field in _MOMENTS:
        return _moment(text)
    if field.endswith(_DAY):
        return _day(text)
    closed = _closed_list(kind, field)
    if closed is None or text not in set(closed):
        return text
    member = closed(text)
    decided = verdict_word(item.scale, member) if item and isinstance(member, Verdict) else ""
    return decided or choice_words(member)


@cache
def _closed_list(kind: str, field: str) -> type[StrEnum] | None:
    """The fixed names a field can hold; None where people write it themselves."""
    hint = get_type_hints(KINDS[kind]).get(field) if kind in KINDS else None
    known = (one for one in (hint, *get_args(hint)) if isinstance(one, type) and issubclass(one, StrEnum))
    return next(known, None)


def _moment(text: str) -> str:
    try:
        return moment_words(datetime.fromisoformat(text))
    except ValueError:
        return text


def _day(text: str) -> str:
    try:
        return day_words(date.fromisoformat(text))
    except ValueError:
        return text
