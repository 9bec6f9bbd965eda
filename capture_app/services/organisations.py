"""Where an organisation is listed, which names look alike, and what a person decided about them (C5, X28).

Looking changes nothing. Each verb does what one button says, and all of it is undone in one step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from capture_app.domain.alike import Likeness, Why, alike
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.listed_as import ListedAs
from capture_app.domain.reading_order import Place, reading_order
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    RECORDS,
    Attendance,
    Organisation,
    OrganisationLink,
    OrganisationName,
    Return,
    Session,
)
from capture_app.domain.shape import SHAPES
from capture_app.domain.vocabulary import Grain, OrganisationRelation
from capture_app.services.done import Done
from capture_app.services.keeping import Step, Together
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

__all__ = [
    "Around",
    "ListedAt",
    "Other",
    "Settled",
    "Suggestion",
    "Why",
    "around",
    "decide_again",
    "relate",
    "same_as",
]

Listing = Attendance | Return


@dataclass(frozen=True, slots=True)
class ListedAt:
    """One entry of a session, letter for letter. `returned`: the organisation answered; else it was there."""

    record: RecordId
    session: str
    text: str
    returned: bool


@dataclass(frozen=True, slots=True)
class Other:
    """What looks like an organisation: another one, or (with an empty id) entries that stand for none yet."""

    name: str
    organisation: RecordId
    listed: tuple[ListedAt, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that looks alike and about which nobody has decided."""

    other: Other
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Settled:
    """What somebody decided about two organisations. `turned`: the link leads from the other to this one."""

    link: RecordId
    name: str
    relation: OrganisationRelation
    turned: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What there is around one organisation, the likest first."""

    listed: tuple[ListedAt, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    settled: tuple[Settled, ...] = ()


def around(workspace: Workspace, organisation: RecordId) -> Around:
    """Where an organisation is listed, and what looks like it. Nothing is changed by looking."""
    with workspace.unit_of_work() as work:
        found = _Names(work)
        return Around(
            found.listed.get(organisation, ()),
            tuple(sorted(found.suggestions(organisation), key=_likest_first)),
            tuple(sorted(found.settled(organisation), key=lambda one: reading_order(one.name))),
        )


def same_as(
    workspace: Workspace,
    organisation: RecordId,
    other: Other,
    entries: Collection[RecordId] = (),
    *,
    whole: bool = False,
) -> Done[Step]:
    """Keep the other's name as another spelling of this organisation.

    Of the other's entries only those in `entries` are said to be this organisation from now on. `whole` says
    that the other is no organisation of its own: all that names it names this one, and it leaves the list.
    """
    with workspace.unit_of_work() as work:
        changing = Together(work)
        changing.save(_spelling(work, organisation, other))
        _point(work, changing, organisation, entries)
        if whole and other.organisation:
            _move_all(work, changing, other.organisation, organisation)
            gone = work.records.get(Organisation, other.organisation)
            changing.save(replace(gone, deleted=True))
        return changing.done()


def relate(
    workspace: Workspace,
    organisation: RecordId,
    other: Other,
    relation: OrganisationRelation,
    entries: Collection[RecordId] = (),
) -> Done[Step]:
    """Keep how the other stands to this organisation: part of it, listed together with it, or not the same.

    Where the other is no organisation yet, it becomes one, and `entries` are said to be it.
    """
    with workspace.unit_of_work() as work:
        changing = Together(work)
        known = other.organisation or _made(work, changing, other.name, entries)
        ends = (known, organisation) if relation is OrganisationRelation.PART_OF else (organisation, known)
        if relation is OrganisationRelation.KEPT_APART:
            ends = (min(ends), max(ends))  # the same link from whichever of the two it is made
        link = link_id("OrganisationLink", *ends)
        changing.save(OrganisationLink(id=link, organisation=ends[0], other=ends[1], relation=relation))
        return changing.done()


def decide_again(workspace: Workspace, link: RecordId) -> Done[Step]:
    """Take back how two organisations stand to each other; if they look alike, that is asked again."""
    with workspace.unit_of_work() as work:
        changing = Together(work)
        changing.save(replace(work.records.get(OrganisationLink, link), deleted=True))
        return changing.done()


class _Names:
    """Every name and every entry of a workspace, read once."""

    def __init__(self, work: UnitOfWork) -> None:
        self.organisations = {one.id: one for one in work.records.all(Organisation)}
        self._links = work.records.all(OrganisationLink)
        self._spellings: dict[RecordId, list[str]] = defaultdict(list)
        for name in work.records.all(OrganisationName):
            self._spellings[name.organisation].append(name.text)
        labels = {one.id: one.label for one in work.records.all(Session)}
        listed_as = ListedAs(self.organisations.values(), work.records.all(OrganisationName), self._links)
        self._linked, self._unknown = _sorted_out(_entries(work), labels)
        self.listed = _with_joint(self._linked, listed_as)

    def suggestions(self, organisation: RecordId) -> Iterator[Suggestion]:
        mine, decided = self._names(organisation), self._related(organisation)
        for other in self._others():
            if other.organisation and (other.organisation == organisation or other.organisation in decided):
                continue
            its = self._names(other.organisation) if other.organisation else (other.name,)
            found = [likeness for name in mine for its_name in its if (likeness := alike(name, its_name))]
            if found:
                yield Suggestion(other, max(found, key=lambda one: one.score))

    def settled(self, organisation: RecordId) -> Iterator[Settled]:
        for link in self._links:
            ends = (link.organisation, link.other)
            if organisation not in ends:
                continue
            turned = link.other == organisation
            other = self.organisations.get(ends[0] if turned else ends[1])
            if other is not None:
                yield Settled(link.id, other.name, link.relation, turned)

    def _others(self) -> Iterator[Other]:
        for one in self.organisations.values():
            yield Other(one.name, one.id, self._linked.get(one.id, ()))
        for text, entries in self._unknown.items():
            yield Other(text, "", entries)

    def _names(self, organisation: RecordId) -> tuple[str, ...]:
        known = self.organisations.get(organisation)
        return (known.name if known else "", *self._spellings.get(organisation, ()))

    def _related(self, organisation: RecordId) -> set[RecordId]:
        ends = [(link.organisation, link.other) for link in self._links]
        return {end for pair in ends if organisation in pair for end in pair}


def _entries(work: UnitOfWork) -> Iterator[tuple[Listing, RecordId, bool]]:
    """Every entry that lists an organisation, its session, and whether it is a return."""
    for there in work.records.all(Attendance):
        if there.grain is Grain.ORGANISATION or there.organisation:
            yield there, there.session, False
    for back in work.records.all(Return):
        yield back, back.about, True


def _sorted_out(
    entries: Iterable[tuple[Listing, RecordId, bool]], labels: Mapping[RecordId, str]
) -> tuple[dict[RecordId, tuple[ListedAt, ...]], dict[str, tuple[ListedAt, ...]]]:
    """The entries by the organisation they are linked to, and those that stand for none by their text."""
    known: dict[RecordId, tuple[ListedAt, ...]] = {}
    unknown: dict[str, tuple[ListedAt, ...]] = {}
    in_order = sorted(
        entries, key=lambda one: (reading_order(labels.get(one[1], "")), one[2], one[0].order, one[0].id)
    )
    for entry, session, returned in in_order:
        told = ListedAt(entry.id, labels.get(session, ""), entry.listing, returned)
        if entry.organisation:
            known[entry.organisation] = (*known.get(entry.organisation, ()), told)
        elif entry.listing.strip():
            unknown[entry.listing] = (*unknown.get(entry.listing, ()), told)
    return known, unknown


def _with_joint(
    linked: Mapping[RecordId, tuple[ListedAt, ...]], listed_as: ListedAs
) -> dict[RecordId, tuple[ListedAt, ...]]:
    """The same, and each joint listing at the others it names, too."""
    found = dict(linked)
    for organisation, entries in linked.items():
        for entry in entries:
            for other in listed_as.beside(organisation, entry.text):
                found[other] = (*found.get(other, ()), entry)
    return found


def _likest_first(suggestion: Suggestion) -> tuple[int, Place, str]:
    return (-suggestion.likeness.score, reading_order(suggestion.other.name), suggestion.other.organisation)


def _spelling(work: UnitOfWork, organisation: RecordId, other: Other) -> Record:
    """The other's name among the spellings of this organisation; the one that is there, if it is."""
    for known in work.records.all(OrganisationName, organisation=organisation):
        if known.text == other.name:
            return known
    made = link_id("OrganisationName", organisation, other.name)
    # An organisation is listed in several ways: only where it stands in this one is a source of this spelling.
    listed = [one.session for one in other.listed if one.session and one.text == other.name]
    source = ", ".join(dict.fromkeys(listed))
    return OrganisationName(id=made, organisation=organisation, text=other.name, source=source)


