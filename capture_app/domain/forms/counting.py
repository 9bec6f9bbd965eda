"""What was answered to one question, counted (F2, X22). A blank, a refusal and "not asked" are three things.

Everything is in an order that content gives, so that nothing tells who came when.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from capture_app.domain.forms.binning import bins, number_of
from capture_app.domain.reading_order import in_order
from capture_app.domain.records import Box
from capture_app.domain.values import SEVERAL_IN_ROW, Answer, Item, Option
from capture_app.domain.vocabulary import Given, ItemKind

__all__ = ["CountGroup", "Counted", "OptionCount", "Tally", "answers_to", "counted", "tallied"]

Tally = Sequence[tuple[Answer, int]]
"""Answers, and how often each was given."""


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
    n: how many chose something here. bins: these are no options but bins of numbers.
    """

    counts: tuple[OptionCount, ...]
    n: int
    row: str = ""
    place: int = 0
    bins: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """One question over some boxes. n: how many answered it; the others are no answers and stand apart.

    written: answers to a question without options, as they were given; numbers are counted in bins besides.
    """

    groups: tuple[CountGroup, ...]
    written: tuple[Answer, ...]
    n: int
    rather_not_say: int
    not_asked: int
    blank: int
    several_marked: int = 0

    @property
    def in_no_bin(self) -> int:
        """How many of those who answered a question about a number gave none that could be counted in a bin."""
        return self.n - self.groups[0].n if self.groups and self.groups[0].bins else 0

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
    return tallied(item, [(one, 1) for one in given], sheets)


def tallied(item: Item, tally: Tally, sheets: int) -> Counted:
    """The same where equal answers come once, with how often each was given."""
    answered = [(one, times) for one, times in tally if one.given is Given.ANSWERED]
    return Counted(
        groups=_groups(item, answered),
        written=() if item.options else tuple(one for one, times in answered for _time in range(times)),
        n=_times(answered),
        rather_not_say=_times(tally, Given.RATHER_NOT_SAY),
        not_asked=_times(tally, Given.NOT_ASKED),
        blank=sheets - _times(tally),
        several_marked=_times(tally, Given.SEVERAL_MARKED),
    )


def _times(tally: Tally, given: Given | None = None) -> int:
    return sum(times for one, times in tally if given is None or one.given is given)


def _groups(item: Item, answered: Tally) -> tuple[CountGroup, ...]:
    if item.kind is ItemKind.FIGURE:
        return _in_bins(answered)
    if not item.options:
        return ()
    if item.kind is ItemKind.MATRIX:
        return tuple(_row(item.options, row, answered) for row in item.rows)
    if item.kind is ItemKind.RANK:
        return tuple(_place(item.options, place, answered) for place in range(1, len(item.options) + 1))
    chosen = [
        _Chosen(one.chosen if item.kind is ItemKind.MULTIPLE else (one.choice,), times, one.reason)
        for one, times in answered
    ]
    return (_group(item.options, chosen),)


def _in_bins(answered: Tally) -> tuple[CountGroup, ...]:
    """Numbers by bin; a range is in none, and there is no group where nobody gave a number."""
    given = [(number_of(one), times) for one, times in answered]
    numbers = [number for number, times in given if number is not None for _time in range(times)]
    counts = tuple(OptionCount(one.label, one.label, one.count) for one in bins(numbers))
    return (CountGroup(counts, len(numbers), bins=True),) if counts else ()


def _row(options: tuple[Option, ...], row: Option, answered: Tally) -> CountGroup:
    marks = [(one.by_row.get(row.id, SEVERAL_IN_ROW), times) for one, times in answered]
    chosen = [_Chosen((mark,), times) for mark, times in marks if mark != SEVERAL_IN_ROW]
    return replace(_group(options, chosen), row=row.label)


def _place(options: tuple[Option, ...], place: int, answered: Tally) -> CountGroup:
    chosen = [_Chosen((one.chosen[place - 1],), times) for one, times in answered if len(one.chosen) >= place]
    return replace(_group(options, chosen), place=place)


class _Chosen(NamedTuple):
    """Options that were chosen together, how often so, and the reason given each time."""

    keys: tuple[str, ...]
    times: int
    reason: str = ""


def _group(options: tuple[Option, ...], chosen: Sequence[_Chosen]) -> CountGroup:
    """Every option with its count, zeros too; an answer the form does not offer is counted as it stands."""
    labels = {option.id: option.label for option in options}
    counts, reasons = dict.fromkeys(labels, 0), defaultdict[str, list[str]](list)
    for keys, times, reason in chosen:
        for key in dict.fromkeys(keys):
            counts[key] = counts.get(key, 0) + times
            reasons[key].extend([reason] * times if reason else ())
    found = (
        OptionCount(key, labels.get(key, key), count, in_order(reasons[key])) for key, count in counts.items()
    )
    return CountGroup(tuple(found), sum(one.times for one in chosen))
