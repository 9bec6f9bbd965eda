"""What closed boxes hold, read question by question: facts of a box without its answers, answers by question."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import msgspec

from capture_app.domain.record import RecordId
from capture_app.domain.records import Box
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Promise, WayIn
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["BoxFacts", "Given", "answers_by_question", "answers_to_question", "closed_boxes"]

Given = tuple[RecordId, Answer]
"""The id of a ballot, and what stands on it to one question."""

_sheet = msgspec.json.Decoder(dict[str, msgspec.Raw])
_answer = msgspec.json.Decoder(Answer)


@dataclass(frozen=True, slots=True)
class BoxFacts:
    """A closed box without its answers. expected: None where nobody said (F7). threshold: fewest to stay together."""

    id: RecordId
    session: RecordId
    form: RecordId
    way_in: WayIn
    promise: Promise
    threshold: int
    count: int
    expected: int | None

    @property
    def split(self) -> bool:
        """Whether it is kept question by question, because too few answers came."""
        return self.count < self.threshold


def closed_boxes(work: UnitOfWork, **equal: object) -> tuple[BoxFacts, ...]:
    """The closed boxes whose fields have these values, by way in; their answers are not read."""
    names = [field.name for field in fields(BoxFacts)]
    found = [dict(zip(names, row, strict=True)) for row in work.projection.values(Box, *names, **equal)]
    boxes = msgspec.convert(found, list[BoxFacts], strict=False)
    return tuple(sorted(boxes, key=lambda box: (box.way_in, box.count, box.id)))


def answers_by_question(work: UnitOfWork, session: RecordId, form: RecordId) -> dict[str, list[Given]]:
    """What the ballots of a form in a session hold, by question."""
    found: dict[str, list[Given]] = {}
    known: dict[bytes, Answer] = {}
    for ballot, sheet in _sheets(work, session, form):
        for key, raw in sheet.items():
            found.setdefault(key, []).append((ballot, _read(raw, known)))
    return found


def answers_to_question(work: UnitOfWork, session: RecordId, form: RecordId, key: str) -> list[Given]:
    """The same of one question."""
    known: dict[bytes, Answer] = {}
    sheets = _sheets(work, session, form)
    return [(ballot, _read(sheet[key], known)) for ballot, sheet in sheets if key in sheet]


def _sheets(
    work: UnitOfWork, session: RecordId, form: RecordId
) -> Iterator[tuple[RecordId, dict[str, msgspec.Raw]]]:
    for row in work.projection.ballots(session):
        if row["form"] == form:
            yield row["id"], _sheet.decode(row["answers"])


def _read(raw: msgspec.Raw, known: dict[bytes, Answer]) -> Answer:
    """An answer as it stands on a ballot. Most are given often, and each is made once."""
    written = bytes(raw)
    if written not in known:
        known[written] = _answer.decode(written)
    return known[written]
