"""A new laptop in the place of one that was lost."""

from dataclasses import dataclass
from pathlib import Path

from capture_app.domain.errors import NotPossible
from capture_app.domain.record import RecordId
from capture_app.domain.records import Device
from capture_app.domain.vocabulary import Role
from capture_app.exchange.writer import Written
from capture_app.sealing import Passphrase
from capture_app.services.packing import ForWhom, make_pack
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["Replacement", "make_in_place"]


@dataclass(frozen=True, slots=True)
class Replacement:
    """Which laptop was lost, and what the one in its place is called and who holds it."""

    lost: RecordId
    label: str
    holder: str


def make_in_place(
    workspace: Workspace, new: Replacement, path: Path, passphrase: Passphrase | None
) -> Written:
    """Write a session pack with a key of its own, for the same role, session and group as the lost laptop's.

    Bundles of the lost one are refused from now on. Raises as `make_pack` does; then nothing is changed.
    """
    with workspace.unit_of_work() as work:
        device = work.records.find(Device, new.lost)
        roles = [Role(one.role) for one in work.facts.trusted() if one.device == new.lost]
        roles += [Role(one.role) for one in work.facts.lost() if one.device == new.lost]
    if device is None or not roles:
        raise NotPossible(_("No pack was made here for that laptop, so none can take its place."))
    whom = ForWhom(new.label, new.holder, roles[0], device.session, device.group)
    return make_pack(workspace, whom, path, passphrase, instead_of=new.lost)
