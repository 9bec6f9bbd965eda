"""The register of organisations, with what stands around the one shown: where it is listed, and what looks like it."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent

from capture_app.domain.changes import Changes
from capture_app.domain.record import Record, RecordId
from capture_app.domain.vocabulary import OrganisationRelation
from capture_app.services import organisations
from capture_app.services.organisations import Around, Settled
from capture_app.services.workspaces import Workspace
from capture_app.ui.jobs import Jobs
from capture_app.ui.people.around import AroundOrganisation
from capture_app.ui.people.suggestion_row import SAME, Said
from capture_app.ui.register.described import Register
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.style import Look
from capture_app.words import _

_ENTRIES = {"Attendance", "Return", "Session"}
"""Kinds that the form does not show and what stands around it does."""


class OrganisationPane(RegisterPane):
    """Nothing is put together by itself: each button says what it does, and is undone like all else (C5)."""

    def __init__(self, register: Register, workspace: Workspace, jobs: Jobs, look: Look) -> None:
        super().__init__(register, workspace, jobs, look)
        self.around = AroundOrganisation(look)
        self.aside.addWidget(self.around)
        self.around.said.connect(self._on_said)
        self.around.again.connect(self._on_again)
        jobs.changed.connect(self._on_entries_changed)

    def opened(self, record: Record, *, new: bool) -> None:
        super().opened(record, new=new)
        self.around.setVisible(not new)
        if not new:
            self._look_around(record.id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.current:
            self._look_around(self.current)

    def _look_around(self, organisation: RecordId) -> None:
        job = partial(organisations.around, self._workspace, organisation)
        self._jobs.read(job, partial(self._on_around, organisation), self, on_error=self._on_not_read)

    def _on_around(self, organisation: RecordId, found: Around) -> None:
        if organisation == self.current:
            self.around.show_around(self._name(), found)

    def _on_entries_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & _ENTRIES and self.current and self.isVisible():
            self._look_around(self.current)

    def _on_said(self, said: Said) -> None:
        name, other = self._name(), said.other.name
        if said.what == SAME:
            job = partial(
                organisations.same_as,
                self._workspace,
                self.current,
                said.other,
                said.entries,
                whole=said.whole,
            )
            words = _("“{other}” is another spelling of “{name}” now.").format(other=other, name=name)
            self.do(job, words)
            return
        relation = OrganisationRelation(said.what)
        self.do(
            partial(organisations.relate, self._workspace, self.current, said.other, relation, said.entries),
            _told(relation).format(other=other, name=name),
        )

    def _on_again(self, settled: Settled) -> None:
        self.do(
            partial(organisations.decide_again, self._workspace, settled.link),
            _("How “{other}” stands to this is open again.").format(other=settled.name),
        )

    def _name(self) -> str:
        return str(getattr(self.form.entry.record, "name", "")) if self.form.entry else ""


def _told(relation: OrganisationRelation) -> str:
    return {
        OrganisationRelation.PART_OF: _("“{other}” is part of “{name}” now."),
        OrganisationRelation.LISTED_WITH: _("“{other}” is listed together with “{name}” now."),
        OrganisationRelation.KEPT_APART: _("“{other}” and “{name}” stay two."),
    }[relation]
