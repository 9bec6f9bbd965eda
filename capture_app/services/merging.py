"""Merging bundles: first what they would change, then the change, then a receipt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from capture_app.domain.changes import Changes
from capture_app.domain.clock import FAR_AHEAD_MS
from capture_app.domain.errors import NotPossible, Refused, WrongKey
from capture_app.domain.record import Plain, RecordId
from capture_app.domain.records import KINDS, Device, Session
from capture_app.domain.totals import in_date_order
from capture_app.exchange.container import check_number
from capture_app.exchange.locks import Lock, needs_key
from capture_app.exchange.manifest import fingerprint
from capture_app.exchange.parcel import Parcel
from capture_app.exchange.reader import read
from capture_app.sealing import Identity, WayIn
from capture_app.services.brought import missing_of, numbers_of, places_to_erase, receipt_of
from capture_app.services.capturing import keep_all
from capture_app.services.conflicts import ConflictView, described, values_of
from capture_app.services.differing import count_among
from capture_app.services.losing import check_not_lost
from capture_app.services.practice import is_practice
from capture_app.services.receiving import backed_up
from capture_app.services.slices import that_may_come
from capture_app.services.told_apart import check_is_bundle, check_not_made_here
from capture_app.services.workspaces import device_name, local_time
from capture_app.services.workspaces_of_a_laptop import HandOver, apart_of, hand_over_of, transfer_of
from capture_app.store.facts import Transfer
from capture_app.store.merging import Received
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["BundleReport", "MergeReport", "Merged", "merge", "preview_merge"]

Progress = Callable[[int, int], None]
Decisions = Mapping[tuple[RecordId, str], Plain]
Ways = WayIn | Mapping[Path, WayIn] | None
"""One way into all files, or one for each file that needs its own."""


@dataclass(frozen=True, slots=True)
class BundleReport:
    """What one file brings.

    session: the label of the session its laptop was given a pack for. read_out: the three numbers of the
    laptop's own receipt (lines, minutes, questionnaires). locked: it opens with a passphrase that was not
    given, or is another one.
    new, known: changes that were not here and that were. conflicts: what it puts in conflict.
    missing: changes of that laptop which are neither in it nor here, and were not left out on purpose.
    waiting: records that refer to changes which have not arrived. erasures: orders to erase that it brings.
    emptied: changes it still brings whose words are erased. set_aside: different content under one id.
    clock_ahead: how many hours its clock ran ahead, where that is too far to be right.
    apart: what else that laptop handed over, from another workspace: neither holds the other.
    refused: why it was not taken in; then all counts are 0.
    """

    path: Path
    device: str = ""
    holder: str = ""
    session: str = ""
    made: datetime | None = None
    check_number: str = ""
    read_out: str = ""
    new: int = 0
    known: int = 0
    conflicts: int = 0
    missing: int = 0
    waiting: int = 0
    erasures: int = 0
    erasures_refused: int = 0
    emptied: int = 0
    set_aside: int = 0
    clock_ahead: int = 0
    apart: tuple[HandOver, ...] = ()
    refused: str = ""
    locked: bool = False

    @property
    def hand_overs(self) -> tuple[HandOver, ...]:
        """This bundle, then those that are apart from it."""
        own = (HandOver(self.made, self.read_out, self.check_number),) if self.made else ()
        return (*own, *self.apart)


@dataclass(frozen=True, slots=True)
class SessionTouched:
    """A session of which something came, by its label."""

    id: RecordId
    label: str


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge of several files does: each file's part, and the conflicts there are after all of them.

    touched: the sessions of which something came. erased: where the words stand that the files' erasures empty here.
    """

    bundles: tuple[BundleReport, ...]
    conflicts: tuple[ConflictView, ...]
    new: int
    touched: tuple[SessionTouched, ...]
    sessions: int
    erasures: int
    erased: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether a file was not taken in."""
        return any(bundle.refused for bundle in self.bundles)


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge that was done, and the backup made before it; after erasures, the one made since."""

    report: MergeReport
    backup: Path
    changes: Changes


def preview_merge(
    workspace: Workspace, paths: Sequence[Path], way_in: Ways = None, progress: Progress | None = None
) -> MergeReport:
    """What merging these files would change. Nothing is changed: it is done, looked at and undone."""
    keep_all(workspace)
    parcels = list(_opened(workspace, paths, way_in, progress))
    with workspace.unit_of_work() as work:
        return _receive(work, parcels)


def merge(
    workspace: Workspace,
    paths: Sequence[Path],
    way_in: Ways = None,
    decisions: Decisions | None = None,
    progress: Progress | None = None,
) -> Merged:
    """Back up, then merge all files that are in order, in one change; conflicts not decided wait.

    Files that are refused leave no trace; the report says why.
    """
    keep_all(workspace)
    parcels = list(_opened(workspace, paths, way_in, progress))
    done = backed_up(workspace, partial(_receive_and_note, parcels=parcels, decisions=decisions or {}))
    return Merged(done.told, done.backup, done.changes)


_Opened = tuple[Parcel | None, BundleReport]


def _opened(
    workspace: Workspace, paths: Sequence[Path], way_in: Ways, progress: Progress | None
) -> Iterable[_Opened]:
    """Each file with what it is, or why it is refused."""
    with workspace.unit_of_work() as work:
        own = Identity(work.facts.get("lead_identity")) if work.facts.get("lead_identity") else None
        for count, path in enumerate(paths):
            if progress:
                progress(count, len(paths))
            try:
                parcel = _open(work, path, _way_into(path, way_in), own)
                yield parcel, _introduced(work, path, parcel)
            except (Refused, NotPossible) as refusal:
                yield None, BundleReport(path, refused=refusal.sentence, locked=_is_locked(path, refusal))
        if progress:
            progress(len(paths), len(paths))


