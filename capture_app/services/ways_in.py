"""The ways in to what a workspace holds: its passphrase, and the key of one's own to which others seal a file."""

from capture_app.domain.vocabulary import Role
from capture_app.sealing import Identity, Passphrase, WayIn
from capture_app.services.passphrases import check_passphrase
from capture_app.store import passphrase as kept
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import n_

__all__ = ["change_passphrase", "identity_in", "left_words", "own_key"]


def change_passphrase(workspace: Workspace, way_in: WayIn, passphrase: Passphrase) -> int:
    """Let another passphrase open this workspace and its backups; gives how many backups still want the old one.

    `way_in` is the passphrase so far, or the recovery key. Raises WrongKey if it is neither, NotPossible where there
    is no passphrase to change or the new one is too short, StorageTrouble if nothing could be written.
    """
    check_passphrase(passphrase)
    return kept.change_passphrase(workspace, way_in, passphrase)


def left_words(left: int) -> str:
    """That so many backups still want the old passphrase."""
    return n_(
        "{count} backup could not be changed and still opens with the old passphrase.",
        "{count} backups could not be changed and still open with the old passphrase.",
        left,
    )


def own_key(workspace: Workspace) -> str:
    """The key "age1…" to which somebody seals what only the lead, or only this observer, may open; empty for others.

    An observer's is made when it is first asked for, and stays in the workspace wherever that is taken (I3).
    """
    with workspace.unit_of_work() as work:
        own = identity_in(work)
        if own is None and work.author.role == Role.OBSERVER.value:
            own = Identity.generate()
            work.facts.put("own_identity", own.secret)
            work.commit()
    return own.recipient if own else ""


def identity_in(work: UnitOfWork) -> Identity | None:
    """The other half of that key; None where there is none, or none yet."""
    secret = work.facts.get("lead_identity") or work.facts.get("own_identity")
    return Identity(secret) if secret else None
