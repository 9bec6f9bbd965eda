"""What is wrong with an answer, if anything, by the limits its question has (F2)."""

from datetime import date
from enum import StrEnum

from capture_app.domain.forms.numbers import worth
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Given, ItemKind

__all__ = ["Wrong", "wrong_with"]


class Wrong(StrEnum):
    """Why an answer is not taken as it is."""

    NO_NUMBER = "no_number"
    NO_DAY = "no_day"
    TOO_LITTLE = "too_little"
    TOO_MUCH = "too_much"


def wrong_with(item: Item, answer: Answer | None) -> Wrong | None:
    """What is wrong with an answer; None for nothing, and for no answer: nobody must answer."""
    if answer is None or answer.given is not Given.ANSWERED or answer == Answer():
        return None
    match item.kind:
        case ItemKind.FIGURE:
            return Wrong.NO_NUMBER if worth(answer.value) is None else _beyond_number(item, answer.value)
        case ItemKind.DATE:
            return _wrong_day(item, answer.value)
        case ItemKind.MULTIPLE | ItemKind.RANK:
            return _beyond_number(item, str(len(answer.chosen)))
        case ItemKind.TEXT | ItemKind.SHORT_TEXT:
            return _beyond_number(item, str(len(answer.text)))
        case _:
            return None


def _beyond_number(item: Item, value: str) -> Wrong | None:
    number, least, most = worth(value), worth(item.limits.least), worth(item.limits.most)
    if number is not None and least is not None and number < least:
        return Wrong.TOO_LITTLE
    if number is not None and most is not None and number > most:
        return Wrong.TOO_MUCH
    return None


def _wrong_day(item: Item, value: str) -> Wrong | None:
    try:
        date.fromisoformat(value)
    except ValueError:
        return Wrong.NO_DAY
    if item.limits.least and value < item.limits.least:
        return Wrong.TOO_LITTLE
    if item.limits.most and value > item.limits.most:
        return Wrong.TOO_MUCH
    return None
