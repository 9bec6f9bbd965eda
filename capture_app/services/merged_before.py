"""Which bundles were merged into this workspace, for the page on which more are dropped (M4, M5)."""

from dataclasses import dataclass
from datetime import datetime

from capture_app.domain.records import Device, Session
from capture_app.exchange.container import check_number
from capture_app.exchange.parcel import What
from capture_app.services.workspaces import device_name, local_time
from capture_app.store.facts import Transfer
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

__all__ = ["CameBack", "merged_before"]


@dataclass(frozen=True, slots=True)
class CameBack:
    """One bundle that was merged: from which laptop, for which session, when, and its numbers to compare.

    numbers: lines, minutes and questionnaires, "23 · 88 · 17"; empty where an older version noted none.
    """

    laptop: str
    holder: str
    session: str
    merged: datetime
    numbers: str
    check_number: str


def merged_before(workspace: Workspace) -> tuple[CameBack, ...]:
    """Every bundle that was merged here, the newest merge first."""
    with workspace.unit_of_work() as work:
        came = [one for one in work.facts.transfers("in") if one.facts.get("what") == What.BUNDLE]
        found = [_came_back(work, one) for one in came]
    return tuple(sorted(found, key=lambda one: one.merged, reverse=True))


def _came_back(work: UnitOfWork, came: Transfer) -> CameBack:
    device = work.records.find(Device, came.device)
    session = work.records.find(Session, device.session) if device else None
    return CameBack(
        laptop=device_name(work, came.device),
        holder=device.holder if device else "",
        session=session.label if session else "",
        merged=local_time(came.facts.get("merged", came.stamp)),
        numbers=came.facts.get("numbers", ""),
        check_number=check_number(came.sha256),
    )
