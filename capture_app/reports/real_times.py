"""When the parts of sessions were planned and when they really ran, side by side (B6).

Each laptop keeps its own times. Where they differ all stand there, and nothing says which of them is right; laptops
have numbers that hold within their session, since what a laptop is called may be somebody's name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaPart, PartRun, Session
from capture_app.domain.times import read_time
from capture_app.reports.blocks import Block, Cell, Heading, Prose, Row, Table
from capture_app.reports.engagement_words import session_name
from capture_app.reports.how_it_ran_material import RunMaterial
from capture_app.words import _, n_

Runs = Mapping[tuple[RecordId, RecordId], PartRun]
"""What was kept of a part on a laptop, by their ids."""


@dataclass(frozen=True, slots=True)
class Times:
    """When one part was planned and when it ran, in words; `remark`: how long it was decided in the room to take."""

    part: str
    planned: str
    ran: str
    remark: str


def real_times(material: RunMaterial) -> Iterator[Block]:
    """The section of the document; it also names the sessions of which no times were kept."""
    yield Heading(_("The agenda, as planned and as it ran"))
    kept = {run.session for run in material.runs if run.began}
    planned = {part.session for part in material.agenda}
    timed = [one for one in material.sessions if one.id in kept & planned]
    if timed:
        yield Table(
            caption=_(
                "When parts were planned and when they ran (differing times by the number of the laptop)"
            ),
            header=(_("Session"), _("Part"), _("Planned"), _("As it ran")),
            rows=tuple(row for session in timed for row in _session(material, session)),
            widths=(0.22, 0.3, 0.16, 0.32),
            short=_("Times"),
        )
    bare = [session_name(one) for one in material.sessions if one.id in planned - kept]
    if bare:
        words = n_(
            "Of {count} session no times were kept", "Of {count} sessions no times were kept", len(bare)
        )
        yield Prose(_("{what}: {which}.").format(what=words, which="; ".join(bare)))
    elif not timed:
        yield Prose(_("No agenda is recorded."))


def times_of(
    parts: Iterable[AgendaPart], runs: Sequence[PartRun], names: Mapping[RecordId, str] | None = None
) -> Iterator[Times]:
    """The times of the parts of one session; laptops that are not in `names` have numbers."""
    laptops = {
        laptop: (names or {}).get(laptop) or _("Laptop {number}").format(number=number)
        for number, laptop in enumerate(dict.fromkeys(run.device for run in _by_time(runs)), start=1)
    }
    kept = {(run.part, run.device): run for run in runs}
    for part in parts:
        yield Times(part.title or _("Not named yet"), _planned(part), *_as_it_ran(part, laptops, kept))


def _session(material: RunMaterial, session: Session) -> Iterator[Row]:
    parts = [part for part in material.agenda if part.session == session.id]
    for one in times_of(parts, [run for run in material.runs if run.session == session.id]):
        yield (
            Cell(session_name(session)),
            Cell(one.part),
            Cell(one.planned),
            Cell(one.ran, one.remark),
        )


def _by_time(runs: Sequence[PartRun]) -> list[PartRun]:
    """Those that began, the earliest first, so that a laptop has the same number however bundles came."""
    return sorted((run for run in runs if run.began), key=lambda run: (run.began, run.device))


def _planned(part: AgendaPart) -> str:
    length = "" if part.planned_minutes is None else _("{minutes} min").format(minutes=part.planned_minutes)
    words = (read_time(part.planned_start) or part.planned_start, length)
    return ", ".join(filter(None, words)) or _("no time planned")


def _as_it_ran(part: AgendaPart, laptops: Mapping[RecordId, str], kept: Runs) -> tuple[str, str]:
    """When it ran, by laptop where they differ, and as a remark how long it was decided in the room to take."""
    told = {name: _ran(kept.get((part.id, laptop))) for laptop, name in laptops.items()}
    words = next(iter(told.values()), "") or _("Never ran")
    if len(set(told.values())) > 1:
        by_laptop = _("{laptop}: {times}")
        words = "; ".join(
            by_laptop.format(laptop=name, times=one or _("no time kept")) for name, one in told.items()
        )
    decided = {
        run.minutes for (of, _laptop), run in kept.items() if of == part.id and run.minutes is not None
    }
    remark = _("Decided in the room: {minutes} min")
    return words, "; ".join(
        _("Left out in the room") if minutes == 0 else remark.format(minutes=minutes)
        for minutes in sorted(decided)
    )


def _ran(run: PartRun | None) -> str:
    """What one laptop kept; empty where it kept nothing."""
    began, ended = (_moment(run.began), _moment(run.ended)) if run else (None, None)
    if began is None:
        return ""
    if ended is None:
        return _("from {begin}, its end was not kept").format(begin=f"{began:%H:%M}")
    words = _("{begin} to {end}").format(begin=f"{began:%H:%M}", end=f"{ended:%H:%M}")
    minutes = (ended - began) // timedelta(minutes=1)
    length = _("{minutes} min").format(minutes=minutes) if minutes >= 0 else ""  # a clock that was set back
    return ", ".join(filter(None, (words, length)))


def _moment(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words).replace(tzinfo=None)
    except ValueError:  # empty, or out of a file
        return None
