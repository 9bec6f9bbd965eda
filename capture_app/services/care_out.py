"""The care file: what is in confidence, sealed to one named person, apart from every bundle (DESIGN 5; C6 to C8).

An ordinary one carries needs, group wishes, care, involvement, contact and payments, with all that was ever written of
them. Lines that are set aside go along only where somebody says so; at the other end they are set aside again. Reports
of contributors and interviews go in a file of their own, for the evaluator, with nothing besides (I3, I4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id
from capture_app.domain.records import KINDS, SetAside
from capture_app.exchange.care import Care
from capture_app.exchange.container import check_number
from capture_app.exchange.files import CARE_SUFFIX
from capture_app.exchange.locks import Lock, Seal
from capture_app.exchange.manifest import fingerprint
from capture_app.exchange.parcel import Parcel, ranges_of
from capture_app.exchange.writer import write
from capture_app.sealing import Signer
from capture_app.services import slices
from capture_app.services.capturing import keep_all
from capture_app.services.care_check import CARED, FOR_CARE, FOR_EVALUATOR
from capture_app.services.practice import check_may_leave, is_practice, keeps_all_here
from capture_app.store.facts import Transfer
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["CareGoes", "CareReceipt", "Seal", "preview_care", "write_care_file", "write_for_evaluator"]


@dataclass(frozen=True, slots=True)
class CareGoes:
    """What would go: records by kind, those that were taken away left out. aside: lines set aside that may go along.

    for_evaluator: what would go in a file for the evaluator instead. refused: why nothing can go at all.
    """

    counts: Mapping[str, int]
    for_evaluator: Mapping[str, int]
    aside: int
    file_name: str
    refused: str = ""


@dataclass(frozen=True, slots=True)
class CareReceipt:
    """What was written: for whom, where, how large in bytes, records by kind, and lines that went along or stayed.

    stays: records in confidence that this file leaves out, by kind.
    """

    for_whom: str
    path: Path
    size: int
    check_number: str
    counts: Mapping[str, int]
    stays: Mapping[str, int]
    aside: int
    aside_stays: int


def preview_care(workspace: Workspace) -> CareGoes:
    """What a care file of this workspace would hold. Drafts are kept first, so that nothing typed is missed."""
    keep_all(workspace)
    with workspace.unit_of_work() as work:
        day, name = datetime.now().astimezone().date().isoformat(), _("in-confidence")
        return CareGoes(
            counts=_standing(work, FOR_CARE),
            for_evaluator=_standing(work, FOR_EVALUATOR),
            aside=slices.lines_aside(work),
            file_name=f"{name}-{day}{CARE_SUFFIX}",
            refused=keeps_all_here() if is_practice(work) else "",
        )


def write_care_file(
    workspace: Workspace, path: Path, for_whom: str, seal: Seal, *, with_aside: bool = False
) -> CareReceipt:
    """Write an ordinary care file for one person; this laptop keeps everything.

    Raises NotPossible in a practice workspace, where nobody is named, the seal is none, or there is nothing to
    carry; StorageTrouble if it cannot be written.
    """
    if seal.lock is Lock.PLAIN:
        raise NotPossible(
            _("A care file is always sealed. Choose a passphrase or a key. Nothing was written.")
        )
    return _write(workspace, path, for_whom, seal, FOR_CARE, with_aside=with_aside)


def write_for_evaluator(workspace: Workspace, path: Path, for_whom: str, seal: Seal) -> CareReceipt:
    """Write what contributors reported, and the interviews, for the evaluator: nothing else goes along (I3, I4).

    Raises as `write_care_file` does, and NotPossible where it is not sealed to a key.
    """
    if seal.lock is not Lock.KEY:
        raise NotPossible(
            _("Reports and interviews are sealed to the evaluator’s key alone. Nothing was written.")
        )
    return _write(workspace, path, for_whom, seal, FOR_EVALUATOR, with_aside=False)


def _write(
    workspace: Workspace, path: Path, for_whom: str, seal: Seal, kinds: frozenset[str], *, with_aside: bool
) -> CareReceipt:
    if not for_whom.strip():
        raise NotPossible(_("Say for whom the file is. Nothing was written."))
    keep_all(workspace)
    with workspace.unit_of_work() as work:
        check_may_leave(work)
        parcel = _parcel(work, for_whom.strip(), kinds, with_aside=with_aside)
        written = write(path, parcel, Signer(work.facts.get("signing_seed")), seal)
        told = {"what": parcel.what.value, "file": path.name, "ranges": ranges_of(parcel.revisions)}
        work.facts.note(Transfer(parcel.id, "care-out", parcel.device, parcel.made, written.sha256, told))
        counts, stays, aside = (
            _standing(work, kinds),
            _standing(work, CARED - kinds),
            slices.lines_aside(work),
        )
        work.commit()
    return CareReceipt(
        for_whom=for_whom.strip(),
        path=written.path,
        size=written.size,
        check_number=check_number(written.sha256),
        counts=counts,
        stays=stays,
        aside=aside if with_aside else 0,
        aside_stays=0 if with_aside else aside,
    )


def _standing(work: UnitOfWork, kinds: frozenset[str]) -> dict[str, int]:
    """How many records of each of these kinds there are, those that were taken away left out."""
    return {kind: count for kind in sorted(kinds) if (count := work.records.count(KINDS[kind]))}


def _parcel(work: UnitOfWork, for_whom: str, kinds: frozenset[str], *, with_aside: bool) -> Parcel:
    part = slices.whole(work)
    revisions = [one for one in part.stays if one.kind in kinds]
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
