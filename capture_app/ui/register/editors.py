"""One editor for each kind of field. An editor says when somebody types and when they are done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from capture_app.domain.record import Record
from capture_app.services.naming import Choice
from capture_app.services.wording import choice_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.choices import Check, DropDown
from capture_app.ui.widgets.painting import polish_anew
from capture_app.words import _


def plain(value: object) -> str:
    """A value as it stands in a field: nothing only where nothing was recorded, so that 0 is 0 (C3, B8)."""
    return "" if value is None else str(value)


_STAYED = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The keyboard comes from another window or a list of offers, so that nobody had left the field."""


class Line(QLineEdit):
    """One line. A key that would take back what was typed goes to the page where nothing is left to take back here.

    What was kept when somebody left is taken back by the page, in its place among all that was done.
    """

    def __init__(self) -> None:
        super().__init__()
        self.keeps: Callable[[], bool] = lambda: True

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _STAYED and self.isUndoAvailable() and self.keeps():
            at = self.cursorPosition()
            with QSignalBlocker(self):
                self.setText(self.text())  # the one way to have it forget what was typed
                self.setCursorPosition(at)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if leaves_to_page(event, self):
            event.ignore()
        else:
            super().keyPressEvent(event)


def leaves_to_page(event: QKeyEvent, text: QLineEdit | QTextDocument) -> bool:
    """Whether a key is that of undo or redo, and the text has nothing of the kind; it takes the key even then."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return not text.isUndoAvailable()
    return event.matches(QKeySequence.StandardKey.Redo) and not text.isRedoAvailable()


def make_read_only(control: QLineEdit | QPlainTextEdit, fixed: bool) -> None:
    """Whether words can only be read there, which it shows by its ground and edge."""
    if control.isReadOnly() != fixed:
        control.setReadOnly(fixed)
        polish_anew(control)


class FieldEditor(QWidget):
    """A control with a value. `control` is the widget that has the keyboard.

    Signals:
        typed(): something is being typed. chosen(): something was chosen, ticked or moved, which is done at once.
        left(): somebody is done with it; also where they only came by.
        told(str): what it says below the control of what stands there, for those who do not see it.
    """

    typed = Signal()
    chosen = Signal()
    left = Signal()
    told = Signal(str)
    control: QWidget

    def value(self) -> object:
        """What stands in it. Raises ValueError with a sentence where that cannot be kept."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Put a value in, without a signal."""
        raise NotImplementedError

    def typed_words(self) -> str:
        """What is typed in it, where it is one line; empty otherwise."""
        return self.control.text().strip() if isinstance(self.control, QLineEdit) else ""

    def refused(self) -> tuple[tuple[str, str], ...]:
        """Where it has several fields: what stands in one of them and cannot be kept, with the label of the field.

        Such an editor refuses that alone and keeps the rest, so that `value` does not raise.
        """
        return ()

    def forget(self) -> None:
        """Another record comes: what was begun here and is not kept goes."""

    def set_record(self, record: Record) -> None:
        """The record whose field this is, before its value is shown."""

    def set_named(self, named: Mapping[type[Record], Sequence[Choice]]) -> None:
        """The records that can be referred to, by kind."""

    def set_fixed(self, fixed: bool) -> None:
        """Whether what stands in it stays as it is; words can be read and copied all the same."""
        self.setEnabled(not fixed)  # the control alone would stop the Tab key

    def _keeps(self) -> bool:
        """Whether what stands in it can be kept."""
        try:
            self.value()
        except ValueError:
            return False
        return True

    def _hold(self, control: QWidget) -> None:
        self.control = control
        if isinstance(control, Line | _Words):
            control.keeps = self._keeps
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(control)


