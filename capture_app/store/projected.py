"""The tables one queries, derived from the record classes: a column for each field, and three of state."""

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import (
    Column,
    Index,
    Integer,
    Table,
    Text,
    bindparam,
    select,
    text,
    union_all,
)

from capture_app.domain.codec import Body
from capture_app.domain.plain import canonical
from capture_app.domain.record import Record
from capture_app.domain.records import RECORDS
from capture_app.domain.shape import SHAPES
from capture_app.domain.view import View
from capture_app.store.statements import Insert, Query
from capture_app.store.tables import metadata

LOOKED_UP_BY: Mapping[str, tuple[str, ...]] = {
    "AgendaPart": ("session",),
    "Attendance": ("session",),
    "Box": ("session",),
    "Group": ("session",),
    "Line": ("session",),
    "LineTheme": ("line", "theme"),
    "Minutes": ("session",),
    "Sheet": ("session",),
    "Statement": ("session",),
    "StatementLink": ("statement", "evidence"),
    "ThemeLabel": ("theme",),
}
"""The fields by which pages ask for many records at once; each costs a little at every write."""


Row = dict[str, Any]
"""A row of a kind's table, by column name."""


@dataclass(frozen=True)
class Projected:
    """One kind's table. `packed` are the fields that stand as JSON text; the rest are its ready statements."""

    name: str
    kind: type[Record]
    table: Table
    packed: frozenset[str]
    adding: Insert
    replacing: Insert
    one: Query

    def row(self, view: View) -> dict[str, Any]:
        """The table row of a view."""
        return {
            **self.values(view.record, view.body),
            "heads_": canonical(view.heads),
            "state_": None if view.plain else state_of(view),
            "visible_": int(view.visible),
        }

    def values(self, record: str, body: Body) -> dict[str, Any]:
        """A body's fields as column values."""
        packed = self.packed
        row: dict[str, Any] = {
            name: canonical(value) if name in packed else value for name, value in body.items()
        }
        row["id"] = record
        return row

    def record(self, row: Row) -> Record:
        """The record of a table row."""
        if self.packed:
            row = {**row, **{name: msgspec.json.decode(row[name]) for name in self.packed}}
        return msgspec.convert(row, self.kind, strict=False)

    def body(self, row: Row) -> Body:
        """The body of a table row."""
        flags = _FLAGS[self.name]
        packed = self.packed
        return {
            name: msgspec.json.decode(row[name])
            if name in packed
            else bool(row[name])
            if name in flags
            else row[name]
            for name in SHAPES[self.name].names
        }

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


def _projected(kind: type[Record]) -> Projected:
    hints = typing.get_type_hints(kind)
    packed = frozenset(field.name for field in fields(kind) if _is_packed(hints[field.name]))
    columns = [
        Column(
            field.name, _column_type(hints[field.name], field.name in packed), primary_key=field.name == "id"
        )
        for field in fields(kind)
    ]
    name = kind.__name__
    indexes = [Index(f"{name}_by_{field}", field) for field in LOOKED_UP_BY.get(name, ())]
    table = Table(
        f"the_{name.lower()}",
        metadata,
        *columns,
        Column("heads_", Text, nullable=False),
        Column("state_", Text),
        Column("visible_", Integer, nullable=False),
        *indexes,
        Index(f"{name}_by_state", "id", sqlite_where=text("state_ IS NOT NULL")),
        sqlite_with_rowid=False,
    )
    return Projected(
        name=name,
        kind=kind,
        table=table,
        packed=packed,
        adding=Insert(table),
        replacing=Insert(table, replacing=True),
        one=Query(select(table).where(table.c.id == bindparam("wanted"))),
    )


def _plain_types(hint: Any) -> list[Any]:
    """The types a field may hold, None apart."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return [part for part in typing.get_args(hint) if part is not types.NoneType]
    return [hint]


def _is_packed(hint: Any) -> bool:
    return not any(
        isinstance(part, type) and issubclass(part, str | int | StrEnum) for part in _plain_types(hint)
    )


def _column_type(hint: Any, packed: bool) -> type[Integer | Text]:
    if packed:
        return Text
    return Integer if any(issubclass(part, int) for part in _plain_types(hint)) else Text


PROJECTED: Mapping[str, Projected] = {kind.__name__: _projected(kind) for kind in RECORDS}

STATES = Query(
    union_all(
        *(
            select(one.table.c.id, one.table.c.state_).where(one.table.c.state_.is_not(None))
            for one in PROJECTED.values()
        )
    )
)
"""The records of every kind of which there is more to say than their values."""

_FLAGS: Mapping[str, frozenset[str]] = {
    kind.__name__: frozenset(
        name for name, hint in typing.get_type_hints(kind).items() if _plain_types(hint) == [bool]
    )
    for kind in RECORDS
}
