"""The history of one record, read from the workspace, with the way back to an older version: for a dialog or a page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.record import RecordId
from capture_app.services.done import Done
from capture_app.services.history import Version, bring_back_version, history
from capture_app.services.noting import Step
from capture_app.services.workspaces import Workspace
from capture_app.ui.history.history_panel import HistoryPanel
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.undo_steps import UndoSteps
from capture_app.ui.when import when
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.words import _


class HistoryDesk(QWidget):
    """Shows one record at a time. What is brought back goes into the `steps` of the page or dialog it stands in.

    Signals:
        brought_back(): an older version stands again.
    """

    brought_back = Signal()

    def __init__(
        self, look: Look, workspace: Workspace, jobs: Jobs, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        self._record: tuple[str, RecordId] | None = None
        self.steps: UndoSteps | None = None
        self.trouble, self.panel = Banner(look, "bad", ""), HistoryPanel(look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.trouble)
        self._column.addWidget(self.panel, 1)
        self.trouble.hide()
        self.panel.wanted.connect(self._on_wanted)
        jobs.changed.connect(self._on_changed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._column.setSpacing(look.px(look.theme.space.gap))

    def show_record(self, kind: str, record: RecordId) -> None:
        """Show the history of a record."""
        self._record = (kind, record)
        self._read()

    def clear(self) -> None:
        """Show nothing."""
        self._record = None
        self.panel.show_versions(())

    def tell(self, error: BaseException) -> None:
        """Say what went wrong."""
        sentence = sentence_of(error)
        self.trouble.show_message("bad", sentence)
        self.trouble.show()
        announce(self, sentence, assertive=True)

    def _read(self) -> None:
        if self._record is not None:
            job = partial(history, self._workspace, *self._record)
            self._jobs.read(job, partial(self._on_read, self._record), self, on_error=self._on_not_read)

    def _on_not_read(self, error: BaseException) -> None:
        """What was shown before may be what must not be seen any more."""
        self.panel.show_versions(())
        self.tell(error)

    def _on_read(self, record: tuple[str, RecordId], versions: tuple[Version, ...]) -> None:
        if record == self._record:
            self.trouble.hide()
            self.panel.show_versions(versions)

    def _on_wanted(self, version: Version) -> None:
        if self._record is None:
            return
        job = partial(bring_back_version, self._workspace, *self._record, version.id)
        deliver = partial(self._on_brought_back, version)
        self._jobs.write(job, deliver, self, self, on_error=self.tell)

    def _on_brought_back(self, version: Version, done: Done[Step]) -> None:
        words = _("The version of {time} stands again.").format(time=when(version.at))
        if self.steps is not None and done.value.moved:
            self.steps.note(words, (done.value,))
        else:
            announce(self, words)
        self._read()
        self.brought_back.emit()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and self._record is not None and self._record[1] in changes.records:
            self._read()
