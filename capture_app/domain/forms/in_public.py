"""What may be told in public of a questionnaire: for each question its tables, or that nothing may (F2, practice 2.9).

Answers in own words are told nowhere here. A question is told anew only where that gives nobody away beside what was
told of it before; otherwise what was told before stands.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from capture_app.domain.forms.counting import Counted, CountGroup
from capture_app.domain.forms.course import is_asked, ordered
from capture_app.domain.small_cells import Counts, hidden, may_follow
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import ItemKind

__all__ = ["ASKED", "CHOSEN", "WRITTEN", "Tables", "ToldInPublic", "told_in_public"]

WRITTEN, CHOSEN, NOT_CHOSEN, ANSWERED, NOT_ASKED = "written", "chosen", "not_chosen", "answered", "not_asked"
"""Names of counts that are no option of a form."""

ASKED = "*"
"""Under this stands, of a question that not everybody is asked, how many answered it and how many were not asked."""

Tables: TypeAlias = Mapping[str, Counts]
"""The tables of one question by the row or option they are about; under "" where there is only one."""


@dataclass(frozen=True, slots=True)
class ToldInPublic:
    """What is told of the questions of a form: `tables` by item, true counts. No other item may be told of.

    anew: those not told so before. behind: those told as before, though more is known by now.
    """

    tables: Mapping[str, Tables]
    anew: frozenset[str]
    behind: frozenset[str]


def told_in_public(
    items: Mapping[str, Item], found: Mapping[str, Counted], before: Mapping[str, Tables], fewest: int
) -> ToldInPublic:
    """What is told, given what was found for each question and what was told of it `before`.

    A question that only some were asked tells how many answered another one so: it is told anew only together
    with that one, and where of that one nothing is hidden.
    """
    tables: dict[str, Tables] = {}
    anew: set[str] = set()
    behind: set[str] = set()
    open_to_all: set[str] = set()
    for key, wanted in _with_what_they_hang_on(items):
        now, earlier = _tables(items[key], found[key], for_some=bool(wanted)), before.get(key)
        if wanted <= open_to_all and _may_be_told(now, earlier, fewest):
            tables[key] = now
            anew |= {key} if now != earlier else set()
        elif earlier is not None:
            tables[key] = earlier
            behind |= {key} if now != earlier else set()
        if tables.get(key) == now and not any(hidden(table, fewest) for table in now.values()):
            open_to_all.add(key)
    return ToldInPublic(tables, frozenset(anew), frozenset(behind))


def _tables(item: Item, found: Counted, *, for_some: bool) -> Tables:
    """The counts of a question as tables in which everybody stands once.

    Of a question with several choices there is one for each option, chosen or not. Of a ranking only who put what
    first: the other places could be worked out from one another.
    """
    some = {ASKED: {ANSWERED: found.n, NOT_ASKED: found.not_asked}} if for_some else {}
    if not item.options:
        return {**some, "": {WRITTEN: found.n}}
    if item.kind is ItemKind.MATRIX:
        return some | {row.id: _counts(group) for row, group in zip(item.rows, found.groups, strict=True)}
    only = found.groups[0]
    if item.kind is ItemKind.MULTIPLE:
        return some | {
            one.option: {CHOSEN: one.count, NOT_CHOSEN: found.n - one.count} for one in only.counts
        }
    return {**some, "": _counts(only)}


def _counts(group: CountGroup) -> Counts:
    return {one.option: one.count for one in group.counts}


def _may_be_told(now: Tables, earlier: Tables | None, fewest: int) -> bool:
    if ASKED in now and hidden(now[ASKED], fewest):
        return False
    if earlier is None:
        return any(sum(table.values()) >= fewest for table in now.values())
    return now.keys() == earlier.keys() and all(may_follow(earlier[part], now[part], fewest) for part in now)


def _with_what_they_hang_on(items: Mapping[str, Item]) -> Iterator[tuple[str, frozenset[str]]]:
    """Every question in its order, with those whose answers decide whether it comes."""
    of_section: frozenset[str] = frozenset()
    for key, item in ordered(items):
        own = frozenset(one.item for one in item.show_if)
        if item.kind is ItemKind.SECTION:
            of_section = own
        elif is_asked(item):
            yield key, own | of_section
