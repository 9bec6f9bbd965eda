"""The pictures of a worksheet, for whoever has merged it: to be looked at beside what was typed up from them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.workspaces import Workspace
from capture_app.ui.jobs import Jobs
from capture_app.ui.pictures.picture_desk import PictureDesk
from capture_app.ui.pictures.picture_panel import PicturePanel
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.undo_steps import UndoSteps
from capture_app.ui.widgets.reading_order import InReadingOrder
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _

_WIDTH, _HEIGHT = 760, 640


class PicturesDialog(InReadingOrder, QDialog):
    """Nothing can be changed in it. `group` is whose worksheet it is."""

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        sheet: RecordId,
        group: str,
        jobs: Jobs,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Pictures of {group}").format(group=group))
        self.panel = PicturePanel(look)
        self.panel.set_fixed(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(12),) * 4)
        column.addWidget(self.panel)
        steps = UndoSteps(
            self, workspace, jobs, Toast(self, look), lambda error: self.panel.say(sentence_of(error))
        )
        PictureDesk(self.panel, workspace, sheet, jobs, steps, str)
        self.panel.closed.connect(self.accept)
        room = self.screen().availableSize()
        around = look.px(40)
        self.resize(
            min(look.px(_WIDTH), room.width() - around), min(look.px(_HEIGHT), room.height() - around)
        )
        self.panel.focus_first()
