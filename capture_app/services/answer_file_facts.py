"""What this workspace remembers of a file of answers while its box is open: which one it was filled from.

A fact of this laptop and no record: while a box is open nothing of it is in the log (see `store/boxes.py`).
"""

from dataclasses import dataclass

import msgspec

from capture_app.domain.plain import canonical, read_plain, to_plain
from capture_app.domain.record import RecordId
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["BoxFile", "file_of_box", "forget_file_of_box", "note_file_of_box"]


@dataclass(frozen=True, slots=True)
class BoxFile:
    """The file an open box was filled from; empty for one people answered into."""

    name: str = ""
    sha256: str = ""


def file_of_box(work: UnitOfWork, box: RecordId) -> BoxFile:
    """Which file an open box was filled from last."""
    noted = work.facts.get(f"answer_file/{box}")
    return msgspec.convert(read_plain(noted), BoxFile) if noted else BoxFile()


def note_file_of_box(work: UnitOfWork, box: RecordId, file: BoxFile) -> None:
    """Remember it, in place of the one before."""
    work.facts.put(f"answer_file/{box}", canonical(to_plain(file)))


def forget_file_of_box(work: UnitOfWork, box: RecordId) -> None:
    """Forget it: a closed box says it itself, and one that was taken out says nothing."""
    work.facts.remove(f"answer_file/{box}")
