"""What closed boxes hold, read question by question: facts of a box without its answers, answers by question."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields

import msgspec

from capture_app.domain.record import RecordId
from capture_app.domain.records import Box
from capture_app.domain.same_file import counted_once, held_again
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Given, Promise, WayIn
from capture_app.store.unit_of_work import UnitOfWork

__all__ = [
    "BoxFacts",
    "OnBallot",
    "answers_to_question",
    "closed_boxes",
    "left_out",
    "tallies",
]

OnBallot = tuple[RecordId, Answer]
"""The id of a ballot, and what stands on it to one question."""

_answer = msgspec.json.Decoder(Answer)


class _Told(msgspec.Struct):
    """Of an answer, whether it is one."""

    given: Given = Given.ANSWERED


_sheets = msgspec.json.Decoder(list[dict[str, msgspec.Raw]])
_told = msgspec.json.Decoder(_Told)


@dataclass(frozen=True, slots=True)
class BoxFacts:
    """A closed box without its answers. expected: None where nobody said (F7). threshold: fewest to stay together.

    sha256: of the file they came in; empty for none.
    """

    id: RecordId
    session: RecordId
    form: RecordId
    way_in: WayIn
    promise: Promise
    threshold: int
    count: int
    expected: int | None
    sha256: str = ""

    @property
    def split(self) -> bool:
        """Whether it is kept question by question, because too few answers came."""
        return self.count < self.threshold


def closed_boxes(work: UnitOfWork, **equal: object) -> tuple[BoxFacts, ...]:
    """The closed boxes whose fields have these values, by way in; their answers are not read.

    A file that two boxes hold is in one of them (see `counted_once`).
    """
    return counted_once(_all_closed(work, **equal))


def left_out(work: UnitOfWork, **equal: object) -> tuple[BoxFacts, ...]:
    """Those of which another box holds the same file, so that they are not counted."""
    return held_again(_all_closed(work, **equal))


def _all_closed(work: UnitOfWork, **equal: object) -> tuple[BoxFacts, ...]:
    names = [field.name for field in fields(BoxFacts)]
    found = [dict(zip(names, row, strict=True)) for row in work.projection.values(Box, *names, **equal)]
    boxes = msgspec.convert(found, list[BoxFacts], strict=False)
    return tuple(sorted(boxes, key=lambda box: (box.way_in, box.count, box.id)))


def tallies(
    work: UnitOfWork, session: RecordId, form: RecordId, in_words: Collection[str]
) -> dict[str, list[tuple[Answer, int]]]:
    """What the ballots of a form in a session hold, by question: each answer once, with how often it was given.

    Of questions that are answered `in_words`, of which hardly two are alike, only how often they were answered.
    """
    found: dict[str, list[msgspec.Raw]] = {}
    for _ballot, sheet in _read(work, session, form):
        for key, raw in sheet.items():
            found.setdefault(key, []).append(raw)
    return {key: _how_often(raws) if key in in_words else _tally(raws) for key, raws in found.items()}


def answers_to_question(work: UnitOfWork, session: RecordId, form: RecordId, key: str) -> list[OnBallot]:
    """Of one question, with the ballot each answer stands on."""
    known: dict[bytes, Answer] = {}
    found: list[OnBallot] = []
    for ballot, sheet in _read(work, session, form):
        if key in sheet:
            written = bytes(sheet[key])
            if written not in known:  # most are given often
                known[written] = _answer.decode(written)
            found.append((ballot, known[written]))
    return found


def _read(
    work: UnitOfWork, session: RecordId, form: RecordId
) -> Iterator[tuple[RecordId, dict[str, msgspec.Raw]]]:
    """All ballots in one go: each by itself takes five times as long."""
    rows = work.projection.sheets(
        session, form, [box.id for box in left_out(work, session=session, form=form)]
    )
    sheets = _sheets.decode(f"[{','.join(answers for _id, answers in rows)}]")
    return ((ballot, sheet) for (ballot, _answers), sheet in zip(rows, sheets, strict=True))


def _tally(raws: Iterable[msgspec.Raw]) -> list[tuple[Answer, int]]:
    return [(_answer.decode(written), times) for written, times in Counter(map(bytes, raws)).items()]


def _how_often(raws: Iterable[msgspec.Raw]) -> list[tuple[Answer, int]]:
    told = Counter(_told.decode(raw).given for raw in raws)
    return [(Answer(given=given), times) for given, times in told.items()]
