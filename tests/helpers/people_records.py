"""People and organisations for tests and pictures: invented, and enough to see each thing once."""

from __future__ import annotations

from collections.abc import Sequence

from capture_app.domain.dates import read_date
from capture_app.domain.ids import new_id, person_code
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    RECORDS,
    Attendance,
    CareItem,
    Consent,
    GroupWish,
    Need,
    Organisation,
    Payment,
    Person,
    SessionRole,
)
from capture_app.domain.vocabulary import ConsentCover, ConsentState, Grain, Listing
from capture_app.domain.vocabulary_care import Basis, CareState, NeedOutcome, PaymentState
from capture_app.services import keeping
from capture_app.services.workspaces import Workspace


def in_sight(workspace: Workspace) -> set[str]:
    """Everything that is there and not taken away: two such sets are equal where nobody would see a difference."""
    return {repr(one.record) for kind in RECORDS for one in keeping.entries(workspace, kind)}


def listed(session: RecordId, text: str, organisation: RecordId = "") -> Attendance:
    """An organisation's entry among those who were there."""
    return Attendance(
        id=new_id(), session=session, grain=Grain.ORGANISATION, listing=text, organisation=organisation
    )


def people(session: RecordId, organisation: Organisation) -> Sequence[Record]:
    """A consultant who has said what may be done with their words, and an observer who also wrote."""
    rowan = Person(
        id=person_code(),
        display="Rowan K.",
        organisation=organisation.id,
        category="Independent consultant",
        listing=Listing.ORGANISATION_ONLY,
    )
    ines = Person(id=person_code(), display="Ines R.", category="Evaluator", listing=Listing.BY_NAME)
    return (
        rowan,
        ines,
        Person(id=person_code(), category="Survivor consultant", listing=Listing.NOT_LISTED),
        SessionRole(id=new_id(), person=ines.id, session=session, role="observer"),
        SessionRole(id=new_id(), person=ines.id, session=session, role="scribe or facilitator"),
        *_consents(rowan.id),
        *_care(session, rowan.id, ines.id),
    )


def _consents(person: RecordId) -> Sequence[Record]:
    asked = read_date("12 May 2023")
    return (
        Consent(
            id=new_id(),
            person=person,
            covers=ConsentCover.QUOTATIONS,
            state=ConsentState.GIVEN,
            given_on=asked,
        ),
        Consent(id=new_id(), person=person, covers=ConsentCover.PHOTOGRAPHS, state=ConsentState.REFUSED),
    )


def _care(session: RecordId, person: RecordId, other: RecordId) -> Sequence[Record]:
    return (
        Need(
            id=new_id(),
            person=person,
            session=session,
            need="A quiet room to step out to, and the questions a day before",
            done="Room 2 is kept free; questions sent on Monday",
            outcome=NeedOutcome.PROVIDED,
        ),
        GroupWish(id=new_id(), person=person, apart_from=other),
        CareItem(
            id=new_id(),
            person=person,
            session=session,
            introduction=CareState.HELD,
            introduction_by=other,
            introduction_on="2023-05-10",
            preview=CareState.SENT,
            preview_on="2023-05-12",
            basis=Basis.PAID,
            agreed_on="2023-05-10",
            right_to_stop=True,
            debriefing=CareState.OFFERED,
            debriefing_by=other,
        ),
        Payment(
            id=new_id(), person=person, session=session, state=PaymentState.CLAIMED, amount="£45 and travel"
        ),
    )
