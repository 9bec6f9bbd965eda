"""The reply to a bundle: a fresh pack that brings a laptop up to date which has its workspace already.

The lead makes it for an existing laptop: same device, same role, and no signing key, since the laptop keeps its
own. On the laptop it is merged into the workspace that is there, as a bundle is at the lead's.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from capture_app.domain.changes import Changes
from capture_app.domain.errors import NotPossible, Refused
from capture_app.domain.record import RecordId
from capture_app.domain.records import Device
from capture_app.domain.vocabulary import Role
from capture_app.exchange.pack import Pack
from capture_app.exchange.parcel import Parcel
from capture_app.exchange.writer import Written
from capture_app.sealing import Passphrase
from capture_app.services.brought import places_to_erase
from capture_app.services.capturing import keep_all
from capture_app.services.differing import count_among
from capture_app.services.losing import is_lost
from capture_app.services.packing import ForWhom, pack_of, planned_here, write_pack
from capture_app.services.practice import is_practice
from capture_app.services.receiving import backed_up
from capture_app.services.slices import that_may_come
from capture_app.services.workspaces import device_name
from capture_app.store.facts import Transfer
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _, n_

__all__ = ["Brought", "FreshPack", "Taken", "brought_words", "foresee", "make_reply", "take_in"]

FreshPack = Parcel
"""A pack that was read and is for a laptop which has its workspace already."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a fresh pack does to the workspace of its laptop, counted in records.

    updated: new or changed here, without those erased. erased: lost their words. conflicts: fields in which
    two versions stand now and did not before.
    """

    laptop: str
    updated: int
    erased: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A fresh pack that was taken in, and the backup made before it; after erasures, the one made since."""

    brought: Brought
    backup: Path
    changes: Changes


def make_reply(workspace: Workspace, laptop: RecordId, path: Path, passphrase: Passphrase | None) -> Written:
    """Write a fresh pack for a laptop that a pack was made for here. Without a passphrase anybody can open it.

    Raises NotPossible if this is not a lead's workspace, it is for practice, the laptop is unknown or it was
    lost; then nothing is written.
    """
    with workspace.unit_of_work() as work:
        planned = planned_here(work)
        device = _device(work, laptop)
        whom = ForWhom(device.label, device.holder, _role(work, laptop), device.session, device.group)
        written = write_pack(work, whom, laptop, "", planned, path, passphrase)
        work.commit()
    return written


def foresee(workspace: Workspace, parcel: FreshPack) -> Brought:
    """What taking in a fresh pack would change. Nothing is changed: it is done, looked at and undone.

    Raises Refused if it is not for this workspace.
    """
    keep_all(workspace)
    with workspace.unit_of_work() as work:
        return _receive(work, parcel)


def take_in(workspace: Workspace, parcel: FreshPack) -> Taken:
    """Back up, then merge a fresh pack into this laptop's workspace, in one change.

    Drafts are kept first, and questionnaires that are open are not touched. Raises Refused if the pack is not
    for this workspace; then nothing is changed.
    """
    with workspace.unit_of_work() as work:
        _check(work, parcel)
    keep_all(workspace)
    done = backed_up(workspace, partial(_receive_and_note, parcel=parcel))
    return Taken(done.told, done.backup, done.changes)


def brought_words(brought: Brought) -> str:
    """What came, in a sentence or two."""
    if not (brought.updated or brought.erased):
        return _("This laptop knows all of it already.")
    told = n_("{count} record brought up to date", "{count} records brought up to date", brought.updated)
    if brought.erased:
        told = _("{updated}, {erased} erased").format(updated=told, erased=f"{brought.erased:,}")
    if not brought.conflicts:
        return f"{told}."
    waits = n_(
        "{count} field holds two versions now; both are kept, and your project lead settles it.",
        "{count} fields hold two versions now; both are kept, and your project lead settles them.",
        brought.conflicts,
    )
    return f"{told}. {waits}"


def _device(work: UnitOfWork, laptop: RecordId) -> Device:
    if is_lost(work, laptop):
        raise NotPossible(
            _(
                "{laptop} is marked as lost. Make a pack for a new laptop in its place; nothing was made."
            ).format(laptop=device_name(work, laptop))
        )
    device = work.records.find(Device, laptop)
    if device is None or laptop not in {one.device for one in work.facts.trusted()}:
        raise NotPossible(_("No pack was made here for that laptop, so it cannot get a fresh one."))
    return device


def _role(work: UnitOfWork, laptop: RecordId) -> Role:
    """As the list of keys has it: anybody could have written another one into the record."""
    return next(Role(one.role) for one in work.facts.trusted() if one.device == laptop)


def _receive(work: UnitOfWork, parcel: Parcel) -> Brought:
    """Take it in within the given unit of work."""
    pack = _check(work, parcel)
    foreseen = places_to_erase(work, parcel.erasures)
    received = work.receive(that_may_come(parcel.revisions), list(parcel.erasures))
    obeyed = {marker.id for marker in work.log.erasures()}
    erased = sum(len(places) for marker, places in foreseen.items() if marker in obeyed)
    for name, value in (("session", pack.session), ("group", pack.group)):
        work.facts.put(name, value)
    return Brought(
        laptop=pack.label,
        updated=max(len(received.touched) - erased, 0),
        erased=erased,
        conflicts=count_among(work, received.conflicts),
    )


def _check(work: UnitOfWork, parcel: Parcel) -> Pack:
    """Whether this is a fresh pack for this very workspace, from its lead."""
    pack, own = pack_of(parcel), work.author.device
    if work.author.role == Role.LEAD.value:
        raise Refused(
            _("This is a pack for a laptop, and this is the project lead’s workspace. Nothing was changed.")
        )
    if pack.consultation != work.facts.get("consultation"):
        raise Refused(_("This pack belongs to another consultation. Nothing was changed."))
    if parcel.signer != work.facts.get("lead_key"):
        raise Refused(
            _("This pack is not signed by the project lead of this workspace. Nothing was changed.")
        )
    if pack.device != own and pack.session != work.facts.get("session"):
        raise Refused(
            _(
                "This pack is for {other} at another session than this workspace. Open the workspace of that "
                "session, or the pack by itself where there is none yet. Nothing was changed."
            ).format(other=pack.label)
        )
    if pack.device != own:
        raise Refused(
            _("This pack is for {other}, and this is the workspace of {own}. Nothing was changed.").format(
                other=pack.label, own=device_name(work, own)
            )
        )
    if not pack.fresh:
        raise Refused(
            _(
                "This is the pack from which this workspace was made. It brings nothing new. Nothing was changed."
            )
        )
    if parcel.practice and not is_practice(work):
        raise Refused(_("This pack was made for practice. Nothing was changed."))
    _check_nothing_is_left_open(work, pack)
    return pack


def _check_nothing_is_left_open(work: UnitOfWork, pack: Pack) -> None:
    """A laptop that goes to another session shows that one's questionnaires; none may stay open out of sight."""
    if any(box.session != pack.session for box in work.boxes.all()):
        raise Refused(
            _(
                "This pack takes the laptop to another session, and a questionnaire of this one is still open. "
                "Close the questionnaire first, then open the pack again. Nothing was changed."
            )
        )


def _receive_and_note(work: UnitOfWork, parcel: Parcel) -> Brought:
    brought = _receive(work, parcel)
    told = {"what": parcel.what.value, "fresh": True}
    work.facts.note(Transfer(parcel.id, "in", parcel.device, parcel.made, parcel.sha256, told))
    return brought
