"""What a total is, and the records that totals are counted from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from capture_app.domain.dates import place_in_time
from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    Attendance,
    Box,
    Dispatch,
    Form,
    Organisation,
    OrganisationLink,
    OrganisationName,
    Return,
    Session,
    SessionTheme,
    Theme,
)
from capture_app.domain.values import DateGiven


class What(StrEnum):
    """What is counted; each has one rule."""

    COUNTED = "counted"
    LISTED = "listed"
    ANALYSED = "analysed"
    SERIES = "series"
    DATES = "dates"
    HEADCOUNTS = "headcounts"
    STAFF = "staff"
    LISTINGS = "listings"
    SPELLINGS = "spellings"
    BODIES = "bodies"
    PEOPLE = "people"
    RETURNS = "returns"
    RETURNERS = "returners"
    RETURNED_AND_LISTED = "returned_and_listed"
    ANSWERS = "answers"
    AREAS = "areas"
    NATIONS = "nations"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a total: what it is called, how many (None: nobody wrote it down), and which, by name."""

    label: str
    count: int | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """One count. `of` narrows it to a series, or is the question answers are to; `session` is the one it is about.

    count: None where nothing is recorded, or where entries may `overlap` and no sum would be true (X23).
    unsaid: how many records leave it open. unread: how many say something of which nothing could be read.
    """

    what: What
    count: int | None
    of: str = ""
    session: RecordId = ""
    parts: tuple[Part, ...] = ()
    unsaid: int = 0
    unread: int = 0
    overlap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """The records that totals are counted from. `called` gives the words for a theme."""

    sessions: Sequence[Session] = ()
    attendance: Sequence[Attendance] = ()
    organisations: Sequence[Organisation] = ()
    names: Sequence[OrganisationName] = ()
    related: Sequence[OrganisationLink] = ()
    returns: Sequence[Return] = ()
    themes: Sequence[Theme] = ()
    links: Sequence[SessionTheme] = ()
    forms: Sequence[Form] = ()
    boxes: Sequence[Box] = ()
    called: Mapping[RecordId, str] = field(default_factory=dict)

    def ordered(self) -> list[Session]:
        """Its sessions as they were held."""
        return in_date_order(self.sessions)

    def words(self) -> dict[RecordId, str]:
        """Its sessions in words, as they were held."""
        return {one.id: session_words(one) for one in self.ordered()}


def in_date_order(sessions: Iterable[Session]) -> list[Session]:
    """Sessions as they were held: by date and start, never by label; those without a year come last (B5, X7)."""
    return sorted(sessions, key=date_key)


def date_key(session: Session) -> tuple[str, str, str, str]:
    """What `in_date_order` sorts by."""
    return (*_moment(session.date, session.starts), session.order, session.id)


def sent_key(sent: Dispatch) -> tuple[str, str, str, str]:
    """What places something that was sent out among sessions: after those of its day that say when they start."""
    return (*_moment(sent.sent), "", sent.id)


def _moment(date: DateGiven, starts: str = "") -> tuple[str, str]:
    """A month stands before its first day; what has no year comes after what has one, and what has no date last."""
    return place_in_time(date) or "Z", starts or "Z"


def session_words(session: Session) -> str:
    """A session by its label and the date as given, since labels repeat (X32)."""
    return ", ".join(words for words in (session.label, session.date.given) if words)


def by_series(sessions: Iterable[Session]) -> dict[str, list[Session]]:
    """Sessions by the series they belong to, each in the order given."""
    found: dict[str, list[Session]] = {}
    for one in sessions:
        found.setdefault(one.series, []).append(one)
    return found
