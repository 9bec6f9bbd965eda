"""What this workspace remembers of a file of answers: which one a box was filled from, and how its columns were put.

Facts of this laptop and no records: while a box is open nothing of it is in the log (see `store/boxes.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from capture_app.domain.plain import canonical, read_plain, to_plain
from capture_app.domain.record import RecordId
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["BoxFile", "file_of_box", "note_file_of_box", "note_profile", "profile_of"]


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


def profile_of(work: UnitOfWork, form: RecordId) -> Mapping[str, str]:
    """Where columns were put for this form by hand, by the words of their heads; "" for none."""
    noted = work.facts.get(f"answer_columns/{form}")
    return msgspec.convert(read_plain(noted), dict[str, str]) if noted else {}


def note_profile(work: UnitOfWork, form: RecordId, profile: Mapping[str, str]) -> None:
    """Remember it for the next file."""
    work.facts.put(f"answer_columns/{form}", canonical(to_plain(dict(profile))))
