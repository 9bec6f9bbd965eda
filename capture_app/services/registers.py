"""What a register shows in one look: the records of a kind, and all that the form of one of them needs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from capture_app.domain.codec import body_of
from capture_app.domain.ids import new_id, person_code
from capture_app.domain.ordering import between
from capture_app.domain.reading_order import in_order
from capture_app.domain.record import Record, RecordId, kind_of
from capture_app.domain.records import (
    Attendance,
    Expectation,
    Organisation,
    Person,
    Session,
    SessionRole,
    TeamDebrief,
)
from capture_app.domain.shape import SHAPES
from capture_app.services.keeping import Entry, entries, entry
from capture_app.services.namesakes import apart
from capture_app.services.naming import Choice, choices, name_of, shortened
from capture_app.services.values import SILENT, told
from capture_app.services.wording import kind_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

__all__ = ["Listed", "Looked", "Offering", "Opened", "asked_alike", "fresh", "listed", "opened"]

_ONE_LIST: Mapping[str, tuple[type[Record], ...]] = {
    "category": (Organisation, Person, Attendance),
    "role": (SessionRole, TeamDebrief),
    "series": (Session, Expectation),
}
"""Fields that ask the same thing of records of several kinds, so that the same words are offered in all of them."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The records of a register, in their order, and what they can refer to, by kind.

    told: more about each record, which its line in the list needs. offers: words to offer, by kind and field.
    whole: records that can be referred to, of the kinds of which more than the name was wanted.
    removed: those that would stand in the register, had they not been taken away.
    """

    records: tuple[Record, ...]
    choices: Mapping[type[Record], tuple[Choice, ...]]
    told: Mapping[RecordId, str] = field(default_factory=dict)
    offers: Mapping[tuple[type[Record], str], tuple[str, ...]] = field(default_factory=dict)
    whole: tuple[Record, ...] = ()
    removed: tuple[Choice, ...] = ()

    def names(self) -> dict[RecordId, str]:
        """What the records that can be referred to are called, and what is told of those in the list."""
        return {record: words for each in self.choices.values() for record, words in each} | dict(self.told)


@dataclass(frozen=True, slots=True)
class Offering:
    """A text field that offers words: those that stand in it elsewhere (`in_use`), and those looked up.

    Elsewhere is in other records of its kind, and of the kinds that ask the same thing (`asked_alike`).
    """

    kind: type[Record]
    name: str
    in_use: bool
    known: Callable[[], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Looked:
    """What a register looks up besides its records: what is told of each, the words to offer, and their order.

    whole: kinds that can be referred to of which the records are wanted too.
    """

    told: Callable[[Workspace], Mapping[RecordId, str]] | None = None
    offering: tuple[Offering, ...] = ()
    sort: Callable[[Any], Any] | None = None
    whole: tuple[type[Record], ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A record with the records that belong to it, by kind and owning field.

    removed: those that would belong to it, had they not been taken away, each with its name.
    """

    entry: Entry[Any]
    rows: Mapping[tuple[type[Record], str], tuple[Entry[Any], ...]]
    removed: Mapping[tuple[type[Record], str], tuple[tuple[Record, str], ...]] = field(default_factory=dict)


def listed(
    workspace: Workspace,
    kind: type[Record],
    only: Mapping[str, object],
    refers: Iterable[type[Record]] = (),
    look: Looked = Looked(),
) -> Listed:
    """What the list of a register shows; `refers` are the kinds of record it can refer to.

    `in_use` are the fields for which the words in use are wanted.

    A kind that is among those stands in the order in which it is chosen from: by name, or by the frame.
    """
    found = {each: choices(workspace, each) for each in refers}
    place = {record: number for number, (record, _) in enumerate(found.get(kind, ()))}
    with workspace.unit_of_work() as work:
        records = sorted(work.records.all(kind, **only), key=lambda one: place.get(one.id, len(place)))
        offers = {(one.kind, one.name): _offered(work, one) for one in look.offering}
        whole = tuple(one for each in look.whole for one in work.records.all(each))
        removed = _removed(work, kind, only)
    if look.sort is not None:
        records.sort(key=look.sort)
    told = look.told(workspace) if look.told is not None else {}
    return Listed(tuple(records), found, told, offers, whole, removed)


def _removed(work: UnitOfWork, kind: type[Record], only: Mapping[str, object]) -> tuple[Choice, ...]:
    """What was taken away, by name, the newest last."""
    gone = [one for one, deleted in work.projection.values_of_every(kind, "id", "deleted") if deleted]
    found = [one for one in (work.records.find(kind, each) for each in gone) if one is not None]
    own = [one for one in found if all(getattr(one, name) == value for name, value in only.items())]
    shown = [one for one in own if not work.records.is_set_aside(one.id)]
    return apart(work, [(one, name_of(work, kind.__name__, one.id)) for one in shown])


def _offered(work: UnitOfWork, field: Offering) -> tuple[str, ...]:
    """What stands in a field elsewhere, and what is known besides; sorted, without what is empty."""
    kinds = asked_alike(field.kind, field.name) if field.in_use else ()
    used = (str(words) for kind in kinds for (words,) in work.records.tally(kind, (field.name,)))
    return in_order({*(words for words in used if words), *field.known()})


def asked_alike(kind: type[Record], name: str) -> tuple[type[Record], ...]:
    """The kinds of record in which a field asks what it asks in this one, this one among them."""
    kinds = _ONE_LIST.get(name, ())
    return kinds if kind in kinds else (kind,)


def fresh(kind: type[Record], fields: Mapping[str, Any], siblings: Iterable[Record] = ()) -> Record:
    """A new record that nobody has kept yet, behind its siblings where their order is theirs to choose."""
    made = dict(fields)
    if "order" in SHAPES[kind.__name__].names:
        made["order"] = between(max((str(getattr(one, "order", "")) for one in siblings), default=""))
    return kind(id=person_code() if kind is Person else new_id(), **made)


def opened(
    workspace: Workspace, kind: type[Record], record: RecordId, rows: Iterable[tuple[type[Record], str]]
) -> Opened | None:
    """One record to edit; None if it is not here."""
    found, wanted = entry(workspace, kind, record), tuple(rows)
    if found is None:
        return None
    with workspace.unit_of_work() as work:
        removed = {(of, by): _removed_rows(work, of, by, record) for of, by in wanted}
    return Opened(found, {(of, by): entries(workspace, of, **{by: record}) for of, by in wanted}, removed)


def _removed_rows(
    work: UnitOfWork, kind: type[Record], by: str, owner: RecordId
) -> tuple[tuple[Record, str], ...]:
    """What was taken away of what belongs to a record, by name, the newest last."""
    every = work.projection.values_of_every(kind, "id", "deleted", by)
    gone = [
        one for one, deleted, of in every if deleted and of == owner and not work.records.is_set_aside(one)
    ]
    found = [one for one in (work.records.find(kind, each) for each in gone) if one is not None]
    names = dict(apart(work, [(one, _row_words(work, one, by)) for one in found]))
    return tuple((one, names[one.id]) for one in found)


def _row_words(work: UnitOfWork, record: Record, by: str) -> str:
    """What a row is called; where it has no name, what stands in it."""
    kind = kind_of(record)
    name = name_of(work, kind, record.id)
    if name != kind_words(kind):
        return name
    body, blank = body_of(record), SHAPES[kind].defaults
    said = [
        told(work, kind, field, value, body)
        for field, value in body.items()
        if field not in SILENT | {by, "deleted"}
        and (value != blank[field] or (value and isinstance(value, str)))
    ]
    return shortened(" · ".join(said)) or name
