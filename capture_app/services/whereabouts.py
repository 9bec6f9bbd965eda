"""Where a record stands, in words for people and in ids for going there; one look at many records of one list."""

from dataclasses import dataclass
from typing import TypeVar

from capture_app.domain.ballots import ballot_of
from capture_app.domain.ids import link_id
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    KINDS,
    AgendaPart,
    Form,
    Group,
    Line,
    Minutes,
    Session,
    Sheet,
    Statement,
)
from capture_app.services.places import item_numbers
from capture_app.services.wording import about_words
from capture_app.services.written import group_of, questions_of
from capture_app.store.search import BALLOT
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["BALLOT", "Spot", "Whereabouts", "find_spot", "spot_of"]

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where to go in order to see a record: what does not apply is empty.

    own_minutes: it stands in the minutes this laptop takes.
    """

    session: RecordId = ""
    sheet: RecordId = ""
    item: str = ""
    parked: bool = False
    own_minutes: bool = False
    part: RecordId = ""


def spot_of(workspace: Workspace, kind: str, record: RecordId) -> Spot:
    """Where a record stands; an empty spot if it is not here, or stands nowhere."""
    with workspace.unit_of_work() as work:
        return find_spot(work, kind, record)


def find_spot(work: UnitOfWork, kind: str, record: RecordId) -> Spot:
    """The same within a unit of work."""
    if kind == BALLOT:
        found = work.projection.ballot(ballot_of(record))
        return Spot(session=found["session"]) if found else Spot()
    shown = work.records.find(KINDS[kind], record)
    if isinstance(shown, Line):
        own = shown.minutes == link_id("Minutes", shown.session, work.author.device)
        return Spot(shown.session, shown.sheet, shown.item, shown.parked, own, shown.part)
    return Spot(session=str(getattr(shown, "session", "")))


class Whereabouts:
    """Says where records stand. What was looked up once is kept, since the hits of a search stand close together."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._known: dict[RecordId, Record | None] = {}

    def of(self, record: Record) -> str:
        """ "Sectoral 5 · Group 2 · question 3"; empty for what belongs to no session.

        Of a point or an option also what it is about, where its own words do not say that (D2, D5).
        """
        if isinstance(record, Line):
            return _joined(self.session(record.session), *self._line(record))
        if isinstance(record, Statement):
            return _joined(self.session(record.session), _("Synthesis"))
        session = str(getattr(record, "session", "") or "")
        return self.session(session) if session else ""

    def of_ballot(self, session: RecordId, form: RecordId) -> str:
        """ "Sectoral 5 · Closing questions"."""
        found = self._find(Form, form)
        return _joined(self.session(session), found.title if found else _("Questionnaire"))

    def session(self, session: RecordId) -> str:
        """What a session is called."""
        found = self._find(Session, session)
        return found.label if found else ""

    def _line(self, line: Line) -> tuple[str, ...]:
        if line.minutes:
            part, minutes = self._find(AgendaPart, line.part), self._find(Minutes, line.minutes)
            taker = _("Minutes by {taker}").format(taker=minutes.taker) if minutes and minutes.taker else ""
            if minutes and minutes.agreement is not None:
                taker = _("Agreed minutes")
            return (taker or _("Minutes"), part.title if part else "", line.said_at[-5:])
        sheet = self._find(Sheet, line.sheet)
        group, form = self._group_and_form(sheet) if sheet else (None, None)
        number = item_numbers(form).get(line.item, 0)
        asked = _("question {number}").format(number=number) if number else ""
        about = about_words(form.items.get(line.item) if form else None, line)
        return (group.label if group else "", _("parking lot") if line.parked else asked, about)

    def _group_and_form(self, sheet: Sheet) -> tuple[Group | None, Form | None]:
        if sheet.response:
            return group_of(self._work, sheet), questions_of(self._work, sheet) if sheet.form else None
        return self._find(Group, sheet.group), self._find(Form, sheet.form)

    def _find(self, kind: type[R], record: RecordId) -> R | None:
        if record not in self._known:
            self._known[record] = self._work.records.find(kind, record) if record else None
        found = self._known[record]
        return found if isinstance(found, kind) else None


def _joined(*words: str) -> str:
    return " · ".join(word for word in words if word)
