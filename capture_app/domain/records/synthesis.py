"""The lead's sentences about a workshop, the evidence behind each, and what answers are about."""

from dataclasses import dataclass

from capture_app.domain.record import Record, RecordId, searchable


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """A sentence of one workshop's synthesis (K1; report p. 11, "synthesis ... by the project lead")."""

    session: RecordId = ""
    theme: RecordId = ""
    text: str = searchable()
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLink(Record):
    """A statement rests on a line or on an answer (K1, delight 1).

    `evidence` is the id of a line, or that of a ballot, a stroke and the key of the question. That of a ballot alone,
    as first editions wrote it, is everything that stands there in own words.
    """

    statement: RecordId = ""
    evidence: RecordId = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTheme(Record):
    """What was written to one question on one ballot bears on a theme (F1, K1). Nothing of it stands in the box.

    The lead says so, having read the closed box: `ballot` and `item` are its id and the key of the question.
    """

    ballot: RecordId = ""
    item: str = ""
    theme: RecordId = ""
