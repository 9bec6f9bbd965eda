"""What is written down about organisations and people: which fields stand in which form. Plain values, no widgets."""

from __future__ import annotations

from capture_app.domain.records import (
    Attendance,
    AttendanceMark,
    CareItem,
    Consent,
    Group,
    GroupWish,
    Need,
    Organisation,
    OrganisationLink,
    OrganisationName,
    Payment,
    Person,
    Session,
    SessionRole,
)
from capture_app.domain.vocabulary import ConsentCover, ConsentState, Listing, Nation, OrganisationRelation
from capture_app.domain.vocabulary_care import NeedKind, NeedOutcome, PaymentState
from capture_app.services.care_doubts import payment_doubts
from capture_app.services.grouping import wishes_not_kept
from capture_app.services.naming import called
from capture_app.services.people import usual_roles
from capture_app.services.wording import choice_words
from capture_app.ui.people.care_register import care_register
from capture_app.ui.people.contact_register import contact_register
from capture_app.ui.people.interview_register import interview_register
from capture_app.ui.people.involvement_register import involvement_register
from capture_app.ui.people.list_words import joined, who
from capture_app.ui.people.report_register import report_register
from capture_app.ui.register.described import Choice, Date, Flag, Refer, Register, Rows, Text
from capture_app.words import _

ORGANISATIONS, PEOPLE = "organisations", "people"
NEEDS, WISHES, PAYMENTS = "needs", "wishes", "payments"


def seen_by_others() -> tuple[Register, ...]:
    """What may be seen by whoever looks at the screen (C1, C4, C5, C6)."""
    return (_organisations(), _people())


def in_confidence() -> tuple[Register, ...]:
    """What never leaves the laptop and is never shown where others look on (C6, C7, C8, I2 to I7, I10)."""
    return (
        _needs(),
        _wishes(),
        care_register(),
        _payments(),
        involvement_register(),
        contact_register(),
        interview_register(),
        report_register(),
    )


def _organisations() -> Register:
    return Register(
        key=ORGANISATIONS,
        kind=Organisation,
        title=lambda: _("Organisations"),
        add=lambda: _("Add an organisation"),
        empty=lambda: _("No organisations yet. Add one for each body that takes part or answers."),
        icon="buildings",
        line=lambda one, _names: (one.name, joined(one.category, _nation(one.nation))),
        names=(Organisation,),
        fields=(
            Text(name="name"),
            Text(name="category", short=True, in_use=True, help=lambda: _("In the words of the project.")),
            Choice(name="nation", of=Nation),
            _spellings(),
            _links(),
        ),
    )


def _spellings() -> Rows:
    return Rows(
        kind=OrganisationName,
        by="organisation",
        title=lambda: _("Other spellings"),
        add=lambda: _("Add a spelling"),
        fields=(
            Text(name="text", short=True, label=lambda: _("Spelling")),
            Text(name="source", short=True),
        ),
    )


def _links() -> Rows:
    return Rows(
        kind=OrganisationLink,
        by="organisation",
        title=lambda: _("Belongs together"),
        add=lambda: _("Add another organisation"),
        help=lambda: _("They stay two. This only says how this one stands to the other."),
        fields=(
            Choice(name="relation", of=OrganisationRelation, label=lambda: _("This one is")),
            Refer(name="other", to=Organisation),
        ),
    )


def _people() -> Register:
    return Register(
        key=PEOPLE,
        kind=Person,
        title=lambda: _("People"),
        add=lambda: _("Add a person"),
        empty=lambda: _("Nobody yet. Add somebody under the name they want to be shown by."),
        icon="user",
        line=lambda one, names: (called(one), joined(names.get(one.organisation, ""), one.category)),
        names=(Person, Organisation),
        fields=(
            Text(
                name="display",
                short=True,
                help=lambda: _("As they want it: a name, a first name, initials, or nothing."),
            ),
            Choice(name="listing", of=Listing),
            Refer(name="organisation", to=Organisation),
            Text(name="category", short=True, in_use=True),
            Flag(name="expert", label=lambda: _("Asked as an expert on the topic")),
            _consents(),
            _roles(),
        ),
    )


