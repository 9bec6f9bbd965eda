"""A worksheet read back to its group: in large letters, each line confirmed, corrected or not agreed with (D1).

It may be projected, so it shows what was said, and nothing of anybody.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import Heard
from capture_app.services import reading_back
from capture_app.services.reading_back import ReadBack
from capture_app.services.workspaces import Workspace
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.problems import sentence_of
from capture_app.ui.read_back.read_back_frame import ReadBackFrame
from capture_app.ui.style import Look
from capture_app.ui.undo_steps import UndoSteps
from capture_app.words import _, n_


class ReadBackDialog(ReadBackFrame):
    """Modal to its page, which hears of every change as of any other."""

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        sheet: RecordId,
        jobs: Jobs,
        *,
        keys: KeyMap | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, keys or KeyMap(), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._sheet, self._jobs = workspace, sheet, jobs
        self.steps = UndoSteps(self, workspace, jobs, self.toast, self._on_failed)
        self.steps.listen(keys or KeyMap())
        for action, verb in self._verbs().items():
            self.buttons[action].clicked.connect(verb)
        self.list.acted.connect(lambda action: self._verbs()[action]())
        self.correction.kept.connect(self._on_corrected)
        jobs.changed.connect(self._on_changed)
        self._read()

    def confirm(self) -> None:
        """The group confirms the line one is at; the next one is read."""
        self._mark(Heard.CONFIRMED)

    def dissent(self) -> None:
        """Somebody does not agree with the line one is at."""
        self._mark(Heard.DISSENT)

    def correct(self) -> None:
        """Write what the group says instead."""
        line = self.list.line()
        if line is not None:
            self.begin_correction(line.text)

    def finish(self) -> None:
        """The group confirms all the rest; the worksheet is read back."""
        job = partial(reading_back.confirm_rest, self._workspace, self._sheet)
        self.steps.do(job, _("The rest confirmed."), self._on_finished)

    def _verbs(self) -> dict[str, Callable[[], None]]:
        return {
            "read_back.confirm": self.confirm,
            "read_back.correct": self.correct,
            "read_back.dissent": self.dissent,
            "read_back.finish": self.finish,
        }

    def _mark(self, heard: Heard) -> None:
        """Said once more, it is taken back."""
        line = self.list.line()
        if line is None:
            return
        wanted = None if line.spoken_of is heard else heard
        job = partial(reading_back.mark, self._workspace, line.id, wanted)
        then = self._on_marked if wanted else self._on_taken_back
        self.steps.do(job, _("Line marked."), then, offer=False)

    def _on_marked(self, _none: None) -> None:
        self.show_trouble("")
        self.list.go_on()

    def _on_taken_back(self, _none: None) -> None:
        self.show_trouble("")

    def _on_corrected(self, words: str) -> None:
        line = self.list.line()
        if line is None or words.strip() == line.text:
            self.end_correction()
            return
        job = partial(reading_back.correct, self._workspace, line.id, words)
        self.steps.do(job, _("Line corrected."), self._on_correction_kept, offer=False)

    def _on_correction_kept(self, _none: None) -> None:
        self.show_trouble("")
        self.end_correction()
        self.list.go_on()

    def _on_finished(self, count: int) -> None:
        self.say(n_("{count} line confirmed.", "{count} lines confirmed.", count))
        self.accept()

    def _read(self) -> None:
        job = partial(reading_back.read_back, self._workspace, self._sheet)
        self._jobs.read(job, self._on_read, self, on_error=self._on_failed)

    def _on_read(self, read: ReadBack) -> None:
        self.show_read_back(read)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & {"Line", "Sheet", "Form"}:
            self._read()

    def _on_failed(self, error: BaseException) -> None:
        self.show_trouble(sentence_of(error))
