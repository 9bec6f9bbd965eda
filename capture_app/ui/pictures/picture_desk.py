"""What is done with the pictures of a worksheet: read one by one, added away from the window, taken away with undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from capture_app.domain.changes import Changes
from capture_app.domain.photograph import Small
from capture_app.domain.record import RecordId
from capture_app.domain.records import Picture
from capture_app.services import keeping
from capture_app.services.done import Done
from capture_app.services.keeping import Step
from capture_app.services.pictures import Shown, add_picture, pictures, read_picture, small_picture
from capture_app.services.workspaces import Workspace
from capture_app.ui.choosing import choose_pictures
from capture_app.ui.jobs import Jobs
from capture_app.ui.pictures.picture_panel import PicturePanel
from capture_app.ui.problems import sentence_of
from capture_app.ui.undo_steps import UndoSteps
from capture_app.words import _


class PictureDesk(QObject):
    """`question` gives the question that is shown, at which a picture is added."""

    def __init__(
        self,
        panel: PicturePanel,
        workspace: Workspace,
        sheet: RecordId,
        jobs: Jobs,
        steps: UndoSteps,
        question: Callable[[], str],
    ) -> None:
        super().__init__(panel)
        self._panel, self._workspace, self._sheet, self._jobs = panel, workspace, sheet, jobs
        self._steps, self._question, self._wanted = steps, question, ""
        panel.add_wanted.connect(lambda: choose_pictures(panel, self.add))
        panel.dropped.connect(self.add)
        panel.removed.connect(self._on_removed)
        panel.turned.connect(self._read_image)
        jobs.changed.connect(self._on_changed)
        self.read()

    def read(self) -> None:
        """Read which pictures there are."""
        job = partial(pictures, self._workspace, self._sheet)
        self._jobs.read(job, self._on_read, self, on_error=self._tell)

    def add(self, path: Path) -> None:
        """Add a photograph; it is made small in the files lane, and then kept."""
        self._panel.say("")
        keep = partial(self._keep, self._question())
        self._jobs.files(partial(small_picture, path), keep, self, on_error=self._tell)

    def _keep(self, item: str, small: Small) -> None:
        job = partial(add_picture, self._workspace, self._sheet, item, small)
        self._jobs.write(job, self._on_added, self, self, on_error=self._tell)

    def _on_added(self, done: Done[Step]) -> None:
        self._wanted = done.value.record
        self._steps.note(_("Picture added."), [done.value])
        self.read()

    def _on_removed(self, picture: RecordId) -> None:
        job = partial(keeping.take_away, self._workspace, Picture, picture)
        self._jobs.write(job, self._on_taken, self, self, on_error=self._tell)

    def _on_taken(self, done: Done[Step]) -> None:
        self._steps.note(_("Picture taken away."), [done.value])
        self.read()

    def _on_read(self, found: tuple[Shown, ...]) -> None:
        wanted, self._wanted = self._wanted, ""
        self._panel.show_pictures(found, wanted)

    def _read_image(self, picture: RecordId) -> None:
        job = partial(read_picture, self._workspace, picture)
        self._jobs.read(job, partial(self._panel.show_jpeg, picture), self, on_error=self._tell)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and Picture.__name__ in changes.kinds:
            self.read()

    def _tell(self, error: BaseException) -> None:
        self._panel.say(sentence_of(error))
