"""Who is here while a session runs: the list, and each coming, moving and leaving kept with its time (C3, C5, C6).

Every verb writes a mark of its own and changes nothing that stands (see AttendanceMark), so that two laptops that
both keep the list never disagree about a record.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from capture_app.domain.alike import alike
from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.ordering import between
from capture_app.domain.reading_order import Place, reading_order
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    AgendaPart,
    Attendance,
    AttendanceMark,
    Group,
    Organisation,
    OrganisationName,
    PartRun,
    Person,
    Session,
    SessionRole,
)
from capture_app.domain.run_sheet import run_sheet
from capture_app.domain.vocabulary import Capacity, Grain, Listing, Mode, Presence, Rule, Side
from capture_app.domain.who_is_here import Attendee, attendees
from capture_app.services.done import Done
from capture_app.services.naming import called
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "Change",
    "Here",
    "KnownAs",
    "Named",
    "Newcomer",
    "Offer",
    "mark",
    "marking",
    "offers",
    "read_here",
    "rows_of",
    "walk_in",
    "words_of",
]

_MOST_OFFERS = 4
_LEAST_TYPED = 2
"""Letters before anything is offered."""


@dataclass(frozen=True, slots=True)
class Named:
    """A row, and how others may see it: `name` as it is listed, `beside` what stands with it (C6).

    unnamed: they did not say that their name may stand on lists others see.
    """

    row: Attendee
    name: str
    beside: str
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class KnownAs:
    """A name or another spelling under which an organisation is known (C5)."""

    organisation: RecordId
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Here:
    """Everybody expected at a session and everybody there, by grain and name; its groups; and names to offer.

    parts, runs: the agenda with the times kept here, for the rule that holds at a time.
    """

    session: Session
    rows: tuple[Named, ...]
    groups: tuple[Group, ...]
    known: tuple[KnownAs, ...]
    parts: tuple[AgendaPart, ...]
    runs: dict[RecordId, PartRun]

    @property
    def usual_side(self) -> Side:
        """Where somebody sits of whom nobody has said it: on the call only where all are."""
        return Side.REMOTE if self.session.mode is Mode.ONLINE else Side.ROOM

    def rule_at(self, time: datetime) -> Rule:
        """The rule of the part that runs; open where none does."""
        now = run_sheet(self.parts, self.runs, time).now
        return now.part.rule if now else Rule.OPEN


@dataclass(frozen=True, slots=True)
class Change:
    """What was seen or decided; None leaves as it is. An empty `group` takes somebody out of theirs."""

    state: Presence | None = None
    side: Side | None = None
    group: RecordId | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody who was not expected. `listing` is kept letter for letter; `organisation` is only what was chosen."""

    listing: str
    grain: Grain = Grain.PERSON
    organisation: RecordId = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that what is typed may mean: a row of the list (`row`), or an organisation by one of its names."""

    words: str
    row: RecordId = ""
    organisation: RecordId = ""


def read_here(workspace: Workspace, session: RecordId) -> Here:
    """The list of a session as it stands on this laptop. Raises NotPossible if the session is not here."""
    with workspace.unit_of_work() as work:
        found = work.records.get(Session, session)
        own = work.records.all(PartRun, session=session, device=work.author.device)
        return Here(
            session=found,
            rows=tuple(sorted(_named(work, rows_of(work, session)), key=_place)),
            groups=tuple(work.records.all(Group, session=session)),
            known=tuple(_known(work)),
            parts=tuple(work.records.all(AgendaPart, session=session)),
            runs={run.part: run for run in own},
        )


def mark(workspace: Workspace, row: Attendee, at: datetime, change: Change) -> Done[RecordId]:
    """Keep what was seen of a row, with its time; gives the id of its entry.

    Raises NotPossible where the entry was taken off the list meanwhile.
    """
    with workspace.unit_of_work() as work:
        for record in marking(work, row, at, change):
            work.records.save(record)
        return Done(row.key, work.commit())


def rows_of(work: UnitOfWork, session: RecordId) -> tuple[Attendee, ...]:
    """The rows of a session, within the given unit of work."""
    return attendees(_entries(work, session), work.records.all(AttendanceMark, session=session))


def marking(work: UnitOfWork, row: Attendee, at: datetime, change: Change) -> tuple[Record, ...]:
    """The records to keep for what was seen of a row: the mark, and its entry first where it has none yet.

    Raises NotPossible where the entry was taken off the list meanwhile.
    """
    made = _mark(work, row.entry, _time(at, row), change)
    return (*_missing_entry(work, row.entry), made)


def walk_in(
    workspace: Workspace, session: RecordId, newcomer: Newcomer, side: Side, at: datetime
) -> Done[RecordId]:
    """Put somebody on the list who was not expected, and mark them here; gives the id of the entry (C3, C5).

    Raises NotPossible where nothing was typed, or a headcount has no number.
    """
    words = newcomer.listing.strip()
    if not words:
        raise NotPossible(_("Type a name as it should stand on the list. Nothing was added."))
    if newcomer.grain is Grain.CATEGORY and newcomer.count is None:
        raise NotPossible(_("A headcount needs a number. Nothing was added; what you typed is still here."))
    with workspace.unit_of_work() as work:
        orders = [one.order for one in work.records.all(Attendance, session=session)]
        entry = Attendance(
            id=new_id(),
            session=session,
            grain=newcomer.grain,
            listing=words,
            organisation=newcomer.organisation,
            count=newcomer.count,
            side=side,
            capacity=Capacity.PARTICIPANT if newcomer.grain is Grain.PERSON else Capacity.NOT_STATED,
            order=between(max(orders, default="")),
            walk_in=True,
        )
        work.records.save(entry)
        came = Change(Presence.HERE, side, count=newcomer.count)
        work.records.save(_mark(work, entry, f"{at:%Y-%m-%dT%H:%M:%S}", came))
        return Done(entry.id, work.commit())


def offers(here: Here, typed: str, grain: Grain) -> tuple[Offer, ...]:
    """What somebody may mean while they type: who is on the list already, and organisations by any name (C5).

    Nothing is applied by offering it. For a person, an organisation is looked for behind the last comma.
    """
    words = " ".join(typed.casefold().split())
    if len(words) < _LEAST_TYPED:
        return ()
    listed = [one for one in here.rows if one.row.entry.grain is grain and not one.unnamed]
    found = [Offer(one.name, row=one.row.key) for one in listed if _begins(one.name, words)]
    tail = words.rpartition(",")[2].strip() if grain is Grain.PERSON else words
    if "," in words or grain is not Grain.PERSON:
        found += _organisations(here, tail)
    return tuple(found[:_MOST_OFFERS])


def _organisations(here: Here, words: str) -> Iterator[Offer]:
    """Organisations with a name that begins so or looks alike, each once, the likest first."""
    best: dict[RecordId, tuple[int, str]] = {}
    for one in here.known if len(words) >= _LEAST_TYPED else ():
        likeness = alike(one.text, words)
        score = 100 if _begins(one.text, words) else likeness.score if likeness else 0
        if score > best.get(one.organisation, (0, ""))[0]:
            best[one.organisation] = (score, _also(one))
    for organisation, (_score, name) in sorted(
        best.items(), key=lambda found: (-found[1][0], reading_order(found[1][1]))
    ):
        yield Offer(name, organisation=organisation)


def _also(one: KnownAs) -> str:
    if one.text == one.name:
        return one.name
    return _("{name}, also listed as {spelling}").format(name=one.name, spelling=one.text)


def _begins(name: str, words: str) -> bool:
    """Whether the name, or a word of it, begins so."""
    plain = name.casefold()
    return plain.startswith(words) or f" {words}" in plain


def _mark(work: UnitOfWork, entry: Attendance, at: str, change: Change) -> AttendanceMark:
    return AttendanceMark(
        id=new_id(),
        session=entry.session,
        entry=entry.id,
        person=entry.person,
        device=work.author.device,
        at=at,
        state=change.state,
        side=change.side,
        group=change.group,
        count=change.count,
    )


def _time(at: datetime, row: Attendee) -> str:
    """The time of a mark; never before the last one of the row, so that a clock set back loses no key press."""
    last = row.trail[-1].at if row.trail else ""
    return max(f"{at:%Y-%m-%dT%H:%M:%S}", last)


def _entries(work: UnitOfWork, session: RecordId) -> list[Attendance]:
    """The list of who is expected; whoever has only a role in the session is expected too."""
    listed = work.records.all(Attendance, session=session)
    known = {one.person for one in listed if one.person}
    roles = dict.fromkeys(one.person for one in work.records.all(SessionRole, session=session) if one.person)
    return [*listed, *(_expected(session, person) for person in roles if person not in known)]


def _expected(session: RecordId, person: RecordId) -> Attendance:
    """The entry of somebody who has none yet: the same one, on whichever laptop it is made."""
    made = link_id("Attendance", session, person)
    return Attendance(id=made, session=session, grain=Grain.PERSON, person=person)


def _missing_entry(work: UnitOfWork, entry: Attendance) -> tuple[Attendance, ...]:
    """The entry itself where it is to be kept first: somebody expected for their role gets one, or gets it back."""
    found = work.records.find(Attendance, entry.id)
    if found is not None and not found.deleted:
        return ()
    if not entry.person or entry != _expected(entry.session, entry.person):
        raise NotPossible(_("This entry is not on the list any more. Nothing was changed."))
    return (entry,)


def _named(work: UnitOfWork, rows: tuple[Attendee, ...]) -> Iterator[Named]:
    people = {one.id: one for one in work.records.all(Person)}
    organisations = {one.id: called(one) for one in work.records.all(Organisation)}
    for row in rows:
        person = people.get(row.entry.person or "")
        if person is not None:
            yield _as_they_wish(row, person, organisations.get(person.organisation, ""))
        elif row.entry.person:  # whoever wishes to be on no list is named in no pack
            yield Named(row, _("Somebody who is not named here"), _("Wishes to be on no list"), True)
        else:
            known = organisations.get(row.entry.organisation, "")
            name = words_of(row.entry, known)
            yield Named(row, name, "" if known.casefold() in name.casefold() else known)


def words_of(entry: Attendance, organisation: str) -> str:
    """What an entry says by itself; where it says only the organisation, that organisation's name."""
    if words := entry.listing or entry.category:
        return words
    if organisation and entry.grain is Grain.PERSON:
        return _("Somebody from {organisation}").format(organisation=organisation)
    return organisation or _("Somebody not named")


