"""Which records belong to a session, which a laptop needs to work on it, and which stay here whoever asks."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from capture_app.domain.plain import read_plain
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    KINDS,
    RECORDS,
    AgendaTemplate,
    AnswerTheme,
    Attendance,
    Box,
    Claim,
    Commenting,
    Consent,
    Dispatch,
    EngagementCheck,
    Expectation,
    Folding,
    Interest,
    LineSource,
    LineTheme,
    Objective,
    ObjectiveSet,
    Observation,
    Party,
    Person,
    Response,
    Return,
    Session,
    SessionClosing,
    SetAside,
    Statement,
    StatementLink,
    TeamDebrief,
    ToldResult,
)
from capture_app.domain.revision import Revision
from capture_app.domain.vocabulary import Listing, Role
from capture_app.services.written import typed_up
from capture_app.store.unit_of_work import UnitOfWork

NOT_FOR_LAPTOPS = frozenset(
    kind.__name__
    for kind in (
        *(
            AgendaTemplate,
            AnswerTheme,
            Box,
            Claim,
            Consent,
            Dispatch,
            Interest,
            Objective,
            ObjectiveSet,
            Party,
            Return,
        ),
        *(Commenting, EngagementCheck, Expectation, Observation, SessionClosing, Statement, StatementLink),
        *(Folding, Response, TeamDebrief, ToldResult),
    )
)
"""What the lead works with and a scribe does not need.

Written feedback only the lead has, the lines typed up from it too. Debriefs, closings and observers' notes go to
the lead, and to no other laptop. How far the principles of engagement
held, only the lead has (I1).
"""

STAYS = frozenset(kind.__name__ for kind in RECORDS if not kind.travels)
"""What never leaves in a pack or bundle (C6 to C8), whoever made it."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the log, and what was left out of it on purpose.

    left_out: of other sessions. stays: of kinds that never travel. aside: lines that are set aside, with every
    version there ever was of them, and all that hangs on them. held: notes an observer has not given (E4).
    unnamed: what would tell the names of people who did not choose to be named there.
    """

    revisions: tuple[Revision, ...]
    left_out: tuple[Revision, ...] = ()
    stays: tuple[Revision, ...] = ()
    aside: tuple[Revision, ...] = ()
    held: tuple[Revision, ...] = ()
    unnamed: tuple[Revision, ...] = ()


def whole(work: UnitOfWork) -> Slice:
    """Everything that may travel. Each slice there is begins here, so that what stays is obeyed in one place."""
    aside, own = work.projection.withheld.records(), not_given(work)
    travels: list[Revision] = []
    stays: list[Revision] = []
    withheld: list[Revision] = []
    held: list[Revision] = []
    for revision in work.log.everything():
        if revision.record in aside:
            withheld.append(revision)
        elif revision.record in own:
            held.append(revision)
        else:
            (stays if revision.kind in STAYS else travels).append(revision)
    return Slice(tuple(travels), stays=tuple(stays), aside=tuple(withheld), held=tuple(held))


def not_given(work: UnitOfWork) -> frozenset[RecordId]:
    """Notes of observers who have not given them, also such as they took away again (E4)."""
    found = work.projection.values_of_every(Observation, "id", "given")
    return frozenset(record for record, given in found if not given)


def staying(work: UnitOfWork) -> int:
    """How many records about somebody's care stand here, and so never travel."""
    kinds = STAYS - {SetAside.__name__}
    return sum(1 for kind in kinds for _record in work.projection.values_of_every(KINDS[kind], "id"))


def lines_aside(work: UnitOfWork) -> int:
    """How many lines are set aside here."""
    return sum(one.record == one.line for one in work.records.all(SetAside))


def that_may_come(revisions: Iterable[Revision]) -> list[Revision]:
    """What others may bring: what stays where it was written is not taken in from anywhere, whoever packed it."""
    return [revision for revision in revisions if revision.kind not in STAYS]


def of_session(work: UnitOfWork, session: RecordId) -> Slice:
    """What belongs to a session and what belongs to none."""
    return _slice(work, session, frozenset())


