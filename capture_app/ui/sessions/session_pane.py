"""The sessions: list and form, and what is done with the one that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from capture_app.domain.record import Record
from capture_app.domain.records import Session, Sheet
from capture_app.services import agendas, sessions, starters
from capture_app.services.sessions import Worksheets
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.register.described import Register
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.sessions.session_register import AGENDA, GROUPS
from capture_app.ui.sessions.template_use import TemplateUse
from capture_app.ui.sessions.worksheets_card import WorksheetsCard
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.words import _, n_

if TYPE_CHECKING:
    from capture_app.domain.changes import Changes
    from capture_app.services.agendas import TemplateChoice
    from capture_app.services.done import Done
    from capture_app.services.entering import SessionRow
    from capture_app.services.workspaces import Workspace

_BESIDE = {"AgendaTemplate", "Form", "Group", "Session", "Sheet"}
"""Kinds of record on which what stands below agenda and groups depends."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands below agenda and groups of a session."""

    worksheets: Worksheets
    templates: tuple[TemplateChoice, ...]


class SessionPane(RegisterPane):
    """`allowed` says whether a session may be added: not before the data-protection card is settled.

    Signals:
        synthesis_wanted(str): write the synthesis of this session. card_wanted(): go to the data-protection card.
    """

    synthesis_wanted = Signal(str)
    card_wanted = Signal()

    def __init__(self, register: Register, workspace: Workspace, jobs: Jobs, look: Look) -> None:
        super().__init__(register, workspace, jobs, look)
        self.allowed = False
        self._session: Session | None = None
        self.packs_button = Button(_("Make packs…"), look, size="row", icon="laptop")
        self.synthesis_button = Button(_("Synthesis"), look, size="row", icon="pencil-line")
        self.packs_button.clicked.connect(self._on_packs)
        self.synthesis_button.clicked.connect(lambda: self.synthesis_wanted.emit(self.current))
        for button in (self.packs_button, self.synthesis_button):
            self.verbs.add(button)
        self.template_use, self.worksheets = TemplateUse(look), WorksheetsCard(look)
        self.form.page(AGENDA).addWidget(self.template_use)
        self.form.page(GROUPS).addWidget(self.worksheets)
        self.template_use.wanted.connect(self._on_template)
        self.worksheets.wanted.connect(self._on_give)
        self.worksheets.starters_wanted.connect(self._on_starters)
        self.worksheets.removed.connect(self._on_sheet_removed)
        jobs.changed.connect(self._on_beside_changed)

    def set_allowed(self, allowed: bool) -> None:
        """Whether a session may be added now."""
        self.allowed = allowed
        self.add_button.setEnabled(allowed)
        self.add_button.setToolTip("" if allowed else _("The data-protection card comes first."))

    def add(self) -> None:
        if self.allowed:
            super().add()

    def opened(self, record: Record, *, new: bool) -> None:
        super().opened(record, new=new)
        if isinstance(record, Session):
            self._session = record
        self.verbs.setVisible(not new)
        for below in (self.template_use, self.worksheets):
            below.setVisible(not new)
        if not new:
            self._read_beside()

    def make_packs(self, row: SessionRow) -> None:
        """Ask for whom packs of a session are made, and make them."""
        from capture_app.ui.dialogs.make_packs_dialog import MakePacksDialog

        dialog = MakePacksDialog(self._look, self._workspace, row, self._jobs, parent=self.window())
        dialog.card_wanted.connect(self.card_wanted)
        dialog.open()

    def _on_packs(self) -> None:
        self.keep_typed()
        job = partial(sessions.session_row, self._workspace, self.current)
        self._jobs.read(job, lambda row: self.make_packs(row) if row else None, self)

    def _read_beside(self) -> None:
        session, workspace = self.current, self._workspace

        def read() -> _Beside:
            return _Beside(sessions.worksheets(workspace, session), agendas.templates(workspace))

        self._jobs.read(read, partial(self._show_beside, session), self, on_error=self._on_not_read)

    def _show_beside(self, session: str, found: _Beside) -> None:
        if session == self.current and self._session is not None:
            self.worksheets.show_worksheets(found.worksheets)
            self.template_use.show_templates(found.templates, self._session.agenda)

    def _on_beside_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & _BESIDE and self.isVisible() and self.current and not self.verbs.isHidden():
            self._read_beside()

    def _on_template(self, template: str) -> None:
        self.keep_typed()
        job = partial(agendas.use_template, self._workspace, self.current, template)
        self._do(job, self._on_copied)

    def _on_copied(self, done: Done[int]) -> None:
        self.say(n_("{count} part copied.", "{count} parts copied.", done.value))

    def _on_give(self, form: str) -> None:
        self.keep_typed()
        self._do(partial(sessions.give_each_group, self._workspace, self.current, form), self._on_given)

    def _on_given(self, done: Done[int]) -> None:
        self.say(n_("{count} worksheet given.", "{count} worksheets given.", done.value))

    def _on_starters(self) -> None:
        self.keep_typed()
        self._do(partial(starters.add_starters, self._workspace), lambda _done: None)

    def _on_sheet_removed(self, sheet: Sheet) -> None:
        self._take_away(Sheet, sheet.id)
        self.packs_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, job: Any, then: Any) -> None:
        self._jobs.write(job, then, self, self, on_error=self._on_refused)

    def _on_refused(self, error: BaseException) -> None:
        self.template_use.say(sentence_of(error), wrong=True)
        self.say(sentence_of(error))
