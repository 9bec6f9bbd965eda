"""Says that a session pack was opened on this laptop before, and leads to the workspace made of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


class KnownPackDialog(Question):
    """`answered` means that the workspace should be opened. `certain`: it is known to be made of this very pack.

    Signals:
        second_wanted(): another workspace should be made all the same.
    """

    second_wanted = Signal()

    def __init__(
        self, look: Look, pack: Path, workspace: Path, *, certain: bool, parent: QWidget | None = None
    ) -> None:
        asked = (
            _("You have already opened ‘{file}’ on this laptop")
            if certain
            else _("There is already a workspace ‘{file}’ on this laptop")
        )
        question = asked.format(file=pack.stem if certain else workspace.stem)
        super().__init__(look, question, _("Open your workspace"), parent=parent)
        words = (
            _("What was written since is in {path}. Open it to go on where you were.")
            if certain
            else _(
                "It is in {path}, and was most likely made from this pack. Open it to go on where you were. "
                "If it is not yours, keep what you write somewhere else."
            )
        )
        self.add(Prose(words.format(path=workspace), look, "secondary"))
        self.second = Button(_("Make a second workspace…"), look, "quiet")
        self.second.clicked.connect(self.second_wanted)
        self.add(self.second)
        self.verb.setFocus()
