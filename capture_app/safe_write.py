"""Files that are whole or not there: written beside, synced, read back, moved into place, the folder synced."""

import os
import tempfile
from pathlib import Path

from capture_app.domain.errors import StorageTrouble
from capture_app.words import _


def write_safely(path: Path, data: bytes) -> None:
    """Write a file for its owner only. Raises StorageTrouble and leaves what stood there if it cannot."""
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if Path(name).read_bytes() != data:
                raise OSError(0, "the disk gave back other bytes than were written")
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    except OSError as error:
        if not path.parent.is_dir():
            raise StorageTrouble(
                _(
                    "The folder {folder} is not there, so {file} was not written. Choose another folder, or make "
                    "this one first."
                ).format(folder=path.parent, file=path.name)
            ) from error
        raise StorageTrouble(
            _(
                "{file} could not be written: {why}. What stood there before is untouched. Choose "
                "another folder, or make some space."
            ).format(file=path.name, why=error.strerror)
        ) from error


def sync_file(path: Path) -> None:
    """Make sure a file's content has reached the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make sure a rename has reached the disk. Windows has no way to say so and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