def for_laptop(work: UnitOfWork, session: RecordId, role: Role = Role.SCRIBE) -> Slice:
    """The same without what only the lead works with, and without names that are not to be told there."""
    part, names = _slice(work, session, NOT_FOR_LAPTOPS, _written(work)), not_for(work, role)
    told = tuple(one for one in part.revisions if one.record not in names)
    return replace(part, revisions=told, unnamed=tuple(one for one in part.revisions if one.record in names))


def not_for(work: UnitOfWork, role: str) -> frozenset[RecordId]:
    """What besides does not go to a laptop in this role (C6).

    Whoever wishes to be on no list is named on no laptop but the lead's: their own record stays, and an entry of who
    was there that is linked with it goes to the facilitator alone, who counts them, and not even there if a name was
    ever typed in it. An observer, whom reports and
    interviews are from by a code alone, gets neither of anybody who did not choose to be listed by name (I3, I4).
    """
    if role == Role.LEAD.value:
        return frozenset()
    hidden = set(Listing) - {Listing.BY_NAME} if role == Role.OBSERVER.value else {Listing.NOT_LISTED}
    listed = work.projection.values_of_every(Person, "id", "listing")
    people = frozenset(person for person, listing in listed if listing in hidden)
    linked = work.projection.values_of_every(Attendance, "id", "person")
    entries = {entry for entry, person in linked if person in people}
    if role == Role.FACILITATOR.value:
        entries = {entry for entry in entries if _was_typed(work, entry)}
    return people | entries


def _was_typed(work: UnitOfWork, entry: RecordId) -> bool:
    """Whether any version of an entry of who was there has words of its own."""
    return any(read_plain(one.body).get("listing") for one in work.records.history(entry) if one.body)


def goes_to_laptops(
    work: UnitOfWork, sessions: Collection[RecordId]
) -> dict[RecordId, Callable[[str, RecordId], bool]]:
    """For each session, whether a record of this kind and id is among what its laptops get."""
    places = _sessions_of_records(work) if sessions else {}
    aside = work.projection.withheld.records() | _written(work)
    return {session: _wanted(places, session, NOT_FOR_LAPTOPS | STAYS, aside) for session in sessions}


def _written(work: UnitOfWork) -> frozenset[RecordId]:
    """What was typed up from written responses, of whatever session (F4)."""
    return typed_up(work, (one for (one,) in work.projection.values_of_every(Response, "id")))


def _slice(
    work: UnitOfWork, session: RecordId, unwanted: frozenset[str], kept: frozenset[RecordId] = frozenset()
) -> Slice:
    wanted, every = _wanted(_sessions_of_records(work), session, unwanted, kept), whole(work)
    inside: list[Revision] = []
    outside: list[Revision] = []
    for revision in every.revisions:
        (inside if wanted(revision.kind, revision.record) else outside).append(revision)
    return Slice(tuple(inside), tuple(outside), every.stays, every.aside, every.held)


def _wanted(
    places: Mapping[RecordId, RecordId],
    session: RecordId,
    unwanted: frozenset[str],
    aside: frozenset[RecordId] = frozenset(),
) -> Callable[[str, RecordId], bool]:
    return lambda kind, record: (
        kind not in unwanted and record not in aside and places.get(record, "") in ("", session)
    )


def _sessions_of_records(work: UnitOfWork) -> dict[RecordId, RecordId]:
    """The session of every record that belongs to one, directly or through what it hangs on; deleted ones too."""
    places: dict[RecordId, RecordId] = {}
    for kind in RECORDS:
        field = _SESSION_IN.get(kind, "session")
        if field in kind.__dataclass_fields__:
            found = work.projection.values_of_every(kind, "id", field)
            places |= {record: session for record, session in found if session}
    for kind, field in _HANGS_ON.items():
        found = work.projection.values_of_every(kind, "id", field)
        places |= {record: places.get(on, "") for record, on in found}
    return places


_SESSION_IN: Mapping[type[Record], str] = {Session: "id", Return: "about"}
_HANGS_ON: Mapping[type[Record], str] = {
    Commenting: "dispatch",
    LineSource: "line",
    LineTheme: "line",
    StatementLink: "statement",
}


def counts(revisions: tuple[Revision, ...]) -> dict[str, int]:
    """How many records of each kind a slice holds."""
    records: dict[str, set[RecordId]] = {}
    for revision in revisions:
        records.setdefault(revision.kind, set()).add(revision.record)
    return {kind: len(found) for kind, found in sorted(records.items())}
