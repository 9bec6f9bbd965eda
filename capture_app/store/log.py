"""The append-only log: what every laptop's log is merged with, and what all else is derived from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import islice
from typing import Any, NamedTuple, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, CursorResult, bindparam, func, or_, select, update

from capture_app.domain.clock import Stamp
from capture_app.domain.plain import canonical, read_plain
from capture_app.domain.record import RecordId
from capture_app.domain.revision import Erasure, Revision
from capture_app.domain.runs import Run
from capture_app.store.remembered import Remembered
from capture_app.store.statements import ROWS_AT_ONCE, Insert, Query
from capture_app.store.tables import erasure, quarantine, revision, subject

T = TypeVar("T")

LISTS = ("parents", "sets", "subjects", "saw")
_NONE = "[]"
RUNS_AT_ONCE = 100
"""Runs asked for in one question: what came from outside may be in very many."""

Named = tuple[str, RecordId]
"""A record with its kind before it."""
_ADD = Insert(revision)
_COUNTED = revision.c.device, revision.c.incarnation, revision.c.number
_PLACED = select(
    *_COUNTED,
    (revision.c.number - func.dense_rank().over(partition_by=_COUNTED[:2], order_by=revision.c.number)).label(
        "gap"
    ),
).subquery()
_RUNS = (
    select(_PLACED.c.device, _PLACED.c.incarnation, func.min(_PLACED.c.number), func.max(_PLACED.c.number))
    .group_by(_PLACED.c.device, _PLACED.c.incarnation, _PLACED.c.gap)
    .order_by(_PLACED.c.device, _PLACED.c.incarnation, func.min(_PLACED.c.number))
)
"""Numbers that follow one another are as far from their rank: so many are missing before them."""
_MARKERS = Query(select(erasure).order_by(erasure.c.id))


class Place(NamedTuple):
    """Where changes are counted: one incarnation of one device."""

    device: str
    incarnation: str


class Log:
    """Revisions and erasures of one workspace."""

    def __init__(self, connection: Connection, markers: Remembered[tuple[Erasure, ...]]) -> None:
        self._connection = connection
        self._markers = markers

    def append(self, entries: Sequence[Revision]) -> None:
        """Add entries whose ids are new."""
        if not entries:
            return
        _ADD.run(self._connection, [_row(entry) for entry in entries])
        about = [{"code": code, "revision": entry.id} for entry in entries for code in entry.subjects]
        if about:
            self._connection.execute(subject.insert(), about)

    def of_record(self, record: RecordId) -> list[Revision]:
        """All revisions of a record."""
        return list(self.of_records([record]))

    def of_records(self, records: Iterable[RecordId]) -> Iterator[Revision]:
        """All revisions of several records."""
        rows = self._connection.execute(_WHOLE.where(among(revision.c.record, records)))
        yield from _revisions(rows)

    def everything(self) -> Iterator[Revision]:
        """The whole log, record by record."""
        rows = self._connection.execute(_WHOLE.order_by(revision.c.record))
        yield from _revisions(rows)

    def with_ids(self, ids: Iterable[str]) -> dict[str, Revision]:
        """The entries with these ids that are here."""
        rows = self._connection.execute(_WHOLE.where(among(revision.c.id, ids)))
        return {entry.id: entry for entry in _revisions(rows)}

    def records_about(self, code: str) -> list[RecordId]:
        """The records that a person's code stands in, in any revision."""
        query = (
            select(revision.c.record)
            .join(subject, subject.c.revision == revision.c.id)
            .where(subject.c.code == code)
            .distinct()
        )
        return list(self._connection.execute(query).scalars())

    def fill(self, entries: Sequence[Revision]) -> None:
        """Give emptied entries the words that have arrived for them."""
        self._rewrite([{"entry": entry.id, "salt": entry.salt, "body": entry.body} for entry in entries])

    def empty(self, entries: Sequence[Revision]) -> None:
        """Take the words out of entries; their envelopes stay."""
        self._rewrite([{"entry": entry.id, "salt": None, "body": None} for entry in entries])

    def set_aside(self, entries: Sequence[Revision], reason: str) -> None:
        """Put entries in quarantine and out of the log."""
        rows = [{"id": entry.id, "content": entry_text(entry), "reason": reason} for entry in entries]
        if not rows:
            return
        self._connection.execute(quarantine.insert().prefix_with("OR IGNORE"), rows)
        for table, column in ((revision, revision.c.id), (subject, subject.c.revision)):
            self._connection.execute(table.delete().where(among(column, [row["id"] for row in rows])))

    def empty_set_aside(self, covers: Callable[[Revision], bool]) -> None:
        """Take the words out of entries in quarantine too."""
        for row in self._connection.execute(select(quarantine)).all():
            entry = msgspec.json.decode(row.content, type=Revision)
            if not entry.empty and covers(entry):
                gone = (quarantine.c.id == row.id) & (quarantine.c.content == row.content)
                self._connection.execute(quarantine.delete().where(gone))
                self.set_aside([entry.emptied()], row.reason)

    def set_aside_ids(self) -> set[str]:
        """The ids in quarantine."""
        return set(self._connection.execute(select(quarantine.c.id)).scalars())

    def runs(self, device: str = "") -> dict[Place, list[Run]]:
        """The numbers that are here, of every place or of one device's."""
        query = _RUNS if not device else _RUNS.where(_PLACED.c.device == device)
        found: dict[Place, list[Run]] = {}
        for some, incarnation, first, last in self._connection.execute(query):
            found.setdefault(Place(some, incarnation), []).append((first, last))
        return found

    def records_in(self, place: Place, runs: Sequence[Run]) -> set[Named]:
        """The records that the changes with these numbers belong to, each with its kind."""
        number = revision.c.number
        found: set[Named] = set()
        for some in batched(runs, RUNS_AT_ONCE):
            query = select(revision.c.kind, revision.c.record).where(
                revision.c.device == place.device,
                revision.c.incarnation == place.incarnation,
                or_(*(number.between(first, last) for first, last in some)),
            )
            found.update((kind, record) for kind, record in self._connection.execute(query))
        return found

    def records_by(self, device: str) -> set[Named]:
        """The records that a device has had a hand in, each with its kind."""
        query = select(revision.c.kind, revision.c.record).where(revision.c.device == device).distinct()
        return {(kind, record) for kind, record in self._connection.execute(query)}

    def newest_by(self, device: str) -> Stamp:
        """The stamp of the newest change of a device; empty if it made none."""
        query = select(func.max(revision.c.stamp)).where(revision.c.device == device)
        return self._connection.execute(query).scalar() or ""

    def last_stamp(self, until: str) -> str:
        """The highest stamp not after `until`; empty if there is none."""
        query = select(func.max(revision.c.stamp)).where(revision.c.stamp <= until)
        return self._connection.execute(query).scalar() or ""

    def count(self) -> int:
        """How many revisions there are."""
        return int(self._connection.execute(select(func.count()).select_from(revision)).scalar_one())

    def erasures(self) -> list[Erasure]:
        """Every erasure marker, by id."""
        return list(self._markers.get(self._read_markers))

    def _read_markers(self) -> tuple[Erasure, ...]:
        return tuple(Erasure(**row) for row in _MARKERS.run(self._connection))

    def erasures_on(self, record: RecordId, people: Sequence[str]) -> list[Erasure]:
        """The markers that bear on a record or on any of these people."""
        return [marker for marker in self.erasures() if marker.record == record or marker.subject in people]

    def add_erasures(self, markers: Sequence[Erasure]) -> None:
        """Keep markers for ever; those already here are passed over."""
        self._markers.forget()
        if markers:
            rows = [{name: getattr(marker, name) for name in _ERASURE_FIELDS} for marker in markers]
            self._connection.execute(erasure.insert().prefix_with("OR IGNORE"), rows)

    def _rewrite(self, rows: list[dict[str, Any]]) -> None:
        if rows:
            change = update(revision).where(revision.c.id == bindparam("entry"))
            self._connection.execute(change.values(salt=bindparam("salt"), body=bindparam("body")), rows)


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """`items` in lists of at most `size`."""
    source = iter(items)
    while step := list(islice(source, size)):
        yield step


