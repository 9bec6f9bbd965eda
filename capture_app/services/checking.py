"""Checking a file without changing it: a workspace against itself, a bundle against its own list of contents."""

from dataclasses import dataclass
from pathlib import Path

from capture_app.domain.dump import digest
from capture_app.exchange.container import check_number
from capture_app.exchange.reader import read
from capture_app.sealing import Identity, WayIn
from capture_app.services.dumping import dump_digest
from capture_app.store.dumping import dump_lines
from capture_app.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class WorkspaceCheck:
    """What was found: the database's own check, and whether today's tables are what the log makes."""

    database: str
    changes: int
    digest: str
    matches_log: bool

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return self.database == "ok" and self.matches_log


@dataclass(frozen=True, slots=True)
class BundleCheck:
    """What a bundle or pack that is in order holds."""

    what: str
    id: str
    signer: str
    sha256: str
    check_number: str
    size: int
    changes: int
    erasures: int


def check_workspace(workspace: Workspace) -> WorkspaceCheck:
    """Check the database page by page, and work everything out anew from the log to compare; nothing is kept."""
    shown = dump_digest(workspace)
    with workspace.unit_of_work() as work:
        work.rebuild()
        worked_out = digest(dump_lines(work))
        changes = work.log.count()
    return WorkspaceCheck(workspace.check_pages(), changes, shown, shown == worked_out)


def check_bundle(path: Path, way_in: WayIn | None) -> BundleCheck:
    """Read a bundle or pack whole. Raises Refused with the reason if anything is wrong with it."""
    parcel = read(path, way_in)
    return BundleCheck(
        what=parcel.what.value,
        id=parcel.id,
        signer=parcel.signer,
        sha256=parcel.sha256,
        check_number=check_number(parcel.sha256),
        size=parcel.size,
        changes=len(parcel.revisions),
        erasures=len(parcel.erasures),
    )


def lead_key_of(workspace: Workspace) -> Identity | None:
    """The key that opens bundles sealed to this workspace's lead; None on a laptop."""
    with workspace.unit_of_work() as work:
        secret = work.facts.get("lead_identity")
    return Identity(secret) if secret else None
