"""A register to read: what came from elsewhere and is changed there alone (I3, I4)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from capture_app.domain.record import Record
from capture_app.services.registers import Opened
from capture_app.services.workspaces import Workspace
from capture_app.ui.jobs import Jobs
from capture_app.ui.register.described import Register
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.words import _


class ReadingPane(RegisterPane):
    """Nothing can be added or taken away; its register has fields to read (see `reading_fields`).

    `instead` gets the keyboard where there is nothing to read.
    """

    def __init__(
        self, register: Register, workspace: Workspace, jobs: Jobs, look: Look, *, instead: QWidget
    ) -> None:
        super().__init__(register, workspace, jobs, look)
        self._instead = instead
        self.versions = Banner(
            look,
            "warn",
            _("Two versions of this stand side by side, and one of them is shown."),
            _("The project lead settles it and writes the file anew."),
        )
        self.versions.hide()
        self.ahead.addWidget(self.versions)
        for button in (self.remove_button, self.history_button):
            kept = button.sizePolicy()
            kept.setRetainSizeWhenHidden(False)  # they never come
            button.setSizePolicy(kept)
        self.add_button.hide()

    def opened(self, record: Record, *, new: bool) -> None:
        super().opened(record, new=new)
        self.remove_button.hide()
        self.history_button.hide()

    def focus_first(self) -> None:
        super().focus_first()
        if self._told and not self._rows:
            self._instead.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: Opened) -> None:
        """Versions are told of once: what is said beside a field sends people to a page that only the lead has."""
        self.versions.setVisible(bool(found.entry.contested))
        super()._show(replace(found, entry=replace(found.entry, contested=())))
