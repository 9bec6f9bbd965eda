"""How a session runs against its plan: what runs now, how long it still has, what has to give way (B6).

Pure values. Times are local and to the minute; a plan without times still says how long a part has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaPart, PartRun
from capture_app.domain.times import read_time

MINUTE = timedelta(minutes=1)


class Stage(StrEnum):
    """Where a part is."""

    DONE = "done"
    LEFT_OUT = "left_out"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Slot:
    """A part with its times. `plan` is None where the plan gives no time, `began` where it has not begun.

    ended: when it did, where that was kept. minutes: how long it is to take. begins, ends: when it did or is
    expected to, where that can be said.
    """

    part: AgendaPart
    stage: Stage
    plan: datetime | None
    began: datetime | None
    ended: datetime | None
    minutes: int | None
    begins: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """What has to be cut so that a part that is kept begins as planned: `minutes`, and from which parts.

    offers: parts between now and then, the longest first, with how long each would still take.
    """

    kept: Slot
    minutes: int
    offers: tuple[tuple[Slot, int], ...]


@dataclass(frozen=True, slots=True)
class RunSheet:
    """A session as it runs. `at` is the time for which this holds."""

    slots: tuple[Slot, ...]
    at: datetime

    @property
    def now(self) -> Slot | None:
        """The part that runs."""
        return next((slot for slot in self.slots if slot.stage is Stage.NOW), None)

    @property
    def next(self) -> Slot | None:
        """The part that comes after it, or the first."""
        return next((slot for slot in self.slots if slot.stage is Stage.LATER), None)

    @property
    def last(self) -> Slot | None:
        """The part that began, of those the one furthest down the agenda."""
        return next((slot for slot in reversed(self.slots) if slot.began), None)

    @property
    def over(self) -> bool:
        """Whether the session was ended after its last part."""
        return self.begun and self.now is None and self.next is None

    @property
    def spare(self) -> Slot | None:
        """The part that comes next, where it can be left out: while another runs, and unless it is kept."""
        ahead = self.next
        return ahead if self.now is not None and ahead is not None and not ahead.part.kept else None

    @property
    def begun(self) -> bool:
        """Whether any part has begun."""
        return any(slot.began for slot in self.slots)

    @property
    def minutes_left(self) -> int | None:
        """Whole minutes the part that runs still has, fewer than none if it is over its time."""
        now = self.now
        if now is None or now.began is None or now.minutes is None:
            return None
        return -((self.at - now.began - now.minutes * MINUTE) // MINUTE)

    @property
    def behind(self) -> int | None:
        """Minutes by which the part that runs will end after its plan; fewer than none if before it."""
        now = self.now
        if now is None or now.plan is None or now.ends is None or now.part.planned_minutes is None:
            return None
        return (now.ends - now.plan - now.part.planned_minutes * MINUTE) // MINUTE

    @property
    def cut(self) -> Cut | None:
        """What has to be cut for the next part that is kept; None where it begins in time."""
        if self.now is None:
            return None
        ahead = [slot for slot in self.slots if slot.stage in (Stage.NOW, Stage.LATER)]
        for place, slot in enumerate(ahead):
            if slot.part.kept and slot.stage is Stage.LATER and slot.plan and slot.begins:
                late = (slot.begins - slot.plan) // MINUTE
                return Cut(slot, late, _offers(ahead[:place], late)) if late > 0 else None
        return None


def run_sheet(parts: Sequence[AgendaPart], runs: Mapping[RecordId, PartRun], at: datetime) -> RunSheet:
    """The run sheet of a session by the times kept on one laptop, by part."""
    minute = at.replace(second=0, microsecond=0)
    slots = [_slot(part, runs.get(part.id), minute) for part in parts]
    return RunSheet(tuple(_expected(_staged(slots, runs), minute)), minute)


def _slot(part: AgendaPart, run: PartRun | None, at: datetime) -> Slot:
    decided = run.minutes if run else None
    minutes = part.planned_minutes if decided is None else decided
    began, ended = (run.began, run.ended) if run else ("", "")
    return Slot(part, Stage.LATER, _planned(part, at), _moment(began, at), _moment(ended, at), minutes)


def _staged(slots: Sequence[Slot], runs: Mapping[RecordId, PartRun]) -> list[Slot]:
    """What comes before the part that began last is done or was left out; so is what is to take no time at all."""
    last = max((place for place, slot in enumerate(slots) if slot.began), default=-1)
    found = []
    for place, slot in enumerate(slots):
        run = runs.get(slot.part.id)
        stage = Stage.DONE if slot.began else Stage.LEFT_OUT
        if place == last and not (run and run.ended):
            stage = Stage.NOW
        if place > last:
            stage = Stage.LEFT_OUT if run and run.minutes == 0 else Stage.LATER
        found.append(replace(slot, stage=stage))
    return found


def _expected(slots: Sequence[Slot], at: datetime) -> Iterator[Slot]:
    """When each part begins and ends if each takes its minutes and none begins before its turn."""
    clock: datetime | None = None
    for slot in slots:
        if slot.stage is Stage.NOW and slot.began:
            clock = max(at, slot.began + (slot.minutes or 0) * MINUTE)
            yield replace(slot, begins=slot.began, ends=clock)
        elif slot.stage is Stage.LATER and clock is not None:
            begins, clock = clock, clock + (slot.minutes or 0) * MINUTE
            yield replace(slot, begins=begins, ends=clock)
        else:
            yield replace(slot, begins=slot.began)


def _offers(before: Sequence[Slot], late: int) -> tuple[tuple[Slot, int], ...]:
    """Parts that could give all of these minutes and keep one; those that are kept give none."""
    able = [slot for slot in before if not slot.part.kept and slot.stage is Stage.LATER and slot.minutes]
    able.sort(key=lambda slot: -(slot.minutes or 0))
    return tuple((slot, slot.minutes - late) for slot in able if slot.minutes and slot.minutes > late)


def _planned(part: AgendaPart, at: datetime) -> datetime | None:
    """The planned start on the day of `at`."""
    found = read_time(part.planned_start)
    if not found:
        return None
    hour, minute = map(int, found.split(":"))
    return at.replace(hour=hour, minute=minute)


def _moment(words: str, at: datetime) -> datetime | None:
    """A time that was kept, in the zone of `at`; None where there is none, or it is none."""
    try:
        return datetime.fromisoformat(words).replace(tzinfo=at.tzinfo) if words else None
    except ValueError:  # out of a file
        return None
