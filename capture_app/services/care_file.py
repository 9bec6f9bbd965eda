"""The care file: what is in confidence, sealed to one named person, apart from every bundle (DESIGN 5; C6 to C8).

It carries needs, group wishes, care and payments with all that was ever written of them. Lines that are set aside go
along only where somebody says so; at the other end they are set aside again. Nothing else is in it, and nothing else
is taken in from it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from capture_app.domain.changes import Changes
from capture_app.domain.errors import NotPossible, Refused, WrongKey
from capture_app.domain.ids import new_id
from capture_app.domain.plain import read_plain
from capture_app.domain.record import RecordId
from capture_app.domain.records import KINDS, CareItem, GroupWish, Line, Need, Payment, Person, SetAside
from capture_app.domain.revision import Revision
from capture_app.exchange.care import Care
from capture_app.exchange.container import check_number
from capture_app.exchange.files import CARE_SUFFIX
from capture_app.exchange.locks import Lock, Seal, needs_key
from capture_app.exchange.manifest import fingerprint
from capture_app.exchange.parcel import Parcel, ranges_of
from capture_app.exchange.reader import read
from capture_app.exchange.writer import write
from capture_app.sealing import Identity, Signer, WayIn
from capture_app.services import slices
from capture_app.services.brought import places_to_erase
from capture_app.services.capturing import keep_all
from capture_app.services.losing import check_not_lost
from capture_app.services.packing import lines_of
from capture_app.services.practice import check_may_leave, is_practice, keeps_all_here
from capture_app.services.workspaces import device_name, local_time
from capture_app.store.facts import Transfer
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.withheld import HANGS_ON
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "CareBrought",
    "CareFile",
    "CareGoes",
    "CareReceipt",
    "CareTaken",
    "Seal",
    "foresee_care",
    "opens_with_own_key",
    "preview_care",
    "read_care_file",
    "take_in_care",
    "write_care_file",
]

CareFile = Parcel
"""A care file that was read and is meant for a workspace of this consultation."""

_CARED = frozenset(kind.__name__ for kind in (CareItem, GroupWish, Need, Payment))
"""What is carried. Why a session was closed with care open (`CareLeftOpen`) is each laptop's own, and stays."""


@dataclass(frozen=True, slots=True)
class CareGoes:
    """What would go: records by kind, those that were taken away left out. aside: lines set aside that may go along.

    refused: why nothing can go at all.
    """

    counts: Mapping[str, int]
    aside: int
    file_name: str
    refused: str = ""


@dataclass(frozen=True, slots=True)
class CareReceipt:
    """What was written: for whom, where, how large in bytes, records by kind, and lines that went along or stayed."""

    for_whom: str
    path: Path
    size: int
    check_number: str
    counts: Mapping[str, int]
    aside: int
    aside_stays: int


