"""Says that something went wrong, in one sentence; for a bug there is a technical detail to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from capture_app.ui.dialogs.question import Question
from capture_app.ui.problems import copy
from capture_app.ui.style import Look
from capture_app.words import _


class ProblemDialog(Question):
    """Closed by Enter, Esc or its button; deleted then. `detail` is where in the program it happened."""

    def __init__(self, look: Look, sentence: str, detail: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(look, sentence, _("Close"), harmless=_("Copy the detail"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Workshop Capture"))
        self.setAccessibleName(sentence)
        self.sentence, self.detail = sentence, detail
        self.answered.connect(self.accept)
        self.harmless.clicked.disconnect()
        self.harmless.clicked.connect(lambda: copy(self.detail))
        self.harmless.setVisible(bool(detail))
        if detail:
            self.add(self._shown(look))
        self.verb.setFocus()

    def _shown(self, look: Look) -> QPlainTextEdit:
        text = QPlainTextEdit(self.detail)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(_("Where in the program it happened"))
        text.setMinimumHeight(look.px(120))
        return text
