"""What is still undecided about a session: said the day before it, and again when it is closed (delight 12).

What concerns people's care is told as a number and never by name: the page it stands on may be seen by others.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from capture_app.domain.dates import dates_in
from capture_app.domain.gathered import Gathered
from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    AgendaPart,
    Attendance,
    Group,
    Need,
    PartRun,
    Payment,
    Session,
    SessionClosing,
    SessionRole,
    Sheet,
)
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import Role, SheetState
from capture_app.domain.vocabulary_care import NeedOutcome, PaymentState
from capture_app.services.answer_doubts import doubts_of_files
from capture_app.services.briefings import not_sent
from capture_app.services.care import care_undecided
from capture_app.services.completeness import completeness, is_expected
from capture_app.services.fixed_editions import is_begun
from capture_app.services.laptops import laptops_out
from capture_app.services.wording import gathered_word
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _, n_

__all__ = ["Undecided", "days_until", "is_due", "near_words", "undecided"]


@dataclass(frozen=True, slots=True)
class Undecided:
    """One thing that is not decided, in words. `care`: it concerns what people need, or are owed."""

    words: str
    care: bool = False


def undecided(work: UnitOfWork, session: RecordId, today: date) -> tuple[Undecided, ...]:
    """What is not decided about a session on this day, as far as this laptop can know.

    A lead's workspace has all of it; a laptop of the session has its own part, and nothing about care.
    """
    lead = work.author.role == Role.LEAD.value
    found = [
        _groups_without_sheet(work, session),
        *_open_sheets(work, session, all_of_them=lead),
        _open_boxes(work, session),
        *_parts(work, session),
        *map(Undecided, doubts_of_files(work, session)),
    ]
    if lead:
        found += [
            _not_here(work, session, today),
            _laptops_out(work, session),
            _briefings(work, session),
            _needs(work, session),
            _payments(work, session),
        ]
        found += [Undecided(words, care=True) for words in care_undecided(work, session)]
    return tuple(one for one in found if one is not None)


def is_due(session: Session, today: date) -> bool:
    """Whether a session is tomorrow, today or past; never where nobody knows the year."""
    days = days_until(session, today)
    return days is not None and days <= 1


def days_until(session: Session, today: date) -> int | None:
    """How many days it is to a session, below nought where it is past; None where nobody knows the year."""
    first = _first_day(session.date)
    return (first - today).days if first else None


def near_words(work: UnitOfWork, session: Session, today: date) -> str:
    """That something is undecided about a session today or tomorrow; empty for others, and once it is closed here."""
    days = days_until(session, today)
    if days not in (0, 1):
        return ""
    closed = work.records.all(SessionClosing, session=session.id, device=work.author.device)
    count = 0 if any(one.closed_at for one in closed) else len(undecided(work, session.id, today))
    if not count:
        return ""
    if days:
        return n_("tomorrow, {count} thing undecided", "tomorrow, {count} things undecided", count)
    return n_("today, {count} thing undecided", "today, {count} things undecided", count)


def _first_day(given: DateGiven) -> date | None:
    """The first day of a date, or of several; None where it has no year."""
    first = "".join(dates_in(given)[:1])
    try:
        return date.fromisoformat(f"{first}-01-01"[:10])
    except ValueError:
        return None


def _groups_without_sheet(work: UnitOfWork, session: RecordId) -> Undecided | None:
    if not is_expected(work, session, Gathered.WORKSHEET):
        return None
    held = {sheet.group for sheet in work.records.all(Sheet, session=session)}
    bare = [_called(one) for one in work.records.all(Group, session=session) if one.id not in held]
    words = n_("{count} group has no worksheet", "{count} groups have no worksheet", len(bare))
    return _named(words, bare)


def _not_here(work: UnitOfWork, session: RecordId, today: date) -> Undecided | None:
    """What is expected of this session and not here; what is not expected of it is not asked after (E5).

    Before the session nothing can be here yet.
    """
    found = work.records.find(Session, session)
    days = days_until(found, today) if found else None
    if found is None or (days is not None and days > 0):
        return None
    missing = [gathered_word(one.what) for one in completeness(work, found) if one.missing]
    words = n_(
        "{count} thing expected of this session is not here",
        "{count} things expected of this session are not here",
        len(missing),
    )
    return _named(words, missing)


def _open_sheets(work: UnitOfWork, session: RecordId, *, all_of_them: bool) -> Iterable[Undecided | None]:
    """A laptop answers for those somebody wrote on there: others are open on it because it has never seen them.

    One that was opened again was closed before, so that of it only what came since is told.
    """
    groups = {one.id: _called(one) for one in work.records.all(Group, session=session)}
    places = {group: place for place, group in enumerate(groups)}
    found = [
        sheet
        for sheet in work.records.all(Sheet, session=session, response="")
        if sheet.state is SheetState.OPEN and (all_of_them or is_begun(work, sheet))
    ]
    found.sort(key=lambda sheet: places.get(sheet.group, len(places)))
    named = [(groups.get(sheet.group, _("Not named yet")), bool(sheet.reopened_because)) for sheet in found]
    never = [group for group, reopened in named if not reopened]
    again = [group for group, reopened in named if reopened]
    words = n_(
        "{count} worksheet was neither read back nor closed",
        "{count} worksheets were neither read back nor closed",
        len(never),
    )
    yield _named(words, never)
    words = n_(
        "{count} worksheet was opened again, and neither read back nor closed since",
        "{count} worksheets were opened again, and neither read back nor closed since",
        len(again),
    )
    yield _named(words, again)


def _open_boxes(work: UnitOfWork, session: RecordId) -> Undecided | None:
    boxes = sum(box.session == session for box in work.boxes.all())
    words = n_("{count} questionnaire is still open", "{count} questionnaires are still open", boxes)
    return Undecided(_("{what}.").format(what=words)) if boxes else None


def _parts(work: UnitOfWork, session: RecordId) -> Iterable[Undecided | None]:
    runs = work.records.all(PartRun, session=session)
    begun = {run.part for run in runs if run.began}
    running = {run.part for run in runs if run.began and not run.ended and run.device == work.author.device}
    parts = work.records.all(AgendaPart, session=session)
    never = [part.title or _("Not named yet") for part in parts if part.id not in begun]
    words = n_("{count} part of the agenda never ran", "{count} parts of the agenda never ran", len(never))
    yield _named(words, never)
    still = [part.title or _("Not named yet") for part in parts if part.id in running]
    yield _named(n_("{count} part is still running", "{count} parts are still running", len(still)), still)


def _laptops_out(work: UnitOfWork, session: RecordId) -> Undecided | None:
    out = laptops_out(work, session)
    words = n_("Nothing came back from {count} laptop", "Nothing came back from {count} laptops", len(out))
    return _named(words, out)


def _briefings(work: UnitOfWork, session: RecordId) -> Undecided | None:
    """Those that explain a topic of this session, and nobody has sent (I8)."""
    still = not_sent(work, session)
    return _named(n_("{count} briefing is not sent", "{count} briefings are not sent", len(still)), still)


def _needs(work: UnitOfWork, session: RecordId) -> Undecided | None:
    """Those named for this session, and those that hold everywhere of people who are on its lists."""
    listed = {one.person for one in work.records.all(SessionRole, session=session)}
    listed |= {one.person for one in work.records.all(Attendance, session=session)}
    still = sum(
        need.session == session or (not need.session and need.person in listed)
        for need in work.records.all(Need, outcome=NeedOutcome.OPEN)
    )
    return _care(n_("{count} need is not decided", "{count} needs are not decided", still), still)


def _payments(work: UnitOfWork, session: RecordId) -> Undecided | None:
    still = len(work.records.all(Payment, session=session, state=PaymentState.NOT_AGREED))
    return _care(n_("{count} payment is not agreed", "{count} payments are not agreed", still), still)


def _named(words: str, which: list[str]) -> Undecided | None:
    """ "2 groups have no worksheet: Group 1, Group 3."; None where there is none."""
    if not which:
        return None
    return Undecided(_("{what}: {which}.").format(what=words, which=", ".join(which)))


def _care(words: str, count: int) -> Undecided | None:
    return Undecided(_("{what}.").format(what=words), care=True) if count else None


def _called(group: Group) -> str:
    return group.label or _("Not named yet")
