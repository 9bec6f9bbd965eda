"""The history of a record in a window of its own; opened from wherever the record stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.reading import Reading, read_record
from capture_app.services.workspaces import Workspace
from capture_app.ui.history.history_desk import HistoryDesk
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.undo_steps import UndoSteps
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Elided, Prose
from capture_app.ui.widgets.reading_order import InReadingOrder
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _

_USUAL, _AROUND = QSize(680, 600), 60


class HistoryDialog(InReadingOrder, QDialog):
    """Modal to its page. Every page hears of what was brought back, as of any change."""

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        kind: str,
        record: RecordId,
        jobs: Jobs,
        *,
        keys: KeyMap | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(_("What became of this?"))
        self._called, self._place = Prose("", look, "question"), Elided("", "secondary")
        self.desk = HistoryDesk(look, workspace, jobs)
        self.close_button = Button(_("Close"), look, "primary")
        self.close_button.clicked.connect(self.accept)
        self._build(look)
        self.toast = Toast(self, look, above=16)
        self.desk.steps = UndoSteps(self, workspace, jobs, self.toast, self.desk.tell)
        self.desk.steps.listen(keys or KeyMap())
        self.set_look(look)
        self.desk.show_record(kind, record)
        jobs.read(partial(read_record, workspace, kind, record), self._on_read, self, on_error=self.desk.tell)

    def set_look(self, look: Look) -> None:
        """Take over the spaces; no larger than the screen."""
        page = look.px(look.theme.space.page)
        self._head.setContentsMargins(page, look.px(20), page, look.px(8))
        self._head.setSpacing(look.px(4))
        self._foot.setContentsMargins(page, look.px(10), page, look.px(16))
        room = self.screen().availableGeometry().size() - QSize(_AROUND, _AROUND)
        self.resize(QSize(look.px(_USUAL.width()), look.px(_USUAL.height())).boundedTo(room))

    def _build(self, look: Look) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._head, self._foot = QVBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._called)
        self._head.addWidget(self._place)
        scroll = ScrollColumn(look)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(_("History, newest change first"))
        scroll.column.addWidget(self.desk, 1)
        self._foot.addStretch(1)
        self._foot.addWidget(self.close_button)
        whole.addLayout(self._head)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._foot)

    def _on_read(self, reading: Reading | None) -> None:
        if reading is not None:
            self._called.set_words(_("History of “{name}”").format(name=reading.called))
            parts = (reading.kind_words, reading.place)
            self._place.setText(" · ".join(part for part in parts if part))
