"""The sessions: list and form, and what is done with the one that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent

from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import Observation, Session, Sheet
from capture_app.services import agendas, attending, observing, rule_check, running, sessions, starters
from capture_app.services.attending import Here
from capture_app.services.people import doubtful_people
from capture_app.services.rule_check import TooMuch
from capture_app.services.running import Times
from capture_app.services.sessions import Given, Worksheets
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.register.described import Register
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.session.closing_part import ClosingPart
from capture_app.ui.sessions.belonging import BelongsHere
from capture_app.ui.sessions.groups_part import GroupsPart
from capture_app.ui.sessions.kept_card import KeptCard
from capture_app.ui.sessions.observations_card import ObservationsCard
from capture_app.ui.sessions.rule_card import RuleCard
from capture_app.ui.sessions.session_register import AGENDA, DETAILS, GROUPS, OBSERVED, PEOPLE
from capture_app.ui.sessions.template_use import TemplateUse
from capture_app.ui.sessions.times_card import TimesCard
from capture_app.ui.sessions.worksheets_card import WorksheetsCard
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.words import _, n_

if TYPE_CHECKING:
    from capture_app.domain.changes import Changes
    from capture_app.services.agendas import TemplateChoice
    from capture_app.services.done import Done
    from capture_app.services.entering import SessionRow
    from capture_app.services.workspaces import Workspace

_BESIDE = {
    *("AgendaPart", "AgendaTemplate", "Attendance", "AttendanceMark", "Device", "Form", "Group"),
    *("Line", "Minutes", "Observation", "Organisation", "OrganisationName"),
    *("PartRun", "Person", "Picture", "Session", "SessionRole", "Sheet"),
}
"""Kinds of record on which depends what stands beside the fields of a session."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands by agenda, groups and attendance: who looked on and also wrote, which lines say too much.

    observed: what observers gave. times: when the parts of the agenda really ran.
    """

    session: RecordId
    worksheets: Worksheets
    templates: tuple[TemplateChoice, ...]
    doubtful: tuple[str, ...]
    here: Here
    too_much: tuple[TooMuch, ...]
    observed: tuple[Observation, ...]
    times: tuple[Times, ...]


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
        self._beside: _Beside | None = None
        self._beside_stale = False
        self.packs_button = Button(_("Make packs…"), look, size="row", icon="laptop")
        self.synthesis_button = Button(_("Synthesis"), look, size="row", icon="pencil-line")
        self.packs_button.clicked.connect(self._on_packs)
        self.synthesis_button.clicked.connect(lambda: self.synthesis_wanted.emit(self.current))
        self.add_verbs(self.packs_button, self.synthesis_button)
        self.below = BelongsHere(look)
        self.form.page(DETAILS).insertWidget(0, self.below)
        self.closing = ClosingPart(workspace, jobs, look, folded=True)
        self.closing.saved.connect(self.saved)
        self.closing.failed.connect(self.failed)
        self.ahead.addWidget(self.closing)
        self.groups = GroupsPart(workspace, jobs, look)
        self.groups.hide()
        self.times = TimesCard(look)
        self.groups.acted.connect(lambda step, words: self._note(step, words))
        self.groups.acted.connect(lambda _step, _words: self._on_saved(datetime.now().astimezone()))
        self.groups.failed.connect(self.failed)
        self.below.wanted.connect(self.go_to)
        self.form.made.connect(self._on_page_made)
        jobs.changed.connect(self._on_beside_changed)

    @cached_property
    def template_use(self) -> TemplateUse:
        """Below the agenda."""
        made = TemplateUse(self._look)
        made.wanted.connect(self._on_template)
        return made

    @cached_property
    def rules(self) -> RuleCard:
        """Above the agenda."""
        made = RuleCard(self._look)
        made.wanted.connect(self._on_names_out)
        return made

    @cached_property
    def worksheets(self) -> WorksheetsCard:
        """Below the groups."""
        made = WorksheetsCard(self._look)
        made.wanted.connect(self._on_give)
        made.starters_wanted.connect(self._on_starters)
        made.removed.connect(self._on_sheet_removed)
        made.pictures_wanted.connect(self._show_pictures)
        return made

    @cached_property
    def kept(self) -> KeptCard:
        """Above who was there."""
        return KeptCard(self._look)

    @cached_property
    def observations(self) -> ObservationsCard:
        """What observers gave."""
        return ObservationsCard(self._look)

    @cached_property
    def warning(self) -> Banner:
        """Above who was there."""
        return Banner(self._look, "warn", "")

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
        # They stand from the beginning, or the form would jump once the first field is filled in.
        self.verbs.show()
        for button in (self.packs_button, self.synthesis_button):
            button.setEnabled(not new)
        if self._beside is not None and self._beside.session != record.id:
            self._beside = None
        self._show_beside()
        others = [one for one in self._records if isinstance(one, Session)]
        self.below.show_sessions([one for one in others if one.parent == record.id])
        if not new:
            self._read_beside()
            self.closing.show_session(record.id)
            self.groups.show_session(record.id)
        else:
            self.closing.hide()

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
            return _Beside(
                session,
                sessions.worksheets(workspace, session),
                agendas.templates(workspace),
                doubtful_people(workspace, session),
                attending.read_here(workspace, session),
                rule_check.too_much(workspace, session),
                observing.given_notes(workspace, session),
                running.read_times(workspace, session),
            )

        self._jobs.read(read, self._on_beside, self, on_error=self._on_not_read)

    def _on_beside(self, found: _Beside) -> None:
        if found.session == self.current:
            self._beside = found
            self._show_beside()

    def _on_page_made(self, key: str) -> None:
        if key == AGENDA:
            self.form.page(key).insertWidget(0, self.rules)
            self.form.page(key).addWidget(self.times)
            self.form.page(key).addWidget(self.template_use)
        elif key == GROUPS:
            self.form.page(key).addWidget(self.groups)
            self.form.page(key).addWidget(self.worksheets)
        elif key == PEOPLE:
            self.form.page(key).insertWidget(0, self.warning)
            self.form.page(key).insertWidget(1, self.kept)
        elif key == OBSERVED:
            self.form.page(key).addWidget(self.observations)
        self._show_beside()

    def _show_beside(self) -> None:
        """On the pages somebody turned to; a new session has nothing beside its fields."""
        found, new = self._beside, not self.packs_button.isEnabled()
        if self.form.stands(AGENDA):
            self.template_use.setVisible(not new)
            self.rules.show_lines(found.too_much if found is not None else ())
            self.times.show_times(found.times if found is not None else ())
            if found is not None and self._session is not None:
                self.template_use.show_templates(found.templates, self._session.agenda)
        if self.form.stands(GROUPS):
            self.groups.setVisible(not new)
            self.worksheets.setVisible(not new)
            if found is not None:
                self.worksheets.show_worksheets(found.worksheets)
        if self.form.stands(PEOPLE):
            self._show_doubtful(found.doubtful if found is not None else ())
            if found is not None:
                self.kept.show_here(found.here)
            else:
                self.kept.hide()
        if self.form.stands(OBSERVED):
            self.observations.show_notes(found.observed if found is not None else ())

    def _show_doubtful(self, people: tuple[str, ...]) -> None:
        """Who looked on and also wrote, said where the roles stand (C2, X31)."""
        self.warning.setVisible(bool(people))
        if people:
            self.warning.show_message(
                "warn",
                _("Looked on, and also led or wrote: {people}").format(people=", ".join(people)),
                _("That may be right. Say it wherever their independence is relied on."),
            )

    def _on_beside_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & _BESIDE and self.current and self.packs_button.isEnabled():
            if self.isVisible():
                self._read_beside()
            else:
                self._beside_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._beside_stale:
            self._beside_stale = False
            self._read_beside()
        if self.packs_button.isEnabled():
            self.closing.read_if_stale()  # it hides itself until it is due, and is not shown by being here

    def _on_template(self, template: str) -> None:
        self.keep_typed()
        job = partial(agendas.use_template, self._workspace, self.current, template)
        self._do(job, self._on_copied)

    def _on_copied(self, done: Done[int]) -> None:
        self.say(n_("{count} part copied.", "{count} parts copied.", done.value))

    def _on_names_out(self) -> None:
        self.keep_typed()
        self.do(partial(rule_check.take_names_out, self._workspace, self.current), _("Names taken out."))

    def _on_give(self, form: str) -> None:
        self.keep_typed()
        self._do(partial(sessions.give_each_group, self._workspace, self.current, form), self._on_given)

    def _on_given(self, done: Done[Given]) -> None:
        words = n_("{count} worksheet given.", "{count} worksheets given.", done.value.given)
        if done.value.kept:
            kept = n_(
                "{count} group keeps the edition it has: it was begun, or is on a laptop already.",
                "{count} groups keep the edition they have: it was begun, or is on a laptop already.",
                done.value.kept,
            )
            words = f"{words} {kept}"
        self.say(words)

    def _on_starters(self) -> None:
        self.keep_typed()
        self._do(partial(starters.add_starters, self._workspace), self._on_starters_added)

    def _on_starters_added(self, done: Done[int]) -> None:
        self.say(
            _("A worksheet and a questionnaire were added.")
            if done.value > 1
            else _("A worksheet was added. A questionnaire was there already.")
        )

    def _on_sheet_removed(self, sheet: Sheet) -> None:
        self._take_away(Sheet, sheet.id)
        self.packs_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_pictures(self, sheet: str, group: str) -> None:
        from capture_app.ui.pictures.pictures_dialog import PicturesDialog

        PicturesDialog(self._look, self._workspace, sheet, group, self._jobs, parent=self.window()).open()

    def _do(self, job: Any, then: Any) -> None:
        self._jobs.write(job, then, self, self, on_error=self._on_refused)

    def _on_refused(self, error: BaseException) -> None:
        if self.form.stands(AGENDA):
            self.template_use.say(sentence_of(error), wrong=True)
        self.say(sentence_of(error))