def among(column: ColumnElement[str], ids: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column holds one of these ids, however many: they travel as one JSON value."""
    return column.in_(select(func.json_each(canonical(list(ids))).table_valued("value").c.value))


def entry_text(entry: Revision) -> str:
    """An entry of the log as one canonical line."""
    return canonical({name: getattr(entry, name) for name in _REVISION_FIELDS})


_REVISION_FIELDS = tuple(field.name for field in fields(Revision))
_ERASURE_FIELDS = tuple(field.name for field in fields(Erasure))
_SCALARS = tuple(name for name in _REVISION_FIELDS if name not in LISTS)


def _row(entry: Revision) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(entry, name) for name in _SCALARS}
    for name in LISTS:
        value = getattr(entry, name)
        row[name] = canonical(value) if value else _NONE
    return row


_WHOLE = select(*(revision.c[name] for name in _REVISION_FIELDS))
"""All of a revision, in the order of its fields: by place is twice as quick as by name."""
_LIST_PLACES = tuple(_REVISION_FIELDS.index(name) for name in LISTS)


def _revisions(rows: CursorResult[Any]) -> Iterator[Revision]:
    for some in rows.partitions(ROWS_AT_ONCE):
        yield from map(_revision, some)


def _revision(row: Any) -> Revision:
    values = list(row)
    for place in _LIST_PLACES:
        text = values[place]
        values[place] = () if text == _NONE else tuple(read_plain(text))
    return Revision(**dict(zip(_REVISION_FIELDS, values, strict=True)))
