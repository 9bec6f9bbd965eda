"""The lead's sentences about a workshop, and the evidence behind each."""

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
    """A statement rests on a line or a ballot: `evidence` is the id of either (K1, delight 1)."""

    statement: RecordId = ""
    evidence: RecordId = ""
