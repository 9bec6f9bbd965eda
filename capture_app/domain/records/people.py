"""Organisations, people, and who took part: three grains that are never worked out from one another."""

from dataclasses import dataclass

from capture_app.domain.record import Record, RecordId, person, searchable
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import (
    Capacity,
    ConsentCover,
    ConsentState,
    Grain,
    Listing,
    Nation,
    OrganisationRelation,
    Presence,
    Side,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """A body that took part or answered. Two stay two however alike their names look (C5; Appendix I).

    `category` is the project's own word for what it is ("NGO", "Government"; C4).
    """

    name: str = searchable()
    category: str = ""
    nation: Nation = Nation.NOT_STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationName(Record):
    """Another spelling under which an organisation is listed ("Ellas", "Ella's"), with its source (C5)."""

    organisation: RecordId = ""
    text: str = searchable()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationLink(Record):
    """One organisation is part of another, or is listed together with it (C5; "Greencore (part of MSIN)")."""

    organisation: RecordId = ""
    other: RecordId = ""
    relation: OrganisationRelation = OrganisationRelation.PART_OF


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody who takes part. The id is a random code; the name shown is the one they chose (C6).

    `listing` is how they wish to stand on the sheet that tells who is coming. `expert` marks somebody asked
    for what they know of the topic (B9).
    """

    display: str = searchable()
    organisation: RecordId = ""
    category: str = ""
    listing: Listing = Listing.NOT_ASKED
    expert: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Record):
    """What somebody agreed to, one thing at a time: quotations, photographs, sharing with the evaluator (E3)."""

    person: RecordId | None = person()
    covers: ConsentCover = ConsentCover.QUOTATIONS
    state: ConsentState = ConsentState.NOT_ASKED
    given_on: DateGiven = DateGiven(given="")
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRole(Record):
    """One role of one person in one session; somebody may have several (C1, C2, X31; report p. 11).

    `role` is the project's own word ("facilitator", "scribe", "observer").
    """

    session: RecordId = ""
    person: RecordId | None = person()
    role: str = searchable()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Record):
    """One entry of who was there, at the grain the source gives (C3; Appendix I).

    A category with its `count` ("Independent Consultants", 3), a listed organisation, or a person.
    `listing` keeps the entry letter for letter. `count` is None where the source gives none. `may_overlap`
    says that some may have been counted in another entry as well, so that nothing is added up (X23).
    `walk_in`: nobody had listed them; the entry was made when they came (C6).
    """

    session: RecordId = ""
    grain: Grain = Grain.CATEGORY
    listing: str = searchable()
    category: str = ""
    organisation: RecordId = ""
    person: RecordId | None = person()
    count: int | None = None
    side: Side | None = None
    capacity: Capacity = Capacity.NOT_STATED
    may_overlap: bool = False
    order: str = ""
    walk_in: bool = False

    @property
    def says_nothing(self) -> bool:
        """Whether it names and counts nobody any more: a row that was emptied. An entry of one person says that."""
        words = f"{self.listing}{self.category}{self.organisation}{self.person or ''}".strip()
        return self.grain is not Grain.PERSON and not words and self.count is None and not self.walk_in


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceMark(Record):
    """What was seen of one entry of attendance at one time, on one laptop, whose id is `device` (C3, practice 2.6).

    `entry` is the entry; `person` whom it stands for, if anybody, so that erasing them reaches this too. `at` is
    local time to the second, "2023-05-16T09:31:07". `state`, `side`, `group` and `count` are None where the mark
    says nothing of them; an empty `group` says that it is none. No mark is overwritten: whoever comes, changes
    places and leaves has three.
    """

    session: RecordId = ""
    entry: RecordId = ""
    person: RecordId | None = person()
    device: RecordId = ""
    at: str = ""
    state: Presence | None = None
    side: Side | None = None
    group: RecordId | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Record):
    """An organisation gave something back about a session; never joined to any answer (F5, X17 to X20).

    `about` is the session it is filed under, `returned_on` when it came, if known: they may be far apart.
    """

    about: RecordId = ""
    organisation: RecordId = ""
    listing: str = searchable()
    heading: str = ""
    returned_on: str = ""
    order: str = ""
