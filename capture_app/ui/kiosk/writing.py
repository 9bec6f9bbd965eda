"""Where a respondent writes in their own words."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Label
from capture_app.words import _

_LONGEST = 4000
"""Letters of one answer."""


class _Box(QPlainTextEdit):
    """What one person writes gets into no clipboard, where the next one would find it, nor anything out of one."""

    on_wanted = Signal()

    def createMimeDataFromSelection(self) -> QMimeData:
        return QMimeData()

    def canInsertFromMimeData(self, _source: QMimeData) -> bool:
        return False

    def insertFromMimeData(self, _source: QMimeData) -> None:
        """Nothing is pasted."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.on_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class OwnWords(QWidget):
    """A text box with its label above and a word of care below.

    Signals:
        changed(): something was written.
        on_wanted(): Enter was pressed; Shift+Enter makes a new line.
    """

    changed = Signal()
    on_wanted = Signal()

    def __init__(
        self, look: Look, label: str, *, lines: int, names: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines, self._names = lines, names
        self.box = _Box()
        self.box.setAccessibleName(label)
        self.box.setTabChangesFocus(True)
        self.box.setAcceptDrops(False)
        self.box.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.box.textChanged.connect(self._on_text)
        self.box.on_wanted.connect(self.on_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(label, "capture"))
        self._column.addWidget(self.box)
        if names:
            care = _("Do not write names, yours or anybody else’s.")
            self.box.setAccessibleDescription(care)
            self._column.addWidget(Label(care, "secondary"))
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the sizes."""
        font = look.font(look.theme.type.question)
        self.box.setFont(font)
        self.box.setStyleSheet(f"font-size: {font.pointSizeF():g}pt")
        pitch = self.box.fontMetrics().lineSpacing()
        self.box.setFixedHeight(pitch * self._lines + look.px(26))
        self._column.setSpacing(look.px(6))

    def focus_first(self) -> None:
        """Put the cursor behind what is there."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """What was written, without blanks around it."""
        return self.box.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show what was written before."""
        self.box.setPlainText(text)

    def _on_text(self) -> None:
        if len(self.box.toPlainText()) > _LONGEST:
            self.box.textCursor().deletePreviousChar()
        self.changed.emit()
