"""What is here of a session, what is missing, and what was never expected of it (E5)."""

from capture_app.domain.expecting import Gathering, expected, gathered
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
    """Everything there is to expect of a session, with how many of it are here.

    A worksheet counts once somebody wrote on it, and a stream of minutes with its first line: both are begun before.
    """
    here = session.id
    lines = work.records.tally(Line, ("sheet", "minutes"), session=here)
    sheets, streams = {sheet for sheet, _minutes in lines}, {minutes for _sheet, minutes in lines}
    counts = {
        Gathered.WORKSHEET: sum(
            one.id in sheets or bool(one.answers)
            for one in work.records.all(Sheet, session=here, response="")
        ),
        Gathered.MINUTES: sum(
            one.id in streams and one.agreement is None for one in work.records.all(Minutes, session=here)
        ),
        Gathered.QUESTIONNAIRE: work.records.count(Box, session=here),
        Gathered.DEBRIEF: work.records.count(TeamDebrief, session=here),
        Gathered.OBSERVATION: work.records.count(Observation, session=here, given=True),
    }
    return gathered(session, work.records.all(Expectation), counts)


def is_expected(work: UnitOfWork, session: RecordId, what: Gathered) -> bool:
    """Whether something may be asked after: it is expected of the session, or nobody said of which it is."""
    found = work.records.find(Session, session)
    return found is None or expected(what, found, work.records.all(Expectation)) is not False