@dataclass(frozen=True, slots=True)
class CareBrought:
    """What a care file brings. counts: records in it by kind; aside: lines set aside in it.

    updated: records that are new or changed here. conflicts: fields in which two versions stand now and did not
    before. unknown: people it is about whom no bundle has brought here yet. erased: records that lose their words.
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


@dataclass(frozen=True, slots=True)
class CareTaken:
    """A care file that was taken in, and the backup made before it; after erasures, the one made since."""

    brought: CareBrought
    backup: Path
    changes: Changes


def preview_care(workspace: Workspace) -> CareGoes:
    """What a care file of this workspace would hold. Drafts are kept first, so that nothing typed is missed."""
    keep_all(workspace)
    with workspace.unit_of_work() as work:
        day, name = datetime.now().astimezone().date().isoformat(), _("in-confidence")
        return CareGoes(
            counts=_standing(work),
            aside=slices.lines_aside(work),
            file_name=f"{name}-{day}{CARE_SUFFIX}",
            refused=keeps_all_here() if is_practice(work) else "",
        )


def write_care_file(
    workspace: Workspace, path: Path, for_whom: str, seal: Seal, *, with_aside: bool = False
) -> CareReceipt:
    """Write the care file for one person; this laptop keeps everything.

    Raises NotPossible in a practice workspace, where nobody is named, the seal is none, or there is nothing to
    carry; StorageTrouble if it cannot be written.
    """
    if not for_whom.strip():
        raise NotPossible(_("Say for whom the file is. Nothing was written."))
    if seal.lock is Lock.PLAIN:
        raise NotPossible(
            _("A care file is always sealed. Choose a passphrase or a key. Nothing was written.")
        )
    keep_all(workspace)
    with workspace.unit_of_work() as work:
        check_may_leave(work)
        parcel = _parcel(work, for_whom.strip(), with_aside=with_aside)
        written = write(path, parcel, Signer(work.facts.get("signing_seed")), seal)
        told = {"what": parcel.what.value, "file": path.name, "ranges": ranges_of(parcel.revisions)}
        work.facts.note(Transfer(parcel.id, "care-out", parcel.device, parcel.made, written.sha256, told))
        counts, aside = _standing(work), slices.lines_aside(work)
        work.commit()
    return CareReceipt(
        for_whom=for_whom.strip(),
        path=written.path,
        size=written.size,
        check_number=check_number(written.sha256),
        counts=counts,
        aside=aside if with_aside else 0,
        aside_stays=0 if with_aside else aside,
    )


def opens_with_own_key(workspace: Workspace, path: Path) -> bool:
    """Whether a file is sealed to the key of this workspace, so that nobody need be asked for one.

    Raises Refused if it is no file of ours, or is not sealed.
    """
    if _lock(path) is not Lock.KEY:
        return False
    own = _own_key(workspace)
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
        _check(work, parcel)
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
        _check(work, parcel)
    keep_all(workspace)
    backup = workspace.back_up().path
    with workspace.unit_of_work() as work:
        known = len(work.log.erasures())
        brought = _receive(work, parcel)
        erases = len(work.log.erasures()) > known
        told = {"what": parcel.what.value, "ranges": ranges_of(parcel.revisions)}
        work.facts.note(Transfer(parcel.id, "care-in", parcel.device, parcel.made, parcel.sha256, told))
        changes = work.commit()
    if erases:
        backup = workspace.wipe().path  # the one made before held what is erased, and has gone
    return CareTaken(brought, backup, changes)


def _standing(work: UnitOfWork) -> dict[str, int]:
    """How many records of each kind there are, those that were taken away left out."""
    return {kind: count for kind in sorted(_CARED) if (count := work.records.count(KINDS[kind]))}


def _parcel(work: UnitOfWork, for_whom: str, *, with_aside: bool) -> Parcel:
    part = slices.whole(work)
    revisions = [one for one in part.stays if one.kind in _CARED]
    if with_aside:
        revisions += [one for one in part.stays if one.kind == SetAside.__name__]
        revisions += part.aside
    if not revisions:
        raise NotPossible(_("There is nothing in confidence yet that could go into a care file."))
    return Parcel(
        id=new_id(),
        project=fingerprint(work.facts.get("lead_key")),
        consultation=work.facts.get("consultation"),
        device=work.author.device,
        incarnation=work.author.incarnation,
        made=work.author.clock.next(),
        revisions=tuple(sorted(revisions, key=lambda one: (one.stamp, one.device, one.number))),
        erasures=tuple(work.log.erasures()),
        care=Care(for_whom=for_whom),
    )


def _own_key(workspace: Workspace) -> Identity | None:
    with workspace.unit_of_work() as work:
        secret = work.facts.get("lead_identity")
    return Identity(secret) if secret else None


def _lock(path: Path) -> Lock:
    """What a care file needs before it opens. Raises Refused for one that is not sealed."""
    lock = needs_key(path)
    if lock is Lock.PLAIN:
        raise Refused(_("This file is not sealed, so it is no care file. Nothing was changed."))
    return lock


def _check(work: UnitOfWork, parcel: Parcel) -> None:
    """Whether this is a care file of this consultation, from somebody this workspace knows, and nothing besides."""
    if parcel.care is None:
        raise Refused(
            _("This is no care file. Nothing was changed. Bundles and session packs are added under Bundles.")
        )
    if (parcel.project, parcel.consultation) != (
        fingerprint(work.facts.get("lead_key")),
        work.facts.get("consultation"),
    ):
        raise Refused(_("This care file belongs to another consultation. Nothing was changed."))
    check_not_lost(work, parcel.signer)
    if parcel.signer not in {trusted.key for trusted in work.facts.trusted()}:
        raise Refused(
            _(
                "This care file is signed by a laptop that is not known here. Nothing was changed. Ask whoever gave it "
                "to you where it was made."
            )
        )
    if not _only_in_confidence(parcel.revisions):
        raise Refused(
            _("This care file holds more than a care file may. Nothing was changed. Ask for a new one.")
        )


def _only_in_confidence(revisions: Sequence[Revision]) -> bool:
    """Whether all of it is about care, or is set aside by a mark in the same file."""
    marks = [_said(one) for one in revisions if one.kind == SetAside.__name__]
    named = {str(mark.get("record", "")) for mark in marks} - {""}
    for one in revisions:
        ends = {str(_said(one).get(field, "")) for field in HANGS_ON.get(one.kind, ())}
        own = one.kind in _CARED or one.kind == SetAside.__name__
        # An emptied link says no longer what it hangs on; it brings no words either.
        if not (own or one.record in named or ends & named or (one.empty and one.kind in HANGS_ON)):
            return False
    return True


def _said(revision: Revision) -> Mapping[str, object]:
    return read_plain(revision.body) if revision.body else {}


def _receive(work: UnitOfWork, parcel: Parcel) -> CareBrought:
    """Take it in within the given unit of work."""
    _check(work, parcel)
    foreseen = places_to_erase(work, parcel.erasures)
    received = work.receive(list(parcel.revisions), list(parcel.erasures))
    obeyed = {marker.id for marker in work.log.erasures()}
    people = {code for one in parcel.revisions for code in one.subjects}
    return CareBrought(
        for_whom=parcel.care.for_whom if parcel.care else "",
        sender=device_name(work, parcel.device),
        made=local_time(parcel.made),
        counts=_counts(parcel.revisions),
        aside=lines_of([one for one in parcel.revisions if one.kind == Line.__name__]),
        updated=len(received.touched),
        conflicts=len(received.conflicts),
        unknown=sum(work.records.find(Person, RecordId(code)) is None for code in people),
        erased=sum(len(places) for marker, places in foreseen.items() if marker in obeyed),
    )


def _counts(revisions: Sequence[Revision]) -> dict[str, int]:
    """Records by kind that are in the file."""
    records = {(one.kind, one.record) for one in revisions if one.kind in _CARED}
    return dict(sorted(Counter(kind for kind, _record in records).items()))