def _as_they_wish(row: Attendee, person: Person, organisation: str) -> Named:
    """The page may be projected, so nobody's name stands on it who did not say that it may (C6)."""
    if person.listing is Listing.BY_NAME:
        return Named(row, called(person), organisation)
    beside = {
        Listing.ORGANISATION_ONLY: _("Listed by organisation only"),
        Listing.NOT_LISTED: _("Wishes to be on no list"),
        Listing.NOT_ASKED: _("Not asked yet how they wish to be listed"),
    }[person.listing]
    if person.listing is Listing.ORGANISATION_ONLY and organisation:
        return Named(row, _("Somebody from {organisation}").format(organisation=organisation), beside, True)
    return Named(row, _("Somebody who is not named here"), beside, True)


def _known(work: UnitOfWork) -> Iterator[KnownAs]:
    names = {one.id: one.name for one in work.records.all(Organisation)}
    yield from (KnownAs(one, name, name) for one, name in names.items() if name)
    for one in work.records.all(OrganisationName):
        if one.text and one.organisation in names:
            yield KnownAs(one.organisation, one.text, names[one.organisation])


def _place(named: Named) -> tuple[int, bool, Place, str, RecordId]:
    """People, then organisations, then headcounts, by name; whoever is not named stands last."""
    row, grains = named.row, (Grain.PERSON, Grain.ORGANISATION, Grain.CATEGORY)
    return (
        grains.index(row.entry.grain),
        named.unnamed,
        reading_order(named.name),
        row.entry.order,
        row.key,
    )
