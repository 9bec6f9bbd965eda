"""A bundle that opens with a passphrase: asked for where it stands, without a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from capture_app.sealing import Passphrase
from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.painting import line_height
from capture_app.words import _


class LockedBundle(QFrame):
    """`refusal` is said below the field once a passphrase was tried.

    Signals:
        tried(Passphrase): somebody typed one.
    """

    tried = Signal(object)

    def __init__(
        self, look: Look, file_name: str, refusal: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(file_name)
        self.editor = QLineEdit()
        self.editor.setEchoMode(QLineEdit.EchoMode.Password)
        self._field = Field(look, _("Passphrase of this bundle"), self.editor)
        if refusal:
            self._field.set_error(refusal)
        self.open_button = Button(_("Open"), look)
        self.open_button.say_of(file_name)
        self.editor.returnPressed.connect(self._on_open)
        self.open_button.clicked.connect(self._on_open)
        self._build(look, file_name)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._column.setContentsMargins(look.px(16), look.px(11), look.px(14), look.px(12))
        self._column.setSpacing(look.px(8))
        self._head.setSpacing(look.px(9))
        self._row.setSpacing(look.px(8))
        # Level with the field, whose label stands above it.
        label = round(line_height(look.font(look.theme.type.caption, SEMIBOLD)))
        self._beside.setContentsMargins(0, label + look.px(4), 0, 0)

    def _build(self, look: Look, file_name: str) -> None:
        self._column, self._head, self._row = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Prose(file_name, look, "strong"))
        help_line = _("It opens with a passphrase. Ask whoever sent it; do not have it sent the same way.")
        words.addWidget(Prose(help_line, look, "secondary"))
        self._head.addWidget(Icon("lock-simple", look, "accent", 22), 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(words, 1)
        self._row.addWidget(self._field, 1)
        self._beside = QVBoxLayout()
        self._beside.addWidget(self.open_button)
        self._beside.addStretch(1)
        self._row.addLayout(self._beside)
        self._row.addStretch(1)
        self._column.addLayout(self._head)
        self._column.addLayout(self._row)

    def _on_open(self) -> None:
        if self.editor.text():
            self.tried.emit(Passphrase(self.editor.text()))
