"""Asks how many people a row is, under the row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.count_field import not_a_number, number_in
from capture_app.ui.widgets.keycap import KeyCap
from capture_app.ui.widgets.label import Label
from capture_app.words import _


class NumberAsk(QFrame):
    """A low popup in the page. Enter takes the number, Esc leaves all as it was; what is no number stays in the field.

    Signals:
        answered(int): taken. given_up(): Esc.
    """

    answered = Signal(int)
    given_up = Signal()

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self._host, self._line = host, QRect()
        self.setProperty("kind", "popup")
        self.field, self._wrong = QLineEdit(), Label("", "bad")
        self.field.setAccessibleName(_("How many people"))
        self.field.installEventFilter(self)
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        for widget in (Label(_("How many people"), "secondary"), self.field, KeyCap(_("Enter"), look)):
            self._row.addWidget(widget)
        self._column.addLayout(self._row)
        self._column.addWidget(self._wrong)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take over the spaces and the width of the field."""
        self._look = look
        self._column.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        self._row.setSpacing(look.px(8))
        self.field.setFixedWidth(look.px(72))

    def ask(self, number: int | None, line: QRect) -> None:
        """Open under `line` (in the host's coordinates) with this number in the field."""
        self._line = line
        self.field.setText("" if number is None else str(number))
        self._wrong.hide()
        self._place()
        self.show()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def follow(self, line: QRect) -> None:
        """The row stands there now."""
        self._line = line
        self._move()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        clicked = Qt.FocusReason.MouseFocusReason
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() == clicked:
            self.hide()  # somebody clicked elsewhere
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.adjustSize()  # words or their size changed
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._move()

    def _take(self) -> None:
        number = number_in(self.field.text())
        if number is None:
            self._wrong.setText(not_a_number())
            self._wrong.show()
            self._place()
            announce(self.field, self._wrong.text(), assertive=True)
            return
        self.hide()
        self.answered.emit(number)

    def _place(self) -> None:
        self.adjustSize()
        self._move()

    def _move(self) -> None:
        """Below the row, or above it where there is no room; never over it."""
        host, gap = self._host.rect(), self._look.px(4)
        below, above = self._line.bottom() + gap, self._line.top() - gap - self.height()
        fits = below + self.height() <= host.height() or above < 0
        left = max(0, min(self._line.left() + self._look.px(56), host.width() - self.width() - gap))
        self.move(QPoint(left, below if fits else above))
