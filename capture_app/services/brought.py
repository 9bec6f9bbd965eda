"""What a bundle brings: the numbers a lead compares on the phone, what is missing, what it would erase."""

from collections.abc import Iterable, Mapping
from typing import Any

from capture_app.domain.clock import Stamp
from capture_app.domain.record import RecordId
from capture_app.domain.records import Box, Line
from capture_app.domain.revision import Erasure, ErasureId, Revision
from capture_app.domain.runs import Run, missing
from capture_app.domain.view import View, view
from capture_app.exchange.parcel import Parcel, ranges_of
from capture_app.services.conflicts import place_words
from capture_app.store.log import Place
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["missing_of", "numbers_of", "places_to_erase", "receipt_of"]


def numbers_of(parcel: Parcel) -> str:
    """Lines, minutes and questionnaires as the sender's receipt gives them: "23 · 88 · 17".

    Worked out from the bundle alone, so that what came from other laptops changes nothing in them.
    """
    lines, boxes = _own(parcel, Line.__name__), _own(parcel, Box.__name__)
    shown = [line.body for line in lines if not line.body["deleted"]]
    numbers = (
        sum(bool(body["sheet"]) for body in shown),
        sum(bool(body["minutes"]) for body in shown),
        sum(_count(box) for box in boxes),
    )
    return " · ".join(map(str, numbers))


def receipt_of(parcel: Parcel, merged: Stamp) -> Mapping[str, Any]:
    """What is kept of a bundle that was merged: what its laptop had, and what it kept back."""
    return {
        "what": parcel.what.value,
        "merged": merged,
        "numbers": numbers_of(parcel),
        "ranges": ranges_of(parcel.revisions),
        "erasures": len(parcel.erasures),
        "kept_back": [{"what": kept.what, "ranges": kept.ranges} for kept in parcel.kept_back],
    }


def places_to_erase(work: UnitOfWork, markers: Iterable[Erasure]) -> dict[ErasureId, tuple[str, ...]]:
    """For each erasure not known here yet, where the words it empties stand; read before it is obeyed."""
    known = {marker.id for marker in work.log.erasures()}
    return {marker.id: _places(work, marker) for marker in markers if marker.id not in known}


def missing_of(work: UnitOfWork, parcel: Parcel) -> int:
    """Numbers of the sender that are neither here nor left out on purpose."""
    here = work.log.runs(parcel.device)
    return sum(missing(runs, _left_out(parcel, place)) for place, runs in here.items())


def _own(parcel: Parcel, kind: str) -> list[View]:
    """The records of a kind that the sender had a hand in, as it had them."""
    entries: dict[RecordId, list[Revision]] = {}
    for revision in parcel.revisions:
        if revision.kind == kind:
            entries.setdefault(revision.record, []).append(revision)
    return [view(own) for own in entries.values() if any(one.device == parcel.device for one in own)]


def _count(box: View) -> int:
    count = box.body["count"]
    return count if isinstance(count, int) else 0


def _places(work: UnitOfWork, marker: Erasure) -> tuple[str, ...]:
    records = [marker.record] if marker.record else work.log.records_about(marker.subject)
    views = [found for record in records if (found := work.records.view(record)) is not None]
    return tuple(place_words(work, found.kind, found.record) for found in views)


def _left_out(parcel: Parcel, place: Place) -> list[Run]:
    return [
        run
        for kept in parcel.kept_back
        for run in kept.ranges.get(place.device, {}).get(place.incarnation, ())
    ]
