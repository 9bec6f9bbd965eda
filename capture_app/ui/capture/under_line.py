"""Small things that open under a line: words or numbers to fill in, and why something is locked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.keycap import KeyCap
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, number_words

_MOST = 9999


class _UnderLine(QFrame):
    """A low popup in the window's own area, below the line or above it where there is no room.

    With room in neither place it stands at the foot of the area, whole. It stays whole while the area changes.
    """

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(host)
        self.host, self._line = host, QRect()
        self.setProperty("kind", "popup")
        self.column, self.row = QVBoxLayout(self), QHBoxLayout()
        self.column.addLayout(self.row)
        self._look = look
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self.column.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        self.column.setSpacing(look.px(6))
        self.row.setSpacing(look.px(8))

    def place(self, line: QRect) -> None:
        """Open under `line` (in the parent's coordinates)."""
        self._line = line
        self.adjustSize()
        gap, host = self._look.px(9), self.host.rect()
        below, above = line.bottom() + gap, line.top() - gap - self.height()
        fits = below + self.height() <= host.height() or above < 0
        x = min(line.left(), host.width() - self.width() - gap)
        lowest = max(0, host.height() - self.height())
        self.move(QPoint(max(0, x), min(below, lowest) if fits else above))
        self.host.installEventFilter(self)
        self.show()
        self.raise_()

    def hideEvent(self, event: QHideEvent) -> None:
        self.host.removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.host and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place(self._line)
        return super().eventFilter(watched, event)


class Hint(_UnderLine):
    """Says in one sentence why nothing happened; goes with the next key. A long one wraps."""

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(look, host)
        self._icon, self._words = Icon("lock-simple", look, "priv"), Prose("", look, "priv")
        self.row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self._words)
        self.set_look(look)

    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, icon: str, words: str, line: QRect) -> None:
        """Show it under `line`."""
        self._icon.show_icon(icon, "priv")
        self._words.set_words(words)
        self.place(line)
        announce(self, words)

    def place(self, line: QRect) -> None:
        """As wide as its words, or as the area has room; then they wrap."""
        around = self.column.contentsMargins()
        beside = around.left() + around.right() + self._icon.sizeHint().width() + self.row.spacing()
        room = self.host.width() - beside - 2 * self._look.px(9)
        self._words.setFixedWidth(max(self._look.px(80), min(self._words.sizeHint().width(), room)))
        self.column.activate()
        super().place(line)


class Asks(_UnderLine):
    """Has fields. Enter takes what stands in them, Esc leaves everything as it was.

    Signals:
        given_up(): Esc.
    """

    given_up = Signal()
    taking: tuple[Qt.Key, ...] = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    """The keys that take what stands there."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in self.taking:
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                self.given_up.emit()
                return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and self._left(event):
            self.hide()
        return super().eventFilter(watched, event)

    def _left(self, event: QFocusEvent) -> bool:
        goes_to: QWidget | None = self.window().focusWidget()
        inside = goes_to is not None and self.isAncestorOf(goes_to)
        return not inside and event.reason() != Qt.FocusReason.ActiveWindowFocusReason

    def _take(self) -> None:
        """Give what stands in the fields."""
        raise NotImplementedError


class OneText(Asks):
    """Asks for a few words.

    Signals:
        answered(str): taken, without spaces at its ends.
    """

    answered = Signal(str)
    taking = (*Asks.taking, Qt.Key.Key_Tab)  # there is no second field to go to

    def __init__(self, look: Look, host: QWidget, words: str) -> None:
        """`words` stand before the field and are said of it."""
        super().__init__(look, host)
        self._field = QLineEdit()
        self._field.setAccessibleName(words)
        self._field.installEventFilter(self)
        for widget in (Label(words, "secondary"), self._field, KeyCap(_("Enter"), look)):
            self.row.addWidget(widget)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces and the width of the field."""
        super().set_look(look)
        self._field.setFixedWidth(look.px(320))

    def ask(self, text: str, line: QRect) -> None:
        """Open under `line` with these words in the field."""
        self._field.setText(text)
        self.place(line)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self) -> None:
        self.hide()
        self.answered.emit(self._field.text().strip())


class TwoNumbers(Asks):
    """Asks for two numbers, each with its word. What is no number stays, and a sentence below says what to do.

    Signals:
        answered(int or None, int or None): taken; None where a field is empty.
    """

    answered = Signal(object, object)

    def __init__(self, look: Look, host: QWidget, words: tuple[str, str], names: tuple[str, str]) -> None:
        """`words` stand before the fields, `names` are said of them."""
        super().__init__(look, host)
        self._fields = (QLineEdit(), QLineEdit())
        for word, name, field in zip(words, names, self._fields, strict=True):
            field.setAccessibleName(name)
            field.textEdited.connect(self._take_back)
            field.installEventFilter(self)
            self.row.addWidget(Label(word, "secondary"))
            self.row.addWidget(field)
        self.row.addWidget(KeyCap(_("Enter"), look))
        self._wrong = Label("", "bad")
        self._wrong.hide()
        self.column.addWidget(self._wrong)
        self.set_look(look)

    def said(self) -> str:
        """Why what was typed is not taken; empty if nothing is wrong."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def set_look(self, look: Look) -> None:
        """Take over the spaces and the width of the fields."""
        super().set_look(look)
        for field in self._fields:
            field.setFixedWidth(look.px(64))

    def ask(self, first: int | None, second: int | None, line: QRect) -> None:
        """Open under `line` with these numbers in the fields."""
        for field, number in zip(self._fields, (first, second), strict=True):
            field.setText("" if number is None else str(number))
        self._wrong.hide()
        self.place(line)
        self._fields[0].selectAll()
        self._fields[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self) -> None:
        wrong = next((field for field in self._fields if not _is_number(field.text())), None)
        if wrong is not None:
            self._refuse(wrong)
            return
        self.hide()
        first, second = (int(field.text()) if field.text().strip() else None for field in self._fields)
        self.answered.emit(first, second)

    def _refuse(self, field: QLineEdit) -> None:
        words = _("Type a number from 0 to {most} in figures, or leave the field empty.")
        self._wrong.setText(words.format(most=number_words(_MOST)))
        self._wrong.show()
        self.place(self._line)
        field.setFocus()
        field.selectAll()
        announce(self, self._wrong.text(), assertive=True)

    def _take_back(self) -> None:
        """It is being put right."""
        if not self._wrong.isHidden():
            self._wrong.hide()
            self.place(self._line)


def _is_number(typed: str) -> bool:
    words = typed.strip()
    return not words or (words.isdecimal() and int(words) <= _MOST)
