"""Typing up forms on paper: which key stands for which answer, and what is kept of a form (F2, F6).

A form on paper cannot be made to obey: what somebody marked stands, where the form would not have asked, too.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from capture_app.domain.forms.course import NOT_ASKED, is_asked, items_asked, ordered
from capture_app.domain.forms.limits import Wrong, wrong_with
from capture_app.domain.forms.numbers import plain_number
from capture_app.domain.forms.readings import only_day
from capture_app.domain.values import Answer, Item, Option
from capture_app.domain.vocabulary import Given, ItemKind

__all__ = [
    "Doubt",
    "Stop",
    "Typing",
    "doubts",
    "from_paper",
    "keys_of",
    "stops_of",
    "typing_of",
    "words_as_answer",
]

RATHER_NOT = Answer(given=Given.RATHER_NOT_SAY)
SEVERAL = Answer(given=Given.SEVERAL_MARKED)
RATHER_NOT_KEY = "-"

_LETTERS = {"yes": "y", "maybe": "m", "no": "n"}
_RANGE = re.compile(r"(.+?)(?:\s+to\s+|\s*–\s*|\s*\.\.+\s*)(.+)", re.IGNORECASE)
_PARTS = re.compile(r"[\s,;]+")


class Typing(StrEnum):
    """How one types an answer: by one key, by several and Enter, or by writing it and Enter."""

    ONE_KEY = "one_key"
    SEVERAL_KEYS = "several_keys"
    WRITTEN = "written"


class Doubt(StrEnum):
    """What is told of an answer and changes nothing: it would not have been asked, is beyond a limit, or uncounted."""

    NOT_ASKED = "not_asked"
    BEYOND = "beyond"
    AS_WRITTEN = "as_written"


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the typist stops: a question, or one row of a matrix."""

    key: str
    item: Item
    row: str = ""


def stops_of(items: Mapping[str, Item]) -> tuple[Stop, ...]:
    """Every stop of a form in the order in which it is printed."""
    return tuple(
        Stop(key, item, row)
        for key, item in ordered(items)
        if is_asked(item)
        for row in (tuple(one.id for one in item.rows) if item.kind is ItemKind.MATRIX else ("",))
    )


def keys_of(options: tuple[Option, ...]) -> dict[str, str]:
    """What is typed for each option, by that: its number as printed, or else its place, counted from 1."""
    labels = [option.label.strip() for option in options]
    if not all(label.isdecimal() for label in labels) or len(set(labels)) < len(labels):
        labels = [str(place) for place in range(1, len(options) + 1)]
    return {label: option.id for label, option in zip(labels, options, strict=True)}


def letters_of(options: tuple[Option, ...]) -> dict[str, str]:
    """The letters that stand for yes, maybe and no as well."""
    return {_LETTERS[option.id]: option.id for option in options if option.id in _LETTERS}


def typing_of(item: Item) -> Typing:
    """How the answer to a question is typed; options of more than one figure are written."""
    if not item.options or any(len(key) > 1 for key in keys_of(item.options)):
        return Typing.WRITTEN
    several = item.kind in (ItemKind.MULTIPLE, ItemKind.RANK)
    return Typing.SEVERAL_KEYS if several else Typing.ONE_KEY


def words_as_answer(stop: Stop, words: str) -> Answer | Wrong:
    """What was written, as an answer; empty words are a blank, "-" is a refusal.

    What is no day or number, or could be two, stands as it was written: on paper nobody can be asked again. Says what
    cannot be kept: figures that stand for no option.
    """
    words = words.strip()
    if not words or words == RATHER_NOT_KEY:
        return RATHER_NOT if words else Answer()
    if stop.item.options:
        return _options_in(stop, words)
    match stop.item.kind:
        case ItemKind.FIGURE:
            return _figure_in(stop.item, words)
        case ItemKind.DATE:
            day = only_day(words)
            return Answer(value=day) if day else Answer(text=words)
        case _:
            return Answer(text=words)


def _figure_in(item: Item, words: str) -> Answer:
    found = _RANGE.fullmatch(words)
    written = found.groups() if found else (words, "")
    value, upper = (plain_number(one) for one in written)
    if not value or bool(upper) != bool(written[1]):
        return Answer(text=words)
    return Answer(value=value, upper=upper, unit=item.unit, of=item.of)


def _options_in(stop: Stop, words: str) -> Answer | Wrong:
    """Options by their numbers, where there are too many for one key each."""
    keys, typed = keys_of(stop.item.options), [part for part in _PARTS.split(words) if part]
    many = stop.item.kind in (ItemKind.MULTIPLE, ItemKind.RANK)
    if (
        not all(part in keys for part in typed)
        or len(set(typed)) < len(typed)
        or (len(typed) > 1 and not many)
    ):
        return Wrong.NO_NUMBER
    return chosen_as_answer(stop, tuple(keys[part] for part in typed))


def chosen_as_answer(stop: Stop, chosen: tuple[str, ...]) -> Answer:
    """Options that are marked, by their ids, as the answer to a question; of a matrix, to one row of it."""
    match stop.item.kind:
        case ItemKind.MULTIPLE:
            return Answer(chosen=tuple(sorted(chosen)))
        case ItemKind.RANK:
            return Answer(chosen=chosen)
        case ItemKind.MATRIX:
            return Answer(by_row=dict.fromkeys([stop.row], chosen[0]))
        case _:
            return Answer(choice=chosen[0])


def doubts(items: Mapping[str, Item], answers: Mapping[str, Answer]) -> dict[str, Doubt]:
    """What to tell of the answers to a form, by question."""
    come, found = set(items_asked(items, answers)), dict[str, Doubt]()
    for key, answer in answers.items():
        if answer == Answer():
            continue
        if key not in come:
            found[key] = Doubt.NOT_ASKED
        elif wrong := wrong_with(items[key], answer):
            unread = wrong in (Wrong.NO_NUMBER, Wrong.NO_DAY)
            found[key] = Doubt.AS_WRITTEN if unread else Doubt.BEYOND
    return found


def from_paper(items: Mapping[str, Item], answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """What is kept of a form on paper: all that stands on it, and which questions left empty were not to be asked."""
    come, kept = set(items_asked(items, answers)), dict[str, Answer]()
    for key, item in ordered(items):
        if not is_asked(item):
            continue
        if answers.get(key, Answer()) != Answer():
            kept[key] = answers[key]
        elif key not in come:
            kept[key] = NOT_ASKED
    return kept
