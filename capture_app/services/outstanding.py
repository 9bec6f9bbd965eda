"""What a laptop has not handed over yet, and what it has not been told yet: worked out from numbers alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from capture_app.domain.record import RecordId
from capture_app.domain.records import Device
from capture_app.services import slices
from capture_app.store.facts import Transfer
from capture_app.store.log import Origin
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["Outstanding", "outstanding"]

_Runs = Mapping[tuple[str, str], Sequence[tuple[int, int]]]
"""By device and incarnation, the first and last number of each run."""


@dataclass(frozen=True, slots=True)
class Outstanding:
    """Of one laptop: how many of its changes are missing here, and how many questionnaires it named as open.

    records: those here that it does not know yet, None if nobody noted what it knows; erasures: likewise.
    """

    gaps: int
    open_boxes: int
    records: int | None
    erasures: int


@dataclass(slots=True)
class _Here:
    """What the log here holds, without its words."""

    origins: list[Origin]
    numbers: dict[str, dict[str, set[int]]] = field(default_factory=lambda: defaultdict(dict))

    def __post_init__(self) -> None:
        for one in self.origins:
            self.numbers[one.device].setdefault(one.incarnation, set()).add(one.number)


def outstanding(
    work: UnitOfWork,
    sessions: Mapping[RecordId, RecordId],
    came: Mapping[str, Sequence[Transfer]],
    went: Mapping[str, Sequence[Transfer]],
) -> dict[RecordId, Outstanding]:
    """For each laptop, given its session; `went` are the packs made for it.

    `came` is its newest bundle, and that of each other workspace it wrote in (see `histories`), newest first.
    """
    here = _Here(list(work.log.origins()))
    kept = _kept_back(work)
    goes = {session: slices.goes_to_laptop(work, session) for session in set(sessions.values())}
    markers = len(work.log.erasures())
    found = {}
    for laptop, session in sessions.items():
        bundles, packs = came.get(laptop, ()), went.get(laptop, ())
        told = next(iter((*bundles, *packs)), None)
        noted = told is not None and "ranges" in told.facts
        found[laptop] = Outstanding(
            gaps=_gaps(here.numbers.get(laptop, {}), kept[laptop]),
            open_boxes=sum(map(_open_boxes, bundles)),
            records=_unknown(here.origins, goes[session], _known(told)) if told and noted else None,
            erasures=max(markers - told.facts["erasures"], 0) if told and noted else 0,
        )
    return found


def _gaps(numbers: Mapping[str, set[int]], kept: _Runs) -> int:
    """Numbers up to the highest one here that are neither here nor were kept back on purpose."""
    gaps = 0
    for incarnation, found in numbers.items():
        runs = [run for place, some in kept.items() if place[1] == incarnation for run in some]
        meant = {number for first, last in runs for number in range(first, min(last, max(found)) + 1)}
        gaps += max(found) - len(found | meant)
    return gaps


def _kept_back(work: UnitOfWork) -> Mapping[str, dict[tuple[str, str], list[tuple[int, int]]]]:
    """What each laptop ever named as kept back on purpose."""
    kept: dict[str, dict[tuple[str, str], list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for one in work.facts.transfers("in"):
        for part in one.facts.get("kept_back", ()):
            _add(kept[one.device], part["ranges"])
    return kept


def _open_boxes(last: Transfer) -> int:
    """What was kept back and never became a change, so that it has no numbers: open questionnaires."""
    return sum(not part["ranges"] for part in last.facts.get("kept_back", ()))


def _known(told: Transfer) -> _Runs:
    """What the laptop had when it made this bundle, or has from this pack."""
    known: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for ranges in (told.facts["ranges"], *(part["ranges"] for part in told.facts.get("kept_back", ()))):
        _add(known, ranges)
    return known


def _add(runs: dict[tuple[str, str], list[tuple[int, int]]], ranges: Mapping[str, Any]) -> None:
    for device, incarnations in ranges.items():
        for incarnation, some in incarnations.items():
            runs[device, incarnation] += [(first, last) for first, last in some]


def _unknown(origins: Iterable[Origin], goes: Callable[[str, RecordId], bool], known: _Runs) -> int:
    """How many records have a change the laptop does not know. Laptops themselves are not counted."""
    return len(
        {
            one.record
            for one in origins
            if one.kind != Device.__name__
            and not any(a <= one.number <= z for a, z in known.get((one.device, one.incarnation), ()))
            and goes(one.kind, one.record)
        }
    )
