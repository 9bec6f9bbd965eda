"""Where what somebody wrote on paper is typed. Made for one answer and thrown away with it, so that nothing stays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from capture_app.ui.style import Look

_LONGEST = 4000
"""Letters of one answer, as in the kiosk."""


class PaperWords(QPlainTextEdit):
    """Signals:
    done(): Enter; Shift+Enter begins a new line. back_wanted(): Backspace where nothing stands. left(): Esc.
    """

    done = Signal()
    back_wanted = Signal()
    left = Signal()

    def __init__(
        self, look: Look, label: str, words: str, lines: int, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAccessibleName(label)
        self.setPlainText(words)
        self.setTabChangesFocus(True)
        self.moveCursor(self.textCursor().MoveOperation.End)
        self.textChanged.connect(self._on_text)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the size."""
        self.setFont(look.font(look.theme.type.body))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + look.px(20))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.toPlainText():
            self.back_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_text(self) -> None:
        if len(self.toPlainText()) > _LONGEST:
            self.textCursor().deletePreviousChar()
