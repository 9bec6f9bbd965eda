"""Making, opening and looking after a workspace."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from capture_app.domain.clock import milliseconds_of, system_milliseconds
from capture_app.domain.ids import new_id
from capture_app.domain.records import Consultation, Device, Line, Session
from capture_app.domain.vocabulary import Role
from capture_app.sealing import Identity, Passphrase, Signer, WayIn
from capture_app.services.differing import differences_in
from capture_app.services.passphrases import check_passphrase
from capture_app.services.practice import is_practice, note_practice
from capture_app.store.backup import Backup, backups_folder, backups_in
from capture_app.store.facts import TrustedKey
from capture_app.store.key_file import Ways
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import SUFFIX, Workspace, create, needs_key, open_workspace
from capture_app.words import _

__all__ = [
    "SUFFIX",
    "About",
    "NewWorkspace",
    "Workspace",
    "about",
    "back_up",
    "check_way_in",
    "close",
    "needs_key",
    "new_workspace",
    "newest_backup",
    "open_workspace",
    "plan_consultation",
    "rebuild",
]

LEAD_LABEL = "Project lead"


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """A lead's new workspace and its recovery key, which is shown once and kept nowhere else."""

    workspace: Workspace
    recovery_key: str


@dataclass(frozen=True, slots=True)
class About:
    """What the status bar and the welcome page say of a workspace.

    device_label, holder and role say whose laptop it is; `session` and `group` what its pack was made for.
    practice: nothing in it can leave the laptop. written: when the file was last written before it was opened,
    in milliseconds since 1970.
    """

    title: str
    stage: str
    invented: str
    practice: bool
    role: Role
    device: str
    device_label: str
    holder: str
    session: str
    group: str
    consultation: str
    threshold: int
    encrypted: bool
    warning: str
    recovered: int
    sessions: int
    lines: int
    conflicts: int
    last_backup: datetime | None
    written: int


def new_workspace(
    path: Path,
    passphrase: Passphrase | None,
    *,
    practice: bool = False,
    now: Callable[[], int] = system_milliseconds,
) -> NewWorkspace:
    """An empty workspace for a lead, with new keys; `practice` makes it one of which nothing can leave.

    Raises NotPossible if the place will not do or the passphrase is too short.
    """
    check_passphrase(passphrase)
    lead, recovery, signer = Identity.generate(), Identity.generate(), Signer.generate()
    ways = Ways(passphrase, {"recovery": recovery.recipient} if passphrase else None)
    workspace = create(path, ways, role=Role.LEAD.value, now=now)
    with workspace.unit_of_work() as work:
        for name, value in (
            ("lead_identity", lead.secret),
            ("signing_seed", signer.seed),
            ("lead_key", signer.verify_key),
            ("lead_recipient", lead.recipient),
            ("recovery_recipient", recovery.recipient),
        ):
            work.facts.put(name, value)
        work.facts.trust(TrustedKey(signer.verify_key, Role.LEAD.value, work.author.device))
        if practice:
            note_practice(work)
        work.commit()
    return NewWorkspace(workspace, recovery.secret)


def plan_consultation(workspace: Workspace, title: str, stage: str = "") -> str:
    """Begin a consultation in a lead's empty workspace; gives its id."""
    with workspace.unit_of_work() as work:
        planned = Consultation(id=new_id(), title=title, stage=stage)
        work.records.save(planned)
        begin_as_lead(work, planned)
        work.commit()
    return planned.id


def begin_as_lead(work: UnitOfWork, consultation: Consultation) -> None:
    """Note whose consultation this workspace holds, and the lead's own laptop."""
    work.facts.put("consultation", consultation.id)
    work.records.save(
        Device(
            id=work.author.device,
            label=LEAD_LABEL,
            role=Role.LEAD.value,
            signing_key=work.facts.get("lead_key"),
        )
    )


def about(workspace: Workspace) -> About:
    """What there is to say of an open workspace."""
    with workspace.unit_of_work() as work:
        planned = work.records.find(Consultation, work.facts.get("consultation"))
        device = work.records.find(Device, work.author.device)
        return About(
            title=planned.title if planned else workspace.path.stem,
            stage=planned.stage if planned else "",
            invented=planned.invented if planned else "",
            practice=is_practice(work),
            role=Role(work.author.role),
            device=work.author.device,
            device_label=device.label if device else "",
            holder=device.holder if device else "",
            session=work.facts.get("session"),
            group=work.facts.get("group"),
            consultation=work.facts.get("consultation"),
            threshold=planned.threshold if planned else Consultation(id="").threshold,
            encrypted=workspace.encrypted,
            warning=workspace.warning,
            recovered=workspace.recovered,
            sessions=work.records.count(Session),
            lines=work.records.count(Line),
            conflicts=len(differences_in(work)),
            last_backup=newest_backup(workspace.path),
            written=workspace.written,
        )


def newest_backup(workspace: Path) -> datetime | None:
    """When the newest of a workspace's own backups was made."""
    found = backups_in(backups_folder(workspace))
    now = datetime.now(UTC)
    return next((one.made for one in [*(one for one in found if one.made <= now), *found]), None)


def back_up(workspace: Workspace, folder: Path | None = None) -> Backup:
    """Make a checked backup; without a folder, among the workspace's own."""
    return workspace.back_up(folder)


def check_way_in(workspace: Workspace, way_in: WayIn) -> None:
    """Whether this opens the workspace that is open, for unlocking the window. Raises WrongKey if not."""
    workspace.check_way_in(way_in)


def rebuild(workspace: Workspace) -> None:
    """Work out all tables from the log anew."""
    with workspace.unit_of_work() as work:
        work.rebuild()
        work.commit()


def close(workspace: Workspace) -> None:
    """Keep every draft and let go of the file."""
    workspace.close()


def local_time(stamp: str) -> datetime:
    """A stamp as local time."""
    return datetime.fromtimestamp(milliseconds_of(stamp) / 1000).astimezone()


def device_name(work: UnitOfWork, device: str) -> str:
    """What people call a laptop."""
    found = work.records.find(Device, device)
    return found.label if found and found.label else _("a laptop not named here")
