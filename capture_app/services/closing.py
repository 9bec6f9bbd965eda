"""Closing a session on a laptop: what is undecided, why it is closed all the same, and opening it again (delight 12).

Each laptop closes for itself, in a record of its own, so that no two closings are ever in conflict.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import link_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import CareLeftOpen, Line, Session, SessionClosing, TeamDebrief
from capture_app.domain.vocabulary_care import LeftOpen
from capture_app.services.done import Done
from capture_app.services.undecided import Undecided, days_until, is_due, undecided
from capture_app.services.workspaces import device_name, local_time
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["Closed", "Closing", "close_session", "open_again", "read_closing"]


@dataclass(frozen=True, slots=True)
class Closed:
    """That a session was closed on a laptop: what the laptop is called, when in local time, and why if that was asked.

    `at` is None where the time that was kept is none.
    """

    laptop: str
    at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Closing:
    """How far the end of a session is on this laptop.

    own: that it is closed here. elsewhere: the other laptops on which it was closed, as far as that came back.
    due: it is tomorrow, today or past, or has no date and somebody wrote in it. debriefed: somebody wrote a debrief
    here. handed_over: when, if ever; changed_since: whether something was written after that.
    """

    session: Session
    undecided: tuple[Undecided, ...]
    own: Closed | None
    elsewhere: tuple[Closed, ...]
    due: bool
    debriefed: bool
    handed_over: datetime | None
    changed_since: bool

    @property
    def asks_why(self) -> bool:
        """Whether something apart from care is undecided, so that closing takes a reason."""
        return any(not one.care for one in self.undecided)

    @property
    def asks_why_of_care(self) -> bool:
        """Whether something about people's care is."""
        return any(one.care for one in self.undecided)


def read_closing(workspace: Workspace, session: RecordId, at: datetime) -> Closing:
    """What stands at the end of a session at this time. Raises NotPossible if the session is not here."""
    with workspace.unit_of_work() as work:
        found, device = work.records.get(Session, session), work.author.device
        closed = [one for one in work.records.all(SessionClosing, session=session) if one.closed_at]
        sent = [one.stamp for one in work.facts.transfers("out") if one.facts.get("what") == "bundle"]
        return Closing(
            session=found,
            undecided=undecided(work, session, at.date()),
            own=next((_closed(work, one) for one in closed if one.device == device), None),
            elsewhere=tuple(_closed(work, one) for one in closed if one.device != device),
            due=is_due(found, at.date())
            or (days_until(found, at.date()) is None and bool(work.records.count(Line, session=session))),
            debriefed=bool(work.records.all(TeamDebrief, session=session, device=device)),
            handed_over=local_time(sent[-1]) if sent else None,
            changed_since=bool(sent) and work.log.newest_by(device) > sent[-1],
        )


def close_session(
    workspace: Workspace, session: RecordId, at: datetime, reason: str = "", why: LeftOpen | None = None
) -> Done[None]:
    """Close a session on this laptop. `why` is the reason for what is undecided about care; it stays here.

    Raises NotPossible if something is undecided and its reason is missing.
    """
    with workspace.unit_of_work() as work:
        still = undecided(work, work.records.get(Session, session).id, at.date())
        if any(not one.care for one in still) and not reason.strip():
            raise NotPossible(
                _("Something is undecided. Say in a sentence why you close the session all the same.")
            )
        if any(one.care for one in still) and why is None:
            raise NotPossible(_("Something about people’s care is undecided. Choose why it is left open."))
        closed_at = f"{at:%Y-%m-%dT%H:%M}"
        work.records.save(replace(_own(work, session), closed_at=closed_at, reason=reason.strip()))
        _leave_open(work, session, why)
        return Done(None, work.commit())


def open_again(workspace: Workspace, session: RecordId) -> Done[None]:
    """Open a session again that was closed on this laptop. Raises NotPossible if it was not."""
    with workspace.unit_of_work() as work:
        own = _own(work, session)
        if not own.closed_at:
            raise NotPossible(_("This session is not closed on this laptop. Nothing was changed."))
        work.records.save(replace(own, closed_at="", reason=""))
        _leave_open(work, session, None)
        return Done(None, work.commit())


def _own(work: UnitOfWork, session: RecordId) -> SessionClosing:
    device = work.author.device
    made = link_id("SessionClosing", session, device)
    return work.records.find(SessionClosing, made) or SessionClosing(id=made, session=session, device=device)


def _leave_open(work: UnitOfWork, session: RecordId, why: LeftOpen | None) -> None:
    device = work.author.device
    made = link_id("CareLeftOpen", session, device)
    known = work.records.find(CareLeftOpen, made)
    if known is not None or why is not None:
        left = known or CareLeftOpen(id=made, session=session, device=device)
        work.records.save(replace(left, why=why))


def _closed(work: UnitOfWork, closing: SessionClosing) -> Closed:
    return Closed(device_name(work, closing.device), _moment(closing.closed_at), closing.reason)


def _moment(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:  # out of a file
        return None
