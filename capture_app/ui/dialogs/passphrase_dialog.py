"""Asks for the passphrase of a workspace, and stays until one opens it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture_app.ui.dialogs.passphrase_field import PassphraseField
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.words import _


class PassphraseDialog(Question):
    """Signals:
    given(WayIn): what was typed, a passphrase or the recovery key.
    """

    given = Signal(object)

    def __init__(self, look: Look, file_name: str, *, parent: QWidget | None = None) -> None:
        question = _("What is the passphrase of ‘{file}’?").format(file=file_name)
        super().__init__(look, question, _("Open"), parent=parent)
        self.field = PassphraseField(
            look, _("Passphrase"), _("Forgotten it? Type or paste the recovery key here instead.")
        )
        self.add(self.field)
        self.answered.connect(self._on_answered)
        self.field.editor.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it did not open; what was typed stays, marked, so that it can be mended."""
        super().refuse(sentence)
        self.field.editor.setFocus()
        self.field.editor.selectAll()

    def _on_answered(self) -> None:
        way_in = self.field.way_in()
        if way_in is None:
            self.refuse(_("Type the passphrase first."))
            return
        self.busy(_("Trying the passphrase. That takes about two seconds, on purpose."))
        self.given.emit(way_in)
