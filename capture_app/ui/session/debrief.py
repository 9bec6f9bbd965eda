"""The team's debrief: the form a facilitator fills in, and those of everybody as the lead reads them (H1, H2)."""

from __future__ import annotations

from collections.abc import Mapping

from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaTemplate, TeamDebrief
from capture_app.services.people import usual_roles
from capture_app.ui.register.described import Flag, FormField, Page, Refer, Register, Rows, Text
from capture_app.ui.register.own_form import own_of
from capture_app.words import _

DEBRIEF = "debrief"
"""The key of the form, and of the page of a session on which all of them stand."""


def debrief_of(session: RecordId, device: RecordId) -> Register:
    """The one debrief of a laptop; what became of it is the lead's to look up."""
    register = Register(
        key=DEBRIEF,
        kind=TeamDebrief,
        title=lambda: _("The team’s debrief"),
        add=lambda: _("Add a debrief"),
        empty=lambda: "",
        icon="chat-circle-text",
        line=_line,
        about=lambda: _(
            "How the session went, for those who ran it. Write nothing here that participants said, and nobody’s name "
            "but your own. It goes to your project lead with what you hand over."
        ),
        fresh={"role": _("facilitator")},
        fields=(
            Text(name="went_well", lines=3),
            Text(name="issues", lines=3),
            Text(name="proposed", lines=3),
            Text(name="role", short=True, offers=usual_roles, in_use=True),
            Text(name="who", short=True, help=lambda: _("It may stay empty.")),
            Flag(name="talked"),
        ),
    )
    return own_of(register, session, device)


def debriefs() -> tuple[FormField, ...]:
    """All debriefs of a session: what each says stands side by side, and what came of it behind a button."""
    return (
        Page(key=DEBRIEF, title=lambda: _("Debrief")),
        Rows(
            kind=TeamDebrief,
            by="session",
            title=lambda: _("What the team says of it"),
            add=lambda: _("Add a debrief"),
            help=lambda: _(
                "One from each laptop, and those you write down yourself. Write nothing here that participants said. "
                "Behind the three dots stand the name, what was changed because of it, and what came of that."
            ),
            fields=(
                Text(name="went_well", lines=5, short=True),
                Text(name="issues", lines=5, short=True),
                Text(name="proposed", lines=5, short=True),
                Text(name="role", short=True, offers=usual_roles, in_use=True),
            ),
            more=(
                Text(name="who", short=True),
                Text(name="changed", lines=3, short=True),
                Refer(
                    name="agenda",
                    to=AgendaTemplate,
                    help=lambda: _("The edition in which the agenda was changed, if it was."),
                ),
                Text(name="result", lines=3, short=True, help=lambda: _("In a later session.")),
                Flag(name="talked"),
            ),
        ),
    )


def _line(debrief: TeamDebrief, _names: Mapping[RecordId, str]) -> tuple[str, str]:
    return _("The team’s debrief"), debrief.who
