"""The register of people, with a quiet warning about two roles, and the way to erase all that is about somebody."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.record import Record, RecordId
from capture_app.services.naming import called
from capture_app.services.people import doubtful_sessions
from capture_app.services.workspaces import Workspace
from capture_app.ui.dialogs.erase_dialog import EraseDialog
from capture_app.ui.jobs import Jobs
from capture_app.ui.register.described import Register
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Divider
from capture_app.words import _


class PersonPane(RegisterPane):
    """Signals: as `RegisterPane`, and
    erased(): somebody was erased; nothing that could be undone may bring their words back.
    """

    erased = Signal()

    def __init__(self, register: Register, workspace: Workspace, jobs: Jobs, look: Look) -> None:
        super().__init__(register, workspace, jobs, look)
        self.dialog: EraseDialog | None = None
        self.warning = Banner(look, "warn", "")
        self.warning.hide()
        self.erase_button = Button(_("Erase everything from this person…"), look, size="row", icon="eraser")
        self.erase_button.clicked.connect(self.ask_to_erase)
        self._below = QWidget()
        column = QVBoxLayout(self._below)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(Divider())
        column.addWidget(self.erase_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.aside.addWidget(self.warning)
        self.aside.addWidget(self._below)

    def opened(self, record: Record, *, new: bool) -> None:
        super().opened(record, new=new)
        self._below.setVisible(not new)
        if new:
            self.warning.hide()
            return
        job = partial(doubtful_sessions, self._workspace, record.id)
        self._jobs.read(job, partial(self._on_roles, record.id), self, on_error=self._on_not_read)

    def ask_to_erase(self) -> None:
        """Show what erasing the person would empty, and ask."""
        self.keep_typed()
        if self.form.entry is None:
            return
        person = self.form.entry.record
        self.dialog = EraseDialog(
            self._look, self._workspace, self._jobs, person.id, called(person), parent=self.window()
        )
        self.dialog.erased.connect(self._on_erased)
        self.dialog.open()

    def _on_roles(self, person: RecordId, sessions: tuple[str, ...]) -> None:
        if person != self.current:
            return
        self.warning.setVisible(bool(sessions))
        if sessions:
            self.warning.show_message(
                "warn",
                _("Looked on, and also led or wrote: {sessions}").format(sessions=", ".join(sessions)),
                _("That may be right. Say it wherever their independence is relied on."),
            )

    def _on_erased(self) -> None:
        self.erased.emit()
        self.say(_("Erased."))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