def _roles() -> Rows:
    return Rows(
        kind=SessionRole,
        by="person",
        title=lambda: _("Roles in sessions"),
        add=lambda: _("Add a role"),
        help=lambda: _(
            "Somebody may have several in one session: one row for each. Whoever has a role stands on the "
            "facilitator’s list of that session; at the session itself it makes no entry."
        ),
        fields=(
            Refer(name="session", to=Session),
            Text(name="role", short=True, offers=usual_roles, in_use=True),
        ),
        once=("session", "role"),
    )


def _consents() -> Rows:
    return Rows(
        kind=Consent,
        by="person",
        title=lambda: _("Consents"),
        add=lambda: _("Add a consent"),
        help=lambda: _("Each is asked for and given by itself."),
        each="covers",
        fields=(
            Choice(name="covers", of=ConsentCover),
            Choice(name="state", of=ConsentState, label=lambda: _("What they said")),
            Date(name="given_on"),
            Text(name="note", short=True),
        ),
    )


def _needs() -> Register:
    return Register(
        key=NEEDS,
        kind=Need,
        title=lambda: _("Needs"),
        add=lambda: _("Add a need"),
        empty=lambda: _("No needs yet. Add what somebody needs in order to take part, and what was done."),
        icon="wheelchair",
        line=lambda one, names: (who(names, one.person), joined(one.need, choice_words(one.outcome))),
        names=(Person,),
        fields=(
            Refer(name="person", to=Person),
            Refer(name="session", to=Session, help=lambda: _("Empty if it holds for every session.")),
            Choice(name="need_kind", of=NeedKind),
            Choice(name="outcome", of=NeedOutcome),
            Text(name="need", lines=2),
            Text(name="done", lines=2),
        ),
    )


def _wishes() -> Register:
    return Register(
        key=WISHES,
        kind=GroupWish,
        title=lambda: _("Group wishes"),
        add=lambda: _("Add a wish"),
        empty=lambda: _("No wishes yet. Add who would rather not sit in a group with whom."),
        icon="arrows-out-line-horizontal",
        line=lambda one, names: (
            who(names, one.person),
            joined(_("apart from {person}").format(person=who(names, one.apart_from)), names.get(one.id, "")),
        ),
        told=wishes_not_kept,
        wraps=True,
        watches=(Attendance, AttendanceMark, Group, Session, SessionRole),
        names=(Person,),
        fields=(
            Refer(name="person", to=Person, unlike="apart_from", alike=_nobody_apart),
            Refer(name="apart_from", to=Person, unlike="person", alike=_nobody_apart),
            Text(name="note", lines=2, help=lambda: _("No reason is needed.")),
        ),
    )


def _nobody_apart() -> str:
    return _("Nobody can be kept apart from themselves. Choose somebody else.")


def _payments() -> Register:
    return Register(
        key=PAYMENTS,
        kind=Payment,
        title=lambda: _("Payments"),
        add=lambda: _("Add a payment"),
        empty=lambda: _("No payments yet. Add what was agreed with somebody, and how far it is."),
        icon="coin",
        line=lambda one, names: (
            who(names, one.person),
            joined(names.get(one.id, ""), names.get(one.session, ""), choice_words(one.state)),
        ),
        told=payment_doubts,
        told_below=True,
        wraps=True,
        watches=(Attendance, AttendanceMark, CareItem, SessionRole),
        names=(Person, Session),
        fields=(
            Refer(name="person", to=Person),
            Refer(name="session", to=Session),
            Choice(name="state", of=PaymentState),
            Text(name="amount", short=True, help=lambda: _("With its currency. It may stay open.")),
            Text(name="note", lines=2),
        ),
    )


def _nation(nation: Nation) -> str:
    return "" if nation is Nation.NOT_STATED else choice_words(nation)
