"""Which question of a form each column of an export answers. What fits none is said and never guessed (F6)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from capture_app.domain.answer_files.folding import folded
from capture_app.domain.answer_files.tools import Column
from capture_app.domain.forms.course import is_asked, ordered
from capture_app.domain.values import Item, Option
from capture_app.domain.vocabulary import ItemKind

__all__ = ["Use", "Uses", "matched", "parts_of"]


class Use(StrEnum):
    """What of an item a column holds: the answer, one option of several, one row or place, or the reason."""

    ANSWER = "answer"
    OPTION = "option"
    ROW = "row"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Uses:
    """One column put to use. `item` is empty where it answers no question of the form; `part`: which option or row."""

    column: Column
    item: str = ""
    use: Use = Use.ANSWER
    part: str = ""


_REASON = ("comment", "comments", "other", "why", "reason", "please say why", "other please specify")


def matched(columns: Sequence[Column], items: Mapping[str, Item]) -> tuple[Uses, ...]:
    """Every column with the question whose words are those of its head, in the order of the columns.

    A question that two whole columns could answer is given to the first; the other one answers none.
    """
    taken: set[tuple[str, Use, str]] = set()
    found = []
    for column in columns:
        use = _use_of(column, items)
        key = (use.item, use.use, use.part)
        if use.item and key in taken:
            use = Uses(column)
        taken.add(key)
        found.append(use)
    return tuple(found)


def _use_of(column: Column, items: Mapping[str, Item]) -> Uses:
    for key, item in ordered(items):
        if is_asked(item) and folded(item.prompt) == folded(column.question):
            return _part_of(Uses(column, key), item)
    whole = f"{column.question} {column.part}".strip()
    for key, item in ordered(items):
        if is_asked(item) and folded(item.prompt) == folded(whole):
            return Uses(column, key)
    return _row_alone(column, items)


def _row_alone(column: Column, items: Mapping[str, Item]) -> Uses:
    """A column headed by a row of a matrix and nothing else, as Microsoft Forms writes it, if only one has that row."""
    head = folded(column.question)
    rows = [
        (key, row.id)
        for key, item in ordered(items)
        if item.kind is ItemKind.MATRIX
        for row in item.rows
        if head and not column.part and folded(row.label) == head
    ]
    return Uses(column, rows[0][0], Use.ROW, rows[0][1]) if len(rows) == 1 else Uses(column)


def _part_of(use: Uses, item: Item) -> Uses:
    part = folded(use.column.part)
    if not part:
        return use if item.kind is not ItemKind.MATRIX else replace(use, item="")
    for kind, option in parts_of(item):
        if folded(option.label) == part or option.id.casefold() == part:
            return replace(use, use=kind, part=option.id)
    if part in _REASON and item.reason:
        return replace(use, use=Use.REASON)
    return replace(use, item="")


def parts_of(item: Item) -> Iterator[tuple[Use, Option]]:
    """The rows of a matrix, or the options of a question of which several are chosen or put in order."""
    if item.kind is ItemKind.MATRIX:
        yield from ((Use.ROW, row) for row in item.rows)
    elif item.kind in (ItemKind.MULTIPLE, ItemKind.RANK):
        yield from ((Use.OPTION, option) for option in item.options)
