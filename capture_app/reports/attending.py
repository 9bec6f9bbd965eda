"""Who is expected at a session, each as they wish to be listed; nobody's name stands where they did not say so (C6)."""

from dataclasses import dataclass

from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Attendance, Person
from capture_app.domain.vocabulary import Grain, Listing
from capture_app.reports.session_paper import SessionPaper
from capture_app.reports.wording import organisation_words


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody as others may see them; `name` is empty for one who is listed by organisation only."""

    name: str
    organisation: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attending:
    """Who is expected, at the three grains in which it is recorded (C3).

    organisations: as they are listed, each with its headcount where it has one.
    unlisted: people who wish to be on no list. unasked: people whose wish nobody knows; they are left off too.
    """

    people: tuple[Listed, ...]
    organisations: tuple[str, ...]
    categories: tuple[Attendance, ...]
    unlisted: int
    unasked: int

    @property
    def nobody(self) -> bool:
        """Whether nothing at all is recorded."""
        return not (self.people or self.organisations or self.categories or self.unlisted or self.unasked)


def attending_of(paper: SessionPaper) -> Attending:
    """Everybody with an entry of their own or a role in the session, each once."""
    entries = [one for one in paper.attendance if one.grain is Grain.PERSON]
    there = [one for one in paper.attendance if not one.says_nothing]
    with_roles = [role.person for role in paper.roles]
    wanted = dict.fromkeys([*(one.person or "" for one in entries), *(one or "" for one in with_roles)])
    known = [paper.people[one] for one in wanted if one in paper.people]
    people = [
        _listed(paper, one) for one in known if one.listing in (Listing.BY_NAME, Listing.ORGANISATION_ONLY)
    ]
    typed = [
        Listed("", _organisation(paper, one), ())
        for one in entries
        if one.person not in paper.people and one.listing
    ]
    return Attending(
        people=tuple(
            sorted(
                (*people, *typed),
                key=lambda one: (not one.name, reading_order(one.name), reading_order(one.organisation)),
            )
        ),
        organisations=tuple(organisation_words(one) for one in there if one.grain is Grain.ORGANISATION),
        categories=tuple(one for one in there if one.grain is Grain.CATEGORY),
        unlisted=sum(one.listing is Listing.NOT_LISTED for one in known),
        unasked=sum(one.listing is Listing.NOT_ASKED for one in known),
    )


def _listed(paper: SessionPaper, person: Person) -> Listed:
    named = person.listing is Listing.BY_NAME
    return Listed(
        person.display if named else "",
        paper.organisations.get(person.organisation, ""),
        _roles(paper, person.id) if named else (),
    )


def _organisation(paper: SessionPaper, typed: Attendance) -> str:
    """Whom somebody is from of whom only words were typed: their name in them is no consent to print it (C6).

    The organisation that was chosen; else what stands behind the last comma, "Rowan K., Ellas", if that is to the
    letter a name under which an organisation is known (C5): it might be part of a person's name.
    """
    chosen = paper.organisations.get(typed.organisation, "")
    tail = typed.listing.rpartition(",")[2].strip()
    known = {*paper.organisations.values(), *paper.spellings}
    return chosen or (tail if tail in known else "")


def _roles(paper: SessionPaper, person: RecordId) -> tuple[str, ...]:
    return tuple(role.role for role in paper.roles if role.person == person and role.role)
