"""Opens the one SQLite file with the one SQLite library, and makes sure it behaves as the design needs.

Reasons for each setting stand in docs/decisions/0003-one-encrypted-sqlite-file.md.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import StaticPool

from capture_app.domain.errors import StorageTrouble
from capture_app.words import _

LEAST_SQLITE = (3, 51, 3)
"""Earlier ones can damage a file in write-ahead mode."""

APPLICATION_ID = 0x57434150
"""Marks a file as ours ("WCAP")."""

STATEMENTS_KEPT = 1000
"""More than the program has. The driver keeps a hundred; once these are taken, by making the tables for instance,
it parses every later statement anew each time."""

PRAGMAS: Mapping[str, object] = {
    "locking_mode": "exclusive",  # before journal_mode: then nobody else can open the file, and there is no -shm
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: an acknowledged change survives a power cut
    "foreign_keys": 1,
    "secure_delete": 1,
    "temp_store": 2,  # memory: nothing readable is ever written beside the file
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "busy_timeout": 2000,
    "cache_size": -32_000,  # KiB: what was read stays deciphered, where the driver would keep 2 MB of it
}


def open_engine(path: Path, key: str | None) -> Engine:
    """An engine on the file at `path`, made if it is not there; `key` is 64 hexadecimal digits, or None for plain.

    Raises StorageTrouble if the key does not fit, the file is open elsewhere or damaged, or a setting did
    not take. The connection belongs to the thread that uses it first.
    """
    if driver.sqlite_version_info < LEAST_SQLITE:
        raise StorageTrouble(
            _(
                "This copy of Workshop Capture carries SQLite {version}, which can damage "
                "files. Nothing was opened. Install the current version."
            ).format(version=driver.sqlite_version)
        )

    def connect() -> Any:
        return _connect(path, key)

    # Whoever begins something takes it back, so that nothing has to be when the connection is let go.
    engine = create_engine(
        "sqlite://", module=driver, creator=connect, poolclass=StaticPool, pool_reset_on_return=None
    )
    event.listen(engine, "begin", _begin)
    return engine


def sorted_out(error: Exception) -> StorageTrouble:
    """The sentence for a fault of the disk or the file."""
    cause = getattr(error, "orig", None) or error
    said = str(cause).lower()
    for sign, sentence in _sentences().items():
        if sign in said:
            return StorageTrouble(sentence)
    return StorageTrouble(
        _("The workspace could not be read or written ({cause}). What was saved is untouched.").format(
            cause=cause
        )
    )


def _sentences() -> Mapping[str, str]:
    """What to say, by the words SQLite says it with."""
    return {
        "locked": _("This workspace is open in another window. Only one can write to it."),
        "full": _(
            "The disk is full, so this was not saved. What was saved before is untouched. Free some space and "
            "try again."
        ),
        "not a database": _(
            "This file does not open with that key, or it is not a workspace. Nothing was changed."
        ),
        "malformed": _(
            "The workspace file is damaged. Nothing was changed. Restore it from its newest backup."
        ),
        "readonly": _(
            "This workspace cannot be written to: the file or its folder is read-only. Nothing was changed."
        ),
        "unable to open": _(
            "The workspace file cannot be opened. It may have been moved, or its folder is read-only."
        ),
    }


FAULTS = (exc.DBAPIError, driver.Error)


def _connect(path: Path, key: str | None) -> Any:
    connection = driver.connect(str(path), isolation_level=None, cached_statements=STATEMENTS_KEPT)
    try:
        # What is wrong is said in one sentence, and not on the terminal as well.
        connection.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute(f"PRAGMA locking_mode = {PRAGMAS['locking_mode']}")
        _refuse_others(connection, path)
        _settle(connection)
    except driver.Error as error:
        connection.close()
        raise sorted_out(error) from error
    except StorageTrouble:
        connection.close()
        raise
    return connection


def _refuse_others(connection: Any, path: Path) -> None:
    """Keep away from the databases of other programs: to settle in one would already change it."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if pages and application != APPLICATION_ID:
        raise StorageTrouble(
            _("{file} is not a workspace of this program. Nothing was changed.").format(file=path.name)
        )


def _settle(connection: Any) -> None:
    """Set every pragma and check that it took; then take the lock that keeps others out."""
    for name, wanted in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {wanted}")
    connection.execute("PRAGMA fullfsync = 1")
    connection.execute("PRAGMA checkpoint_fullfsync = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("COMMIT")
    for name, wanted in PRAGMAS.items():
        (found,) = connection.execute(f"PRAGMA {name}").fetchone()
        if found != wanted:
            raise StorageTrouble(
                _(
                    "The workspace could not be opened safely ({name} is {found}, not {wanted}). Nothing "
                    "was changed."
                ).format(name=name, found=found, wanted=wanted)
            )


def _begin(connection: Connection) -> None:
    """Without this the driver commits each statement by itself and nothing can be rolled back."""
    connection.connection.cursor().execute("BEGIN IMMEDIATE")
