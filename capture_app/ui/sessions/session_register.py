"""What the form of a session shows, on pages so that a tired person finds things (B1 to B9, A7, C3, I1, I11)."""

from __future__ import annotations

from collections.abc import Mapping

from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    AgendaPart,
    Box,
    CareItem,
    Device,
    Dispatch,
    Expectation,
    Group,
    Line,
    Need,
    Organisation,
    PartRun,
    Payment,
    Person,
    Return,
    Session,
    SessionClosing,
    SessionRole,
    SessionTheme,
    Sheet,
    Theme,
)
from capture_app.domain.times import time_zones
from capture_app.domain.totals import date_key
from capture_app.domain.vocabulary import (
    Focus,
    GroupMode,
    Mode,
    Rule,
    SessionKind,
    YesNo,
)
from capture_app.services.people import usual_roles
from capture_app.services.sessions import session_facts
from capture_app.ui.register.described import (
    Choice,
    Date,
    Flag,
    FormField,
    Number,
    Page,
    Part,
    Refer,
    Register,
    Rows,
    Text,
)
from capture_app.ui.session.debrief import debriefs
from capture_app.ui.sessions.agenda_editor import part_words
from capture_app.ui.sessions.attendance_rows import grains
from capture_app.ui.sessions.checked import time_of_day, time_zone
from capture_app.ui.setup.engagement import engagement_in_session
from capture_app.words import _

SESSIONS = "sessions"
"""The key of the register."""

DETAILS, AGENDA, GROUPS, PEOPLE, RETURNS = "details", "agenda", "groups", "people", "returns"
OBSERVED = "observed"
"""The keys of its pages; those of the debriefs and of engagement come before the last."""


def session_register() -> Register:
    """Every session, in the order of their dates."""
    return Register(
        key=SESSIONS,
        kind=Session,
        title=lambda: _("Sessions"),
        add=lambda: _("Add a session"),
        empty=lambda: _(
            "No sessions yet. Add each workshop, review, interview or debrief, with its date as given."
        ),
        icon="calendar-blank",
        line=_line,
        told=session_facts,
        watches=(
            *(Line, Device, Sheet, SessionClosing, CareItem, Dispatch, Need, Payment),
            *(Box, Expectation, PartRun),
        ),
        sort=date_key,
        fields=(
            *_details(),
            *_agenda(),
            *_groups(),
            *_who(),
            *_returns(),
            *debriefs(),
            *engagement_in_session(),
            *_observed(),
        ),
    )


def _line(session: Session, names: Mapping[RecordId, str]) -> tuple[str, str]:
    return session.label, names.get(session.id, session.date.given)


def _details() -> tuple[FormField, ...]:
    return (
        Page(key=DETAILS, title=lambda: _("Details")),
        Text(name="label", short=True, help=lambda: _("As people call it. It need not be unique.")),
        Text(
            name="series",
            short=True,
            in_use=True,
            offers=usual_series,
            help=lambda: _("A word of yours for sessions that belong together."),
        ),
        Choice(name="session_kind", of=SessionKind),
        *_when_and_where(),
        *_what_about(),
        *_where_it_counts(),
    )


def _when_and_where() -> tuple[FormField, ...]:
    return (
        Choice(name="mode", of=Mode),
        Date(
            name="date",
            help=lambda: _("In the words it is given in. Sessions stand in the order of their dates."),
        ),
        Text(name="place", short=True),
        Text(name="starts", short=True, read=time_of_day),
        Text(name="ends", short=True, read=time_of_day),
        Text(
            name="time_zone",
            short=True,
            known=time_zones,
            read=time_zone,
            help=lambda: _("That of the times above, such as Europe/London, if people join from elsewhere."),
        ),
    )


def _what_about() -> tuple[FormField, ...]:
    return (
        Refer(
            name="parent",
            to=Session,
            above=True,
            help=lambda: _(
                "The session it prepares or looks back on: an introduction or debrief belongs to its workshop."
            ),
        ),
        Text(
            name="theme_as_given",
            help=lambda: _(
                "Its theme in the words of the invitation or the report. Those of the frame are chosen below."
            ),
        ),
        Text(name="purpose", lines=2, help=lambda: _("One a line, where there are several.")),
        Text(
            name="content_note",
            lines=2,
            help=lambda: _(
                "What may be hard to hear or to read. It stands above worksheets and minutes, and in the session pack."
            ),
        ),
        Rows(
            kind=SessionTheme,
            by="session",
            title=lambda: _("Themes it bears on"),
            add=lambda: _("Add a theme"),
            fields=(Refer(name="theme", to=Theme), Choice(name="focus", of=Focus)),
            fresh={"focus": Focus.PRIMARY},
            link=("session", "theme"),
        ),
    )


