"""Coming in: a file is opened, and with it comes what the window shows first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from capture_app.domain.record import RecordId
from capture_app.domain.records import KINDS, Device, Form, Group, Line, Session, Sheet
from capture_app.domain.totals import in_date_order
from capture_app.domain.vocabulary import FormPurpose
from capture_app.sealing import Passphrase, WayIn
from capture_app.services.done import Done
from capture_app.services.whereabouts import Spot, Whereabouts, find_spot
from capture_app.services.workspaces import (
    About,
    about,
    new_workspace,
    open_workspace,
    plan_consultation,
)
from capture_app.store.projected import make_every_table
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

if TYPE_CHECKING:
    from capture_app.services.replying import Brought, FreshPack

__all__ = [
    "Entered",
    "Planned",
    "SessionRow",
    "SheetHere",
    "enter",
    "enter_fresh",
    "enter_pack",
    "make_ready",
    "plan",
    "sessions",
]


@dataclass(frozen=True, slots=True)
class SheetHere:
    """A worksheet this laptop may write on, and what people call its group."""

    id: RecordId
    group: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as the lead's list shows it: its groups, and how many lines and packs there are."""

    session: Session
    groups: tuple[Group, ...]
    lines: int
    packs: int


@dataclass(frozen=True, slots=True)
class Recovered:
    """A record of which a crash had left a draft, and where it stands: for going there, and in words for people."""

    kind: str
    record: RecordId
    spot: Spot
    where: str


@dataclass(frozen=True, slots=True)
class Entered:
    """An open workspace and what decides which pages it has.

    sheets: those of this laptop's own group, or of all groups where its pack names none. asks: whether there
    is a questionnaire. sessions: in order of date, empty but for a lead. recovered: where the newest of what a
    crash had left stands; None where there was nothing.
    """

    workspace: Workspace
    about: About
    sheets: tuple[SheetHere, ...]
    asks: bool
    sessions: tuple[SessionRow, ...]
    recovered: Recovered | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A lead's new workspace; the recovery key is shown once, and empty where there is no passphrase."""

    entered: Entered
    recovery_key: str


def enter(path: Path, way_in: WayIn | None) -> Entered:
    """Open a workspace. Raises WrongKey or StorageTrouble; then nothing stays open."""
    return _entered(lambda: open_workspace(path, way_in))


def enter_pack(
    pack: Path, way_in: WayIn | None, workspace: Path, passphrase: Passphrase | None
) -> Entered | FreshPack:
    """Make this laptop's workspace from a session pack; a fresh pack for one that is there comes back as read.

    Raises Refused, NotPossible or StorageTrouble.
    """
    from capture_app.services.packing import move_in, read_pack  # not needed to open a workspace

    parcel = read_pack(pack, way_in)
    return parcel if parcel.fresh else _entered(lambda: move_in(parcel, workspace, passphrase))


def enter_fresh(workspace: Workspace, parcel: FreshPack) -> Done[tuple[Entered, Brought]]:
    """Take a fresh pack into this laptop's open workspace, and come in anew. Raises Refused or StorageTrouble."""
    from capture_app.services.replying import take_in

    taken = take_in(workspace, parcel)
    return Done((_look_around(workspace), taken.brought), taken.changes)


def plan(path: Path, title: str, stage: str, passphrase: Passphrase | None) -> Planned:
    """Make a lead's workspace for a new consultation. Raises NotPossible if the place will not do."""
    new = new_workspace(path, passphrase)
    try:
        plan_consultation(new.workspace, title, stage)
    except BaseException:
        new.workspace.close()
        raise
    return Planned(_entered(lambda: new.workspace), new.recovery_key if passphrase else "")


def make_ready() -> None:
    """Do now what the first look at most pages would wait for. Once what one came for is shown."""
    make_every_table()


def sessions(workspace: Workspace) -> tuple[SessionRow, ...]:
    """Every session in order of its date; those without one come last."""
    with workspace.unit_of_work() as work:
        return _sessions(work)


def _entered(come_in: Callable[[], Workspace]) -> Entered:
    workspace = come_in()
    try:
        return _look_around(workspace)
    except BaseException:
        workspace.close()
        raise


def _look_around(workspace: Workspace) -> Entered:
    known = about(workspace)
    with workspace.unit_of_work() as work:
        forms = work.records.all(Form)
        return Entered(
            workspace=workspace,
            about=known,
            sheets=_sheets(work, known.session, known.group) if known.session else (),
            asks=any(form.purpose is FormPurpose.QUESTIONNAIRE for form in forms),
            sessions=() if known.session else _sessions(work),
            recovered=_recovered(work, workspace.after_crash),
        )


def _recovered(work: UnitOfWork, kept: Sequence[tuple[str, RecordId]]) -> Recovered | None:
    """The newest line of those kept, since ids grow with time; another record only where there is no line."""
    for kind, record in sorted(kept, key=lambda one: (one[0] == Line.__name__, one[1]), reverse=True):
        found = work.records.find(KINDS[kind], record)
        if found is not None:
            return Recovered(kind, record, find_spot(work, kind, record), Whereabouts(work).of(found))
    return None


def _sheets(work: UnitOfWork, session: RecordId, group: RecordId) -> tuple[SheetHere, ...]:
    groups = {one.id: (place, one) for place, one in enumerate(work.records.all(Group, session=session))}
    found = [sheet for sheet in work.records.all(Sheet, session=session) if not group or sheet.group == group]
    known = sorted((sheet for sheet in found if sheet.group in groups), key=lambda s: groups[s.group][0])
    return tuple(SheetHere(sheet.id, groups[sheet.group][1].label) for sheet in known)


def _sessions(work: UnitOfWork) -> tuple[SessionRow, ...]:
    groups: dict[RecordId, list[Group]] = {}
    for group in work.records.all(Group):
        groups.setdefault(group.session, []).append(group)
    lines, packs = (work.records.tally(kind, ("session",)) for kind in (Line, Device))
    return tuple(
        SessionRow(
            session=one,
            groups=tuple(groups.get(one.id, ())),
            lines=lines[(one.id,)],
            packs=packs[(one.id,)],
        )
        for one in in_date_order(work.records.all(Session))
    )
