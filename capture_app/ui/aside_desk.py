"""Setting aside as sensitive, for a page: the card afterwards, the quiet button that counts, the list behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.record import RecordId
from capture_app.services.aside_elsewhere import AsideTold, tell
from capture_app.services.setting_aside import bring_back, count_aside, set_aside_too
from capture_app.services.workspaces import Workspace
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.words import _, n_

if TYPE_CHECKING:
    from capture_app.ui.dialogs.set_aside_dialog import SetAsideDialog

_MARKS = "SetAside"


class AsideDesk(QObject):
    """`button` goes into the head of the page; it is there only while a line is set aside on this laptop."""

    def __init__(self, page: QWidget, workspace: Workspace, jobs: Jobs, keys: KeyMap, look: Look) -> None:
        super().__init__(page)
        self._page, self._workspace, self._jobs, self._keys, self._look = page, workspace, jobs, keys, look
        self.button = Button("", look, "plain", size="row", icon="eye-slash")
        self.button.setAccessibleDescription(_("On this laptop. Press to see where they stood."))
        self.button.hide()
        self.button.clicked.connect(self.show_list)
        jobs.changed.connect(self._on_changed)
        self._count()

    def set_look(self, look: Look) -> None:
        """What is opened from now on looks so."""
        self._look = look

    def set_aside(self, line: RecordId) -> None:
        """Set aside a line that is shown here and not being typed, then tell."""
        job = partial(set_aside_too, self._workspace, (line,))
        self._jobs.write(job, lambda _done: self.tell(line), self, self)

    def tell(self, line: RecordId) -> None:
        """Say whom to call and where the words of a line are, once it was set aside."""
        self._jobs.read(partial(tell, self._workspace, line), partial(self._show_card, line), self)

    def show_list(self) -> None:
        """The lines that are set aside."""
        from capture_app.ui.dialogs.aside_list_dialog import AsideListDialog

        AsideListDialog(
            self._look, self._workspace, self._jobs, self._keys, parent=self._page.window()
        ).open()

    def _show_card(self, line: RecordId, told: AsideTold) -> None:
        from capture_app.ui.dialogs.set_aside_dialog import SetAsideDialog

        dialog = SetAsideDialog(self._look, told, parent=self._page.window())
        dialog.too_wanted.connect(partial(self._set_aside_too, dialog, told))
        dialog.back_wanted.connect(partial(self._bring_back, line))
        dialog.open()

    def _set_aside_too(self, dialog: SetAsideDialog, told: AsideTold) -> None:
        job = partial(set_aside_too, self._workspace, tuple(one.line for one in told.repeats))
        self._jobs.write(job, lambda _done: dialog.say_too(), dialog, self)

    def _bring_back(self, line: RecordId) -> None:
        self._jobs.write(partial(bring_back, self._workspace, line), lambda _done: None, self, self)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if _MARKS in changes.kinds:
            self._count()

    def _count(self) -> None:
        self._jobs.read(partial(count_aside, self._workspace), self._show_count, self)

    def _show_count(self, count: int) -> None:
        self.button.set_words(n_("{count} line set aside", "{count} lines set aside", count))
        self.button.setVisible(bool(count))
