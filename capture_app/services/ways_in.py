"""The ways in to what a workspace holds: its passphrase, and the lead's key to which others may seal a file."""

from capture_app.sealing import Passphrase, WayIn
from capture_app.store import passphrase as kept
from capture_app.store.workspace import Workspace
from capture_app.words import n_

__all__ = ["change_passphrase", "left_words", "own_key"]


def change_passphrase(workspace: Workspace, way_in: WayIn, passphrase: Passphrase) -> int:
    """Let another passphrase open this workspace and its backups; gives how many backups still want the old one.

    `way_in` is the passphrase so far, or the recovery key. Raises WrongKey if it is neither, NotPossible where there
    is no passphrase to change, StorageTrouble if nothing could be written.
    """
    return kept.change_passphrase(workspace, way_in, passphrase)


def left_words(left: int) -> str:
    """That so many backups still want the old passphrase."""
    return n_(
        "{count} backup could not be changed and still opens with the old passphrase.",
        "{count} backups could not be changed and still open with the old passphrase.",
        left,
    )


def own_key(workspace: Workspace) -> str:
    """The key "age1…" to which somebody seals what only the lead of this workspace may open; empty for laptops."""
    with workspace.unit_of_work() as work:
        secret = work.facts.get("lead_identity")
        return work.facts.get("lead_recipient") if secret else ""
