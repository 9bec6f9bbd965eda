"""What belongs to what: an introduction to its workshop, and nothing to itself by whatever way (B1)."""

from collections.abc import Mapping

from capture_app.domain.record import RecordId

__all__ = ["with_all_below"]


def with_all_below(record: RecordId, parents: Mapping[RecordId, RecordId]) -> frozenset[RecordId]:
    """A record with all that belongs to it, also through others; `parents` says to what each belongs."""
    found, growing = {record}, True
    while growing:
        more = {one for one, parent in parents.items() if parent in found} - found
        found |= more
        growing = bool(more)
    return frozenset(found)
