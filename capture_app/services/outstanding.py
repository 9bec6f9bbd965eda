"""What a laptop has not handed over yet, and what it has not been told yet: worked out from numbers alone."""

from collections import defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from capture_app.domain.record import RecordId
from capture_app.domain.records import Device
from capture_app.domain.runs import Run, missing, without
from capture_app.services import slices
from capture_app.store.facts import Transfer
from capture_app.store.log import Place
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["Outstanding", "outstanding"]

_Runs = Mapping[Place, Sequence[Run]]


@dataclass(frozen=True, slots=True)
class Outstanding:
    """Of one laptop: how many of its changes are missing here, and how many questionnaires it named as open.

    records: those here that it does not know yet, None if nobody noted what it knows; erasures: likewise.
    """

    gaps: int
    open_boxes: int
    records: int | None
    erasures: int


def outstanding(
    work: UnitOfWork,
    sessions: Mapping[RecordId, RecordId],
    came: Mapping[str, Sequence[Transfer]],
    went: Mapping[str, Sequence[Transfer]],
) -> dict[RecordId, Outstanding]:
    """For each laptop, given its session; `went` are the packs made for it.

    `came` is its newest bundle, and that of each other workspace it wrote in (see `histories`), newest first.
    """
    here, kept, markers = work.log.runs(), _kept_back(work), len(work.log.erasures())
    told = {laptop: _told(came.get(laptop, ()), went.get(laptop, ())) for laptop in sessions}
    goes = slices.goes_to_laptops(work, {sessions[laptop] for laptop, noted in told.items() if noted})
    roles = {one.id: one.role for one in work.records.all(Device)}
    withheld = {role: slices.not_for(work, role) for role in set(roles.values())}
    return {
        laptop: Outstanding(
            gaps=_gaps(here, laptop, kept[laptop]),
            open_boxes=sum(map(_open_boxes, came.get(laptop, ()))),
            records=_unknown(work, here, goes[sessions[laptop]], _known(noted), withheld[roles[laptop]])
            if noted
            else None,
            erasures=max(markers - noted.facts["erasures"], 0) if noted else 0,
        )
        for laptop, noted in told.items()
    }


def _told(bundles: Sequence[Transfer], packs: Sequence[Transfer]) -> Transfer | None:
    """What tells what a laptop knows: the newest that came of it or went to it, if it noted what was in it."""
    newest = next(iter((*bundles, *packs)), None)
    return newest if newest is not None and "ranges" in newest.facts else None


def _gaps(here: _Runs, device: str, kept: _Runs) -> int:
    """How many of a device's changes are neither here nor were kept back on purpose, as far as its numbers go."""
    return sum(missing(runs, kept.get(place, ())) for place, runs in here.items() if place.device == device)


def _kept_back(work: UnitOfWork) -> Mapping[str, dict[Place, list[Run]]]:
    """What each laptop ever named as kept back on purpose."""
    kept: dict[str, dict[Place, list[Run]]] = defaultdict(lambda: defaultdict(list))
    for one in work.facts.transfers("in"):
        for part in one.facts.get("kept_back", ()):
            _add(kept[one.device], part["ranges"])
    return kept


def _open_boxes(last: Transfer) -> int:
    """What was kept back and never became a change, so that it has no numbers: open questionnaires."""
    return sum(not part["ranges"] for part in last.facts.get("kept_back", ()))


def _known(told: Transfer) -> _Runs:
    """What the laptop had when it made this bundle, or has from this pack."""
    known: dict[Place, list[Run]] = defaultdict(list)
    for ranges in (told.facts["ranges"], *(part["ranges"] for part in told.facts.get("kept_back", ()))):
        _add(known, ranges)
    return known


def _add(runs: dict[Place, list[Run]], ranges: Mapping[str, Any]) -> None:
    for device, incarnations in ranges.items():
        for incarnation, some in incarnations.items():
            runs[Place(device, incarnation)] += [(first, last) for first, last in some]


def _unknown(
    work: UnitOfWork,
    here: _Runs,
    goes: Callable[[str, RecordId], bool],
    known: _Runs,
    withheld: Container[RecordId],
) -> int:
    """How many records have a change the laptop does not know. Laptops themselves are not counted."""
    news = {place: without(runs, known.get(place, ())) for place, runs in here.items()}
    records = {one for place, runs in news.items() for one in work.log.records_in(place, runs)}
    return sum(
        kind != Device.__name__ and record not in withheld and goes(kind, record) for kind, record in records
    )
