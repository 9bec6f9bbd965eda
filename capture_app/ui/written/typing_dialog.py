"""A response typed up: the worksheet page on its sheet, question by question, in a window of its own (G5)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.responses import promise_title, told_words
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.verdicts import SIDES
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.reading_order import InReadingOrder
from capture_app.ui.worksheet_page import WorksheetPage
from capture_app.words import _

_WIDTH, _HEIGHT = 1280, 700


class WrittenSheetPage(WorksheetPage):
    """The sheet of a response: whoever wrote sat in no room, raised no hand, and hears nothing read back."""

    key_actions = WorksheetPage.key_actions - {
        *SIDES,
        "line.hands",
        "question.not_discussed",
        "sheet.read_back",
    }


class TypingDialog(InReadingOrder, QDialog):
    """Closes once what was typed is on the disk."""

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        sheet: RecordId,
        jobs: Jobs,
        keys: KeyMap,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Written feedback, typed up"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.page = WrittenSheetPage(workspace, sheet, jobs, look, self, keymap=keys)
        self.close_button = Button(_("Done"), look, "primary")
        self.close_button.clicked.connect(self.accept)
        said = Banner(
            look,
            "priv",
            _("This is written feedback."),
            f"{promise_title()} {told_words()}",
            icon="lock-simple",
        )
        said.add_button(self.close_button)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        edge = look.px(12)
        head.setContentsMargins(edge, edge, edge, 0)
        head.addWidget(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.page, 1)
        self.set_look(look)
        self.page.focus_first()

    def set_look(self, look: Look) -> None:
        """As large as the text asks for, and no larger than the screen."""
        room, around = self.screen().availableSize(), look.px(12)
        width = min(look.px(_WIDTH), room.width() - around)
        self.resize(width, min(look.px(_HEIGHT), room.height() - 4 * around))

    def done(self, result: int) -> None:
        self.page.settle(lambda saved: self._end(result) if saved else None)

    def _end(self, result: int) -> None:
        super().done(result)
