"""What refers to a record, counted by kind, so that nobody takes away unawares what others need.

Ids are the same in no two records, so whatever holds the id of a record refers to it, whichever field that is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_type_hints

from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    RECORDS,
    Line,
    LineSource,
    LineTheme,
    Organisation,
    OrganisationLink,
    OrganisationName,
    Session,
    SessionTheme,
    Statement,
    StatementLink,
    ThemeLabel,
)
from capture_app.domain.shape import shape_of
from capture_app.services.naming import name_of
from capture_app.services.wording import counted_words
from capture_app.services.written import refuse_to_lose_lines
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

__all__ = ["Referred", "referred"]

_PARTS: frozenset[type[Record]] = frozenset({ThemeLabel, OrganisationName})
"""Kinds that are nothing without their record, which it is not asked about: its names."""

_NO_REFERENCE = frozenset({"order", "family"})
"""Texts that are neither words nor name a record; a family of editions is what its first one is called."""

_LINKS: Mapping[type[Record], Mapping[str, tuple[type[Record], str]]] = {
    LineTheme: {"theme": (Line, "line")},
    SessionTheme: {"theme": (Session, "session")},
    StatementLink: {"evidence": (Statement, "statement")},
    LineSource: {"taken_from": (Line, "line")},
    OrganisationLink: {"organisation": (Organisation, "other"), "other": (Organisation, "organisation")},
}
"""Of a link, what refers is the record at its other end, by the end at which the one referred to stands."""


@dataclass(frozen=True, slots=True)
class Referred:
    """A record by name, and in words what refers to it; empty where nothing does."""

    name: str
    by: str


def referred(workspace: Workspace, kind: type[Record], record: RecordId) -> Referred:
    """What refers to a record. What is kept in confidence is counted among the rest: no page tells of it (C7).

    Raises NotPossible for a record that cannot be taken away for that.
    """
    with workspace.unit_of_work() as work:
        refuse_to_lose_lines(work, kind, record)
        found: dict[type[Record], set[RecordId]] = defaultdict(set)
        for of, one in _referring(work, record):
            found[of].add(one)
        counts: Counter[str] = Counter()
        for of, ones in found.items():
            counts[of.__name__ if of.travels else ""] += len(ones - {record})
        return Referred(name_of(work, kind.__name__, record), counted_words(+counts))


def _referring(work: UnitOfWork, record: RecordId) -> Iterator[tuple[type[Record], RecordId]]:
    for kind in RECORDS:
        if kind in _LINKS:
            yield from _linked(work, kind, record)
        elif kind not in _PARTS:
            for name in _names(kind):
                for (one,) in work.projection.values(kind, "id", **{name: record}):
                    yield kind, one
            for name in shape_of(kind).parts:
                for one, held in work.projection.values(kind, "id", name):
                    if record in str(held):
                        yield kind, one


def _linked(
    work: UnitOfWork, kind: type[Record], record: RecordId
) -> Iterator[tuple[type[Record], RecordId]]:
    """The other ends of links that are there still."""
    for name, (of, end) in _LINKS[kind].items():
        ends = {one for (one,) in work.projection.values(kind, end, **{name: record})}
        there = {one for (one,) in work.projection.values(of, "id")} if ends else set()
        for one in ends & there:
            yield of, one


def _names(kind: type[Record]) -> list[str]:
    """The fields of a kind that may name a record."""
    hints, shape = get_type_hints(kind), shape_of(kind)
    texts = [name for name in shape.names if hints[name] in (str, str | None)]
    return [name for name in texts if name not in _NO_REFERENCE and name not in shape.searched]
