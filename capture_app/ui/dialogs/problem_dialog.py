"""Says that something went wrong, in one sentence; for a bug there is a technical detail to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from capture_app.ui.problems import copy
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


class ProblemDialog(QDialog):
    """Closed by Enter, Esc or its button; deleted then."""

    def __init__(self, look: Look, sentence: str, detail: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(_("Workshop Capture"))
        self.setAccessibleName(sentence)
        self.sentence, self.detail = sentence, detail
        self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(Icon("warning-octagon", look, "bad", 24), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Prose(sentence, look), 1)
        self._column.addLayout(head)
        if detail:
            self._column.addWidget(self._detail(look))
        self._column.addLayout(self._buttons(look))
        page = look.px(look.theme.space.page)
        self._column.setContentsMargins(page, page, page, page)
        self._column.setSpacing(look.px(16))
        self.setMinimumWidth(look.px(480))

    def _detail(self, look: Look) -> QPlainTextEdit:
        text = QPlainTextEdit(self.detail)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(_("Where in the program it happened"))
        text.setMinimumHeight(look.px(140))
        return text

    def _buttons(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addStretch(1)
        if self.detail:
            take = Button(_("Copy the detail"), look, icon="copy")
            take.clicked.connect(lambda: copy(self.detail))
            row.addWidget(take)
        close = Button(_("Go on"), look, "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        return row