class LineText(FieldEditor):
    """One line of words; `offers` come up while it is typed. `read` makes of them what is kept, or refuses."""

    def __init__(self, offers: Sequence[str] = (), read: Callable[[str], str] = str) -> None:
        super().__init__()
        self._line, self._read, self._own = Line(), read, tuple(offers)
        self._offers: QStringListModel | None = None
        self._hold(self._line)
        self._line.textEdited.connect(self.typed)
        self._line.editingFinished.connect(self._on_finished)
        self.set_offers(())

    def set_offers(self, offers: Sequence[str]) -> None:
        """Words to offer besides those it always offers."""
        words = [*self._own, *(one for one in offers if one not in self._own)]
        if self._offers is None and words:
            self._offers = self._offering()
        if self._offers is not None and words != self._offers.stringList():
            self._offers.setStringList(words)

    def _offering(self) -> QStringListModel:
        """Made once there is something to offer, which in most fields there never is."""
        model = QStringListModel(self)
        completer = QCompleter(model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._line.setCompleter(completer)
        completer.activated.connect(self._on_offer_taken)
        self._line.textEdited.connect(self._dress_offers)
        return model

    def _dress_offers(self) -> None:
        """The list of offers is a window of its own, which wears no style sheet unless it is told to."""
        popup, worn = self._line.completer().popup(), self.window().styleSheet()
        if popup is not None and popup.styleSheet() != worn:
            popup.setStyleSheet(worn)

    def _on_offer_taken(self, words: str) -> None:
        """To the line this is no typing, so that it says nothing of it."""
        self._line.setText(words)
        self.chosen.emit()

    def set_fixed(self, fixed: bool) -> None:
        make_read_only(self._line, fixed)

    def value(self) -> object:
        words = self._line.text().strip()
        return self._read(words) if words else ""

    def show_value(self, value: object) -> None:
        words = plain(value)
        if words != self._line.text():
            with QSignalBlocker(self._line):
                self._line.setText(words)
                self._line.setCursorPosition(0)

    def _on_finished(self) -> None:
        """Nobody is done while words are being offered, unless they went on without taking any."""
        if self._is_offering():
            QTimer.singleShot(0, self, self._on_passed_by)
        else:
            self.left.emit()

    def _on_passed_by(self) -> None:
        if not self._line.hasFocus() or not self._is_offering():
            self.left.emit()

    def _is_offering(self) -> bool:
        popup = self._line.completer().popup() if self._offers is not None else None
        return popup is not None and popup.isVisible()


class WholeNumber(LineText):
    """A whole number, or nothing."""

    def value(self) -> object:
        words = str(super().value())
        if words and not (words.isascii() and words.isdigit() and len(words) <= 9):
            raise ValueError(_("Type a whole number, or leave it empty."))
        return int(words) if words else None


class _Words(QPlainTextEdit):
    """Several lines, as `Line` is one."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keeps: Callable[[], bool] = lambda: True

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _STAYED and self.keeps():
            self.document().clearUndoRedoStacks()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if leaves_to_page(event, self.document()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ManyLines(FieldEditor):
    """Words over several lines. Tab goes on to the next field."""

    def __init__(self, look: Look, lines: int) -> None:
        super().__init__()
        self._lines, self._words = lines, _Words()
        self._words.setTabChangesFocus(True)
        self._hold(self._words)
        self._words.textChanged.connect(self.typed)
        self._words.left.connect(self.left)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the height of its lines."""
        self._words.setFixedHeight(look.px(22 * self._lines + 20))

    def set_fixed(self, fixed: bool) -> None:
        make_read_only(self._words, fixed)

    def value(self) -> object:
        return self._words.toPlainText().strip()

    def show_value(self, value: object) -> None:
        words = plain(value)
        if words != self._words.toPlainText().strip():
            with QSignalBlocker(self._words):
                self._words.setPlainText(words)


class OneOf(FieldEditor):
    """One of a closed list, or of some of it (`among`); another one that stands there is shown all the same.

    narrow: it may be narrower than its longest words.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        of: type[StrEnum],
        *,
        empty: bool,
        among: Sequence[StrEnum] = (),
        narrow: bool = False,
    ) -> None:
        super().__init__()
        self._of, self._list = of, DropDown(look, name)
        if narrow:
            self._list.let_shrink()
        if empty:
            self._list.addItem(_("–"), "")
        for member in among or of:
            self._add(member)
        self._hold(self._list)
        self._list.activated.connect(self.chosen)

    def value(self) -> object:
        chosen = plain(self._list.currentData())
        return self._of(chosen) if chosen else None

    def show_value(self, value: object) -> None:
        if isinstance(value, StrEnum) and self._list.findData(value.value) < 0:
            self._add(value)
        self._list.setCurrentIndex(max(0, self._list.findData(plain(value))))

    def _add(self, member: StrEnum) -> None:
        words = choice_words(member)
        self._list.addItem(words[:1].upper() + words[1:], member.value)


class YesOrNo(FieldEditor):
    """A box to tick, with its words beside it."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self._box = Check(words, look)
        self._hold(self._box)
        self._box.clicked.connect(self.chosen)

    def value(self) -> object:
        return self._box.isChecked()

    def show_value(self, value: object) -> None:
        self._box.setChecked(bool(value))
