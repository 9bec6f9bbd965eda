"""Which question of a form each column of an export answers. What fits none is said and never guessed (F6)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from capture_app.domain.answer_files.folding import folded
from capture_app.domain.answer_files.options import Options
from capture_app.domain.answer_files.tools import Column
from capture_app.domain.forms.course import is_asked, ordered
from capture_app.domain.values import Item, Option
from capture_app.domain.vocabulary import ItemKind

__all__ = ["Use", "Uses", "matched", "parts_of", "used_twice"]


class Use(StrEnum):
    """What of an item a column holds: the answer, one option of several, one row, one place of an order, the reason."""

    ANSWER = "answer"
    OPTION = "option"
    ROW = "row"
    PLACE = "place"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Uses:
    """One column put to use. `item` is empty where it answers no question of the form; `part`: which option, row or
    place."""

    column: Column
    item: str = ""
    use: Use = Use.ANSWER
    part: str = ""


_REASON = ("comment", "comments", "other", "why", "reason", "please say why", "other please specify")
_PLACE = re.compile(r"(?:rank(?:ing)?|rang|place|choice)?\s*(\d{1,2})", re.ASCII)


def matched(columns: Sequence[Column], items: Mapping[str, Item]) -> tuple[Uses, ...]:
    """Every column with the question whose words are those of its head, in the order of the columns.

    A question that two whole columns could answer is given to the first; the other one answers none.
    """
    asked = {key: item for key, item in ordered(items) if is_asked(item)}
    whole = Counter(_words(column) for column in columns)
    seen: Counter[tuple[str, str]] = Counter()
    taken: set[tuple[str, Use, str]] = set()
    found = []
    for column in columns:
        words = _words(column)
        use = _use_of(column, asked, seen[words], whole[words])
        seen[words] += 1
        key = (use.item, use.use, use.part)
        found.append(Uses(column) if use.item and key in taken else use)
        taken.add(key)
    return tuple(found)


def used_twice(uses: Sequence[Uses]) -> tuple[Uses, ...]:
    """The columns that were put where another one is already, so that only the first counts where both are filled."""
    taken: set[tuple[str, Use, str]] = set()
    found = []
    for use in uses:
        key = (use.item, use.use, use.part)
        if use.item and key in taken:
            found.append(use)
        taken.add(key)
    return tuple(found)


def _words(column: Column) -> tuple[str, str]:
    return folded(column.question), folded(column.part)


def _use_of(column: Column, asked: Mapping[str, Item], before: int, columns: int) -> Uses:
    """`before` columns of the `columns` with these words stand before this one."""
    key = _asking(column.question, asked, before, columns)
    if key:
        return _part_of(Uses(column, key), asked[key])
    key = _asking(f"{column.question} {column.part}".strip(), asked, before, columns)
    return Uses(column, key) if key else _row_alone(column, asked)


def _asking(words: str, asked: Mapping[str, Item], before: int, columns: int) -> str:
    """The question with these words. Where several have them, they are answered in their order, if by all columns."""
    exact = [key for key, item in asked.items() if item.prompt.strip().casefold() == words.strip().casefold()]
    wanted = folded(words)
    found = exact or [key for key, item in asked.items() if wanted and folded(item.prompt) == wanted]
    if len(found) == 1:
        return found[0]
    return found[before] if found and len(found) == columns else ""


def _row_alone(column: Column, asked: Mapping[str, Item]) -> Uses:
    """A column headed by a row of a matrix and nothing else, as Microsoft Forms writes it, if only one has that row."""
    found = [
        (key, row)
        for key, item in asked.items()
        if item.kind is ItemKind.MATRIX and not column.part
        for row in (Options(item.rows).named(column.question),)
        if row
    ]
    return Uses(column, found[0][0], Use.ROW, found[0][1]) if len(found) == 1 else Uses(column)


def _part_of(use: Uses, item: Item) -> Uses:
    words = use.column.part
    if not folded(words):
        return use if item.kind is not ItemKind.MATRIX else replace(use, item="")
    parts = tuple(parts_of(item))
    wanted = Options([part for _use, part in parts]).named(words)
    for kind, part in parts:
        if part.id == wanted or part.id.casefold() == words.casefold():
            return replace(use, use=kind, part=part.id)
    place = _PLACE.fullmatch(folded(words))
    if item.kind is ItemKind.RANK and place and 1 <= int(place[1]) <= len(item.options):
        return replace(use, use=Use.PLACE, part=str(int(place[1])))
    if folded(words) in _REASON and item.reason:
        return replace(use, use=Use.REASON)
    return replace(use, item="")


def parts_of(item: Item) -> Iterator[tuple[Use, Option]]:
    """The rows of a matrix, or the options of a question of which several are chosen or put in order."""
    if item.kind is ItemKind.MATRIX:
        yield from ((Use.ROW, row) for row in item.rows)
    elif item.kind in (ItemKind.MULTIPLE, ItemKind.RANK):
        yield from ((Use.OPTION, option) for option in item.options)
