"""What is kept in confidence of those who contribute over a longer time: invented, each thing once."""

from __future__ import annotations

from collections.abc import Sequence

from capture_app.domain.ids import new_id
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import Contact, ContributorReport, Interview, Involvement
from capture_app.domain.vocabulary_care import (
    ContactPurpose,
    FeltHeard,
    InterviewPromise,
    InterviewState,
    ReportWay,
    Tier,
)

REPORTED = "I was asked before the officers were, and that had never happened to me"
SUMMED_UP = "Felt that the wording was theirs too; asks for the papers a week before"


def engagement(session: RecordId, person: RecordId, other: RecordId) -> Sequence[Record]:
    """One contributor: involvement, two contacts, an interview that was held and a report; `other` did the work."""
    return (
        Involvement(id=new_id(), person=person, tier=Tier.DIRECT),
        Contact(
            id=new_id(),
            person=person,
            contact_on="2023-05-10",
            contact_for=ContactPurpose.PAPERS,
            contact_by=other,
        ),
        Contact(
            id=new_id(),
            person=person,
            contact_on="2023-05-18",
            contact_for=ContactPurpose.AFTERWARDS,
            contact_by=other,
        ),
        Interview(
            id=new_id(),
            person=person,
            state=InterviewState.HELD,
            introduced_by=other,
            interview_on="2023-06-02",
            promise=InterviewPromise.CONFIDENTIAL,
            summary=SUMMED_UP,
        ),
        ContributorReport(
            id=new_id(),
            person=person,
            session=session,
            reported_on="2023-05-22",
            way=ReportWay.WRITTEN,
            went_well=REPORTED,
            made_hard="The room was small, and the link broke twice",
            should_change="A break before the questionnaire",
            felt_heard=FeltHeard.PARTLY,
        ),
    )
