"""The tables one queries, derived from the record classes: a column for each field, and three of state."""

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import Column, Index, Integer, Table, Text, bindparam, select, text

from capture_app.domain.codec import Body
from capture_app.domain.plain import canonical
from capture_app.domain.record import Record
from capture_app.domain.records import KINDS
from capture_app.domain.shape import SHAPES
from capture_app.domain.view import View
from capture_app.store.statements import WHOLE, Insert, Query
from capture_app.store.tables import metadata

LOOKED_UP_BY: Mapping[str, tuple[str, ...]] = {
    "AgendaPart": ("session",),
    "AnswerTheme": ("ballot", "theme"),
    "Attendance": ("session",),
    "Box": ("session",),
    "Group": ("session",),
    "Line": ("session sheet item side parked line_kind",),
    "LineSource": ("line", "taken_from"),
    "LineTheme": ("line", "theme"),
    "Minutes": ("session",),
    "Sheet": ("session",),
    "Statement": ("session",),
    "StatementLink": ("statement", "evidence"),
    "ThemeLabel": ("theme",),
}
"""The fields by which pages ask for many records at once; each costs a little at every write.

Several in one go through records by the first, then the next: lines of one question are found, and a worksheet's
counted, without looking at the rest of a session.
"""

SEEN = text("visible_ = 1")
"""Only such records are asked for by these fields, so that only they are in the index."""


Row = dict[str, Any]
"""A row of a kind's table, by column name."""


@dataclass(frozen=True)
class Projected:
    """One kind's table. `packed` are the fields that stand as JSON text, `flags` those that are yes or no.

    The rest are its ready statements.
    """

    name: str
    kind: type[Record]
    table: Table
    packed: frozenset[str]
    flags: frozenset[str]
    adding: Insert
    replacing: Insert
    one: Query

    def row(self, view: View) -> dict[str, Any]:
        """The table row of a view."""
        row = self.values(view.record, view.body)
        row["heads_"] = canonical(view.heads)
        row["state_"] = None if view.plain else state_of(view)
        row["visible_"] = int(view.visible)
        return row

    def values(self, record: str, body: Body) -> dict[str, Any]:
        """A body's fields as column values."""
        return {**body, **{name: canonical(body[name]) for name in self.packed}, "id": record}

    def record(self, row: Row) -> Record:
        """The record of a table row."""
        if self.packed:
            row = {**row, **{name: msgspec.json.decode(row[name]) for name in self.packed}}
        return msgspec.convert(row, self.kind, strict=False)

    def both(self, row: Row) -> tuple[Record, Body]:
        """The record of a table row and its body, its JSON read once."""
        body = self.body(row)
        return msgspec.convert({**body, "id": row["id"]}, self.kind, strict=False), body

    def body(self, row: Row) -> Body:
        """The body of a table row."""
        body = {name: row[name] for name in SHAPES[self.name].names}
        for name in self.packed:
            body[name] = msgspec.json.decode(body[name])
        for name in self.flags:
            body[name] = bool(body[name])
        return body

    @property
    def columns(self) -> tuple[str, ...]:
        """The record's own columns, id first."""
        return ("id", *SHAPES[self.name].names)


def state_of(view: View) -> str:
    """What there is to say about a view beyond its values, as JSON text."""
    return canonical(
        {
            "conflicts": [conflict.field for conflict in view.conflicts],
            "removed": list(view.removed),
            "waiting": list(view.waiting),
        }
    )


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """How a field stands in its table: as a whole number or text, `packed` as JSON, or a `flag`."""

    name: str
    number: bool
    packed: bool
    flag: bool


def field_columns(kind: type[Record]) -> tuple[FieldColumn, ...]:
    """The columns that follow from a record class, id first."""
    return tuple(_field_column(field.name, _plain_types(field.type)) for field in fields(kind))


def _field_column(name: str, held: list[Any]) -> FieldColumn:
    packed = not any(isinstance(part, type) and issubclass(part, str | int | StrEnum) for part in held)
    number = not packed and any(issubclass(part, int) for part in held)
    return FieldColumn(name, number, packed, held == [bool])


def _plain_types(hint: Any) -> list[Any]:
    """The types a field may hold, None apart."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return [part for part in typing.get_args(hint) if part is not types.NoneType]
    return [hint]


def _projected(kind: type[Record]) -> Projected:
    columns, name = field_columns(kind), kind.__name__
    table = Table(
        table_name(name),
        metadata,
        *(Column(one.name, Integer if one.number else Text, primary_key=one.name == "id") for one in columns),
        Column("heads_", Text, nullable=False),
        Column("state_", Text),
        Column("visible_", Integer, nullable=False),
        *(_index(name, *looked_up.split()) for looked_up in LOOKED_UP_BY.get(name, ())),
        Index(f"{name}_by_state", "id", sqlite_where=text("state_ IS NOT NULL")),
        sqlite_with_rowid=False,
    )
    return Projected(
        name=name,
        kind=kind,
        table=table,
        packed=frozenset(one.name for one in columns if one.packed),
        flags=frozenset(one.name for one in columns if one.flag),
        adding=Insert(table),
        replacing=Insert(table, replacing="id"),
        one=Query(select(WHOLE).select_from(table).where(table.c.id == bindparam("wanted"))),
    )


def _index(kind: str, *names: str) -> Index:
    return Index(f"{kind}_by_{names[0]}", *names, sqlite_where=SEEN)


def table_name(kind: str) -> str:
    """What the table of a kind is called in the file."""
    return f"the_{kind.lower()}"


class _EveryTable(Mapping[str, Projected]):
    """Each is made when it is first asked for: a start needs few of them, and making one takes a millisecond."""

    def __init__(self) -> None:
        self._made: dict[str, Projected] = {}

    def __getitem__(self, kind: str) -> Projected:
        if kind not in self._made:
            self._made[kind] = _projected(KINDS[kind])
        return self._made[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(KINDS)

    def __len__(self) -> int:
        return len(KINDS)


PROJECTED: Mapping[str, Projected] = _EveryTable()


def make_every_table() -> None:
    """Make those nobody has asked for yet, when there is time for it. In the thread that reads and writes."""
    for kind in PROJECTED:
        PROJECTED[kind]


STATES = text(
    " UNION ALL ".join(
        f"SELECT id, state_ FROM {table_name(kind)} WHERE state_ IS NOT NULL" for kind in KINDS
    )
)
"""The records of every kind of which there is more to say than their values."""
