"""Session packs: the lead makes one for each laptop; opening it makes the laptop ready to type."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from capture_app.domain.clock import system_milliseconds
from capture_app.domain.errors import CaptureError, NotPossible, Refused
from capture_app.domain.ids import new_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import Consultation, Device, Line, SetAside
from capture_app.domain.revision import Revision
from capture_app.domain.vocabulary import Role
from capture_app.exchange.locks import PLAIN, Seal, With
from capture_app.exchange.manifest import fingerprint
from capture_app.exchange.pack import Pack
from capture_app.exchange.parcel import KeptBack, Parcel, ranges_of
from capture_app.exchange.reader import read
from capture_app.exchange.writer import Written, write
from capture_app.sealing import Passphrase, Signer, WayIn
from capture_app.services import slices
from capture_app.services.card import check_card
from capture_app.services.laptop_names import check_free
from capture_app.services.losing import distrust, is_lost
from capture_app.services.passphrases import check_passphrase
from capture_app.services.practice import check_may_leave, note_practice
from capture_app.services.told_apart import is_care
from capture_app.store.facts import Transfer, TrustedKey
from capture_app.store.key_file import Ways, key_path
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace, create
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class ForWhom:
    """A laptop a pack is made for: what it is called, who holds it, what for, and where."""

    label: str
    holder: str
    role: Role
    session: RecordId
    group: RecordId = ""


def make_pack(
    workspace: Workspace,
    laptop: ForWhom,
    path: Path,
    passphrase: Passphrase | None,
    *,
    instead_of: RecordId = "",
) -> Written:
    """Write a session pack for a laptop and enrol it. Without a passphrase anybody can open the file.

    `instead_of` is a laptop that was lost: its key is believed no longer, if it still was.
    Raises NotPossible if this is not a lead's workspace, it is for practice, no consultation is planned, its
    data-protection card is not complete (practice 2.13) or another laptop is called so; then nothing is written.
    """
    with workspace.unit_of_work() as work:
        planned = planned_here(work)
        check_card(work)
        device, seed = _enrol(work, laptop)
        if instead_of and not is_lost(work, instead_of):
            distrust(work, instead_of)
        written = write_pack(work, laptop, device, seed, planned, path, passphrase)
        work.commit()
    return written


def make_packs(
    workspace: Workspace,
    laptops: Sequence[tuple[ForWhom, Path]],
    passphrase: Passphrase | None,
    step: Callable[[int, int], None],
) -> list[Written]:
    """The same for several laptops, each of which knows of all the others: who observes is told on every one (C2).

    `step` gets how many are written, and of how many. Raises as `make_pack` does, and then nothing is kept.
    """
    written: list[Written] = []
    with workspace.unit_of_work() as work:
        planned = planned_here(work)
        check_card(work)
        enrolled = [_enrol(work, laptop) for laptop, _path in laptops]
        try:
            for (laptop, path), (device, seed) in zip(laptops, enrolled, strict=True):
                step(len(written), len(laptops))
                written.append(write_pack(work, laptop, device, seed, planned, path, passphrase))
        except CaptureError:
            for one in written:
                one.path.unlink(missing_ok=True)
            raise
        work.commit()
    return written


def _enrol(work: UnitOfWork, laptop: ForWhom) -> tuple[RecordId, str]:
    """Note a laptop and believe its key; its id, and the seed of the key. Raises NotPossible if its name is taken."""
    check_free(work, laptop.label)
    signer = Signer.generate()
    device = Device(
        id=new_id(),
        label=laptop.label,
        holder=laptop.holder,
        role=laptop.role.value,
        signing_key=signer.verify_key,
        session=laptop.session,
        group=laptop.group,
    )
    work.records.save(device)
    work.facts.trust(TrustedKey(signer.verify_key, laptop.role.value, device.id))
    return device.id, signer.seed


def write_pack(
    work: UnitOfWork,
    laptop: ForWhom,
    device: str,
    seed: str,
    planned: Consultation,
    path: Path,
    passphrase: Passphrase | None,
) -> Written:
    """Write what the lead knows and this laptop needs, and note what went. No `seed` makes it a fresh pack."""
    seal: Seal = PLAIN if passphrase is None else With(passphrase)
    parcel = _pack_parcel(work, laptop, device, seed, planned)
    written = write(path, parcel, Signer(work.facts.get("signing_seed")), seal)
    receipt = {
        "what": parcel.what.value,
        "file": path.name,
        "laptop": device,
        "fresh": parcel.fresh,
        "ranges": ranges_of(parcel.revisions),
        "erasures": len(parcel.erasures),
    }
    work.facts.note(Transfer(parcel.id, "out", parcel.device, parcel.made, written.sha256, receipt))
    return written


def read_pack(pack: Path, way_in: WayIn | None) -> Parcel:
    """What a session pack holds. Raises Refused if it is none, or not signed by the lead it names."""
    parcel = read(pack, way_in)
    pack_of(parcel)
    return parcel


def open_pack(
    pack: Path,
    way_in: WayIn | None,
    workspace: Path,
    passphrase: Passphrase | None,
    *,
    practice: bool = False,
    now: Callable[[], int] = system_milliseconds,
) -> Workspace:
    """Make this laptop's workspace from a session pack, and open it; `practice` makes it one for practice.

    Raises as `move_in` does, and Refused if the file is no pack or is not signed by the lead it names.
    """
    return move_in(read_pack(pack, way_in), workspace, passphrase, practice=practice, now=now)


def move_in(
    parcel: Parcel,
    workspace: Path,
    passphrase: Passphrase | None,
    *,
    practice: bool = False,
    now: Callable[[], int] = system_milliseconds,
) -> Workspace:
    """The same with a pack that has been read.

    The lead's key and the recovery key open it too, so that a forgotten passphrase loses nothing.
    Raises Refused for a pack that only brings a laptop up to date, NotPossible if the place will not do or
    the passphrase is too short; then nothing is made.
    """
    check_passphrase(passphrase)
    made_for = pack_of(parcel)
    if parcel.fresh:
        raise Refused(
            _(
                "This pack brings {laptop} up to date, which has its workspace already. Open it together with "
                "that workspace. Nothing was made."
            ).format(laptop=made_for.label)
        )
    if workspace.exists():
        raise NotPossible(
            _(
                "{file} is already there, and may hold what was written on this laptop. Open that file to go on "
                "in it; a pack of another session needs a file of its own. Nothing was changed."
            ).format(file=workspace.name)
        )
    ways = Ways(passphrase, dict(zip(("lead", "recovery"), made_for.recipients, strict=False)))
    opened = create(workspace, ways, role=made_for.role.value, device=made_for.device, now=now)
    try:
        _move_in(opened, parcel, made_for, practice=practice or parcel.practice)
    except CaptureError:
        opened.close()
        workspace.unlink(missing_ok=True)
        key_path(workspace).unlink(missing_ok=True)
        raise
    return opened


def planned_here(work: UnitOfWork) -> Consultation:
    """The consultation packs are made for. Raises NotPossible where none can be made."""
    check_may_leave(work)
    planned = work.records.find(Consultation, work.facts.get("consultation"))
    if work.author.role != Role.LEAD.value or planned is None:
        raise NotPossible(
            _("Session packs are made in the project lead's workspace, once a consultation is planned there.")
        )
    return planned


def _pack_parcel(work: UnitOfWork, laptop: ForWhom, device: str, seed: str, planned: Consultation) -> Parcel:
    recipients = (work.facts.get("lead_recipient"), work.facts.get("recovery_recipient"))
    part = slices.for_laptop(work, laptop.session, laptop.role)
    return Parcel(
        id=new_id(),
        project=fingerprint(work.facts.get("lead_key")),
        consultation=planned.id,
        device=work.author.device,
        incarnation=work.author.incarnation,
        made=work.author.clock.next(),
        revisions=part.revisions,
        erasures=tuple(work.log.erasures()),
        kept_back=kept_back(part),
        pack=Pack(
            device=device,
            label=laptop.label,
            holder=laptop.holder,
            role=laptop.role,
            seed=seed,
            lead_key=work.facts.get("lead_key"),
            recipients=tuple(key for key in recipients if key),
            consultation=planned.id,
            session=laptop.session,
            group=laptop.group,
            threshold=planned.threshold,
        ),
    )


def kept_back(part: slices.Slice) -> tuple[KeptBack, ...]:
    """What a slice leaves out, named so that its absence is no loss."""
    elsewhere = KeptBack(
        what=_("records of other sessions"),
        reason=_("they are not needed for this one"),
        count=records_of(part.left_out),
        ranges=ranges_of(part.left_out),
    )
    care = [one for one in part.stays if one.kind != SetAside.__name__]
    return (
        *([elsewhere] if elsewhere.count else []),
        *kept_here(records_of(care), care),
        *kept_aside(lines_of(part.aside), [*part.aside, *(one for one in part.stays if one not in care)]),
        *kept_by_observer(records_of(part.held), part.held),
        *_kept_unnamed(part.unnamed),
    )


def _kept_unnamed(revisions: Sequence[Revision]) -> list[KeptBack]:
    what, reason = _("people and who was there"), _("they did not choose to be named to others")
    named = KeptBack(what=what, reason=reason, count=records_of(revisions), ranges=ranges_of(revisions))
    return [named] if revisions else []


def kept_here(records: int, revisions: Sequence[Revision] = ()) -> list[KeptBack]:
    """What never travels, told by how many records it is and, in what is written, by where it stood."""
    what, reason = (
        _("notes on care, contact, interviews and reports, needs, wishes and payments"),
        _("no bundle carries them"),
    )
    return [KeptBack(what=what, reason=reason, count=records, ranges=ranges_of(revisions))] if records else []


def kept_aside(lines: int, revisions: Sequence[Revision] = ()) -> list[KeptBack]:
    """Lines that are set aside, told in the same way; where all were brought back, only that they once were."""
    what = _("lines set aside as sensitive") if lines else _("notes on lines that were set aside once")
    reason = _("they stay on this laptop")
    named = KeptBack(what=what, reason=reason, count=lines, ranges=ranges_of(revisions))
    return [named] if lines or revisions else []


def kept_by_observer(notes: int, revisions: Sequence[Revision] = ()) -> list[KeptBack]:
    """Notes an observer has not given (E4)."""
    what, reason = _("an observer’s own notes"), _("whoever wrote them has not given them")
    return [KeptBack(what=what, reason=reason, count=notes, ranges=ranges_of(revisions))] if notes else []


def lines_of(revisions: Sequence[Revision]) -> int:
    """How many lines these are changes of."""
    return records_of([revision for revision in revisions if revision.kind == Line.__name__])


def records_of(revisions: Sequence[Revision]) -> int:
    """How many records these are changes of."""
    return len({revision.record for revision in revisions})


def pack_of(parcel: Parcel) -> Pack:
    """The pack in a parcel. Raises Refused if there is none, or it is not signed by the lead it names."""
    pack = parcel.pack
    if parcel.care is not None:
        raise is_care()
    if pack is None:
        raise Refused(
            _("This is a bundle from a laptop, not a session pack. Merge it in the project lead's workspace.")
        )
    if parcel.signer != pack.lead_key or parcel.project != fingerprint(pack.lead_key):
        raise Refused(
            _(
                "This session pack is not signed by the project lead it names. Nothing was made. Ask for a new one."
            )
        )
    return pack


def _move_in(workspace: Workspace, parcel: Parcel, pack: Pack, *, practice: bool) -> None:
    lead, *recovery = pack.recipients
    with workspace.unit_of_work() as work:
        if practice:
            note_practice(work)
        for name, value in (
            ("consultation", pack.consultation),
            ("session", pack.session),
            ("group", pack.group),
            ("signing_seed", pack.seed),
            ("lead_key", pack.lead_key),
            ("lead_recipient", lead),
            ("recovery_recipient", recovery[0] if recovery else ""),
        ):
            work.facts.put(name, value)
        work.facts.trust(TrustedKey(pack.lead_key, Role.LEAD.value, parcel.device))
        work.receive(slices.that_may_come(parcel.revisions), list(parcel.erasures))
        work.facts.note(
            Transfer(parcel.id, "in", parcel.device, parcel.made, parcel.sha256, {"what": "pack"})
        )
        work.commit()
