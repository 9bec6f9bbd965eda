"""Where one writes what the group says instead of a line, as large as the line itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.painting import line_height
from capture_app.words import _

_LINES = 3


class _Words(QPlainTextEdit):
    """Signals:
    done(): Enter; Shift+Enter begins a new line. left(): Esc.
    """

    done = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ShiftModifier
        ):
            self.done.emit()
        else:
            super().keyPressEvent(event)


class Correction(QFrame):
    """Signals:
    kept(str): these words stand instead. left(): the line stays as it was.
    """

    kept = Signal(str)
    left = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = _Words()
        self.words.setAccessibleName(_("What the group says instead"))
        self.words.setProperty("kind", "large")
        self.words.setTabChangesFocus(True)
        self.keep_button = Button(_("Keep the correction"), look, "primary")
        self.leave_button = Button(_("Leave it as it was"), look)
        self.keep_button.clicked.connect(self._on_done)
        self.leave_button.clicked.connect(self.left)
        self.words.done.connect(self._on_done)
        self.words.left.connect(self.left)
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.addWidget(Label(_("What the group says instead"), "label"))
        self._column.addWidget(self.words)
        self._row.addStretch(1)
        self._row.addWidget(self.leave_button)
        self._row.addWidget(self.keep_button)
        self._column.addLayout(self._row)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over sizes."""
        page = look.px(look.theme.space.page)
        self._column.setContentsMargins(page, look.px(10), page, look.px(4))
        self._column.setSpacing(look.px(6))
        self._row.setSpacing(look.px(8))
        line = line_height(look.font(look.theme.type.title))
        self.words.setFixedHeight(round(line * _LINES) + look.px(20))

    def begin(self, words: str) -> None:
        """Write over these words."""
        self.words.setPlainText(words)
        self.words.selectAll()
        self.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self) -> None:
        self.kept.emit(self.words.toPlainText())
