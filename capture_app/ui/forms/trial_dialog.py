"""A worksheet as a scribe sees it, to try: the page itself, in a window of its own, of which nothing is kept (D1)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.trying import Trial, end_trial
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.reading_order import InReadingOrder
from capture_app.ui.worksheet_page import WorksheetPage
from capture_app.words import _

_WIDTH, _HEIGHT = 1280, 700


class TrialDialog(InReadingOrder, QDialog):
    """Deleted when it is closed, and what was typed with it."""

    def __init__(
        self, look: Look, trial: Trial, jobs: Jobs, keys: KeyMap, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("As a scribe sees it"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._trial, self._jobs = trial, jobs
        self.page = WorksheetPage(trial.workspace, trial.sheet, jobs, look, self, keymap=keys)
        close = Button(_("Done trying"), look, "primary")
        close.clicked.connect(self.accept)
        said = Banner(
            look,
            "priv",
            _("This is how a scribe sees the worksheet."),
            _("Type and choose as much as you like. Nothing of it is kept."),
            icon="eye",
        )
        said.add_button(close)
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
        self.page.settle(partial(self._end, result))

    def _end(self, result: int, _saved: bool) -> None:
        """What was typed is on its way no longer, so that the workspace can be closed."""
        self._jobs.read(partial(end_trial, self._trial), lambda _none: None, self._jobs)
        super().done(result)
