"""When somebody was in touch with a contributor and what for: a day and a purpose, and no room for words (I6)."""

from __future__ import annotations

from capture_app.domain.records import Contact, Person
from capture_app.domain.vocabulary_care import ContactPurpose
from capture_app.services.wording import choice_words
from capture_app.ui.people.days import day_field, newest_first, said_day
from capture_app.ui.people.list_words import joined, who
from capture_app.ui.register.described import Choice, Refer, Register
from capture_app.words import _

CONTACTS = "contacts"
"""The key of the register."""


def contact_register() -> Register:
    """One contact; the newest stands first."""
    return Register(
        key=CONTACTS,
        kind=Contact,
        title=lambda: _("Contact"),
        add=lambda: _("Add a contact"),
        empty=lambda: _(
            "No contact yet. Add on which day somebody was in touch with a contributor, and what for."
        ),
        icon="chat-text",
        line=lambda one, names: (who(names, one.person), _told(one, names.get(one.contact_by, ""))),
        names=(Person,),
        sort=lambda one: newest_first(one.contact_on),
        about=lambda: _(
            "Only on which day, what for and who it was. What was said is written nowhere, so there is no field for it."
        ),
        fields=(
            Refer(name="person", to=Person),
            Choice(name="contact_for", of=ContactPurpose, empty=True),
            day_field("contact_on"),
            Refer(name="contact_by", to=Person),
        ),
    )


def _told(contact: Contact, by: str) -> str:
    purpose = choice_words(contact.contact_for) if contact.contact_for else ""
    return joined(said_day(contact.contact_on), purpose, _("by {name}").format(name=by) if by else "")
