"""The answers that stand in the rows of an export, for the questions its columns were put to (F6)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from capture_app.domain.answer_files.folding import folded
from capture_app.domain.answer_files.matching import Use, Uses
from capture_app.domain.ballots import Answers
from capture_app.domain.forms.course import NOT_ASKED, is_asked
from capture_app.domain.forms.days import plain_day
from capture_app.domain.forms.numbers import plain_number
from capture_app.domain.values import Answer, Item, Option
from capture_app.domain.vocabulary import Given, ItemKind

__all__ = ["Given", "Read", "Unfit", "read_answers"]

REFUSED = frozenset(
    ("prefer not to say", "rather not say", "i would rather not say", "prefer not to answer", "no answer")
)
_DECIMAL = re.compile(r"-?\d+\.\d+", re.ASCII)
_NO = frozenset(("", "no", "false", "0", "n", "unchecked", "not selected"))
"""What stands in the column of one option that was not chosen."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """What was answered to a question that the form does not offer, or that is no number or day, and how often."""

    item: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Read:
    """The answers of everybody, in the order of the file, which nobody keeps. `empty`: rows with no answer at all.

    unfit: kept as they stand, and counted beside the options.
    """

    answers: tuple[Answers, ...]
    empty: int
    unfit: tuple[Unfit, ...]


def read_answers(
    rows: Iterable[Sequence[str]], uses: Sequence[Uses], items: Mapping[str, Item], separators: str
) -> Read:
    """What people answered. A question of the form that no column answers was not asked, which is no blank."""
    reader = _Reader(uses, items, separators)
    sheets = [reader.sheet(row) for row in rows]
    filled = [sheet for sheet in sheets if sheet]
    not_asked = {
        key: NOT_ASKED for key, item in items.items() if is_asked(item) and key not in reader.columns
    }
    unfit = tuple(Unfit(item, words, count) for (item, words), count in sorted(reader.unfit.items()))
    return Read(tuple({**not_asked, **sheet} for sheet in filled), len(sheets) - len(filled), unfit)


class _Reader:
    """Reads one row after the other; what fits nowhere is counted."""

    def __init__(self, uses: Sequence[Uses], items: Mapping[str, Item], separators: str) -> None:
        self.columns: dict[str, list[Uses]] = {}
        for use in uses:
            if use.item in items:
                self.columns.setdefault(use.item, []).append(use)
        self.unfit: Counter[tuple[str, str]] = Counter()
        self._items, self._separators = items, separators
        self._options = {
            key: {folded(one.label): one.id for one in items[key].options} for key in self.columns
        }

    def sheet(self, row: Sequence[str]) -> dict[str, Answer]:
        found = {key: self._answer(key, row) for key in self.columns}
        return {key: answer for key, answer in found.items() if answer != Answer()}

    def _answer(self, key: str, row: Sequence[str]) -> Answer:
        cells = [(use, row[use.column.place]) for use in self.columns[key]]
        if any(folded(words) in REFUSED - self._options[key].keys() for _use, words in cells):
            return Answer(given=Given.RATHER_NOT_SAY)
        answer = self._whole(key, cells)
        reason = next((words for use, words in cells if use.use is Use.REASON and words), "")
        return replace(answer, reason=reason) if reason else answer

    def _whole(self, key: str, cells: Sequence[tuple[Uses, str]]) -> Answer:
        item = self._items[key]
        words = next((words for use, words in cells if use.use is Use.ANSWER), "")
        match item.kind:
            case ItemKind.MATRIX:
                rows = {
                    use.part: self._option(key, said) for use, said in cells if use.use is Use.ROW and said
                }
                return Answer(by_row=rows)
            case ItemKind.RANK:
                return Answer(chosen=self._ranked(key, words, cells))
            case ItemKind.MULTIPLE:
                return Answer(chosen=self._several(key, words, cells))
            case ItemKind.FIGURE:
                return self._plain(key, words, plain_number(_with_point(words)))
            case ItemKind.DATE:
                return self._plain(key, words, plain_day(words))
            case _ if item.options:
                return Answer(choice=self._option(key, words)) if words else Answer()
            case _:
                return Answer(text=words)

    def _plain(self, key: str, words: str, plain: str) -> Answer:
        if words and not plain:
            self.unfit[key, words] += 1
            return Answer(text=words)
        return Answer(value=plain)

    def _option(self, key: str, words: str) -> str:
        """The id of an option by its words, or by its place on a scale; what is none is kept as it stands."""
        known = self._options[key].get(folded(words)) or _by_place(self._items[key], words)
        if not known:
            self.unfit[key, words] += 1
        return known or words

    def _several(self, key: str, words: str, cells: Sequence[tuple[Uses, str]]) -> tuple[str, ...]:
        ticked = {use.part for use, said in cells if use.use is Use.OPTION and folded(said) not in _NO}
        return tuple(sorted(ticked | {self._option(key, one) for one in self._split(key, words)}))

    def _ranked(self, key: str, words: str, cells: Sequence[tuple[Uses, str]]) -> tuple[str, ...]:
        places = [(plain_number(said), use.part) for use, said in cells if use.use is Use.OPTION and said]
        if places and all(place.isdigit() for place, _option in places):
            return tuple(option for _place, option in sorted(places, key=lambda one: int(one[0])))
        return tuple(self._option(key, one) for one in self._split(key, words))

    def _split(self, key: str, words: str) -> list[str]:
        """Choices in one cell; an option that has the separator in its own words is taken whole."""
        separator = next((one for one in self._separators if one in words), "")
        pieces, found = (words.split(separator) if separator else [words]), []
        while pieces:
            longest = next(
                (
                    end
                    for end in range(len(pieces), 1, -1)
                    if self._is_option(key, separator.join(pieces[:end]))
                ),
                1,
            )
            found.append(separator.join(pieces[:longest]).strip())
            pieces = pieces[longest:]
        return [one for one in found if one]

    def _is_option(self, key: str, words: str) -> bool:
        return folded(words) in self._options[key]


def _by_place(item: Item, words: str) -> str:
    """A point of a scale by its number, "4" or "4 - good"; empty where that names none."""
    if item.kind is not ItemKind.SCALE:
        return ""
    number = words.split()[0].rstrip(".:)") if words.split() else ""
    return _option_at(item.options, int(number)) if number.isascii() and number.isdigit() else ""


def _option_at(options: Sequence[Option], place: int) -> str:
    return options[place - 1].id if 1 <= place <= len(options) else ""


def _with_point(words: str) -> str:
    """A number as it is written here: "3,5" of the Continent is "3.5", a survey tool's "12.0000" is "12".

    "1,200" stays one thousand two hundred.
    """
    whole, comma, part = words.partition(",")
    if comma and len(part) != 3 and "." not in words and "," not in part:
        words = f"{whole}.{part}"
    return words.rstrip("0").rstrip(".") if _DECIMAL.fullmatch(words) else words
