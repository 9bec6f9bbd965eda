"""The three principles of lived-experience engagement: looked at session by session, and for the whole (I1)."""

from __future__ import annotations

from collections.abc import Mapping

from capture_app.domain.record import RecordId
from capture_app.domain.records import EngagementCheck, Person
from capture_app.domain.vocabulary import Upheld
from capture_app.services.wording import PRINCIPLES, choice_words, principle_words
from capture_app.ui.register.described import (
    Choice,
    Date,
    FormField,
    Page,
    Plainly,
    Refer,
    Register,
    Rows,
    Text,
)
from capture_app.words import _

ENGAGEMENT = "engagement"
"""The key of the register, and of the page of a session."""


def engagement() -> Register:
    """Looks at the whole consultation; those at a session stand in its form."""
    return Register(
        key=ENGAGEMENT,
        kind=EngagementCheck,
        title=lambda: _("Engagement"),
        add=lambda: _("Add a look"),
        empty=lambda: _(
            "Nobody has looked yet. Add how far the three principles held in the whole consultation; each session has "
            "a page of its own for them."
        ),
        icon="heart",
        line=_line,
        names=(Person,),
        only={"session": ""},
        about=_about,
        fields=(*_principles(), *_who()),
    )


def engagement_in_session() -> tuple[FormField, ...]:
    """A page of the form of a session."""
    return (
        Page(key=ENGAGEMENT, title=lambda: _("Engagement")),
        Rows(
            kind=EngagementCheck,
            by="session",
            title=lambda: _("How far the three principles held"),
            add=lambda: _("Add a look"),
            help=_about,
            fields=(*_principles(), *_who()),
        ),
    )


def _about() -> str:
    return _(
        "Write how you know it, and nothing that anybody told about themselves. No session pack carries it."
    )


def _principles() -> tuple[Plainly, ...]:
    return tuple(field for name in PRINCIPLES for field in _principle(name))


def _principle(name: str) -> tuple[Plainly, Plainly]:
    return (
        Choice(name=name, of=Upheld, help=lambda: principle_words()[name][1]),
        Text(name=f"{name}_rests", lines=2),
    )


def _who() -> tuple[Plainly, ...]:
    return (
        Text(name="looked_by", short=True, in_use=True),
        Date(name="looked_on"),
        Refer(name="person", to=Person, help=lambda: _("If they are among the people.")),
    )


def _line(one: EngagementCheck, names: Mapping[RecordId, str]) -> tuple[str, str]:
    who = one.looked_by or names.get(one.person or "", "")
    title = " · ".join(words for words in (who, one.looked_on.given) if words)
    return title or _("The whole consultation"), ", ".join(
        choice_words(getattr(one, name)) for name in PRINCIPLES
    )
