"""A zipped document as it was made, with one time for all its parts: it tells nothing of when that was."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time every part of the file carries: the earliest a zip file can say."""

QUICK = 3
"""How hard is tried to make it small: harder takes three times as long, for a tenth of the size."""


def _as_it_is(_part: str, held: bytes) -> bytes:
    return held


def undated(file: BytesIO, told: Callable[[str, bytes], bytes] = _as_it_is) -> bytes:
    """The same file. `told` gives what a part is to hold instead of what it holds."""
    made = BytesIO()
    with ZipFile(file) as parts, ZipFile(made, "w") as whole:
        for part in parts.infolist():
            held = told(part.filename, parts.read(part))
            whole.writestr(ZipInfo(part.filename, LONG_AGO), held, ZIP_DEFLATED, QUICK)
    return made.getvalue()
