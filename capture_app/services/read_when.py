"""When a worksheet was read back to its group, and on whose laptop: what a closed one says of it (D1)."""

from dataclasses import dataclass
from datetime import datetime

from capture_app.domain.codec import read_body
from capture_app.domain.records import Sheet
from capture_app.domain.revision import EVERYTHING
from capture_app.domain.sheet_states import reading_that_holds
from capture_app.domain.vocabulary import SheetState
from capture_app.services.workspaces import device_name, local_time
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["ReadWhen", "read_when"]


@dataclass(frozen=True, slots=True)
class ReadWhen:
    """The reading that holds: when it ended, and what the laptop it was done on is called."""

    at: datetime
    device: str


def read_when(work: UnitOfWork, sheet: Sheet) -> ReadWhen | None:
    """When a worksheet that counts as read back was; None if it does not. Closing it changes nothing of that."""
    turned = [one for one in work.records.history(sheet.id) if {"state", EVERYTHING} & set(one.sets)]
    known = [
        (one, SheetState(str(read_body(one.kind, one.version, one.body)["state"])))
        for one in turned
        if one.body is not None
    ]
    at = reading_that_holds(state for _one, state in known)
    if at is None:
        return None
    entry = known[at][0]
    return ReadWhen(local_time(entry.stamp), device_name(work, entry.device))
