"""Writing a third version where neither of two will do. Enter takes it; Esc leaves things as they were."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.field import Field
from capture_app.words import _


class _Editor(QPlainTextEdit):
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class OwnWording(QWidget):
    """An editor that starts from the version shown.

    Signals:
        written(str): use these words.
        left(): as it was.
    """

    written = Signal(str)
    left = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = _Editor()
        self._field = Field(
            look, _("Your wording"), self._editor, _("Enter takes it, Esc leaves things as they were.")
        )
        self._use = Button(_("Use this wording"), look, size="row", key=_("Enter"))
        self._leave = Button(_("Leave it"), look, "quiet", size="row", key=_("Esc"))
        self._editor.entered.connect(self._on_use)
        self._editor.left.connect(self.left)
        self._use.clicked.connect(self._on_use)
        self._leave.clicked.connect(self.left)
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._field)
        for button in (self._use, self._leave):
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self.set_low(False)
        self._column.setSpacing(look.px(8))
        self._row.setSpacing(look.px(8))

    def set_low(self, low: bool) -> None:
        """Whether two lines of words in sight must do."""
        self._editor.setFixedHeight(self._look.px(56 if low else 76))

    def begin(self, text: str) -> None:
        """Start from these words."""
        self._field.clear_error()
        self._editor.setPlainText(text)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_use(self) -> None:
        words = " ".join(self._editor.toPlainText().split())
        if words:
            self.written.emit(words)
        else:
            self._field.set_error(_("Write at least a word, or leave it with Esc."))
