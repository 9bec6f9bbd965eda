"""What is here of a session, what is missing, and what was never expected of it (E5)."""

from capture_app.domain.expecting import Gathering, gathered
from capture_app.domain.gathered import Gathered
from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    Box,
    Expectation,
    Line,
    Minutes,
    Observation,
    Session,
    Sheet,
    TeamDebrief,
)
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["completeness", "is_expected"]


def completeness(work: UnitOfWork, session: Session) -> tuple[Gathering, ...]:
    """Everything there is to expect of a session, with how many of it are here."""
    here = session.id
    notes = [one for one in work.records.all(Observation, session=here) if one.given]
    counts = {
        Gathered.WORKSHEET: len(_written_on(work, here)),
        Gathered.MINUTES: _streams(work, here),
        Gathered.QUESTIONNAIRE: len(work.records.all(Box, session=here)),
        Gathered.DEBRIEF: len(work.records.all(TeamDebrief, session=here)),
        Gathered.OBSERVATION: len(notes),
    }
    return gathered(session, work.records.all(Expectation), counts)


def is_expected(work: UnitOfWork, session: RecordId, what: Gathered) -> bool:
    """Whether something may be asked after: it is expected of the session, or nobody said of which it is."""
    found = work.records.find(Session, session)
    every = completeness(work, found) if found else ()
    return all(one.expected is not False for one in every if one.what is what)


def _written_on(work: UnitOfWork, session: RecordId) -> set[RecordId]:
    """Worksheets that somebody wrote on: an empty one came with the pack and says nothing."""
    sheets = work.records.all(Sheet, session=session)
    lines = {one.sheet for one in work.records.all(Line, session=session)}
    return {sheet.id for sheet in sheets if sheet.id in lines or sheet.answers}


def _streams(work: UnitOfWork, session: RecordId) -> int:
    """Streams of minutes with a line in them: one begins as soon as somebody looks at the page."""
    taken = {one.id for one in work.records.all(Minutes, session=session) if one.agreement is None}
    return len(taken & {one.minutes for one in work.records.all(Line, session=session)})
