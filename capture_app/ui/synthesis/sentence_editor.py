"""The editor of one sentence, where it stands: it grows with the words. Enter keeps it, Esc leaves it as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from capture_app.ui.style import Look
from capture_app.words import _

_PAD = 6
_FEWEST_LINES = 2


class SentenceEditor(QPlainTextEdit):
    """Plain words; what is pasted becomes one line.

    Signals:
        kept(str): Enter. left(): Esc.
    """

    kept = Signal(str)
    left = Signal()

    checks_spelling = True

    def __init__(self, look: Look, name: str, *, parent: QWidget | None = None) -> None:
        self._look = look
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Enter keeps it, Esc leaves it as it was."))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._grow)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the size of the words."""
        self._look = look
        self._take_font()

    def begin(self, text: str) -> None:
        """Start from these words with the cursor behind them."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """The sentence, without stray breaks and spaces."""
        return " ".join(self.toPlainText().split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.kept.emit(self.words())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._take_font()  # the style sheet has just set the size of other inputs

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.minimumHeight())

    def _take_font(self) -> None:
        font = self._look.font(self._look.theme.type.capture)
        if self.document().defaultFont() != font:
            self.document().setDefaultFont(font)
        self._grow()

    def _grow(self) -> None:
        """As high as the words need, and no more."""
        lines = max(_FEWEST_LINES, round(self.document().size().height()))
        spacing = QFontMetricsF(self.document().defaultFont()).lineSpacing()
        height = round(lines * spacing) + 2 * self._look.px(_PAD) + self._look.px(8)
        if height != self.height():
            self.setFixedHeight(height)
