"""Backups: made whole, opened and counted before they count, and thinned out with age.

A backup holds the same as the workspace, under the same key, and stands with a copy of the key file. One
made while a questionnaire was open is named so: it goes as soon as a checked one made after closing is there.
"""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from capture_app.domain.errors import StorageTrouble
from capture_app.safe_write import sync_file, sync_folder
from capture_app.store.key_file import SUFFIX as KEYS
from capture_app.store.key_file import key_path
from capture_app.words import _

RECENT, DAYS, WEEKS = 8, 7, 4
OPEN_MARK = "-open"
_FORMAT = "%Y%m%dT%H%M%S.%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A checked copy: where it is, when it was made, how many changes it holds."""

    path: Path
    made: datetime
    count: int = 0

    @property
    def during_questionnaire(self) -> bool:
        """Whether a questionnaire was open when it was made."""
        return self.path.stem.endswith(OPEN_MARK)


def backups_folder(workspace: Path) -> Path:
    """Where a workspace's own backups stand."""
    return workspace.with_suffix(".backups")


def make_backup(source: Any, key: str | None, workspace: Path, folder: Path, box_open: bool) -> Backup:
    """Copy the open database `source`, check the copy, and move it into place with its key file.

    Raises StorageTrouble if the copy cannot be made or does not match; then nothing is left of it.
    """
    made = datetime.now(UTC)
    target = folder / f"{workspace.stem}-{made:{_FORMAT}}{OPEN_MARK if box_open else ''}.capture"
    part = target.with_name(target.name + ".part")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _copy(source, part, key)
        count = _check(source, part, key)
        sync_file(part)
        if key is not None:
            shutil.copy2(key_path(workspace), key_path(target))
            sync_file(key_path(target))
        part.chmod(0o600)
        part.replace(target)
        sync_folder(folder)
    except (OSError, driver.Error) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise StorageTrouble(
            _("No backup was made in {folder}: {why}. The workspace itself is untouched.").format(
                folder=folder, why=why
            )
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()
    return Backup(target, made, count)


def backups_in(folder: Path) -> list[Backup]:
    """The backups there, newest first."""
    found = []
    for path in folder.glob("*.capture"):
        stamp = path.stem.removesuffix(OPEN_MARK).rpartition("-")[2]
        try:
            made = datetime.strptime(stamp, _FORMAT).replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Backup(path, made))
    return sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True)


def remove(backups: Sequence[Backup]) -> None:
    """Delete backups and their key files."""
    for backup in backups:
        backup.path.unlink(missing_ok=True)
        key_path(backup.path).unlink(missing_ok=True)


def remove_rests(folder: Path) -> None:
    """Delete what backups that were cut off have left: half a copy, and key files without a backup."""
    for part in folder.glob("*.capture.part*"):
        part.unlink()
    for keys in folder.glob(f"*{KEYS}"):
        if not keys.with_suffix(".capture").exists():
            keys.unlink()


def worn_out(backups: Sequence[Backup], now: datetime) -> list[Backup]:
    """Of `backups`, newest first, those that need not be kept: beyond the recent, daily and weekly ones.

    Those from after `now` count by themselves: where a clock was put back they seem newer than what is made today.
    """
    ahead = [backup for backup in backups if backup.made > now]
    keep = _lasting(ahead) | _lasting(backups[len(ahead) :])
    return [backup for backup in backups if backup not in keep]


def _lasting(backups: Sequence[Backup]) -> set[Backup]:
    recent = set(backups[:RECENT])
    return recent | _newest_of_each(backups, "%Y%m%d", DAYS) | _newest_of_each(backups, "%G%V", WEEKS)


def _newest_of_each(backups: Sequence[Backup], period: str, most: int) -> set[Backup]:
    newest: dict[str, Backup] = {}
    for backup in backups:
        newest.setdefault(f"{backup.made:{period}}", backup)
    return set(list(newest.values())[:most])


def _copy(source: Any, part: Path, key: str | None) -> None:
    target = _open(part, key)
    try:
        source.backup(target)
    finally:
        target.close()


def _check(source: Any, part: Path, key: str | None) -> int:
    """Open the copy, have SQLite check it, and count; gives how many changes it holds."""
    copy = _open(part, key)
    try:
        (said,) = copy.execute("PRAGMA quick_check").fetchone()
        (count,) = copy.execute("SELECT count(*) FROM revision").fetchone()
    finally:
        copy.close()
    (wanted,) = source.execute("SELECT count(*) FROM revision").fetchone()
    if said != "ok" or count != wanted:
        raise StorageTrouble(
            _("The backup did not match the workspace and was thrown away. Nothing else was changed.")
        )
    return int(count)


def _open(path: Path, key: str | None) -> Any:
    connection = driver.connect(str(path), isolation_level=None)
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
    return connection
