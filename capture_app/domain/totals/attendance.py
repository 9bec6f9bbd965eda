"""Totals of who was there, grain by grain: headcounts, listings, single people; and by nation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    """Which sessions had a listed organisation of which nation, and which nations have none (A6, X11)."""
    nation_of = {one.id: one.nation for one in programme.organisations}
    listed = {(one.session, nation_of.get(one.organisation)) for one in programme.attendance}
    bodies = {one.organisation for one in programme.attendance if one.organisation}
    parts = []
    for nation in Nation:
        there = [session_words(one) for one in programme.ordered() if (one.id, nation) in listed]
        if nation in FOUR or (there and nation is not Nation.NOT_STATED):
            parts.append(Part(nation, len(there), tuple(there)))
    return Total(
        what=What.NATIONS,
        count=sum(bool(part.count) for part in parts if part.label in FOUR),
        parts=tuple(parts),
        unsaid=sum(nation_of.get(one, Nation.NOT_STATED) is Nation.NOT_STATED for one in bodies),
    )


def entries_by_nation_of(programme: Programme) -> Total:
    """How many listed entries there are of each nation; `unsaid`: how many of none (A6)."""
    nation_of = {one.id: one.nation for one in programme.organisations}
    found = by_nation((one for one in programme.attendance if _is_listed(one)), nation_of)
    without = len(found.pop(Nation.NOT_STATED))
    parts = tuple(Part(nation, len(entries)) for nation, entries in found.items())
    return Total(
        what=What.NATION_ENTRIES, count=sum(part.count or 0 for part in parts), parts=parts, unsaid=without
    )


def by_nation(
    entries: Iterable[Attendance], nation_of: Mapping[RecordId, Nation]
) -> dict[Nation, list[Attendance]]:
    """Entries by the nation of the organisation they are linked to; the four, and those of no nation, are always there.

    nation_of: the nations of organisations by id.
    """
    found: dict[Nation, list[Attendance]] = {nation: [] for nation in Nation}
    for one in entries:
        found[nation_of.get(one.organisation, Nation.NOT_STATED)].append(one)
    kept = (*FOUR, Nation.NOT_STATED)
    return {nation: those for nation, those in found.items() if those or nation in kept}


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
