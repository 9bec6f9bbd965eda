"""Statements that run often: compiled by SQLAlchemy once, then handed to the driver as they are.

For one row, and for a hundred thousand, this takes a third of the time of building each statement anew.
All our columns hold text or whole numbers, which the driver gives back as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, Table, text
from sqlalchemy.dialects import sqlite

Rows = Sequence[Mapping[str, Any]]

WHOLE = text("*")
"""Every column of a row. SQLAlchemy takes twice as long to write a question that names each."""

ROWS_AT_ONCE = 500
"""Rows fetched together: one by one takes three times as long."""


class Insert:
    """An INSERT into all columns of a table but one that the file numbers by itself.

    With `replacing`, the name of a unique column, the row that has the same there is brought up to date.
    """

    def __init__(self, table: Table, *, replacing: str = "") -> None:
        self._table = table
        self._replacing = replacing

    def run(self, connection: Connection, rows: Rows) -> None:
        """Insert rows, each with a value for every column."""
        sql, values_of = self._compiled
        if rows:
            connection.connection.cursor().executemany(sql, list(map(values_of, rows)))

    @cached_property
    def _compiled(self) -> tuple[str, Callable[[Mapping[str, Any]], tuple[Any, ...]]]:
        """The statement, and what puts a row in its order; compiled on first use, since a start needs few."""
        change = sqlite.insert(self._table)
        names = [column.name for column in self._table.c if column is not self._table.autoincrement_column]
        if self._replacing:
            kept = {name: change.excluded[name] for name in names if name != self._replacing}
            change = change.on_conflict_do_update(index_elements=[self._replacing], set_=kept)
        compiled = change.values(dict.fromkeys(names)).compile(dialect=sqlite.dialect(paramstyle="qmark"))
        return str(compiled), itemgetter(*compiled.positiontup or ())


class Query:
    """A SELECT whose parameters are given by position."""

    def __init__(self, wanted: Select[Any] | CompoundSelect[Any]) -> None:
        self._wanted = wanted

    def run(self, connection: Connection, *values: object) -> list[dict[str, Any]]:
        """Ask with these values; gives rows by column name."""
        return list(self.each(connection, *values))

    def each(self, connection: Connection, *values: object) -> Iterator[dict[str, Any]]:
        """The same, a few hundred rows in memory at a time."""
        cursor = connection.connection.cursor()
        cursor.execute(self._compiled, values)
        names = [column[0] for column in cursor.description]
        while some := cursor.fetchmany(ROWS_AT_ONCE):
            for row in some:
                yield dict(zip(names, row, strict=True))

    def tuples(self, connection: Connection, *values: object) -> Sequence[tuple[Any, ...]]:
        """Ask with these values; gives rows as they are."""
        cursor = connection.connection.cursor()
        cursor.execute(self._compiled, values)
        return cursor.fetchall()

    @cached_property
    def _compiled(self) -> str:
        return str(self._wanted.compile(dialect=sqlite.dialect(paramstyle="qmark")))
