"""A workspace file: made, opened, backed up and closed. Everything inside it goes through `UnitOfWork`.

A workspace belongs to the thread that opened it.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from capture_app.domain.clock import Clock, system_milliseconds
from capture_app.domain.errors import NotPossible, StorageTrouble, WrongKey
from capture_app.domain.ids import new_id, random_hex
from capture_app.domain.record import RecordId
from capture_app.sealing import WayIn
from capture_app.store import backup
from capture_app.store.author import Author
from capture_app.store.backup import Backup
from capture_app.store.engine import APPLICATION_ID, FAULTS, open_engine, sorted_out
from capture_app.store.erasure_ledger import write_ledger
from capture_app.store.folders import trouble_with
from capture_app.store.key_file import Ways, key_path, new_key, read_key, write_key_file
from capture_app.store.layout import create_tables
from capture_app.store.remembered import Memory
from capture_app.store.settling import MAJOR, MINOR, WIPED, check_format, settle_in, shapes
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _

SUFFIX = ".capture"


class Workspace:
    """One open workspace.

    path: the file. encrypted: whether it has a key. warning: why its folder is a bad place, or empty.
    after_crash: kind and id of each record of which a crash had left a draft, now kept as a change.
    written: when the file was last written before it was opened, in milliseconds since 1970; 0 for a new one.
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        key: str | None,
        author: Author,
        key_source: Callable[[int], str] = random_hex,
    ) -> None:
        self.path = path
        self._engine = engine
        self._connection = engine.connect()
        self._key = key
        self._author = author
        self._key_source = key_source
        self._memory = Memory()
        self.warning = trouble_with(path)
        self.after_crash: tuple[tuple[str, RecordId], ...] = ()
        self.written = 0
        self._closed = False

    @property
    def encrypted(self) -> bool:
        """Whether the file is encrypted."""
        return self._key is not None

    @property
    def recovered(self) -> int:
        """How many drafts a crash had left."""
        return len(self.after_crash)

    def check_way_in(self, way_in: WayIn) -> None:
        """Whether a passphrase or key opens this very workspace, which is open already.

        Raises WrongKey if not, StorageTrouble if its key file cannot be read.
        """
        found = read_key(key_path(self.path), way_in)
        if self._key is None or not secrets.compare_digest(found, self._key):
            raise WrongKey(_("That key does not open this workspace. Nothing was changed."))

    def unit_of_work(self) -> UnitOfWork:
        """A change, or a look: `with workspace.unit_of_work() as work`. Raises NotPossible once it is closed."""
        if self._closed:
            raise NotPossible(_("{file} has been closed. Open it again.").format(file=self.path.name))
        return UnitOfWork(self._connection, self._author, self._memory, self._key_source)

    def leave_no_trace(self) -> None:
        """Empty the write-ahead log into the file, so that nothing overwritten can be read from it."""
        self._run("PRAGMA wal_checkpoint(TRUNCATE)")

    def rewrite(self) -> None:
        """Write the file anew, so that not even where things stand in it tells what stood there before.

        Until that is done the write-ahead log is not empty, and so a crash does not go unnoticed.
        """
        self._run("VACUUM")
        self.leave_no_trace()

    def wipe(self) -> Backup:
        """Rewrite the file without what was erased, and make a new backup in place of the older ones.

        What a crash or a full disk cuts short is done again when the workspace is opened.
        """
        with self.unit_of_work() as work:
            markers = work.log.erasures()
        write_ledger(self.path, markers)
        self.rewrite()
        older = backup.backups_in(backup.backups_folder(self.path))
        made = self.back_up()
        backup.remove(older)
        with self.unit_of_work() as work:
            work.facts.put(WIPED, str(len(markers)))
            work.commit()
        return made

    def back_up(self, folder: Path | None = None, *, closing: bool = False) -> Backup:
        """Make a checked backup; without a folder among the workspace's own, which are thinned out.

        `closing`: a questionnaire has just closed or was taken away. Backups that show one open go, even while
        another is open.

        Raises NotPossible for a folder of one's own while a questionnaire is open: two such backups would
        show what was answered between them, and we could not take them away again.
        """
        own = backup.backups_folder(self.path)
        with self.unit_of_work() as work:
            box_open = work.boxes.any_open()
        if box_open and folder is not None:
            raise NotPossible(
                _(
                    "A questionnaire is open, and a backup kept elsewhere could show who answered when. "
                    "Close it first, then make the backup. Nothing was written."
                )
            )
        made = backup.make_backup(self._raw(), self._key, self.path, folder or own, box_open)
        if folder is None:
            self._thin_out(made, keeps_open=box_open and not closing)
        return made

    def check_pages(self) -> str:
        """What SQLite and SQLCipher find wrong with the file, page by page; "ok" if nothing."""
        raw = self._raw()
        try:
            (said,) = raw.execute("PRAGMA integrity_check").fetchone()
            sealed = raw.execute("PRAGMA cipher_integrity_check").fetchall() if self.encrypted else []
        except FAULTS as error:
            raise sorted_out(error) from error
        return str(sealed[0][0]) if sealed else str(said)

    def close(self) -> None:
        """Keep every draft and let go of the file; a closed one stays closed."""
        if self._closed:
            return
        try:
            with self.unit_of_work() as work:
                if work.drafts.keep_all():
                    work.commit()
            self.leave_no_trace()
        finally:
            self._closed = True
            self._connection.close()
            self._engine.dispose()

    def _thin_out(self, made: Backup, *, keeps_open: bool) -> None:
        backup.remove_rests(backup.backups_folder(self.path))
        found = backup.backups_in(backup.backups_folder(self.path))
        if not keeps_open:
            gone = [one for one in found if one.during_questionnaire and one.path != made.path]
            backup.remove(gone)
            found = [one for one in found if one not in gone]
        backup.remove(backup.worn_out(found, datetime.now(UTC)))

    def _raw(self) -> Any:
        return self._connection.connection.driver_connection

    def _run(self, statement: str) -> None:
        try:
            self._raw().execute(statement).fetchall()
        except FAULTS as error:
            raise sorted_out(error) from error


