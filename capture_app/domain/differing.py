"""What a person has to decide where laptops differ: mostly one field; of a decision about a line all of it in one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from capture_app.domain.codec import body_of, record_of
from capture_app.domain.plain import canonical
from capture_app.domain.record import Plain, RecordId
from capture_app.domain.records import Line
from capture_app.domain.revision import Revision
from capture_app.domain.view import Conflict, Standing, shown_first
from capture_app.domain.vocabulary import Verdict

FOLLOWING = frozenset(("said_at", "order", "heard_as", "heard_stance"))
"""Fields of a decision about which nobody is asked: they go with the side that is taken."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one laptop decided: the fields that differ, by path, and who wrote the last of them.

    `shown`: all of it is what is shown for now.
    """

    values: Mapping[str, Plain]
    writer: Revision
    shown: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """A decision about a line that several laptops made otherwise (D2 to D8): its sides, the shown one first.

    `fields` are those in conflict about which somebody is asked. `before` is what all of them had seen.
    """

    record: RecordId
    kind: str
    fields: tuple[str, ...]
    sides: tuple[Side, ...]
    before: Side | None = None


Difference = Conflict | Whole


def differences(conflicts: Iterable[Conflict], lines: Mapping[RecordId, Line]) -> list[Difference]:
    """Each thing to decide. `lines` are those in conflict; a field that only follows is none, and is left out.

    Where it cannot be told which of a decision's values belong together, its fields stay apart.
    """
    found: list[Difference] = []
    for record, own in groupby(conflicts, key=lambda one: one.record):
        fields = tuple(own)
        if not _is_decision(fields, lines.get(record)):
            found += fields
            continue
        asked = tuple(one for one in fields if one.field not in FOLLOWING)
        whole = _whole(asked, fields) if asked else None
        found += [whole] if whole else asked
    return found


def decided_otherwise(
    found: Iterable[Difference], lines: Mapping[RecordId, Line]
) -> dict[RecordId, tuple[Line, ...]]:
    """Lines about which laptops decided otherwise, each as every one of them has it, in the order of the verdicts.

    Which of these is shown for now says nothing, so that nobody can take it for what the group decided.
    """
    versions = {one.record: tuple(_versions(one, lines[one.record])) for one in found if one.record in lines}
    return {record: tuple(sorted(own, key=_by_verdict)) for record, own in versions.items() if own}


def fields_of(one: Difference) -> tuple[str, ...]:
    """The fields in conflict of which it tells."""
    return one.fields if isinstance(one, Whole) else (one.field,)


def _versions(one: Difference, line: Line) -> Iterator[Line]:
    if isinstance(one, Whole):
        values = [side.values for side in one.sides]
    else:
        values = [{one.field: each.value} for each in one.values] if one.field == "verdict" else []
    for own in values:
        version = record_of(Line, line.id, {**body_of(line), **own})
        if isinstance(version, Line):
            yield version


def _by_verdict(line: Line) -> tuple[bool, int, str]:
    order = (*Verdict, None)
    return line.deleted, order.index(line.verdict), line.text


def _is_decision(fields: tuple[Conflict, ...], line: Line | None) -> bool:
    decided = line is not None and bool(line.option or line.verdict)
    return decided or any((one.kind, one.field) == (Line.__name__, "verdict") for one in fields)


def _whole(asked: tuple[Conflict, ...], fields: tuple[Conflict, ...]) -> Whole | None:
    """The sides, if each laptop that wrote has one value in every field; else None."""
    laptops = {device for one in asked for device in _devices(one)}
    if any(sorted(_devices(one)) != sorted(laptops) for one in asked):
        return None
    sides: dict[str, Side] = {}
    for side in sorted((_side(laptop, asked, fields) for laptop in laptops), key=_first, reverse=True):
        sides.setdefault(canonical([side.values[one.field] for one in asked]), side)
    names = tuple(one.field for one in asked)
    return Whole(asked[0].record, asked[0].kind, names, tuple(sides.values()), _before(asked))


def _devices(conflict: Conflict) -> list[str]:
    """Who wrote, once for each value."""
    return [device for one in conflict.values for device in {writer.device for writer in one.writers}]


def _side(laptop: str, asked: tuple[Conflict, ...], fields: tuple[Conflict, ...]) -> Side:
    own = {one.field: found for one in fields if (found := _of(one, laptop)) is not None}
    writers = [_writer(own[one.field], laptop) for one in asked]
    return Side(
        {field: one.value for field, one in own.items()},
        max(writers, key=shown_first),
        all(own[one.field] is one.values[0] for one in asked),
    )


def _of(conflict: Conflict, laptop: str) -> Standing | None:
    """What a laptop wrote there; None if it wrote nothing."""
    return next((one for one in conflict.values if laptop in {each.device for each in one.writers}), None)


def _writer(standing: Standing, laptop: str) -> Revision:
    return next(one for one in standing.writers if one.device == laptop)


def _first(side: Side) -> tuple[bool, tuple[str, str, str, int, str]]:
    return side.shown, shown_first(side.writer)


def _before(asked: tuple[Conflict, ...]) -> Side | None:
    known = {one.field: one.before for one in asked if one.before is not None}
    if len(known) < len(asked):
        return None
    writer = max((one.writer for one in known.values()), key=shown_first)
    return Side({field: one.value for field, one in known.items()}, writer, shown=False)
