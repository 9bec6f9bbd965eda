"""What can be said of a workspace file without opening it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from capture_app.services.workspaces import needs_key, newest_backup


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file last opened on this laptop.

    saved: local time at which it was last written; None if it is not there any more. backup: local time of the
    newest checked copy, if there is one.
    """

    path: Path
    saved: datetime | None
    encrypted: bool
    backup: datetime | None


def look_at(paths: Sequence[Path]) -> tuple[RecentFile, ...]:
    """Each of these files as it stands on the disk."""
    return tuple(_look_at(path) for path in paths)


def _look_at(path: Path) -> RecentFile:
    try:
        saved = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        made = newest_backup(path)
    except OSError:
        return RecentFile(path, None, False, None)
    return RecentFile(path, saved, needs_key(path), made.astimezone() if made else None)
