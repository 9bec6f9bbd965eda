"""A second copy of a finished file, compared with the first."""

import hashlib
from pathlib import Path

from capture_app.domain.errors import NotPossible, StorageTrouble
from capture_app.safe_write import write_safely
from capture_app.words import _


def copy_compared(file: Path, sha256: str, folder: Path) -> Path:
    """Copy a file into a folder and read the copy back; gives its path. What stands there already is replaced.

    `sha256` is what the file had when it was written. Raises NotPossible if that is the file's own folder,
    StorageTrouble if the file has changed, the copy cannot be written, or it does not come back the same.
    """
    copy = folder / file.name
    if copy == file:
        raise NotPossible(_("That is the folder it is in already. Choose another one."))
    try:
        content = file.read_bytes()
    except OSError as error:
        raise StorageTrouble(
            _("{file} could not be read: {why}. Hand over again.").format(file=file.name, why=error.strerror)
        ) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise StorageTrouble(_("{file} is not as it was written. Hand over again.").format(file=file.name))
    write_safely(copy, content)
    if copy.read_bytes() != content:
        raise StorageTrouble(
            _("The copy differs from {file} and cannot be trusted. Use another stick.").format(file=file.name)
        )
    return copy
