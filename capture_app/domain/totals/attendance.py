"""Totals of who was there, grain by grain: headcounts, listings, single people; and by nation."""

from collections.abc import Iterator, Sequence

from capture_app.domain.listed_as import ListedAs
from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Attendance, Session
from capture_app.domain.totals.shapes import Part, Programme, Total, What, by_series, session_words
from capture_app.domain.vocabulary import Capacity, Grain, Nation

FOUR = (Nation.ENGLAND, Nation.WALES, Nation.SCOTLAND, Nation.NORTHERN_IRELAND)
"""The nations that a consultation of the whole country has to reach (A6)."""


def headcounts_of(programme: Programme) -> Iterator[Total]:
    """Headcounts by series and in all; those who ran or watched a session apart (C3, X23, X27)."""
    counted = [one for one in programme.attendance if one.grain is Grain.CATEGORY and one.count is not None]
    ordered = programme.ordered()
    parts = []
    for series, held in by_series(ordered).items():
        total = _headcount(counted, held, series)
        parts.append(Part(series, total.count))
        yield total
    everybody = _headcount(counted, ordered, "")
    yield Total(
        what=What.HEADCOUNTS,
        count=everybody.count,
        parts=tuple(parts),
        unsaid=everybody.unsaid,
        overlap=everybody.overlap,
    )
    if at_work := [one for one in counted if _at_work(one)]:
        yield Total(what=What.STAFF, count=_sum(at_work), overlap=_overlap(at_work))


def listings_of(programme: Programme) -> Iterator[Total]:
    """Entries that name and do not count: how many, in how many spellings, for how many bodies (C3, C5)."""
    listed = [one for one in programme.attendance if _is_listed(one)]
    held = [
        (words, [one for one in listed if one.session == id_]) for id_, words in programme.words().items()
    ]
    parts = tuple(Part(words, len(entries)) for words, entries in held if entries)
    bodies = {one.organisation or one.category or one.listing for one in listed}
    people = [one for one in programme.attendance if one.grain is Grain.PERSON and not _at_work(one)]
    yield Total(what=What.LISTINGS, count=len(listed), parts=parts)
    yield Total(what=What.SPELLINGS, count=len({one.listing for one in listed}))
    yield Total(what=What.BODIES, count=len(bodies))
    yield Total(what=What.PEOPLE, count=len(people))


def nations_of(programme: Programme) -> Total:
    """How many listed organisations there are of each nation, each counted once; and which nations have none (A6, X11).

    An organisation counts once, in however many sessions it is listed, and both of a joint listing do (C5).
    Headcounts, single people and whoever ran or watched a session are no listings. unsaid: organisations whose
    nation nobody stated; one that is known by its words alone is among them.
    """
    found: dict[Nation, dict[str, None]] = {nation: {} for nation in Nation}
    known = {one.id: one for one in programme.organisations}
    listed_as = ListedAs(programme.organisations, programme.names, programme.related)
    for entry in programme.attendance:
        if entry.grain is not Grain.ORGANISATION or _at_work(entry):
            continue
        for body in listed_as.organisations(entry.organisation, entry.listing) or (entry.listing,):
            nation = known[body].nation if body in known else Nation.NOT_STATED
            found[nation][body] = None
    without = found.pop(Nation.NOT_STATED)
    parts = tuple(
        Part(nation, len(bodies), tuple(sorted((known[one].name for one in bodies), key=reading_order)))
        for nation, bodies in found.items()
        if bodies or nation in FOUR
    )
    reached = sum(bool(part.count) for part in parts if part.label in FOUR)
    return Total(what=What.NATIONS, count=reached, parts=parts, unsaid=len(without))


def _headcount(counted: Sequence[Attendance], sessions: Sequence[Session], series: str) -> Total:
    """The headcounts of some sessions. A session without one is told of, never taken for nobody."""
    entries: dict[RecordId, list[Attendance]] = {one.id: [] for one in sessions}
    for one in counted:
        if one.session in entries and not _at_work(one):
            entries[one.session].append(one)
    together = [one for each in entries.values() for one in each]
    return Total(
        what=What.HEADCOUNTS,
        of=series,
        count=_sum(together),
        parts=tuple(Part(session_words(one), _sum(entries[one.id])) for one in sessions),
        unsaid=sum(not each for each in entries.values()),
        overlap=_overlap(together),
    )


def _is_listed(entry: Attendance) -> bool:
    """Whether it names and does not count, and is of somebody who took part."""
    names = entry.grain is Grain.ORGANISATION or (entry.grain is Grain.CATEGORY and entry.count is None)
    return names and not _at_work(entry)


def _at_work(entry: Attendance) -> bool:
    return entry.capacity in (Capacity.STAFF, Capacity.OBSERVER)


def _overlap(entries: Sequence[Attendance]) -> bool:
    return any(one.may_overlap for one in entries)


def _sum(entries: Sequence[Attendance]) -> int | None:
    if not entries or _overlap(entries):
        return None
    return sum(one.count or 0 for one in entries)
