"""Which page of a window shows a record where it stands, and going there."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance

from capture_app.domain.record import RecordId

if TYPE_CHECKING:
    from capture_app.services.whereabouts import Spot

SYNTHESIS, MINUTES, HAND_OVER = "synthesis", "minutes", "hand_over"


@runtime_checkable
class ShowsRecord(Protocol):
    """A page that can turn to one of the records it shows."""

    def show_record(self, kind: str, record: RecordId, spot: Spot) -> None:
        """Turn to this record, as soon as it is there."""


@runtime_checkable
class Opens(Protocol):
    """A page from which one goes to records on other pages: `open_wanted(kind, id)`."""

    open_wanted: SignalInstance


@runtime_checkable
class LeadsOn(Protocol):
    """A page from which one goes on to another one of the window: `page_wanted(key)`."""

    page_wanted: SignalInstance


@runtime_checkable
class TellsHistory(Protocol):
    """A page that can tell what became of the record one is at."""

    def show_history(self) -> None:
        """Show it."""


def page_for(keys: Container[str], kind: str, record: RecordId, spot: Spot) -> str:
    """The key of the page that shows this record; empty if none does. `keys` are those of the window's pages."""
    sheet = f"worksheet/{record if kind == 'Sheet' else spot.sheet}"
    if sheet in keys:
        return sheet
    if kind == "Line" and spot.own_minutes and MINUTES in keys:
        return MINUTES
    if kind in ("Line", "Ballot", "Statement") and spot.session and SYNTHESIS in keys:
        return SYNTHESIS
    return ""
