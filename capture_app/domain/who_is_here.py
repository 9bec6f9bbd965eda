"""Who is at a session while it runs, from the list of who is expected and what was seen on each laptop (C3).

Pure values. Three grains stand side by side: none is worked out from another, and nothing is added up across them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from capture_app.domain.record import RecordId
from capture_app.domain.records import Attendance, AttendanceMark
from capture_app.domain.vocabulary import Grain, Presence, Side

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One row of the list: a person, a listed organisation, or a number of people of one kind.

    entry: what marks are about. state, sides, group, count: as last seen. `sides` holds two where one laptop has
    somebody in the room and another on the call: that is one person. since: when they came or left, else empty.
    trail: all marks, the first first.
    """

    entry: Attendance
    state: Presence = Presence.EXPECTED
    sides: frozenset[Side] = frozenset()
    group: RecordId = ""
    count: int | None = None
    since: str = ""
    trail: tuple[AttendanceMark, ...] = ()

    @property
    def key(self) -> RecordId:
        """The id of the entry it stands for."""
        return self.entry.id

    @property
    def seen(self) -> bool:
        """Whether anybody kept anything of them while it ran; a group alone may have been planned before."""
        return any(map(was_seen, self.trail))

    @property
    def came(self) -> bool:
        """Whether anybody ever saw them there."""
        return any(mark.state is Presence.HERE for mark in self.trail)

    @property
    def here(self) -> bool:
        """Whether they are there now."""
        return self.state is Presence.HERE


@dataclass(frozen=True, slots=True)
class HereCount:
    """How many rows of one grain are there, and where they sit; `both` are in the room and on the call, once each.

    unsaid: there, but nobody said where. people: how many people the rows of a headcount come to, None where that
    cannot be said: nobody counted (`uncounted` rows), or some may have been counted twice (`overlap`, X23).
    """

    grain: Grain
    here: int
    room: int
    remote: int
    both: int
    unsaid: int
    expected: int
    left: int
    people: int | None = None
    uncounted: int = 0
    overlap: bool = False


def was_seen(mark: AttendanceMark) -> bool:
    """Whether a mark says more than to which group somebody goes."""
    return (mark.state, mark.side, mark.count) != (None, None, None)


def attendees(entries: Sequence[Attendance], marks: Iterable[AttendanceMark]) -> tuple[Attendee, ...]:
    """The rows of a session, in the order of the entries. Entries for the same person are one row (practice 2.6)."""
    found: dict[RecordId, list[AttendanceMark]] = defaultdict(list)
    for mark in marks:
        found[mark.entry].append(mark)
    rows: dict[RecordId, list[Attendance]] = defaultdict(list)
    for entry in entries:
        same = entry.person if entry.grain is Grain.PERSON and entry.person else entry.id
        rows[same].append(entry)
    return tuple(
        _attendee(same[0], [mark for one in same for mark in found[one.id]]) for same in rows.values()
    )


def counted(rows: Iterable[Attendee], grain: Grain) -> HereCount:
    """How many of one grain are there. Numbers of people are given for headcounts only, and only if all have one."""
    own = [one for one in rows if one.entry.grain is grain]
    here = [one for one in own if one.here]
    category = grain is Grain.CATEGORY
    numbers = [one.count for one in here if one.count is not None] if category else []
    overlap = category and len(here) > 1 and any(one.entry.may_overlap for one in here)
    uncounted = len(here) - len(numbers) if category else 0
    return HereCount(
        grain=grain,
        here=len(here),
        room=_in(here, Side.ROOM),
        remote=_in(here, Side.REMOTE, Side.CHAT),
        both=sum(len(one.sides) > 1 for one in here),
        unsaid=sum(not one.sides for one in here),
        expected=sum(one.state is Presence.EXPECTED for one in own),
        left=sum(one.state is Presence.LEFT for one in own),
        people=sum(numbers) if numbers and not overlap and not uncounted else None,
        uncounted=uncounted,
        overlap=overlap,
    )


def same_words(rows: Iterable[Attendee]) -> tuple[tuple[str, int], ...]:
    """Walk-ins that may be one: words that stand on the list twice or more, and how often, small letters or not.

    Two laptops that each typed the same walk-in have two rows; whether they are one a person decides (C5).
    """
    found: dict[tuple[Grain, str], list[Attendance]] = defaultdict(list)
    for row in rows:
        if not row.entry.person:
            found[row.entry.grain, " ".join(row.entry.listing.casefold().split())].append(row.entry)
    return tuple(
        (those[0].listing, len(those))
        for (_grain, words), those in found.items()
        if words and len(those) > 1 and any(one.walk_in for one in those)
    )


def people_in(rows: Iterable[Attendee], side: Side) -> int:
    """How many people the headcounts say are at one side; rows nobody counted are left out."""
    own = (one for one in rows if one.entry.grain is Grain.CATEGORY and one.here)
    return sum(one.count or 0 for one in own if one.sides == {side})


def _in(here: Iterable[Attendee], *sides: Side) -> int:
    return sum(len(one.sides) == 1 and one.sides <= set(sides) for one in here)


def _attendee(entry: Attendance, marks: list[AttendanceMark]) -> Attendee:
    marks.sort(key=lambda mark: (mark.at, mark.id))
    states = [mark for mark in marks if mark.state is not None]
    state = states[-1].state if states and states[-1].state else Presence.EXPECTED
    return Attendee(
        entry=entry,
        state=state,
        sides=_sides(entry, state, marks),
        group=_last(mark.group for mark in marks) or "",
        count=_last(mark.count for mark in marks),
        since="" if state is Presence.EXPECTED else _since(states),
        trail=tuple(marks),
    )


def _sides(entry: Attendance, state: Presence, marks: Sequence[AttendanceMark]) -> frozenset[Side]:
    """Where they sit by each laptop that has them there; without one, where they were last seen or are expected."""
    last: dict[RecordId, tuple[Presence | None, Side | None]] = {}
    for mark in marks:
        before = last.get(mark.device, (None, None))
        last[mark.device] = (mark.state or before[0], mark.side or before[1])
    seen = {side for there, side in last.values() if there is Presence.HERE and side}
    if state is Presence.HERE and seen:
        return frozenset(seen)
    side = _last(mark.side for mark in marks) or entry.side
    return frozenset({side} if side else ())


def _since(states: Sequence[AttendanceMark]) -> str:
    """When the state that holds began: saying again that somebody is there does not make them come later."""
    since = states[-1].at
    for mark in reversed(states):
        if mark.state is not states[-1].state:
            break
        since = mark.at
    return since


def _last(values: Iterable[T | None]) -> T | None:
    found = [value for value in values if value is not None]
    return found[-1] if found else None
