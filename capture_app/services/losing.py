"""A laptop that was lost: its key is believed no longer, until it is found again."""

from capture_app.dates import day_words
from capture_app.domain.errors import NotPossible, Refused
from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import Role
from capture_app.services.workspaces import device_name, local_time
from capture_app.store.facts import TrustedKey
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["check_not_lost", "distrust", "is_lost", "mark_found", "mark_lost"]


def mark_lost(workspace: Workspace, laptop: RecordId) -> None:
    """Refuse bundles of this laptop from now on. What came from it stays.

    Raises NotPossible if no pack was made here for a laptop of this id, or it is lost already.
    """
    with workspace.unit_of_work() as work:
        distrust(work, laptop)
        work.commit()


def mark_found(workspace: Workspace, laptop: RecordId) -> None:
    """Take bundles of a laptop that was lost again. Raises NotPossible if it was not lost."""
    with workspace.unit_of_work() as work:
        gone = [one for one in work.facts.lost() if one.device == laptop]
        if not gone:
            raise NotPossible(
                _("{laptop} is not marked as lost. Nothing was changed.").format(
                    laptop=device_name(work, laptop)
                )
            )
        for one in gone:
            work.facts.trust(TrustedKey(one.key, one.role, one.device))
        work.commit()


def distrust(work: UnitOfWork, laptop: RecordId) -> None:
    """The same as `mark_lost` within a unit of work."""
    keys = [one for one in work.facts.trusted() if one.device == laptop and one.role != Role.LEAD.value]
    if not keys:
        raise NotPossible(
            _("No laptop with a pack made here is called {laptop}, or it is lost already.").format(
                laptop=device_name(work, laptop)
            )
        )
    for key in keys:
        work.facts.distrust(key, work.author.clock.next())


def is_lost(work: UnitOfWork, laptop: RecordId) -> bool:
    """Whether a laptop is marked as lost."""
    return any(one.device == laptop for one in work.facts.lost())


def check_not_lost(work: UnitOfWork, signer: str) -> None:
    """Raises Refused for what is signed with the key of a lost laptop."""
    for one in work.facts.lost():
        if one.key == signer:
            when = local_time(one.stamp)
            raise Refused(
                _(
                    "This bundle comes from {laptop}, which was marked as lost on {day}. Nothing was changed. If "
                    "you have it back, say so under Laptops and add the bundle again."
                ).format(laptop=device_name(work, one.device), day=day_words(when.date()))
            )
