"""How closely each person is involved, in plain words; the list says how many are how closely (I10)."""

from __future__ import annotations

from capture_app.domain.records import Involvement, Person
from capture_app.domain.vocabulary_care import Tier
from capture_app.services.engagement import said_twice, tier_counts
from capture_app.services.wording import choice_words
from capture_app.ui.people.list_words import joined, who
from capture_app.ui.register.described import Choice, Refer, Register
from capture_app.words import _

INVOLVEMENT = "involvement"
"""The key of the register."""


def involvement_register() -> Register:
    """One person, and how closely they are involved."""
    return Register(
        key=INVOLVEMENT,
        kind=Involvement,
        title=lambda: _("Involvement"),
        add=lambda: _("Add a person"),
        empty=lambda: _(
            "Nobody yet. Add who is involved how closely: works on the project, is asked as a group, or came from the "
            "sector."
        ),
        icon="users-three",
        line=lambda one, names: (
            who(names, one.person),
            joined(names.get(one.id, ""), choice_words(one.tier) if one.tier else _("not said yet")),
        ),
        names=(Person,),
        told=said_twice,
        counts=tier_counts,
        about=lambda: _("For you alone: it stands on no list that others see."),
        fields=(Refer(name="person", to=Person), Choice(name="tier", of=Tier, empty=True)),
    )
