"""What a register shows in one look: the records of a kind, and all that the form of one of them needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.ordering import between
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import Person
from capture_app.domain.shape import SHAPES
from capture_app.services.keeping import Entry, entries, entry
from capture_app.services.naming import Choice, choices
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

__all__ = ["Field", "Listed", "Opened", "fresh", "listed", "opened"]

Field = tuple[type[Record], str]
"""A field of a kind of record."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The records of a register, in their order, and what they can refer to, by kind.

    `in_use` are the words that stand in a field now, by kind and field: offered again where it is typed.
    """

    records: tuple[Record, ...]
    choices: Mapping[type[Record], tuple[Choice, ...]]
    in_use: Mapping[Field, tuple[str, ...]] = field(default_factory=dict)

    def names(self) -> dict[RecordId, str]:
        """What the records that can be referred to are called."""
        return {record: words for each in self.choices.values() for record, words in each}


@dataclass(frozen=True, slots=True)
class Opened:
    """A record with the records that belong to it, by kind and owning field."""

    entry: Entry[Any]
    rows: Mapping[Field, tuple[Entry[Any], ...]]


def listed(
    workspace: Workspace,
    kind: type[Record],
    only: Mapping[str, object],
    refers: Iterable[type[Record]] = (),
    in_use: Iterable[Field] = (),
) -> Listed:
    """What the list of a register shows; `refers` are the kinds of record it can refer to.

    `in_use` are the fields for which the words in use are wanted.

    A kind that is among those stands in the order in which it is chosen from: by name, or by the frame.
    """
    found = {each: choices(workspace, each) for each in refers}
    place = {record: number for number, (record, _) in enumerate(found.get(kind, ()))}
    with workspace.unit_of_work() as work:
        records = sorted(work.records.all(kind, **only), key=lambda one: place.get(one.id, len(place)))
        words = {(of, name): _words_in_use(work, of, name) for of, name in in_use}
    return Listed(tuple(records), found, words)


def _words_in_use(work: UnitOfWork, kind: type[Record], name: str) -> tuple[str, ...]:
    """What stands in a field, the most usual first."""
    counted = work.records.tally(kind, (name,))
    return tuple(
        words for (words,), _count in sorted(counted.items(), key=lambda one: (-one[1], one[0])) if words
    )


def fresh(kind: type[Record], fields: Mapping[str, Any], siblings: Iterable[Record] = ()) -> Record:
    """A new record that nobody has kept yet, behind its siblings where their order is theirs to choose."""
    made = dict(fields)
    if "order" in SHAPES[kind.__name__].names:
        made["order"] = between(max((str(getattr(one, "order", "")) for one in siblings), default=""))
    return kind(id=person_code() if kind is Person else new_id(), **made)


def opened(
    workspace: Workspace, kind: type[Record], record: RecordId, rows: Iterable[Field]
) -> Opened | None:
    """One record to edit; None if it is not here."""
    found = entry(workspace, kind, record)
    if found is None:
        return None
    return Opened(found, {(of, by): entries(workspace, of, **{by: record}) for of, by in rows})
