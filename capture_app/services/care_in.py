"""Taking in a care file: opened, shown, and then merged after a backup (DESIGN 5; C6 to C8).

Lines that were set aside are set aside again. Nothing but what a care file may hold is taken in from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from capture_app.domain.changes import Changes
from capture_app.domain.errors import Refused, WrongKey
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line, Person
from capture_app.exchange.locks import Lock, needs_key
from capture_app.exchange.parcel import Parcel, ranges_of
from capture_app.exchange.reader import read
from capture_app.sealing import Identity, WayIn
from capture_app.services.brought import places_to_erase
from capture_app.services.capturing import keep_all
from capture_app.services.care_check import check_care, counts_by_kind, not_for_evaluator, only_reads
from capture_app.services.packing import lines_of
from capture_app.services.receiving import backed_up
from capture_app.services.ways_in import identity_in
from capture_app.services.workspaces import device_name, local_time
from capture_app.store.facts import Transfer
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "CareBrought",
    "CareFile",
    "CareTaken",
    "foresee_care",
    "opens_with_own_key",
    "read_care_file",
    "take_in_care",
]

CareFile = Parcel
"""A care file that was read and is meant for a workspace of this consultation."""


@dataclass(frozen=True, slots=True)
class CareBrought:
    """What a care file brings. counts: records in it by kind; aside: lines set aside in it.

    updated: records that are new or changed here. conflicts: fields in which two versions stand now and did not
    before. unknown: people it is about who are not named here, or not yet. erased: records that lose their words.
    only_reads: it comes to an observer, who settles nothing and to whom no bundle brings names.
    """

    for_whom: str
    sender: str
    made: datetime
    counts: Mapping[str, int]
    aside: int
    updated: int
    conflicts: int
    unknown: int
    erased: int
    only_reads: bool = False


@dataclass(frozen=True, slots=True)
class CareTaken:
    """A care file that was taken in, and the backup made before it; after erasures, the one made since."""

    brought: CareBrought
    backup: Path
    changes: Changes


def opens_with_own_key(workspace: Workspace, path: Path) -> bool:
    """Whether a file is sealed to the key of this workspace, so that nobody need be asked for one.

    Raises Refused if it is no file of ours, or is not sealed; on an observer's laptop also where this key does not
    open it, since nothing else opens what is for the evaluator (I3).
    """
    by_key = _lock(path) is Lock.KEY
    if by_key and _opens(path, _own_key(workspace)):
        return True
    with workspace.unit_of_work() as work:
        reads = only_reads(work)
    if reads and by_key:
        raise WrongKey(
            _(
                "This file is sealed to another key than yours. Nothing was changed. Yours stands under Settings, "
                "This workspace: send that to the project lead, and ask for a file sealed to it."
            )
        )
    if reads:
        raise not_for_evaluator()
    return False


def _opens(path: Path, own: Identity | None) -> bool:
    try:
        read(path, own)
    except WrongKey:
        return False
    return own is not None


def read_care_file(workspace: Workspace, path: Path, way_in: WayIn | None = None) -> CareFile:
    """What a care file holds, checked to the last byte. Without a way in, the key of this workspace is tried.

    Raises WrongKey where it does not open, Refused if it is no care file, is damaged, is of another consultation, or
    is not signed by somebody this workspace knows. Nothing is changed.
    """
    _lock(path)
    key = way_in or _own_key(workspace)
    try:
        parcel = read(path, key)
    except WrongKey:
        raise WrongKey(
            _("That does not open this care file, or the file was damaged on its way. Nothing was changed.")
        ) from None
    with workspace.unit_of_work() as work:
        check_care(work, parcel)
    return parcel


def foresee_care(workspace: Workspace, parcel: CareFile) -> CareBrought:
    """What taking in a care file would change. Nothing is changed: it is done, looked at and undone."""
    keep_all(workspace)
    with workspace.unit_of_work() as work:
        return _receive(work, parcel)


def take_in_care(workspace: Workspace, parcel: CareFile) -> CareTaken:
    """Back up, then take a care file in, in one change.

    Raises as `read_care_file` does; then nothing is changed.
    """
    with workspace.unit_of_work() as work:
        check_care(work, parcel)
    keep_all(workspace)
    done = backed_up(workspace, partial(_receive_and_note, parcel=parcel))
    return CareTaken(done.told, done.backup, done.changes)


def _own_key(workspace: Workspace) -> Identity | None:
    with workspace.unit_of_work() as work:
        return identity_in(work)


def _lock(path: Path) -> Lock:
    """What a care file needs before it opens. Raises Refused for one that is not sealed."""
    lock = needs_key(path)
    if lock is Lock.PLAIN:
        raise Refused(_("This file is not sealed, so it is no care file. Nothing was changed."))
    return lock


def _receive_and_note(work: UnitOfWork, parcel: Parcel) -> CareBrought:
    brought = _receive(work, parcel)
    told = {"what": parcel.what.value, "ranges": ranges_of(parcel.revisions)}
    work.facts.note(Transfer(parcel.id, "care-in", parcel.device, parcel.made, parcel.sha256, told))
    return brought


def _receive(work: UnitOfWork, parcel: Parcel) -> CareBrought:
    """Take it in within the given unit of work."""
    check_care(work, parcel)
    foreseen = places_to_erase(work, parcel.erasures)
    received = work.receive(list(parcel.revisions), list(parcel.erasures))
    obeyed = {marker.id for marker in work.log.erasures()}
    people = {code for one in parcel.revisions for code in one.subjects}
    return CareBrought(
        for_whom=parcel.care.for_whom if parcel.care else "",
        sender=device_name(work, parcel.device),
        made=local_time(parcel.made),
        counts=counts_by_kind(parcel.revisions),
        aside=lines_of([one for one in parcel.revisions if one.kind == Line.__name__]),
        updated=len(received.touched),
        conflicts=len(received.conflicts),
        unknown=sum(work.records.find(Person, RecordId(code)) is None for code in people),
        erased=sum(len(places) for marker, places in foreseen.items() if marker in obeyed),
        only_reads=only_reads(work),
    )
