"""What is owed to people who come, what they asked for, and what must stay where it was told. None of it travels."""

from dataclasses import dataclass
from typing import ClassVar

from capture_app.domain.record import Record, RecordId, person
from capture_app.domain.vocabulary_care import (
    Basis,
    CareState,
    ContactPurpose,
    FeltHeard,
    InterviewPromise,
    InterviewState,
    LeftOpen,
    NeedKind,
    NeedOutcome,
    PaymentState,
    ReportWay,
    Tier,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need(Record):
    """What somebody needs in order to take part, and what was done about it (C7; report p. 29).

    `session` is empty for a need that holds everywhere.
    """

    travels: ClassVar[bool] = False

    person: RecordId | None = person()
    session: RecordId = ""
    need_kind: NeedKind = NeedKind.ACCESS
    need: str = ""
    done: str = ""
    outcome: NeedOutcome = NeedOutcome.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWish(Record):
    """Somebody would rather not sit in a group with somebody else; used when groups are made up (C6)."""

    travels: ClassVar[bool] = False

    apart_from: RecordId | None = person()
    person: RecordId | None = person()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Record):
    """How far the payment of a contributor for a session is; the amount may stay open (C8; report p. 28)."""

    travels: ClassVar[bool] = False

    person: RecordId | None = person()
    session: RecordId = ""
    state: PaymentState = PaymentState.NOT_AGREED
    amount: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareItem(Record):
    """What a contributor was offered around a session, and what was agreed with them (I2, I5, I7; report p. 27 to 29).

    Introduction, preview of who is coming, papers and debriefing each have a state, by whom it was done (a person of
    the register) and on which day ("2023-05-16"). `paper` is what was sent out, with its edition. `basis` is on what
    basis they contribute, agreed on a day; `no_story` and `right_to_stop` say that they were told that nobody asks
    for their story, and that they may stop at any time. No field can hold what somebody said: that is on purpose.
    """

    travels: ClassVar[bool] = False

    person: RecordId | None = person()
    session: RecordId = ""
    introduction: CareState = CareState.NOT_OFFERED
    introduction_by: RecordId = ""
    introduction_on: str = ""
    preview: CareState = CareState.NOT_OFFERED
    preview_by: RecordId = ""
    preview_on: str = ""
    papers: CareState = CareState.NOT_OFFERED
    paper: RecordId = ""
    papers_by: RecordId = ""
    papers_on: str = ""
    debriefing: CareState = CareState.NOT_OFFERED
    debriefing_by: RecordId = ""
    debriefing_on: str = ""
    basis: Basis = Basis.NOT_AGREED
    agreed_on: str = ""
    no_story: bool = False
    right_to_stop: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement(Record):
    """How closely somebody is involved (I10). One for each person; where two stand, a person has to take one away."""

    travels: ClassVar[bool] = False

    person: RecordId | None = person()
    tier: Tier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """That somebody was in touch with a contributor: on which day ("2023-05-16"), what for, and who it was (I6).

    `contact_by` is a person of the register. No field can hold what was said: that is on purpose.
    """

    travels: ClassVar[bool] = False

    person: RecordId | None = person()
    contact_on: str = ""
    contact_for: ContactPurpose | None = None
    contact_by: RecordId = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(Record):
    """An interview with a contributor: how far it is, and a summary (I4; report p. 27).

    `introduced_by` is a person of the register, `interview_on` the day it was held or is agreed for ("2023-05-16").
    `summary` is never a transcript; `kept_at` says where the summary is kept, where that is not here.
    """

    travels: ClassVar[bool] = False

    person: RecordId | None = person()
    state: InterviewState = InterviewState.NOT_OFFERED
    introduced_by: RecordId = ""
    interview_on: str = ""
    promise: InterviewPromise | None = None
    summary: str = ""
    kept_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributorReport(Record):
    """What a contributor reports of one session, in their words, for the evaluator and nobody else (I3; report p. 27).

    `reported_on` is the day it came ("2023-05-16"), `way` how. `further` is whatever else they say.
    """

    travels: ClassVar[bool] = False

    person: RecordId | None = person()
    session: RecordId = ""
    reported_on: str = ""
    way: ReportWay | None = None
    went_well: str = ""
    made_hard: str = ""
    should_change: str = ""
    felt_heard: FeltHeard = FeltHeard.NOT_SAID
    further: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareLeftOpen(Record):
    """A session was closed on one laptop although something about people's care was undecided, and why (delight 12).

    The reason is one of a closed list, so that nothing about anybody can be written here.
    """

    travels: ClassVar[bool] = False

    session: RecordId = ""
    device: RecordId = ""
    why: LeftOpen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside(Record):
    """A line that is not to travel: a danger, a crime, somebody else's story (practice 2.11; DESIGN, export classes).

    While it stands, this laptop keeps `record` back from everything that leaves it and from every page but one.
    `record` is the line itself, or a topic that was made for this `line` alone and may tell as much. One id for
    each record, so that setting aside twice is once. `set_at` is local time to the minute, "2023-05-16T11:16";
    `note` says what was done about it.
    """

    travels: ClassVar[bool] = False

    record: RecordId = ""
    line: RecordId = ""
    set_at: str = ""
    note: str = ""
