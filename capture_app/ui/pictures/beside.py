"""The pictures of a worksheet beside its lines, made when somebody first wants them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
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
        turned(): it is wanted, or not any more.
    """

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
        PictureDesk(panel, self._workspace, self._sheet, self._jobs, steps, self._question)
        panel.closed.connect(self.turn)
        return panel

    def _tell(self, error: BaseException) -> None:
        if self.panel is not None:
            self.panel.say(sentence_of(error))
