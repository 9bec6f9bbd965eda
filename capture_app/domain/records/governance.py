"""Who is behind a consultation, how it protects people, what it sent out, and the words it uses."""

from dataclasses import dataclass

from capture_app.domain.date_slips import names_no_day
from capture_app.domain.record import Record, RecordId, person, searchable
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import DispatchKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Record):
    """Somebody behind the consultation and their part in it: partner, board, evaluator (A1; report p. 8).

    `name` is as the source gives it; `organisation` says which body is meant, where that is known.
    """

    name: str = searchable()
    part: str = ""
    organisation: RecordId = ""
    source: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataProtection(Record):
    """The data-protection card, asked for before the first session (practice 2.13). One for a consultation.

    basis: under Article 6. condition: under Article 9. assessment: where the impact assessment is kept.
    in_danger: whom to call if somebody is in danger. retention: until when the records are kept.
    """

    controller: str = ""
    contact: str = ""
    basis: str = ""
    condition: str = ""
    assessment: str = ""
    retention: DateGiven = DateGiven(given="")
    in_danger: str = ""
    who_reads: str = ""

    @property
    def complete(self) -> bool:
        """Whether everything is there that has to be settled before anybody speaks.

        Until when records are kept may be said in words ("one year after the report"), as the law has it where
        no day is known yet; a day that does not exist says nothing.
        """
        needed = (
            self.controller,
            self.contact,
            self.basis,
            self.condition,
            "" if names_no_day(self.retention.given) else self.retention.given,
            self.in_danger,
        )
        return all(words.strip() for words in needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm(Record):
    """An abbreviation or term and what it stands for; in every pack, and printed with it (A10)."""

    term: str = searchable()
    meaning: str = searchable()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch(Record):
    """Something sent out: a paper in one edition, an invitation, a call (A8, G1; report p. 11 and p. 33).

    `closes` is the last day for an answer, where there is one. `session` is what it was sent for. A paper may be a
    `briefing` on a `topic` of the agenda, and `part` is the agenda part that this is about (I8): no kind
    of its own, since a program that does not know a word of a closed list refuses the whole file.
    """

    dispatch_kind: DispatchKind = DispatchKind.PAPER
    title: str = searchable()
    edition: str = ""
    sent: DateGiven = DateGiven(given="")
    closes: DateGiven = DateGiven(given="")
    channel: str = ""
    audience: str = searchable()
    session: RecordId = ""
    note: str = searchable()
    briefing: bool = False
    topic: str = searchable()
    part: RecordId = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest(Record):
    """What somebody who judges or reports has declared about their own interests (A9; report p. 10).

    `declared_by` is the name as given; `person` says who that is, where they are among the people.
    """

    declared_by: str = searchable()
    person: RecordId | None = person()
    part: str = ""
    text: str = searchable()
    declared: DateGiven = DateGiven(given="")
    effect: str = searchable()
