"""Where laptops differ in this workspace, as a person is asked about it."""

from collections.abc import Collection

from capture_app.domain.differing import Difference, differences, fields_of
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.view import Conflict
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["asked_about", "count_among", "differences_in"]


def differences_in(work: UnitOfWork) -> list[Difference]:
    """Everything that waits for a person."""
    conflicts = work.records.conflicts()
    lines = (work.records.find(Line, one) for one in {one.record for one in conflicts if _is_line(one)})
    return differences(conflicts, {one.id: one for one in lines if one is not None})


def asked_about(work: UnitOfWork) -> list[Conflict]:
    """The fields in conflict about which somebody is asked."""
    asked = {(one.record, field) for one in differences_in(work) for field in fields_of(one)}
    return [one for one in work.records.conflicts() if (one.record, one.field) in asked]


def count_among(work: UnitOfWork, fields: Collection[tuple[RecordId, str]]) -> int:
    """How many of the things that wait are about one of these fields."""
    wanted = set(fields)
    return sum(any((one.record, field) in wanted for field in fields_of(one)) for one in differences_in(work))


def _is_line(conflict: Conflict) -> bool:
    return conflict.kind == Line.__name__
