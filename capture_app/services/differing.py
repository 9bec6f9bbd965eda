"""Where laptops differ in this workspace, as a person is asked about it."""

from collections.abc import Collection, Mapping

from capture_app.domain.differing import Difference, decided_otherwise, differences, fields_of
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.view import Conflict
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["asked_about", "count_among", "differences_in", "lines_decided_otherwise"]


def differences_in(work: UnitOfWork) -> list[Difference]:
    """Everything that waits for a person."""
    conflicts = work.records.conflicts()
    return differences(conflicts, _lines(work, conflicts))


def lines_decided_otherwise(work: UnitOfWork) -> Mapping[RecordId, tuple[Line, ...]]:
    """The lines about which laptops decided otherwise, as each of them has it (D2 to D8)."""
    conflicts = work.records.conflicts()
    lines = _lines(work, conflicts)
    return decided_otherwise(differences(conflicts, lines), lines)


def asked_about(work: UnitOfWork) -> list[Conflict]:
    """The fields in conflict about which somebody is asked."""
    asked = {(one.record, field) for one in differences_in(work) for field in fields_of(one)}
    return [one for one in work.records.conflicts() if (one.record, one.field) in asked]


def count_among(work: UnitOfWork, fields: Collection[tuple[RecordId, str]]) -> int:
    """How many of the things that wait are about one of these fields."""
    wanted = set(fields)
    return sum(any((one.record, field) in wanted for field in fields_of(one)) for one in differences_in(work))


def _lines(work: UnitOfWork, conflicts: Collection[Conflict]) -> dict[RecordId, Line]:
    """Those in conflict."""
    found = (work.records.find(Line, one) for one in {one.record for one in conflicts if _is_line(one)})
    return {one.id: one for one in found if one is not None}


def _is_line(conflict: Conflict) -> bool:
    return conflict.kind == Line.__name__
