"""The pictures of a worksheet beside its lines, made when somebody first wants them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.record import RecordId
from capture_app.domain.records import Picture
from capture_app.services.pictures import Shown, pictures
from capture_app.services.workspaces import Workspace
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.undo_steps import UndoSteps
from capture_app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from capture_app.ui.pictures.picture_panel import PicturePanel


class Beside(QWidget):
    """Holds the panel. `is_open` says whether it is wanted now.

    Signals:
        counted(int): so many pictures there are. turned(): it is wanted, or not any more.
    """

    counted = Signal(int)
    turned = Signal()

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        sheet: RecordId,
        jobs: Jobs,
        keys: KeyMap,
        question: Callable[[], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._look, self._workspace, self._sheet, self._jobs = look, workspace, sheet, jobs
        self._keys, self._question = keys, question
        self._fixed = False
        self.is_open = False
        self.panel: PicturePanel | None = None
        self.hide()
        jobs.changed.connect(self._on_changed)
        self._count()

    def set_fixed(self, fixed: bool) -> None:
        """Whether pictures can only be looked at, since the worksheet is closed."""
        self._fixed = fixed
        if self.panel is not None:
            self.panel.set_fixed(fixed)

    def turn(self) -> None:
        """Show the pictures, or put them away."""
        self.is_open = not self.is_open
        if self.panel is None:
            self.panel = self._made()
        self.turned.emit()
        if self.is_open:
            self.panel.focus_first()

    def _made(self) -> PicturePanel:
        from capture_app.ui.pictures.picture_desk import PictureDesk
        from capture_app.ui.pictures.picture_panel import PicturePanel

        panel = PicturePanel(self._look)
        panel.set_fixed(self._fixed)
        column, edge = QVBoxLayout(self), self._look.px(10)
        column.setContentsMargins(0, edge, edge, edge)
        column.addWidget(panel)
        steps = UndoSteps(panel, self._workspace, self._jobs, Toast(panel, self._look), self._tell)
        steps.listen(self._keys)
        desk = PictureDesk(panel, self._workspace, self._sheet, self._jobs, steps, self._question)
        desk.counted.connect(self.counted)
        panel.closed.connect(self.turn)
        return panel

    def _tell(self, error: BaseException) -> None:
        if self.panel is not None:
            self.panel.say(sentence_of(error))

    def _count(self) -> None:
        job = partial(pictures, self._workspace, self._sheet)
        self._jobs.read(job, self._on_counted, self)

    def _on_counted(self, found: tuple[Shown, ...]) -> None:
        self.counted.emit(len(found))

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self.panel is None and Picture.__name__ in changes.kinds:
            self._count()
