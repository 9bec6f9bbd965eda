"""Makes the tables and the search index of a workspace, and makes anew what is derived."""

from functools import cache

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateColumn, CreateIndex, CreateTable

from capture_app.store.projected import PROJECTED
from capture_app.store.search import CREATE
from capture_app.store.tables import metadata, open_box, search_entry


def create_tables(connection: Connection, *, anew: bool = False) -> None:
    """Make every table that is not there yet; `anew`, those derived from the log are dropped first."""
    derived = [one.table for one in PROJECTED.values()]  # a table is known only once it was asked for
    if anew:
        connection.exec_driver_sql("DROP TABLE IF EXISTS search")
        metadata.drop_all(connection, tables=[search_entry, *derived])
    for statement in (*_tables(), *CREATE):
        connection.exec_driver_sql(statement)
    _widen(connection, open_box)


def _widen(connection: Connection, table: Table) -> None:
    """Add the columns that a table of an earlier version lacks. It is no projection, so it cannot be made anew."""
    rows = connection.exec_driver_sql(f"PRAGMA table_info({table.name})")
    there = {row[1] for row in rows}
    for column in table.columns:
        if column.name not in there:
            written = CreateColumn(column).compile(dialect=sqlite.dialect())
            connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {written}")


@cache
def _tables() -> tuple[str, ...]:
    """What makes all tables and their indexes; working that out takes longer than making them."""
    statements: list[CreateTable | CreateIndex] = []
    for table in metadata.sorted_tables:
        statements.append(CreateTable(table, if_not_exists=True))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [CreateIndex(index, if_not_exists=True) for index in indexes]
    dialect = sqlite.dialect()
    return tuple(str(one.compile(dialect=dialect)) for one in statements)