def create(
    path: Path,
    ways: Ways,
    *,
    role: str,
    device: str = "",
    now: Callable[[], int] = system_milliseconds,
) -> Workspace:
    """A new, empty workspace with its key file.

    Raises NotPossible if something stands there or the folder is no place for one; then nothing is made.
    """
    if path.exists() or key_path(path).exists():
        raise NotPossible(
            _("{file} is already there. Choose another name; nothing was changed.").format(file=path.name)
        )
    if trouble := trouble_with(path):
        raise NotPossible(trouble)
    key = None if ways.none else new_key()
    identity = new_id()
    try:
        if key is not None:
            write_key_file(key_path(path), identity, key, ways)
        _claim(path)
        workspace = _new_file(path, key, now)
    except (StorageTrouble, NotPossible):
        path.unlink(missing_ok=True)
        key_path(path).unlink(missing_ok=True)
        raise
    with workspace.unit_of_work() as work:
        for name, value in (("workspace", identity), ("device", device or new_id()), ("role", role)):
            work.facts.put(name, value)
        workspace._author.device = work.facts.get("device")
        workspace._author.role = role
        work.commit()
    return workspace


def _claim(path: Path) -> None:
    """The file for its owner alone, from the first byte: what SQLite puts beside it has the same rights."""
    try:
        path.touch(mode=0o600)
    except OSError as error:
        raise sorted_out(error) from error


def open_workspace(
    path: Path,
    way_in: WayIn | None = None,
    *,
    now: Callable[[], int] = system_milliseconds,
    key_source: Callable[[int], str] = random_hex,
) -> Workspace:
    """Open a workspace. `way_in` is left out only for one without a key file.

    `now` is the computer's clock; `key_source` makes the keys of closing ballot boxes, of so many bytes.

    Raises WrongKey, or StorageTrouble if it is missing, open elsewhere, damaged, or of a newer format.
    Drafts that a crash left are kept as changes; erasures known to the ledger beside it are applied first.
    """
    if not path.exists():
        raise StorageTrouble(_("{path} is not there. It may have been moved or renamed.").format(path=path))
    if not (_may_write(path) and _may_write(path.parent)):
        raise StorageTrouble(
            _(
                "{file} cannot be written to: the file or its folder is read-only. Nothing was "
                "changed. Copy it with its key file to a folder of this laptop and open it there."
            ).format(file=path.name)
        )
    key = _key_for(path, way_in)
    touched = _touched(path)
    unclean = _wal_of(path).exists() and _wal_of(path).stat().st_size > 0
    engine = open_engine(path, key)
    try:
        workspace = Workspace(path, engine, key, _author(now), key_source)
        check_format(workspace, unclean)
        settle_in(workspace, unclean, touched)
    except FAULTS as error:
        engine.dispose()
        raise _explained(path, key, sorted_out(error)) from error
    except StorageTrouble as error:
        engine.dispose()
        raise _explained(path, key, error) from error
    return workspace


def needs_key(path: Path) -> bool:
    """Whether a workspace has a key file, and so a passphrase or key is wanted."""
    return key_path(path).exists()


def _author(now: Callable[[], int]) -> Author:
    """A fresh incarnation at every opening: no copy or restored backup can ever reuse a number."""
    return Author("", new_id(), "", 0, Clock(now=now))


def _new_file(path: Path, key: str | None, now: Callable[[], int]) -> Workspace:
    engine = open_engine(path, key)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {MAJOR * 1000 + MINOR}")
            create_tables(connection)
        workspace = Workspace(path, engine, key, _author(now))
        with workspace.unit_of_work() as work:
            work.facts.put("shapes", shapes())
            work.commit()
    except FAULTS as error:
        engine.dispose()
        raise sorted_out(error) from error
    return workspace


def _key_for(path: Path, way_in: WayIn | None) -> str | None:
    if not key_path(path).exists():
        return None
    if way_in is None:
        raise NotPossible(_("{file} is encrypted. Give its passphrase to open it.").format(file=path.name))
    return read_key(key_path(path), way_in)


def _explained(path: Path, key: str | None, error: StorageTrouble) -> StorageTrouble:
    """An encrypted file without its key file cannot be told from one that is not ours: name what is missing."""
    if key is None and "with that key" in error.sentence:
        return StorageTrouble(
            _(
                "{file} is not a workspace, or it is encrypted and {keys} is missing beside it. "
                "Nothing was changed."
            ).format(file=path.name, keys=key_path(path).name)
        )
    return error


def _may_write(path: Path) -> bool:
    """Whether the system would let us; where it can, it is asked for this process as it now is."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _touched(path: Path) -> int:
    """When anybody last wrote to the file, as the clock then was, in milliseconds since 1970."""
    return max(one.stat().st_mtime_ns for one in (path, _wal_of(path)) if one.exists()) // 1_000_000


def _wal_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")
