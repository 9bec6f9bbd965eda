"""The answers that stand in the rows of an export, for the questions its columns were put to (F6)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any

from capture_app.domain.answer_files.cells import BLANK, LONG, NO_OPTION, RATHER, Cells, Unclear, Unfit
from capture_app.domain.answer_files.course import beyond_limits, with_passed_over
from capture_app.domain.answer_files.habits import Habits, habits_of
from capture_app.domain.answer_files.matching import Use, Uses
from capture_app.domain.forms.course import NOT_ASKED, is_asked
from capture_app.domain.heaps import Heap, in_json
from capture_app.domain.plain import canonical, scrub
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Given, ItemKind

__all__ = ["Given", "Read", "Unclear", "Unfit", "read_answers"]

_REFUSED = Answer(given=Given.RATHER_NOT_SAY)
_NOTHING = Answer()
_NOT_ASKED = in_json(NOT_ASKED)
_UNANSWERED = frozenset(("", _NOT_ASKED))
_NOTHING_SAID = Habits()


@dataclass(frozen=True, slots=True)
class Read:
    """The answers of everybody: a heap in the order of the file, which nobody keeps. `empty`: rows with no answer.

    unfit: kept as they stand, and counted beside the options. unclear: days and numbers that read in two ways, kept
    as they stand too. understood: words that fit nowhere, of which a person said what they mean. by_place: keys of
    scales of which a number was taken for the place of a point. beyond: by question, how many answers are more or less
    than it allows, which are kept all the same.
    """

    heap: Heap
    empty: int
    unfit: tuple[Unfit, ...]
    unclear: tuple[Unclear, ...] = ()
    by_place: tuple[str, ...] = ()
    understood: tuple[Unfit, ...] = ()
    beyond: Mapping[str, int] = field(default_factory=dict)


def read_answers(
    rows: Sequence[Sequence[str]],
    uses: Sequence[Uses],
    items: Mapping[str, Item],
    separators: str,
    *,
    meant: Mapping[str, Mapping[str, str]] | None = None,
    said: Habits = _NOTHING_SAID,
    others: Sequence[Mapping[str, Item]] = (),
) -> Read:
    """What people answered. A question of the form that no column answers was not asked, which is no blank.

    meant: by question, what words mean that fit none of its options (see `cells`). said: how days and numbers are
    written, where a person said so. others: the questions in other languages.
    """
    columns = _by_question(uses, items)
    cells = Cells(items, separators, meant or {}, _habits(rows, columns, items, said), others)
    reader = _Reader(columns, items, cells)
    heap = _filled(len(rows), {key: reader.replies(key, rows) for key in columns})
    heap = with_passed_over(heap, items)
    not_asked = [key for key, item in items.items() if is_asked(item) and key not in columns]
    return Read(
        heap=Heap(heap.count, {**heap.replies, **{key: [_NOT_ASKED] * heap.count for key in not_asked}}),
        empty=len(rows) - heap.count,
        unfit=cells.unfit(),
        unclear=cells.unclear(),
        by_place=tuple(sorted(cells.by_place)),
        understood=cells.understood(),
        beyond=beyond_limits(heap, items),
    )


def _filled(count: int, replies: Mapping[str, Sequence[str]]) -> Heap:
    """The rows in which anything was answered."""
    if any(map(_UNANSWERED.isdisjoint, replies.values())):
        return Heap(count, replies)  # everybody answered one question at least, as is usual
    sheets = enumerate(zip(*replies.values(), strict=True))
    places = [place for place, texts in sheets if not _UNANSWERED.issuperset(texts)]
    return Heap(len(places), {key: [texts[place] for place in places] for key, texts in replies.items()})


def _by_question(uses: Iterable[Uses], items: Mapping[str, Item]) -> dict[str, list[Uses]]:
    found: dict[str, list[Uses]] = {}
    for use in uses:
        if use.item in items:
            found.setdefault(use.item, []).append(use)
    return found


def _habits(
    rows: Sequence[Sequence[str]],
    columns: Mapping[str, Sequence[Uses]],
    items: Mapping[str, Item],
    said: Habits,
) -> Habits:
    def column(kind: ItemKind) -> set[str]:
        places = [
            use.column.place for key, uses in columns.items() if items[key].kind is kind for use in uses
        ]
        return {row[place] for row in rows for place in places if row[place]}

    return habits_of(said, column(ItemKind.DATE))


class _Reader:
    """Reads one question after the other: what many answered alike is read once, and is one answer of them all."""

    def __init__(
        self, columns: Mapping[str, Sequence[Uses]], items: Mapping[str, Item], cells: Cells
    ) -> None:
        self._columns, self._items, self._cells = columns, items, cells

    def replies(self, key: str, rows: Sequence[Sequence[str]]) -> list[str]:
        """What stands in each row, as a heap holds it; empty where nothing was answered."""
        cells = list(map(itemgetter(*(use.column.place for use in self._columns[key])), rows))
        known = self._own_words(key, cells) if self._in_own_words(key) else self._known(key, cells)
        return list(map(known.__getitem__, cells))

    def _known(self, key: str, cells: Iterable[Any]) -> dict[Any, str]:
        """What each that is different among the cells means: words, or those of several columns."""
        one_column, known = len(self._columns[key]) == 1, {}
        for words, times in Counter(cells).items():
            self._cells.times = times
            known[words] = self._reply(key, (words,) if one_column else words)
        return known

    def _in_own_words(self, key: str) -> bool:
        """Whether what stands in its one column is the answer, as hardly two people write it."""
        item, columns = self._items[key], self._columns[key]
        own = item.kind in (ItemKind.TEXT, ItemKind.SHORT_TEXT) and not item.options
        return own and len(columns) == 1 and columns[0].use is Use.ANSWER

    def _own_words(self, key: str, cells: Sequence[str]) -> dict[str, str]:
        """The same as `_known`, in a third of the time."""
        known = {words: canonical({"text": scrub(words)}) for words in dict.fromkeys(cells)}
        short = [words for words in cells if len(words) < LONG]
        return known | self._known(key, short)

    def _reply(self, key: str, words: Sequence[str]) -> str:
        said = [(use, one) for use, one in zip(self._columns[key], words, strict=True) if one]
        if not said:
            return ""
        reasons = [one for use, one in said if use.use is Use.REASON]
        answer = self._whole(key, [one for one in said if one[0].use is not Use.REASON] if reasons else said)
        answer = replace(answer, reason=reasons[0]) if reasons else answer
        return "" if answer == _NOTHING else in_json(answer)

    def _whole(self, key: str, said: Sequence[tuple[Uses, str]]) -> Answer:
        item = self._items[key]
        words = next((words for use, words in said if use.use is Use.ANSWER), "")
        match item.kind:
            case ItemKind.MATRIX:
                return self._matrix(key, said)
            case ItemKind.RANK:
                return _listed(self._ranked(key, words, said))
            case ItemKind.MULTIPLE:
                return self._several(key, words, said)
            case ItemKind.FIGURE | ItemKind.DATE:
                return self._plain(key, words)
            case _ if item.options:
                return _choice(self._cells.option(key, words)) if words else Answer()
            case _:
                return _own(self._cells.words(key, words))

    def _plain(self, key: str, words: str) -> Answer:
        value, left = self._cells.plain(key, words) if words else ("", "")
        return Answer(value=value) if value else _own(left)

    def _matrix(self, key: str, said: Sequence[tuple[Uses, str]]) -> Answer:
        rows = {use.part: self._cells.option(key, words) for use, words in said if use.use is Use.ROW}
        rows = {part: choice for part, choice in rows.items() if choice != BLANK}
        if rows and set(rows.values()) == {RATHER}:
            return _REFUSED
        kept = {
            use.part: self._cells.kept(key, words) if rows[use.part] == RATHER else rows[use.part]
            for use, words in said
            if use.part in rows
        }
        return Answer(by_row=kept)

    def _several(self, key: str, words: str, said: Sequence[tuple[Uses, str]]) -> Answer:
        ticks = [(use, one) for use, one in said if use.use is Use.OPTION]
        if ticks and not words and all(self._cells.is_not_asked(key, one) for _use, one in ticks):
            return NOT_ASKED
        ticked = [self._cells.tick(key, use.part, use.column.part, one) for use, one in ticks]
        answer = _listed([*ticked, *self._cells.several(key, words)])
        return replace(answer, chosen=tuple(sorted(answer.chosen)))

    def _ranked(self, key: str, words: str, said: Sequence[tuple[Uses, str]]) -> list[str]:
        """The first one first: by the place that stands with each option, by the option that stands at each place,
        or all in one cell. What stands at two places, or two at one, is kept as it stands."""
        at = [(int(use.part), self._cells.option(key, one)) for use, one in said if use.use is Use.PLACE]
        for use, one in said:
            if use.use is Use.OPTION and (place := self._cells.place(key, use.column.part, one)) is not None:
                at.append((place, use.part))
        places, options = Counter(place for place, _one in at), Counter(one for _place, one in at)
        if max(places.values(), default=0) > 1 or any(
            options[one] > 1 for one in options if one not in NO_OPTION
        ):
            return [self._cells.kept(key, "; ".join(f"{use.column.part}: {one}" for use, one in said))]
        return [option for _place, option in sorted(at)] or self._cells.several(key, words)


def _choice(option: str) -> Answer:
    return _REFUSED if option == RATHER else Answer(choice="" if option == BLANK else option)


def _own(words: str) -> Answer:
    return _REFUSED if words == RATHER else Answer(text="" if words == BLANK else words)


def _listed(found: Sequence[str]) -> Answer:
    """Several in their order, each once."""
    return _REFUSED if set(found) == {RATHER} else Answer(chosen=tuple(dict.fromkeys(filter(None, found))))
