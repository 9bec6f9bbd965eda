"""A workspace's content as the lines of a dump, and lines of a dump as a workspace's content."""

from collections.abc import Iterable, Iterator

from capture_app.domain.codec import body_from_paths, record_of
from capture_app.domain.dump import DumpedRecord, erasure_line, record_line, view_line
from capture_app.domain.ids import new_id
from capture_app.domain.plain import canonical
from capture_app.domain.record import Plain, Record
from capture_app.domain.records import KINDS
from capture_app.domain.revision import EVERYTHING, Erasure, Revision
from capture_app.domain.shape import SHAPES
from capture_app.store.facts import TrustedKey
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.withheld import SET_ASIDE


def dump_lines(work: UnitOfWork) -> Iterator[str]:
    """Every record as it stands, deleted ones too, and every erasure: sorted by kind and id.

    A dump is read by others. What is set aside here stands in none, nor that anything is (practice 2.11).
    """
    aside = work.projection.withheld.records()
    for kind in sorted({*KINDS, "Erasure"} - {SET_ASIDE}):
        if kind == "Erasure":
            yield from map(erasure_line, work.log.erasures())
            continue
        for record, state in work.projection.every(KINDS[kind]):
            if record.id in aside:
                continue
            if state is None:
                yield record_line(record)
            elif view := work.records.view(record.id):
                yield view_line(view)


def count_lines(work: UnitOfWork, kind: type[Record]) -> int:
    """How many records of a kind stand in a dump."""
    if kind.__name__ == SET_ASIDE:
        return 0
    return len(
        {record for (record,) in work.projection.values_of_every(kind, "id")}
        - work.projection.withheld.records()
    )


def load_lines(work: UnitOfWork, lines: Iterable[DumpedRecord | Erasure]) -> int:
    """Write what a dump holds into an empty workspace; gives the count of records.

    One head is made for each value of a conflict. Erasures are obeyed as they stand: whoever loads a dump
    takes its word for it.
    """
    said = list(lines)
    markers = [line for line in said if isinstance(line, Erasure)]
    records = [line for line in said if isinstance(line, DumpedRecord)]
    for key in sorted({marker.key for marker in markers}):
        work.facts.trust(TrustedKey(key, "lead", ""))
    entries = [entry for record in records for entry in _entries(work, record, markers)]
    work.receive(entries, markers)
    return len(records)


def _entries(work: UnitOfWork, line: DumpedRecord, markers: list[Erasure]) -> Iterator[Revision]:
    """Changes that make the record: an erased one for what was removed, one for all else, one for each value."""
    shape = SHAPES[line.kind]
    paths = dict(line.paths)
    blank = {path: value for path, value in shape.defaults.items() if path not in shape.parts}
    whole = {**blank, **paths}
    saw = tuple(marker.id for marker in markers if marker.record == line.id)
    parents: tuple[str, ...] = ()
    if line.removed:
        removed = _entry(work, line, whole, tuple(sorted(line.removed)), (), ())
        yield removed.emptied()
        parents = (removed.id,)
    sets = (
        tuple(sorted(path for path in whole if path not in line.removed)) if line.removed else (EVERYTHING,)
    )
    if line.removed and not sets:
        return
    base = _entry(work, line, whole, sets, parents, saw)
    yield base
    for values in _choices(line):
        yield _entry(
            work, line, {**whole, **values}, tuple(sorted(_contested(line, values))), (base.id,), saw
        )


def _choices(line: DumpedRecord) -> Iterator[dict[str, Plain]]:
    """For each head, the values it takes: the k-th value of every field that has that many."""
    most = max((len(values) + (path in line.absent) for path, values in line.conflicts.items()), default=0)
    for place in range(most):
        yield {path: values[place] for path, values in line.conflicts.items() if place < len(values)}


def _contested(line: DumpedRecord, values: dict[str, Plain]) -> set[str]:
    """The paths a head sets; the head after a field's last value sets it too, where absence is one of them."""
    place = max((line.conflicts[path].index(value) for path, value in values.items()), default=0)
    absent = {path for path in line.absent if len(line.conflicts[path]) == place}
    return set(values) | absent


def _entry(
    work: UnitOfWork,
    line: DumpedRecord,
    paths: dict[str, Plain],
    sets: tuple[str, ...],
    parents: tuple[str, ...],
    saw: tuple[str, ...],
) -> Revision:
    """One change; each in an incarnation of its own, so that none counts as another's next."""
    shape = SHAPES[line.kind]
    body = body_from_paths(shape, paths)
    record_of(shape.kind, line.id, body)
    return work.author.write(
        line.kind,
        line.id,
        canonical(body),
        version=shape.kind.version,
        parents=parents,
        sets=sets,
        saw=saw,
        incarnation=new_id(),
    )
