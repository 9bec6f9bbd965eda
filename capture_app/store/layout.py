"""Makes the tables and the search index of a workspace, and makes anew what is derived."""

from sqlalchemy import Connection

from capture_app.store.projected import PROJECTED
from capture_app.store.search import CREATE
from capture_app.store.tables import metadata, search_entry


def create_tables(connection: Connection, *, anew: bool = False) -> None:
    """Make every table that is not there yet; `anew`, those derived from the log are dropped first."""
    derived = [one.table for one in PROJECTED.values()]  # a table is known only once it was asked for
    if anew:
        connection.exec_driver_sql("DROP TABLE IF EXISTS search")
        metadata.drop_all(connection, tables=[search_entry, *derived])
    metadata.create_all(connection)
    for statement in CREATE:
        connection.exec_driver_sql(statement)
