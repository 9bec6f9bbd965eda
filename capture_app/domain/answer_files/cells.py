"""What the words in one cell mean for its question: an option, a day, a number, a refusal; what is none is counted.

A person may have said what words mean that fit no option: by question and words, an option's id, `RATHER` or `BLANK`.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from capture_app.domain.answer_files.folding import folded
from capture_app.domain.answer_files.habits import Habits
from capture_app.domain.answer_files.options import Options
from capture_app.domain.forms.readings import days_of, numbers_of
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import ItemKind

__all__ = ["BLANK", "LONG", "NO_OPTION", "RATHER", "Cells", "Unclear", "Unfit"]

BLANK, RATHER = "/blank", "/rather"
"""What words may mean beside an option: nothing, or that somebody would rather not say. No id begins so."""
NO_OPTION = (BLANK, RATHER)

_REFUSED = frozenset(
    ("prefer not to say", "rather not say", "i would rather not say", "prefer not to answer", "no answer")
)
_PLACE = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)(?: choice)?", re.IGNORECASE | re.ASCII)
LONG = 60
"""Letters from which on words are nobody's refusal, with number, marks and all: they are somebody's own."""
_YES = frozenset(
    (
        *(
            "yes",
            "y",
            "true",
            "1",
            "x",
            "checked",
            "selected",
            "ticked",
            "quoted",
            "on",
            "ja",
            "j",
            "oui",
            "si",
            "sí",
        ),
        *("sì", "sim", "ydw", "oes", "wahr", "vrai"),
    )
)
_NO = frozenset(
    (
        *(
            "no",
            "n",
            "false",
            "0",
            "unchecked",
            "not selected",
            "not checked",
            "not quoted",
            "off",
            "nein",
            "non",
        ),
        *("nee", "não", "falsch", "faux"),
    )
)
"""What tools write, in the language of a survey, in the column of one option that was chosen, or was not."""
_TICKS, _NO_TICKS = frozenset("✓✔☑☒✗✘"), frozenset("☐-–—")
_ERRORS = frozenset(
    ("#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#ERROR!")
)


@dataclass(frozen=True, slots=True)
class Unfit:
    """What was answered to a question that the form does not offer, or that is no number or day, and how often."""

    item: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Unclear:
    """Days or numbers that read in two ways and nothing tells which: one of them, how it reads, and how many.

    one: day first, or with a decimal comma; other: month first, or with a decimal point.
    """

    kind: ItemKind
    words: str
    one: str
    other: str
    count: int


class Cells:
    """Reads cells, and counts what fits nowhere. `times`: of how many rows what is read now is one.

    others: the same questions in other languages, in which people may have answered.
    """

    def __init__(
        self,
        items: Mapping[str, Item],
        separators: str,
        meant: Mapping[str, Mapping[str, str]],
        habits: Habits,
        others: Sequence[Mapping[str, Item]] = (),
    ) -> None:
        self.by_place: set[str] = set()
        self.times = 1
        self._items, self._separators, self._meant, self._habits = items, separators, meant, habits
        self._options = {
            key: Options(item.options, [one for form in others for one in form[key].options])
            for key, item in items.items()
        }
        self._unfit: Counter[tuple[str, str]] = Counter()
        self._understood: Counter[tuple[str, str]] = Counter()
        self._unclear: Counter[ItemKind] = Counter()
        self._example: dict[ItemKind, tuple[str, str, str]] = {}

    def unfit(self) -> tuple[Unfit, ...]:
        """What fits nowhere: by question, the most frequent first."""
        return _counted(self._unfit)

    def understood(self) -> tuple[Unfit, ...]:
        """What would fit nowhere, had nobody said what it means."""
        return _counted(self._understood)

    def unclear(self) -> tuple[Unclear, ...]:
        """What reads in two ways."""
        return tuple(
            Unclear(kind, *self._example[kind], count) for kind, count in sorted(self._unclear.items())
        )

    def option(self, key: str, words: str) -> str:
        """The id of an option by its words, or by its number on a scale; RATHER, BLANK, or the words as they stand."""
        return self._known(key, words) or self._meaning(key, words) or self.kept(key, words)

    def several(self, key: str, words: str) -> list[str]:
        """The options that stand in one cell; RATHER only where nothing else does."""
        pieces = self._pieces(key, words)
        if len(pieces) == 1:
            return [one for one in (self.option(key, pieces[0]),) if one != BLANK]
        found = [(piece, self.option(key, piece)) for piece in pieces]
        return [self.kept(key, piece) if one == RATHER else one for piece, one in found if one != BLANK]

    def tick(self, key: str, option: str, label: str, words: str) -> str:
        """The option of a column of its own, where it was chosen; empty where it was not.

        Chosen is what says so, the option's own words, or its place among the options. What says neither is kept,
        behind the option it stands with.
        """
        said = folded(words)
        if said in _NO or words in _NO_TICKS or _is_not_applicable(words):
            return ""
        place = [one.id for one in self._items[key].options].index(option) + 1
        if (
            said in (_YES | {folded(label), str(place)})
            or words in _TICKS
            or self._known(key, words) == option
        ):
            return option
        both = f"{label}: {words}"
        found = self._meaning(key, both) or self.kept(key, both)
        return "" if found == BLANK else self.kept(key, both) if found == RATHER else found

    def is_not_asked(self, key: str, words: str) -> bool:
        """Whether a tool says that this question did not come."""
        return _is_not_applicable(words) and not self._options[key].named(words)

    def place(self, key: str, label: str, words: str) -> int | None:
        """The place an option was put at; None where it was put at none. What is no number is counted."""
        _with_comma, number = numbers_of(words)
        found = _PLACE.fullmatch(words)
        if number.isdigit() or found:
            return int(found[1] if found else number)
        if not _is_not_applicable(words):
            self._unfit[key, f"{label}: {words}"] += self.times
        return None

    def kept(self, key: str, words: str) -> str:
        """Words that are none of the options, counted."""
        self._unfit[key, words] += self.times
        return words

    def words(self, key: str, words: str) -> str:
        """Somebody's own words; RATHER, or BLANK."""
        if words in _ERRORS:
            return self._meaning(key, words) or self.kept(key, words)
        return RATHER if len(words) < LONG and folded(words) in _REFUSED else words

    def plain(self, key: str, words: str) -> tuple[str, str]:
        """A number or day as it is written here; or, behind it, the words that are none, RATHER or BLANK."""
        kind = self._items[key].kind
        figure = kind is ItemKind.FIGURE
        one, other = numbers_of(words) if figure else days_of(words)
        first = self._habits.comma if figure else self._habits.day_first
        if one == other or not (one and other):
            value = one or other
        elif first is not None:
            value = one if first else other
        else:
            self._unclear[kind] += self.times
            self._example.setdefault(kind, (words, one, other))
            return "", words
        return (value, "") if value else ("", self._meaning(key, words) or self.kept(key, words))

    def _known(self, key: str, words: str) -> str:
        """The option by its words or number."""
        options = self._options[key]
        found = options.named(words)
        if found or self._items[key].kind is not ItemKind.SCALE:
            return found
        found = options.numbered(words)
        if found and not options.has_numbers():
            self.by_place.add(key)
        return found

    def _meaning(self, key: str, words: str) -> str:
        """What a person said that the words mean, or what they say themselves; empty for neither."""
        if meant := self._meant.get(key, {}).get(words):
            self._understood[key, words] += self.times
            return meant
        said = folded(words)
        return RATHER if said in _REFUSED else BLANK if _is_not_applicable(words) else ""

    def _pieces(self, key: str, words: str) -> list[str]:
        """Choices in one cell; an option that has the separator in its own words is taken whole.

        A cell that can be parted into options in two ways is not parted.
        """
        separator = next((one for one in self._separators if one in words), "")
        left, found = (words.split(separator) if separator else [words]), []
        while left:
            end = next((n for n in range(len(left), 1, -1) if self._named(key, separator.join(left[:n]))), 1)
            if end > 1 and all(self._named(key, piece) for piece in left[:end]):
                return [words]
            found.append(separator.join(left[:end]).strip())
            left = left[end:]
        return [one for one in found if one]

    def _named(self, key: str, words: str) -> str:
        return self._options[key].named(words)


def _is_not_applicable(words: str) -> bool:
    """Whether a tool says that there is nothing to say; an error of a spreadsheet looks like it."""
    return folded(words) == "n a" and words not in _ERRORS


def _counted(counts: Mapping[tuple[str, str], int]) -> tuple[Unfit, ...]:
    found = sorted(counts.items(), key=lambda one: (one[0][0], -one[1], one[0][1]))
    return tuple(Unfit(item, words, count) for (item, words), count in found)