def _where_it_counts() -> tuple[FormField, ...]:
    return (
        Part(
            title=lambda: _("Where it counts"),
            help=lambda: _("Three facts. None of them follows from another."),
        ),
        Choice(name="counted_in_total", of=YesNo),
        Choice(name="in_appendix", of=YesNo),
        Choice(name="in_analysis", of=YesNo),
        Text(name="funding_round", short=True, in_use=True),
        Text(name="inclusion_reason", lines=2, label=lambda: _("Why it is counted or left out")),
    )


def _agenda() -> tuple[FormField, ...]:
    return (
        Page(key=AGENDA, title=lambda: _("Agenda")),
        Rows(
            kind=AgendaPart,
            by="session",
            title=lambda: _("Parts of the session"),
            add=lambda: _("Add a part"),
            help=_parts_words,
            fields=(
                Text(name="title"),
                Text(name="planned_start", short=True, read=time_of_day, label=lambda: _("Starts")),
                Number(name="planned_minutes", label=lambda: _("Minutes")),
                Text(name="owner", short=True, in_use=True),
                Choice(name="rule", of=Rule),
                Flag(name="kept"),
            ),
            moves=True,
        ),
    )


def _parts_words() -> str:
    kept = _(
        "An agenda for several sessions is written once under Agenda templates, above, and used at the end of this "
        "page."
    )
    return f"{part_words()} {kept}"


def _groups() -> tuple[FormField, ...]:
    return (
        Page(key=GROUPS, title=lambda: _("Groups")),
        Rows(
            kind=Group,
            by="session",
            title=lambda: _("Breakout groups"),
            add=lambda: _("Add a group"),
            follows=_sits_as_the_session_meets,
            fields=(
                Text(name="label", short=True),
                Choice(name="mode", of=GroupMode, label=lambda: _("Where it sits")),
                Text(name="facilitator", short=True),
                Text(
                    name="topic",
                    in_use=True,
                    help=lambda: _("What the group speaks about. It stands at the top of its worksheet."),
                ),
            ),
            moves=True,
        ),
    )


def _who() -> tuple[FormField, ...]:
    return (
        Page(key=PEOPLE, title=lambda: _("Expected and there")),
        Part(
            title=lambda: _("How many"),
            help=lambda: _("Each is a number of its own. Leave empty what nobody wrote down."),
        ),
        Number(name="invited"),
        Number(name="accepted"),
        Number(name="declined"),
        Number(name="attended"),
        Choice(name="experts", of=YesNo),
        *grains(),
        Rows(
            kind=SessionRole,
            by="session",
            title=lambda: _("Roles"),
            add=lambda: _("Add a role"),
            help=lambda: _(
                "Somebody may have several. Give each its own row. Whoever has a role stands on the facilitator’s "
                "list, and needs no entry above."
            ),
            fields=(
                Refer(name="person", to=Person),
                Text(name="role", short=True, in_use=True, offers=usual_roles),
            ),
            once=("person", "role"),
        ),
    )


def _returns() -> tuple[FormField, ...]:
    return (
        Page(key=RETURNS, title=lambda: _("Returns")),
        Rows(
            kind=Return,
            by="about",
            title=lambda: _("What came back about this session"),
            add=lambda: _("Add a return"),
            help=lambda: _("Who gave something back. It is never joined to any answer."),
            fields=(
                Text(name="listing", short=True),
                Refer(name="organisation", to=Organisation),
                Text(name="returned_on", short=True),
                Text(name="heading", in_use=True),
            ),
        ),
    )


def _observed() -> tuple[FormField, ...]:
    """Notes of observers belong to them: they are read here and not changed (E4)."""
    return (
        Page(key=OBSERVED, title=lambda: _("Observation")),
        Part(
            title=lambda: _("What observers noted"),
            help=lambda: _(
                "How the session ran, by whoever watched it. None of it was said by a participant."
            ),
        ),
    )


def usual_series() -> tuple[str, ...]:
    """The series a session can belong to, offered where none is written yet."""
    return (_("partnership"), _("frontline"), _("sectoral"), _("review"))


def _sits_as_the_session_meets(session: Session) -> Mapping[str, object]:
    """Where a new group sits: as the session meets, and of any other kind of meeting nobody has said it yet."""
    known = {Mode.ONLINE: GroupMode.REMOTE, Mode.IN_PERSON: GroupMode.ROOM}
    return {"mode": known.get(session.mode, GroupMode.NOT_STATED)}
