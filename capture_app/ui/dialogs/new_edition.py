"""Asks why a new edition of a form or an agenda differs from the one before (B7, F3)."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.field import Field
from capture_app.words import _


class NewEdition(Question):
    """`question` is asked; `help_line` says what may stand there, and what stays as it is."""

    def __init__(self, look: Look, question: str, help_line: str, *, parent: QWidget | None = None) -> None:
        super().__init__(look, question, _("Begin the new edition"), parent=parent)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Reason"))
        self.add(Field(look, _("Reason"), self.reason, help_line))
