"""Care around a session, one form for each contributor: states, people and days, and no room for words (I2, I5, I7)."""

from __future__ import annotations

from capture_app.domain.records import CareItem, Dispatch, Person, Session
from capture_app.domain.vocabulary_care import Basis, CareState
from capture_app.services.care import open_words
from capture_app.services.care_doubts import care_doubts
from capture_app.ui.people.days import day_field
from capture_app.ui.people.list_words import joined, who
from capture_app.ui.register.described import Choice, Flag, FormField, Part, Refer, Register
from capture_app.words import _

CARE = "care"
"""The key of the register."""

_TALKED = (CareState.NOT_OFFERED, CareState.OFFERED, CareState.ACCEPTED, CareState.HELD, CareState.DECLINED)
_SENT = (CareState.NOT_OFFERED, CareState.OFFERED, CareState.SENT, CareState.DECLINED)


def care_register() -> Register:
    """One contributor in one session."""
    return Register(
        key=CARE,
        kind=CareItem,
        title=lambda: _("Care"),
        add=lambda: _("Add a contributor"),
        empty=lambda: _(
            "Nobody yet. Add each contributor with their session: introduction, papers, debriefing, what was agreed."
        ),
        icon="heart",
        line=lambda one, names: (
            who(names, one.person),
            joined(names.get(one.id, ""), names.get(one.session, ""), open_words(one)),
        ),
        told=care_doubts,
        told_below=True,
        wraps=True,
        names=(Person, Session),
        about=lambda: _(
            "Only whether, when and by whom. What somebody said is written nowhere, so there is no field for it."
        ),
        fields=(
            Refer(name="person", to=Person),
            Refer(name="session", to=Session),
            Part(title=lambda: _("Before the session: introduction")),
            *_step("introduction", _TALKED),
            Part(title=lambda: _("Before the session: who is coming")),
            *_step("preview", _SENT),
            Part(title=lambda: _("Before the session: papers")),
            *_step("papers", _SENT),
            Refer(name="paper", to=Dispatch, help=lambda: _("As it stands under Set up, Sent out.")),
            Part(title=lambda: _("Agreed with them")),
            Choice(name="basis", of=Basis),
            day_field("agreed_on"),
            Flag(name="right_to_stop"),
            Flag(name="no_story"),
            Part(title=lambda: _("After the session: debriefing")),
            *_step("debriefing", _TALKED),
        ),
    )


def _step(name: str, states: tuple[CareState, ...]) -> tuple[FormField, ...]:
    return (
        Choice(name=name, of=CareState, among=states),
        day_field(f"{name}_on"),
        Refer(name=f"{name}_by", to=Person),
    )
