"""What was answered to one question, counted (F2, X22). A blank, a refusal and "not asked" are three things.

Everything is in an order that content gives, so that nothing tells who came when.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from capture_app.domain.reading_order import in_order
from capture_app.domain.records import Box
from capture_app.domain.values import SEVERAL_IN_ROW, Answer, Item, Option
from capture_app.domain.vocabulary import Given, ItemKind

__all__ = ["CountGroup", "Counted", "OptionCount", "answers_to", "counted"]


@dataclass(frozen=True, slots=True)
class OptionCount:
    """How many chose an option, and the reasons they gave."""

    option: str
    label: str
    count: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountGroup:
    """The options of a question with how often each was chosen: in one row of a matrix, on one place of a ranking.

    row: the words of the row. place: of a ranking, from 1. A question that is neither has one group without either.
    n: how many chose something here.
    """

    counts: tuple[OptionCount, ...]
    n: int
    row: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """One question over some boxes. n: how many answered it; the others are no answers and stand apart.

    written: answers to a question without options, as they were given.
    """

    groups: tuple[CountGroup, ...]
    written: tuple[Answer, ...]
    n: int
    rather_not_say: int
    not_asked: int
    blank: int
    several_marked: int = 0

    @property
    def counts(self) -> tuple[OptionCount, ...]:
        """The options of a question that is neither a matrix nor a ranking."""
        return self.groups[0].counts if len(self.groups) == 1 and not self.groups[0].row else ()


def answers_to(key: str, boxes: Iterable[Box]) -> list[Answer]:
    """Everything that was answered to one question in these boxes."""
    found: list[Answer] = []
    for box in boxes:
        found.extend(answers[key] for answers in box.answers if key in answers)
        found.extend(box.by_item.get(key, ()))
    return found


def counted(item: Item, given: Sequence[Answer], sheets: int) -> Counted:
    """Count the answers to a question, of so many filled sheets."""
    answered = [one for one in given if one.given is Given.ANSWERED]
    return Counted(
        groups=_groups(item, answered),
        written=() if item.options else tuple(answered),
        n=len(answered),
        rather_not_say=sum(one.given is Given.RATHER_NOT_SAY for one in given),
        not_asked=sum(one.given is Given.NOT_ASKED for one in given),
        blank=sheets - len(given),
        several_marked=sum(one.given is Given.SEVERAL_MARKED for one in given),
    )


def _groups(item: Item, answered: Sequence[Answer]) -> tuple[CountGroup, ...]:
    if not item.options:
        return ()
    if item.kind is ItemKind.MATRIX:
        return tuple(_row(item.options, row, answered) for row in item.rows)
    if item.kind is ItemKind.RANK:
        return tuple(_place(item.options, place, answered) for place in range(1, len(item.options) + 1))
    chosen = [
        (one.chosen if item.kind is ItemKind.MULTIPLE else (one.choice,), one.reason) for one in answered
    ]
    return (CountGroup(_counts(item.options, chosen), len(answered)),)


def _row(options: tuple[Option, ...], row: Option, answered: Sequence[Answer]) -> CountGroup:
    marks = (one.by_row.get(row.id, SEVERAL_IN_ROW) for one in answered)
    chosen = [((mark,), "") for mark in marks if mark != SEVERAL_IN_ROW]
    return CountGroup(_counts(options, chosen), len(chosen), row=row.label)


def _place(options: tuple[Option, ...], place: int, answered: Sequence[Answer]) -> CountGroup:
    chosen = [((one.chosen[place - 1],), "") for one in answered if len(one.chosen) >= place]
    return CountGroup(_counts(options, chosen), len(chosen), place=place)


def _counts(
    options: tuple[Option, ...], chosen: Sequence[tuple[tuple[str, ...], str]]
) -> tuple[OptionCount, ...]:
    """Every option with its count, zeros too; an answer the form does not offer is counted as it stands."""
    labels = {option.id: option.label for option in options}
    for keys, _reason in chosen:
        for key in keys:
            labels.setdefault(key, key)
    return tuple(_count(key, label, chosen) for key, label in labels.items())


def _count(key: str, label: str, chosen: Sequence[tuple[tuple[str, ...], str]]) -> OptionCount:
    reasons = [reason for keys, reason in chosen if key in keys]
    return OptionCount(key, label, len(reasons), in_order(reason for reason in reasons if reason))
