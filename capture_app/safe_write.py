"""Files that are whole or not there: written beside, synced, read back, moved into place, the folder synced."""

import os
import tempfile
from pathlib import Path

from capture_app.domain.errors import NotPossible, StorageTrouble
from capture_app.words import _

WORKSPACE = ".capture"
"""How the ending of a workspace begins, and that of every file beside it."""


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


def write_apart(path: Path, data: bytes, over: tuple[bytes, ...] = ()) -> None:
    """The same for what leaves a workspace, which must never come to stand in the place of one.

    A file that is there is replaced only if it is empty or begins in one of the ways of `over`; none means any.
    Raises NotPossible for the name of a workspace or of what belongs to it, or where another file stands.
    """
    if path.suffix.startswith(WORKSPACE):
        raise NotPossible(
            _(
                "{file} is the name of a workspace or of what belongs to one, and would take its place. Nothing "
                "was written. Choose another name."
            ).format(file=path.name)
        )
    begins = _beginning(path) if over and path.is_file() else b""
    if begins and not begins.startswith(over):
        raise NotPossible(
            _(
                "Another file stands at {file}, which is none of this program. It is untouched and nothing was "
                "written. Choose another name."
            ).format(file=path.name)
        )
    write_safely(path, data)


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(64)
    except OSError:
        return b""


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