def _made(work: UnitOfWork, changing: Together, name: str, entries: Collection[RecordId]) -> RecordId:
    made = Organisation(id=new_id(), name=name)
    changing.save(made)
    _point(work, changing, made.id, entries)
    return made.id


def _point(
    work: UnitOfWork, changing: Together, organisation: RecordId, entries: Collection[RecordId]
) -> None:
    """Have these entries stand for an organisation; what they say stays letter for letter."""
    for record in entries:
        found = work.records.find(Attendance, record) or work.records.get(Return, record)
        changing.save(replace(found, organisation=organisation))


def _move_all(work: UnitOfWork, changing: Together, old: RecordId, new: RecordId) -> None:
    """Everything that names one organisation names another; a link of it to itself goes."""
    for kind in RECORDS:
        for name in ("organisation", "other"):
            if name not in SHAPES[kind.__name__].names:
                continue
            for record in work.records.all(kind, **{name: old}):
                changing.save(_renamed(record, name, new))


def _renamed(record: Record, name: str, new: RecordId) -> Record:
    changes: dict[str, object] = {name: new}
    if isinstance(record, OrganisationLink):
        ends = {record.organisation, record.other, new}
        changes["deleted"] = len(ends) == 2 and new in (record.organisation, record.other)
    renamed: Record = replace(record, **changes)  # type: ignore[arg-type]
    return renamed
