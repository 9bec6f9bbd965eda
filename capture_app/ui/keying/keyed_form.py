"""One paper form under the keys: what each key does, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.records import Form
from capture_app.ui.keying.form_view import FormView
from capture_app.ui.keying.paper_words import PaperWords
from capture_app.ui.keying.saying import refused_words, unkept_words
from capture_app.ui.keying.typed_form import Refused, TypedForm
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.label import Prose

_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyedForm(QWidget):
    """`held_up` is why no key does anything just now, or empty. `end` says what Enter does at the end.

    Signals:
        ended(): Enter at the end of the form.
        left(): Esc.
    """

    accessible_role = QAccessible.Role.List

    ended = Signal()
    left = Signal()

    def __init__(self, look: Look, form: Form, name: str, end: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typed, self.held_up = TypedForm(form), ""
        self.view, self.message = FormView(look, self.typed, end), Prose("", look, "secondary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        column, self._line = QVBoxLayout(self), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        self._line.addWidget(self.message)
        column.addLayout(self._line)
        self.view.words_made.connect(self._on_words)
        self.set_look(look)
        self.show_form()

    @property
    def begun(self) -> bool:
        """Whether something is typed that would be lost."""
        words = self.view.words
        return self.typed.begun or (words is not None and bool(words.toPlainText().strip()))

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        page = look.px(look.theme.space.page)
        self._line.setContentsMargins(page, look.px(6), page, look.px(6))

    def wipe(self) -> None:
        """Forget everything: the next form begins."""
        self.typed.wipe()
        self.show_form()

    def focus_first(self) -> None:
        """Where one types."""
        (self.view.words or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str, kind: str = "secondary") -> None:
        """Say something below the form, and to a screen reader."""
        self.message.set_kind(kind)
        self.message.set_words(words)
        if words:
            announce(self, words, assertive=kind == "bad")

    def show_form(self) -> None:
        """Show where one is; the keyboard goes along."""
        held = self.hasFocus() or (self.view.words is not None and self.view.words.hasFocus())
        self.view.show_form()
        if held:
            self.focus_first()
        spoken = self.view.spoken()
        self.setAccessibleDescription(spoken)
        announce(self, spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.modifiers() & _HELD or not event.text() or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        elif self.held_up:
            self.say(self.held_up, "bad")
        elif key in _ENTER and self.typed.stop is None:
            self.ended.emit()
        else:
            self._on_key(key, event.text())

    def _on_key(self, key: Qt.Key, text: str) -> None:
        typed = self.typed
        verbs: dict[str, Callable[[], Refused | None]] = {
            " ": typed.leave_blank,
            "-": typed.rather_not,
            "+": typed.several_marked,
            "=": typed.several_marked,  # the same key without Shift
            "/": typed.begin_reason,
        }
        if key == Qt.Key.Key_Backspace:
            self._tell(typed.back(), text)
        elif key in _ENTER:
            self._tell(typed.go_on(), text)
        elif text in verbs:
            self._tell(verbs[text](), text)
        else:
            self._tell(typed.choose(text.casefold()), text)

    def _tell(self, refused: Refused | None, text: str) -> None:
        if refused is not None:
            self.say(refused_words(refused, text), "bad")
            return
        self.say("")
        self.show_form()

    def _on_written(self) -> None:
        words = self.view.words
        if words is None:
            return
        if self.typed.write(words.toPlainText()) is not None:
            self.say(unkept_words(), "bad")
            return
        self.say("")
        self.show_form()

    def _on_words(self, words: PaperWords) -> None:
        words.done.connect(self._on_written)
        words.back_wanted.connect(lambda: self._tell(self.typed.back(), ""))
        words.left.connect(self.left)
