"""Files read whole, up to a size."""

from pathlib import Path

from capture_app.exchange import limits, refusals

SUFFIX, CARE_SUFFIX = ".wsbundle", ".wscare"
"""How bundles and packs are called, and care files."""


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
