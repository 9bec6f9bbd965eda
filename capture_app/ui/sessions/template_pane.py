"""Agenda templates: how sessions of a kind run, in editions of which each says why it differs (B7)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import AgendaTemplate, Session
from capture_app.services.agendas import template_facts, why_fixed
from capture_app.services.editions import family_of, needs_reason, new_edition
from capture_app.ui.dialogs.new_edition import NewEdition
from capture_app.ui.jobs import Jobs
from capture_app.ui.register.described import Own, Register, Text
from capture_app.ui.register.fixed_edition import FixedEdition
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.sessions.agenda_editor import PlannedParts, part_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.workspaces import Workspace

TEMPLATES = "templates"
"""The key of the register."""


def template_register() -> Register:
    """Every edition of every template, the newest of each first."""
    return Register(
        key=TEMPLATES,
        kind=AgendaTemplate,
        title=lambda: _("Agenda templates"),
        add=lambda: _("Add a template"),
        empty=lambda: _(
            "No agenda templates yet. Write down once how your sessions run, and use it for each of them."
        ),
        icon="list-numbers",
        line=_line,
        told=template_facts,
        watches=(Session,),
        sort=lambda one: (reading_order(one.title), family_of(one), -one.edition),
        fields=(
            Text(name="title"),
            Text(
                name="reason",
                lines=2,
                help=lambda: _("Which feedback led to it. The first edition needs no reason."),
                needed=needs_reason,
            ),
            Own(
                name="parts",
                make=PlannedParts,
                label=lambda: _("Parts in order"),
                help=lambda: " ".join(
                    (
                        _("Using the template copies them. Sessions made from it stay as they are."),
                        part_words(),
                    )
                ),
            ),
        ),
    )


def _line(template: AgendaTemplate, names: Mapping[RecordId, str]) -> tuple[str, str]:
    return template.title, names.get(template.id, "")


class TemplatePane(RegisterPane):
    """The templates, the way to a new edition of the one that is shown, and why one in use stays as it is."""

    def __init__(self, register: Register, workspace: Workspace, jobs: Jobs, look: Look) -> None:
        super().__init__(register, workspace, jobs, look)
        self.edition_button = Button(_("New edition…"), look, size="row", icon="copy")
        self.edition_button.clicked.connect(self.ask_edition)
        self.add_verbs(self.edition_button)
        self.dialog: NewEdition | None = None
        self.fixed = FixedEdition(
            self, look, _("So this edition stays as it is. A new edition begins with the same parts.")
        )

    def opened(self, record: Record, *, new: bool) -> None:
        super().opened(record, new=new)
        self.verbs.setVisible(not new)
        if new:
            self.fixed.show_why("")
        else:
            job = partial(why_fixed, self._workspace, record.id)
            self._jobs.read(job, partial(self._on_use, record.id), self)

    def ask_edition(self) -> None:
        """Ask why the agenda changes, and begin the next edition."""
        self.keep_typed()
        self.dialog = NewEdition(
            _("Why does the agenda change?"),
            _("Such as what facilitators or participants said. Sessions made before stay as they are."),
            partial(new_edition, self._workspace, AgendaTemplate, self.current),
            self._jobs,
            self._look,
            parent=self.window(),
        )
        self.dialog.made.connect(self.show_later)
        self.dialog.open()

    def _on_use(self, template: RecordId, why: str) -> None:
        if template == self.current:
            self.fixed.show_why(why)
