"""What is owed to people who come, what they asked for, and what must stay where it was told. None of it travels."""

from dataclasses import dataclass
from typing import ClassVar

from capture_app.domain.record import Record, RecordId, person
from capture_app.domain.vocabulary import Basis, CareState, LeftOpen, NeedKind, NeedOutcome, PaymentState


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
