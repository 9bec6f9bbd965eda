"""Files written whole or not at all, and read whole."""

import contextlib
import os
import tempfile
from pathlib import Path

from capture_app.exchange import limits, refusals


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, in place of what may be there, so that no half of it is ever seen.

    It is on the disk and has been read back before it takes its name. Raises StorageTrouble.
    """
    try:
        temporary = _written_beside(path, content)
        try:
            if temporary.read_bytes() != content:
                raise refusals.disk_trouble("the disk gave back other bytes than were written")
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _settle(path.parent)
    except OSError as error:
        raise refusals.disk_trouble(error.strerror or str(error)) from None


def read_whole(path: Path) -> bytes:
    """The bytes of a file from outside. Raises Refused if there are too many or none can be had."""
    try:
        with path.open("rb") as file:
            content = file.read(limits.FILE + 1)
    except OSError:
        raise refusals.unreadable() from None
    if len(content) > limits.FILE:
        raise refusals.too_large()
    return content


def _written_beside(path: Path, content: bytes) -> Path:
    """A temporary file in the same folder that holds `content`, safe from a power cut."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def _settle(folder: Path) -> None:
    """Make a new name in a folder survive a power cut, where the system lets a folder be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
