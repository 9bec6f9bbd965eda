"""Tells session packs and care files from a bundle where bundles are merged: nothing in them comes in there."""

import hashlib
from pathlib import Path

from capture_app.domain.errors import Refused
from capture_app.exchange.files import read_whole
from capture_app.exchange.parcel import Parcel, What
from capture_app.services.workspaces import device_name
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _

__all__ = ["check_is_bundle", "check_not_made_here", "is_care"]


def check_not_made_here(work: UnitOfWork, path: Path) -> None:
    """Whether the file is letter for letter a pack made here, so that nobody is asked for its passphrase first.

    Raises Refused if it is.
    """
    packs = {one.sha256: one for one in work.facts.transfers("out") if one.facts.get("what") == What.PACK}
    if packs:
        found = packs.get(hashlib.sha256(read_whole(path)).hexdigest())
        if found is not None:
            raise _is_pack(device_name(work, found.facts.get("laptop", "")))


def check_is_bundle(parcel: Parcel) -> None:
    """Raises Refused if what was opened is a session pack or a care file."""
    if parcel.care is not None:
        raise is_care()
    if parcel.pack is not None:
        raise _is_pack(parcel.pack.label)


def is_care() -> Refused:
    """What is said of a care file where a bundle or pack is wanted."""
    return Refused(
        _(
            "This is a care file, not a bundle or a session pack. Nothing was changed. Whoever it is for opens it "
            "under In confidence, which a project lead finds on the People page."
        )
    )


def _is_pack(laptop: str) -> Refused:
    return Refused(
        _(
            "This is a session pack made here for {laptop}, not a bundle from a laptop: there is nothing in it to "
            "merge. Nothing was changed. Ask for the file that “Hand over” writes on that laptop; “back” and a day "
            "stand in its name."
        ).format(laptop=laptop)
    )
