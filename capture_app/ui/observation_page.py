"""An observer's own notes: how the session ran, and how people took part (E4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from capture_app.domain.record import RecordId
from capture_app.domain.records import Observation
from capture_app.ui.jobs import Jobs
from capture_app.ui.register.described import Flag, FormField, Part, Register, Text
from capture_app.ui.register.own_form import OwnForm, own_of
from capture_app.ui.register.register_page import RegisterPage
from capture_app.ui.style import Look
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.entering import Entered

OBSERVATION = "observation"
"""The key of the form."""


class ObservationPage(RegisterPage):
    """The one form of this laptop and its session."""

    def __init__(self, entered: Entered, jobs: Jobs, look: Look, *, parent: QWidget | None = None) -> None:
        about = entered.about
        super().__init__(
            _("Observation"),
            _("Your own notes on how the session ran. They count nowhere as something participants said."),
            (observation_of(about.session, about.device, about.holder),),
            entered.workspace,
            jobs,
            look,
            make=lambda register: OwnForm(register, entered.workspace, jobs, look),
            parent=parent,
        )


def observation_of(session: RecordId, device: RecordId, who: str) -> Register:
    """The notes of one laptop."""
    register = Register(
        key=OBSERVATION,
        kind=Observation,
        title=lambda: _("Your notes"),
        add=lambda: _("Add notes"),
        empty=lambda: "",
        icon="eye",
        line=_line,
        about=lambda: _(
            "Write how people worked together, and not what they said. Name nobody: “somebody on the call” will do."
        ),
        fresh={"who": who},
        fields=_asked(),
    )
    return own_of(register, session, device)


def _asked() -> tuple[FormField, ...]:
    """The prompts, and whether the notes are given."""
    return (
        Text(name="ran", lines=4, help=lambda: _("Time, agenda, facilitation, materials, sound and link.")),
        Text(
            name="took_part",
            lines=4,
            help=lambda: _("Who spoke and who did not, in the room and remotely; breaks, care, mood."),
        ),
        Text(name="hindered", lines=3),
        Text(name="further", lines=2),
        Text(name="who", short=True, help=lambda: _("It may stay empty.")),
        Part(
            title=lambda: _("Who reads them"),
            help=lambda: _(
                "They stay on this laptop, and out of every bundle, until you give them. What was handed over "
                "while they were given stays with the project lead, with its earlier wordings."
            ),
        ),
        Flag(name="given", label=lambda: _("Give these notes to the project lead")),
    )


def _line(notes: Observation, _names: Mapping[RecordId, str]) -> tuple[str, str]:
    return _("Observation"), notes.who
