"""The lead's first synthesis of a session: raw items at the left, statements at the right, links between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.errors import CaptureError
from capture_app.domain.record import RecordId
from capture_app.services.comparing import GroupsCompared, compared_groups
from capture_app.services.done import Done
from capture_app.services.synthesising import (
    Evidence,
    StatementView,
    Synthesis,
    add_statement,
    link,
    mend_statement,
    remove_statement,
    synthesis,
)
from capture_app.services.whereabouts import Spot
from capture_app.services.workspaces import Workspace
from capture_app.ui.choosing import Purpose, choose_new_file, folder_for
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.synthesis.synthesis_frame import SynthesisFrame
from capture_app.ui.undo_steps import Act, UndoSteps
from capture_app.ui.widgets.announce import announce
from capture_app.words import _, n_

T = TypeVar("T")


class SynthesisPage(SynthesisFrame):
    """Everything right of the lead's navigation.

    Signals:
        saved(datetime): a change of the synthesis is on the disk.
        failed(str): it is not, and why; the page shows the sentence itself.
    """

    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        session_id: RecordId,
        jobs: Jobs,
        look: Look,
        parent: QWidget | None = None,
        *,
        keys: KeyMap | None = None,
    ) -> None:
        super().__init__(look, keys or KeyMap(), parent)
        self._workspace, self._session, self._jobs = workspace, session_id, jobs
        self._stale = False
        self.steps = UndoSteps(self, workspace, jobs, self.toast, self._on_error)
        self.steps.listen(self._keys)
        self._connect()
        self._read()

    def save_report(self, path: Path) -> None:
        """Write the synthesis as PDF or Word, by the ending of the file."""
        self.keep_typed()
        job = partial(_write_report, self._workspace, self._session, path)
        self.saving(path.name)
        # In the store's lane, because the report is made of what the workspace holds.
        self._jobs.read(job, self._on_report, self, on_error=self._tell)

    def keep_typed(self) -> None:
        """Keep a sentence that is still being typed, as Enter does; before closing, locking or leaving the page."""
        self.statements.list.keep_typed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _connect(self) -> None:
        listed = self.statements.list
        listed.current_changed.connect(self._on_current)
        listed.mended.connect(self._on_mended)
        listed.removed.connect(self._on_removed)
        listed.written.connect(self._on_written)
        listed.evidence_wanted.connect(self._on_evidence_wanted)
        self.evidence.link_wanted.connect(self._on_link)
        self.next_button.clicked.connect(self.go_to_pending)
        self.evidence.foot.next.clicked.connect(self.go_to_pending)
        self.save_button.clicked.connect(self._choose_report)
        self.groups_wanted.connect(self._read_groups)
        self.steps.undone.connect(self._on_undone)
        self.steps.redone.connect(self._on_undone)
        listed.history_wanted.connect(lambda view: self._open_history("Statement", view.statement.id))
        self._jobs.changed.connect(self._on_changed)

    def _read(self) -> None:
        self._stale = False
        self._jobs.read(
            partial(synthesis, self._workspace, self._session), self._on_read, self, on_error=self._tell
        )

        if self.compares or self.evidence.filters.filter.only_called:
            self._read_groups()

    def _read_groups(self) -> None:
        job = partial(compared_groups, self._workspace, self._session)
        self._jobs.read(job, self._on_groups_read, self, on_error=self._tell)

    def _on_read(self, read: Synthesis) -> None:
        self.show_synthesis(read)

    def _on_groups_read(self, compared: GroupsCompared) -> None:
        if self.groups is not None:
            self.groups.show_compared(compared)
            self.evidence.renew_items(self.groups.opened_items())

    def _on_current(self) -> None:
        self.evidence.mark(self.statements.list.current_view())

    def _on_evidence_wanted(self, view: StatementView) -> None:
        self.panes.show_pane("first")
        self.evidence.open_evidence(view)

    def show_record(self, _kind: str, record: RecordId, _spot: Spot) -> None:
        """Go to a statement or a raw item of this session."""
        self.go_to_record(record)

    def show_history(self) -> None:
        """Tell what became of the raw item one is at, else of the statement."""
        chosen = self.evidence.table.chosen_items() if self.evidence.table.hasFocus() else []
        view = self.statements.list.current_view()
        if len(chosen) == 1 and chosen[0].answered:
            self._open_history("Sheet", chosen[0].answered)
        elif len(chosen) == 1 and not chosen[0].is_ballot:
            self._open_history("Line", chosen[0].id)
        elif chosen:
            self.say(_("Choose one line: answers from a questionnaire keep no history."))
        elif view is not None:
            self._open_history("Statement", view.statement.id)

    def _open_history(self, kind: str, record: RecordId) -> None:
        from capture_app.ui.history.history_dialog import HistoryDialog

        self.keep_typed()
        where = (self._workspace, kind, record, self._jobs)
        HistoryDialog(self._look, *where, keys=self._keys, parent=self).open()

    def _on_written(self, words: str, theme: RecordId) -> None:
        job = partial(add_statement, self._workspace, self._session, theme, words)
        self._write(job, _("Statement added."), self._on_added, offer=False)

    def _on_added(self, statement: RecordId) -> None:
        self.statements.list.leave_new()
        self._wanted = statement

    def _on_mended(self, statement: RecordId, words: str) -> None:
        job = partial(mend_statement, self._workspace, statement, words)
        self._write(job, _("Statement reworded."), offer=False)

    def _on_removed(self, view: StatementView) -> None:
        job = partial(remove_statement, self._workspace, view.statement.id)
        self._write(job, _("Statement removed."))

    def _on_link(self, chosen: Sequence[Evidence]) -> None:
        """Link what is chosen; what is linked already, all of it, is taken from the statement."""
        view = self.statements.list.current_view()
        if view is None:
            self.say(_("Choose a statement first: the link goes to the one you are at."))
            return
        if not chosen:
            self.say(_("Choose a line under “Evidence” first; hold Ctrl or Shift to choose several."))
            return
        if any(item.answered for item in chosen):
            self.say(
                _("An answer stands here to be read. Link a line, and give the figure in your sentence.")
            )
            return
        behind = {item.id for item in view.evidence}
        unlinking = all(item.id in behind for item in chosen)
        items = tuple(item.id for item in chosen if unlinking or item.id not in behind)
        job = partial(_link_all, self._workspace, view.statement.id, items, on=not unlinking)
        if unlinking:
            self._write(job, n_("{count} item unlinked.", "{count} items unlinked.", len(items)))
        else:
            words = n_("{count} item linked.", "{count} items linked.", len(items))
            self._write(job, words, lambda _none: announce(self, words), offer=False)

    def _write(
        self,
        job: Callable[[], Done[T]],
        words: str,
        then: Callable[[T], None] | None = None,
        *,
        offer: bool = True,
    ) -> None:
        """Do something, so that it can be undone; `offer` says so in a message."""

        def kept(value: T) -> None:
            self.show_trouble("")
            if then is not None:
                then(value)
            self.saved.emit(datetime.now().astimezone())
            self._read()

        self.steps.do(job, words, kept, offer=offer)

    def _on_undone(self, act: Act) -> None:
        """Go to the statement that is there again."""
        self.show_trouble("")
        self.saved.emit(datetime.now().astimezone())
        statements = [step for step in act.steps if step.kind == "Statement" and not step.after["deleted"]]
        self._wanted = statements[0].record if statements else ""

    def _on_error(self, error: BaseException) -> None:
        """Something was not saved."""
        self._tell(error)
        if isinstance(error, CaptureError):
            self.failed.emit(error.sentence)

    def _tell(self, error: BaseException) -> None:
        self.saving("")
        if not isinstance(error, CaptureError):
            raise error
        self.show_trouble(error.sentence)

    def _on_changed(self, _changes: Changes, initiator: object) -> None:
        if initiator is self:
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def _choose_report(self) -> None:
        name = "-".join(self.session_label().lower().split()) or "synthesis"
        kinds = {".pdf": _("PDF, for printing"), ".docx": _("Word document")}
        proposed = folder_for(self, Purpose.DOCUMENTS) / f"{name}.pdf"
        choose_new_file(
            self, _("Save the synthesis"), proposed, self.save_report, purpose=Purpose.DOCUMENTS, kinds=kinds
        )

    def _on_report(self, path: Path) -> None:
        self.show_trouble("")
        self.report_saved(path)


def _write_report(workspace: Workspace, session: RecordId, path: Path) -> Path:
    from capture_app.services.reporting import write_report

    return write_report(workspace, session, path)


def _link_all(
    workspace: Workspace, statement: RecordId, items: Sequence[RecordId], *, on: bool
) -> Done[None]:
    """Link or unlink several items."""
    changes = Changes()
    for item in items:
        changes |= link(workspace, statement, item, on).changes
    return Done(None, changes)
