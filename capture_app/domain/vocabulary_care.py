"""The closed lists of what is kept in confidence: needs, payments, care, contact, interviews and reports.

As with those of `domain.vocabulary`, the values never change, and the words shown to people are elsewhere.
"""

from enum import StrEnum


class NeedKind(StrEnum):
    """What somebody needs in order to take part: access, or equipment and a connection (C7)."""

    ACCESS = "access"
    TECHNOLOGY = "technology"


class NeedOutcome(StrEnum):
    """What became of a need (C7)."""

    OPEN = "open"
    OFFERED = "offered"
    PROVIDED = "provided"
    NOT_PROVIDED = "not_provided"


class PaymentState(StrEnum):
    """How far the payment of a contributor is (C8)."""

    NOT_AGREED = "not_agreed"
    AGREED = "agreed"
    CLAIMED = "claimed"
    PAID = "paid"
    DECLINED = "declined"


class CareState(StrEnum):
    """How far something is that a contributor is offered around a session; papers and previews are sent (I2, I5)."""

    NOT_OFFERED = "not_offered"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    HELD = "held"
    SENT = "sent"
    DECLINED = "declined"


class Basis(StrEnum):
    """On what basis somebody contributes (I7; report p. 29)."""

    NOT_AGREED = "not_agreed"
    PAID = "paid"
    EXPENSES = "expenses"
    OWN_WORK = "own_work"
    UNPAID = "unpaid"


class LeftOpen(StrEnum):
    """Why a session was closed although something about people's care was undecided."""

    LATER = "later"
    NOT_REACHED = "not_reached"
    NOT_NEEDED = "not_needed"


class Tier(StrEnum):
    """How closely somebody is involved (I10).

    Direct: a consultant with lived experience who works on the project. Panel: asked as a group, such as an advisory
    panel. Sector: came as anybody from the sector.
    """

    DIRECT = "direct"
    PANEL = "panel"
    SECTOR = "sector"


class ContactPurpose(StrEnum):
    """What somebody was in touch with a contributor for; what was said has no place anywhere (I6)."""

    INVITATION = "invitation"
    PAPERS = "papers"
    ARRANGEMENTS = "practical_arrangements"
    INTRODUCTION = "introduction"
    PREVIEW = "preview"
    PAYMENT = "payment"
    AFTERWARDS = "how_afterwards"
    AGREEMENT = "agreement_to_words"
    OTHER = "other_purpose"


class InterviewState(StrEnum):
    """How far an interview is (I4)."""

    NOT_OFFERED = "not_offered"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    POSTPONED = "postponed"
    DECLINED = "declined"
    HELD = "held"


class InterviewPromise(StrEnum):
    """What somebody who is interviewed was promised about what they say (I4)."""

    ANONYMISED = "anonymised"
    CONFIDENTIAL = "confidential"


class ReportWay(StrEnum):
    """How a contributor's report reached the team (I3)."""

    WRITTEN = "written_by_them"
    TOLD = "told_and_written_down"
    PASSED_ON = "passed_on"


class FeltHeard(StrEnum):
    """Whether a contributor felt heard in a session, as they say (I3)."""

    NOT_SAID = "not_said"
    YES = "felt_heard"
    PARTLY = "partly_heard"
    NO = "not_heard"
