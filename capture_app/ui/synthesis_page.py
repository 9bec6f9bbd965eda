"""The lead's first synthesis of a session: raw items at the left, statements at the right, links between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.errors import CaptureError
from capture_app.domain.record import RecordId
from capture_app.services.done import Done
from capture_app.services.reporting import write_report
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
from capture_app.services.workspaces import Workspace
from capture_app.ui.choosing import choose_new_file, own_folder
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.synthesis.synthesis_frame import SynthesisFrame
from capture_app.ui.widgets.announce import announce
from capture_app.words import _, n_


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
        self._connect()
        self._read()

    def save_report(self, path: Path) -> None:
        """Write the synthesis as PDF or Word, by the ending of the file."""
        self.keep_typed()
        job = partial(write_report, self._workspace, self._session, path)
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
        self._jobs.changed.connect(self._on_changed)

    def _read(self) -> None:
        self._stale = False
        self._jobs.read(
            partial(synthesis, self._workspace, self._session), self._on_read, self, on_error=self._tell
        )

    def _on_read(self, read: Synthesis) -> None:
        self.show_synthesis(read)

    def _on_current(self) -> None:
        self.evidence.mark(self.statements.list.current_view())

    def _on_evidence_wanted(self, view: StatementView) -> None:
        self.panes.show_pane("first")
        self.evidence.open_evidence(view)

    def _on_written(self, words: str, theme: RecordId) -> None:
        job = partial(add_statement, self._workspace, self._session, theme, words)
        self._write(job, self._on_added)

    def _on_added(self, done: Done[RecordId]) -> None:
        self.statements.list.leave_new()
        self._wanted = done.value

    def _on_mended(self, statement: RecordId, words: str) -> None:
        self._write(partial(mend_statement, self._workspace, statement, words))

    def _on_removed(self, view: StatementView) -> None:
        statement = view.statement.id
        self._write(
            partial(remove_statement, self._workspace, statement),
            lambda _done: self.toast.offer(
                _("Statement removed."),
                lambda: self._write(partial(remove_statement, self._workspace, statement, gone=False)),
            ),
        )

    def _on_link(self, chosen: Sequence[Evidence]) -> None:
        """Link what is chosen; what is linked already, all of it, is taken from the statement."""
        view = self.statements.list.current_view()
        if view is None:
            self.say(_("Choose a statement first: the link goes to the one you are at."))
            return
        behind = {item.id for item in view.evidence}
        unlinking = all(item.id in behind for item in chosen)
        items = tuple(item.id for item in chosen if unlinking or item.id not in behind)
        change = partial(_link_all, self._workspace, view.statement.id, items)
        then = (
            partial(self._on_unlinked, change, len(items))
            if unlinking
            else partial(self._on_linked, len(items))
        )
        self._write(partial(change, on=not unlinking), then)

    def _on_linked(self, count: int, _changes: Changes) -> None:
        announce(self, n_("{count} item linked", "{count} items linked", count))

    def _on_unlinked(self, change: Callable[..., Changes], count: int, _changes: Changes) -> None:
        words = n_("{count} item unlinked.", "{count} items unlinked.", count)
        self.toast.offer(words, lambda: self._write(partial(change, on=True)))

    def _write(self, job: Callable[[], object], then: Callable[..., None] | None = None) -> None:
        def deliver(result: object) -> None:
            self.show_trouble("")
            if then is not None:
                then(result)
            self.saved.emit(datetime.now().astimezone())
            self._read()

        self._jobs.write(job, deliver, self, self, on_error=self._on_error)

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
        choose_new_file(self, _("Save the synthesis"), own_folder() / f"{name}.pdf", self.save_report)

    def _on_report(self, path: Path) -> None:
        self.show_trouble("")
        self.report_saved(path.name)


def _link_all(workspace: Workspace, statement: RecordId, items: Sequence[RecordId], *, on: bool) -> Changes:
    """Link or unlink several items; what all of it touched."""
    done = [link(workspace, statement, item, on).changes for item in items]
    return Changes(
        frozenset().union(*(one.records for one in done)), frozenset().union(*(one.kinds for one in done))
    )
