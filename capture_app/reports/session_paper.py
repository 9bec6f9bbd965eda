"""What is known of one session before it is held, as read in one look at a workspace: what goes on paper.

Needs, wishes about groups and payments are no part of it: they stand on no sheet that lies about in a room.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    AgendaPart,
    Attendance,
    Consultation,
    DataProtection,
    GlossaryTerm,
    Group,
    Person,
    Session,
    SessionRole,
)
from capture_app.domain.vocabulary import Mode, Rule
from capture_app.reports.dated import day_told
from capture_app.reports.names import mode_word, rule_word, rule_words
from capture_app.reports.places import BETWEEN
from capture_app.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPaper:
    """One session with what hangs on it, each list in its own order.

    parent: the session it belongs to. organisations: names by id; spellings: other names they are known by.
    sections: the names of sections and areas by id. contested: fields of the session, its agenda, its groups, the
    glossary and the data-protection card in which several versions stand, in words; unsettled: of which records.
    """

    consultation: Consultation
    session: Session
    parent: Session | None = None
    parts: tuple[AgendaPart, ...] = ()
    groups: tuple[Group, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    protection: DataProtection | None = None
    attendance: tuple[Attendance, ...] = ()
    people: Mapping[RecordId, Person] = field(default_factory=dict)
    roles: tuple[SessionRole, ...] = ()
    organisations: Mapping[RecordId, str] = field(default_factory=dict)
    spellings: tuple[str, ...] = ()
    sections: Mapping[RecordId, str] = field(default_factory=dict)
    contested: tuple[str, ...] = ()
    unsettled: frozenset[RecordId] = frozenset()


def project_line(paper: SessionPaper) -> str:
    """The consultation and its stage."""
    plan = paper.consultation
    return BETWEEN.join(part for part in (plan.title, plan.stage) if part)


def session_line(paper: SessionPaper) -> str:
    """When, how and where: "16 May 2023 · 10:00 to 12:30 · Hybrid · Manchester"."""
    session = paper.session
    hours = _("{start} to {end}").format(start=session.starts, end=session.ends)
    parts = (
        day_told(session.date) or _("Date not recorded"),
        hours if session.starts and session.ends else session.starts,
        _("way of meeting not stated") if session.mode is Mode.NOT_STATED else mode_word(session.mode),
        session.place,
    )
    return BETWEEN.join(part for part in parts if part)


def session_name(paper: SessionPaper) -> str:
    """What the session is called."""
    return paper.session.label or _("a session without a name")


def ruled_parts(paper: SessionPaper) -> tuple[tuple[str, str], ...]:
    """For each rule in force: its name with the parts it holds for, and what it asks."""
    found = []
    for rule in (Rule.CHATHAM_HOUSE, Rule.CONFIDENTIAL):
        titles = [part.title for part in paper.parts if part.rule is rule]
        if titles:
            said = _("{rule} in: {parts}").format(rule=rule_word(rule), parts=", ".join(titles))
            found.append((said, rule_words(rule)))
    return tuple(found)