def _way_into(path: Path, ways: Ways) -> WayIn | None:
    return ways.get(path) if isinstance(ways, Mapping) else ways


def _is_locked(path: Path, refusal: Refused | NotPossible) -> bool:
    return isinstance(refusal, WrongKey) and needs_key(path) is Lock.PASSPHRASE


def _open(work: UnitOfWork, path: Path, way_in: WayIn | None, own: Identity | None) -> Parcel:
    lock = needs_key(path)
    if lock is Lock.PASSPHRASE:
        check_not_made_here(work, path)
    key = own if lock is Lock.KEY and own is not None else way_in
    try:
        parcel = read(path, key)
    except WrongKey:
        if key is not own:
            raise
        raise WrongKey(
            _(
                "This bundle is sealed to somebody else, or was damaged on its way. Nothing was changed. "
                "Ask whoever sent it which project it belongs to."
            )
        ) from None
    if parcel.project != fingerprint(work.facts.get("lead_key")):
        raise Refused(_("This bundle belongs to another consultation. Nothing was changed."))
    check_is_bundle(parcel)
    check_not_lost(work, parcel.signer)
    if parcel.practice and not is_practice(work):
        raise Refused(
            _("This bundle was made for practice, and nobody said what is in it. Nothing was changed.")
        )
    known = {trusted.key for trusted in work.facts.trusted()}
    if parcel.signer not in known:
        raise Refused(
            _(
                "This bundle is signed by a laptop that was given no session pack here. Nothing was changed. "
                "Ask whoever sent it which pack they opened."
            )
        )
    return parcel


def _introduced(work: UnitOfWork, path: Path, parcel: Parcel) -> BundleReport:
    ahead = work.author.clock.ahead_by(parcel.made)
    return BundleReport(
        path,
        device=parcel.device,
        made=local_time(parcel.made),
        check_number=check_number(parcel.sha256),
        clock_ahead=ahead // 3_600_000 if ahead > FAR_AHEAD_MS else 0,
    )


def _receive(work: UnitOfWork, parcels: Sequence[_Opened]) -> MergeReport:
    """Take in every file that is in order, within the given unit of work."""
    bundles, touched, erasures, erased = [], set[tuple[str, RecordId]](), 0, list[str]()
    came = [transfer_of(parcel) for parcel, _bundle in parcels if parcel is not None]
    came += work.facts.transfers("in")
    for parcel, bundle in parcels:
        if parcel is None:
            bundles.append(bundle)
            continue
        foreseen = places_to_erase(work, parcel.erasures)
        received = work.receive(that_may_come(parcel.revisions), list(parcel.erasures))
        touched |= received.touched
        erasures += received.erasures
        obeyed = {marker.id for marker in work.log.erasures()} if foreseen else set()
        erased += [place for marker, places in foreseen.items() if marker in obeyed for place in places]
        bundles.append(_counted(work, bundle, parcel, received, came))
    return MergeReport(
        bundles=tuple(bundles),
        conflicts=tuple(described(work)),
        new=len(touched),
        touched=_sessions_of(work, touched),
        sessions=work.records.count(Session),
        erasures=erasures,
        erased=tuple(erased),
    )


def _counted(
    work: UnitOfWork, bundle: BundleReport, parcel: Parcel, received: Received, came: Iterable[Transfer]
) -> BundleReport:
    sender = work.records.find(Device, parcel.device)
    session = work.records.find(Session, sender.session) if sender else None
    return replace(
        bundle,
        device=device_name(work, parcel.device),
        holder=sender.holder if sender else "",
        session=session.label if session else "",
        read_out=numbers_of(parcel),
        new=received.new,
        known=received.known,
        conflicts=count_among(work, received.conflicts),
        missing=missing_of(work, parcel),
        waiting=len(received.waiting),
        erasures=received.erasures,
        erasures_refused=received.refused,
        emptied=received.emptied,
        set_aside=received.set_aside,
        apart=tuple(map(hand_over_of, apart_of(parcel, came))),
    )


def _sessions_of(work: UnitOfWork, touched: Iterable[tuple[str, RecordId]]) -> tuple[SessionTouched, ...]:
    """The sessions whose own record changed, or that of something within them."""
    found = {record for kind, record in touched if kind == Session.__name__}
    for kind, record in touched:
        if kind in KINDS:
            shown = work.records.find(KINDS[kind], record)
            found.add(str(getattr(shown, "session", "")))
    held = in_date_order(one for one in work.records.all(Session) if one.id in found)
    return tuple(SessionTouched(one.id, one.label or _("a session without a name")) for one in held)


def _receive_and_note(work: UnitOfWork, parcels: Sequence[_Opened], decisions: Decisions) -> MergeReport:
    """Take them in, settle what was decided, and note that they came."""
    decided = _decide(work, _receive(work, parcels), decisions)
    for parcel, _bundle in parcels:
        if parcel is not None:
            _note(work, parcel)
    return decided


def _decide(work: UnitOfWork, report: MergeReport, decisions: Decisions) -> MergeReport:
    """Settle what was decided in the preview, where it is still in conflict."""
    waiting = {(one.record, one.field): one for one in report.conflicts}
    for place, value in decisions.items():
        values = values_of(waiting[place], value) if place in waiting else {}
        if values:
            work.records.settle(KINDS[waiting.pop(place).kind], place[0], values)
    return replace(report, conflicts=tuple(waiting.values()))


def _note(work: UnitOfWork, parcel: Parcel) -> None:
    receipt = receipt_of(parcel, work.author.clock.next())
    work.facts.note(Transfer(parcel.id, "in", parcel.device, parcel.made, parcel.sha256, receipt))
