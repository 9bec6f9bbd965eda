"""What is owed to people who come, and what they asked for. None of it leaves in a pack or bundle."""

from dataclasses import dataclass
from typing import ClassVar

from capture_app.domain.record import Record, RecordId, person
from capture_app.domain.vocabulary import NeedKind, NeedOutcome, PaymentState


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
