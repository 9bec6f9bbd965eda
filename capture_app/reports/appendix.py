"""The table of workshops and of returns, as the sources give them (M1): three grains, none made from another (C3)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from capture_app.domain.record import RecordId
from capture_app.domain.records import Attendance, Return, Session
from capture_app.domain.totals import in_date_order
from capture_app.domain.vocabulary import Capacity, Grain, Side, YesNo
from capture_app.reports.appendix_material import WholeMaterial
from capture_app.reports.wording import cleaned, organisation_words
from capture_app.words import n_

T = TypeVar("T", Attendance, Return)

_RUNNING_IT = (Capacity.STAFF, Capacity.OBSERVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """One session with what is recorded of who was there.

    name: its label, with the date as given where another is called the same. listed: who took part, in the
    order of the source. running: who was there to run or watch it, never added to the others (X27).
    at_the_door: counts of the room, the link and the chat that may overlap with what is listed: the same people,
    counted another way.
    """

    session: Session
    name: str
    listed: tuple[Attendance, ...]
    running: tuple[Attendance, ...]
    at_the_door: tuple[Attendance, ...]
    returns: tuple[Return, ...]

    @property
    def counted(self) -> tuple[Attendance, ...]:
        """The entries with a number."""
        return tuple(one for one in self.listed if one.grain is Grain.CATEGORY and one.count is not None)

    @property
    def entries(self) -> tuple[Attendance, ...]:
        """The entries without one: organisations, and kinds of people nobody counted."""
        kept = (Grain.CATEGORY, Grain.ORGANISATION)
        return tuple(one for one in self.listed if one.grain in kept and one not in self.counted)

    @property
    def people(self) -> int:
        """How many were entered singly, named or not. No name stands on a list that is passed on."""
        return sum(one.grain is Grain.PERSON for one in self.listed)

    @property
    def overlaps(self) -> bool:
        """Whether somebody may be counted in two entries, so that nothing is added up (X23)."""
        return any(one.may_overlap for one in self.counted)

    @property
    def headcount(self) -> int | None:
        """The sum of the numbers; None where there are none, or where they overlap."""
        if not self.counted or self.overlaps:
            return None
        return sum(one.count or 0 for one in self.counted)


def workshops_of(material: WholeMaterial) -> tuple[Workshop, ...]:
    """Every session of the consultation, those with headcounts first; within them by series, then by date."""
    labels = Counter(session.label.casefold() for session in material.sessions)
    there = _by((one for one in material.attendance if not one.says_nothing), "session")
    returned = _by(material.returns, "about")
    found = [
        _workshop(
            session,
            labels[session.label.casefold()] > 1,
            there.get(session.id, []),
            returned.get(session.id, []),
        )
        for session in in_date_order(material.sessions)
    ]
    first: dict[str, int] = {}
    counted: set[str] = set()
    for at, one in enumerate(found):
        first.setdefault(one.session.series, at)
        if one.counted and in_appendix(one):
            counted.add(one.session.series)
    return tuple(
        sorted(found, key=lambda one: (one.session.series not in counted, first[one.session.series]))
    )


def in_appendix(workshop: Workshop) -> bool:
    """Whether it is marked to stand in the appendix: a fact of its own (A7, X2)."""
    return workshop.session.in_appendix is YesNo.YES


def attendees(workshop: Workshop) -> str:
    """Who took part: "HFJ 5, SD 2" where people are counted, else the entries "; " after one another."""
    said = [_said(one) for one in workshop.listed if one.grain is not Grain.PERSON]
    if workshop.people:
        said.append(n_("{count} person entered singly", "{count} people entered singly", workshop.people))
    return ("; " if workshop.entries else ", ").join(said)


def running_words(workshop: Workshop) -> str:
    """The same of who was there to run or watch it; nobody is named."""
    return ", ".join(_said(one) for one in workshop.running if one.grain is not Grain.PERSON)


def door_counts(workshop: Workshop) -> Mapping[Side, int]:
    """How many were counted at the door, by side."""
    found: dict[Side, int] = {}
    for one in workshop.at_the_door:
        if one.side is not None:
            found[one.side] = found.get(one.side, 0) + (one.count or 0)
    return found


def _said(entry: Attendance) -> str:
    """An entry as listed; a counted one as its name and its number, "HFJ – 5" as "HFJ 5"."""
    if entry.grain is Grain.ORGANISATION:
        return organisation_words(entry)
    if entry.grain is not Grain.CATEGORY or entry.count is None:
        return entry.listing or entry.category
    number = f"{entry.count}"
    name = re.sub(rf"\s*[–—:-]\s*{number}\s*$", "", cleaned(entry.listing)) or entry.category
    return name if name.endswith(f" {number}") else f"{name} {number}"


def _workshop(session: Session, doubled: bool, there: list[Attendance], returned: list[Return]) -> Workshop:
    taking_part = [one for one in there if is_taking_part(one)]
    door = [one for one in taking_part if is_at_the_door(one)]
    dated = f"{session.label} ({session.date.given})"
    return Workshop(
        session=session,
        name=dated if doubled and session.date.given else session.label,
        listed=tuple(one for one in taking_part if one not in door),
        running=tuple(one for one in there if not is_taking_part(one)),
        at_the_door=tuple(door),
        returns=tuple(returned),
    )


def is_taking_part(entry: Attendance) -> bool:
    """Whether an entry is of people who took part, and not of those who ran it or looked on (X27)."""
    return entry.capacity not in _RUNNING_IT


def is_at_the_door(entry: Attendance) -> bool:
    """Whether an entry counts, by where they sat, people who are listed in another way too (X23)."""
    counted = entry.grain is Grain.CATEGORY and entry.side is not None and entry.count is not None
    return counted and entry.may_overlap


def _by(records: Iterable[T], field: str) -> dict[RecordId, list[T]]:
    found: dict[RecordId, list[T]] = {}
    for one in records:
        found.setdefault(getattr(one, field), []).append(one)
    return found
