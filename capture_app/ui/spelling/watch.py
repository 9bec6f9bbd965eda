"""Waits until somebody has been writing for a while, and then has words marked wherever they write.

Nothing of spell-checking is loaded before: neither opening the window nor the first words wait for it. An editor
takes part by its attribute `checks_spelling`, and knows nothing else of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from capture_app.services.workspaces import Workspace
from capture_app.ui.app import Preferences, application
from capture_app.ui.jobs import Jobs

if TYPE_CHECKING:
    from capture_app.ui.spelling.speller import Speller

FIRST_WORDS = 3000
"""Milliseconds from the first time an editor has the keyboard, in which nothing is loaded."""


class Watch(QTimer):
    """Sees which editor of a desk has the keyboard. `speller` is there once it was needed."""

    def __init__(self, workspace: Workspace, jobs: Jobs, preferences: Preferences, desk: QWidget) -> None:
        super().__init__(desk)
        self._workspace, self._jobs, self._preferences, self._desk = workspace, jobs, preferences, desk
        self.speller: Speller | None = None
        self.setSingleShot(True)
        self.setInterval(FIRST_WORDS)
        self.timeout.connect(self.begin)
        application().focusChanged.connect(self._on_focus)

    def begin(self) -> None:
        """Load what is needed, and mark words in the editor that has the keyboard."""
        from capture_app.ui.spelling.speller import Speller

        self.stop()
        if self.speller is None and self._desk.isVisible():
            self.speller = Speller(self._workspace, self._jobs, self._preferences, self)
        self._on_focus(None, QApplication.focusWidget())

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not getattr(now, "checks_spelling", False) or not self._desk.isAncestorOf(now):
            return
        if self.speller is not None:
            self.speller.attend(now)
        elif self._preferences.settings.spell_check and not self.isActive():
            self.start()
