"""What is asked of the tables of records: each way of asking is worked out once, by the kind and the fields given."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeGuard

from sqlalchemy import ColumnElement, Connection, Table, TextClause, bindparam, func, select

from capture_app.domain.plain import canonical
from capture_app.store.projected import PROJECTED, SEEN, Row
from capture_app.store.statements import WHOLE, Query

Equal = Mapping[str, object]
"""Values that fields have to equal; a list, a tuple or a frozenset stands for one of several."""

_Way = tuple[tuple[str, bool], ...]
"""The fields whose values are given, and whether each may have one of several."""


def rows(connection: Connection, kind: str, equal: Equal) -> Iterator[Row]:
    """The rows of the visible records of a kind, in their order."""
    return _rows(kind, _way(equal)).each(connection, *_given(equal))


def values(
    connection: Connection, kind: str, names: Sequence[str], equal: Equal
) -> Sequence[tuple[Any, ...]]:
    """These fields of the visible records, by id."""
    return _values(kind, tuple(names), _way(equal)).tuples(connection, *_given(equal))


def tally(connection: Connection, kind: str, names: Sequence[str], equal: Equal) -> Sequence[tuple[Any, ...]]:
    """How many visible records there are, last, for each combination of these fields."""
    return _tally(kind, tuple(names), _way(equal)).tuples(connection, *_given(equal))


def every(connection: Connection, kind: str) -> Iterator[Row]:
    """The rows of all records of a kind by id, deleted ones too."""
    return _every(kind).each(connection)


def values_of_every(connection: Connection, kind: str, names: Sequence[str]) -> Sequence[tuple[Any, ...]]:
    """These fields of all records of a kind, deleted ones too."""
    return _values_of_every(kind, tuple(names)).tuples(connection)


def _way(equal: Equal) -> _Way:
    return tuple((name, _several(value)) for name, value in equal.items())


def _given(equal: Equal) -> Iterator[object]:
    """In the order of the question. Several values travel as one, as JSON, however many they are."""
    for value in equal.values():
        yield canonical([str(one) for one in value]) if _several(value) else value


def _several(value: object) -> TypeGuard[Collection[object]]:
    return isinstance(value, list | tuple | frozenset)


@cache
def _rows(kind: str, way: _Way) -> Query:
    table = PROJECTED[kind].table
    ordered = [table.c[name] for name in ("order", "id") if name in table.c]
    return Query(select(WHOLE).select_from(table).where(*_wanted(table, way)).order_by(*ordered))


@cache
def _values(kind: str, names: tuple[str, ...], way: _Way) -> Query:
    table = PROJECTED[kind].table
    return Query(select(*(table.c[name] for name in names)).where(*_wanted(table, way)).order_by(table.c.id))


@cache
def _tally(kind: str, names: tuple[str, ...], way: _Way) -> Query:
    table = PROJECTED[kind].table
    columns = [table.c[name] for name in names]
    counted = select(*columns, func.count().label("count_")).select_from(table)
    return Query(counted.where(*_wanted(table, way)).group_by(*columns))


@cache
def _every(kind: str) -> Query:
    table = PROJECTED[kind].table
    return Query(select(WHOLE).select_from(table).order_by(table.c.id))


@cache
def _values_of_every(kind: str, names: tuple[str, ...]) -> Query:
    table = PROJECTED[kind].table
    return Query(select(*(table.c[name] for name in names)))


def _wanted(table: Table, way: _Way) -> Iterator[ColumnElement[bool] | TextClause]:
    """Visible records whose fields have the values given."""
    yield SEEN
    for name, several in way:
        if several:
            found = func.json_each(bindparam(name)).table_valued("value")
            yield table.c[name].in_(select(found.c.value))
        else:
            yield table.c[name] == bindparam(name)
