"""Briefings on a topic: for which session each is, and how long before it was sent (I8)."""

from collections.abc import Mapping

from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaPart, Dispatch, Session
from capture_app.reports.engagement_words import is_sent, sent_words
from capture_app.services.naming import called
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

__all__ = ["briefing_facts", "not_sent"]


def briefing_facts(workspace: Workspace) -> Mapping[RecordId, str]:
    """Of each briefing its session, what it is about, and how many days before it was sent."""
    with workspace.unit_of_work() as work:
        sessions = {one.id: one for one in work.records.all(Session)}
        parts = {one.id: one.title for one in work.records.all(AgendaPart)}
        briefings = work.records.all(Dispatch, briefing=True)
    return {one.id: _facts(one, sessions.get(one.session), parts.get(one.part, "")) for one in briefings}


def not_sent(work: UnitOfWork, session: RecordId) -> list[str]:
    """What the briefings for a session are called that nobody has sent yet."""
    return [
        called(one) for one in work.records.all(Dispatch, briefing=True, session=session) if not is_sent(one)
    ]


def _facts(briefing: Dispatch, session: Session | None, part: str) -> str:
    about = briefing.topic or part
    return " · ".join(filter(None, (session.label if session else "", about, sent_words(briefing, session))))
