"""Typing up forms on paper: one form on one page, one key for a closed answer, and on to the next (F6).

A half-typed form is in memory only, as in the kiosk, and nothing of it stays when the next begins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.records import Form
from capture_app.domain.values import Answer
from capture_app.services.done import Done
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.keying.form_view import FormView
from capture_app.ui.keying.key_legend import KeyLegend
from capture_app.ui.keying.leaving import ask_to_leave
from capture_app.ui.keying.paper_words import PaperWords
from capture_app.ui.keying.saying import count_words, refused_words, unkept_words
from capture_app.ui.keying.typed_form import Refused, TypedForm
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _

Take = Callable[[Mapping[str, Answer]], Done[int]]
"""Puts one form away, and says how many are away now."""

_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyingSheet(QWidget):
    """`again`: this is the second entry. `count` forms are away already; `expected` are in the pile, if anybody knows.

    Signals:
        left(): back to where one came from.
    """

    left = Signal()

    def __init__(
        self,
        look: Look,
        form: Form,
        jobs: Jobs,
        take: Take,
        *,
        count: int,
        expected: int | None,
        again: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._jobs, self._take = look, jobs, take
        self._count, self._expected, self._again = count, expected, again
        self._away: list[dict[str, Answer]] = []
        self._sending = False
        self.dialog: Question | None = None
        self.typed = TypedForm(form)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        title = _("Type again: {form}") if again else _("Type up: {form}")
        self.header = PageHeader(look, title.format(form=form.title))
        self.counted, self.message = Label("", "strong"), Prose("", look, "secondary")
        self.stop = Button(_("Stop typing"), look)
        self.trouble, self.retry = Banner(look, "bad", ""), Button(_("Try again"), look, size="row")
        self.view = FormView(look, self.typed)
        self._legend = KeyLegend(look)
        self._build()
        self._connect()
        self._show_count()
        self._show()

    @property
    def begun(self) -> bool:
        """Whether something is typed that would be lost."""
        words = self.view.words
        return (
            self.typed.begun or bool(self._away) or (words is not None and bool(words.toPlainText().strip()))
        )

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        page = look.px(look.theme.space.page)
        self._line.setContentsMargins(page, look.px(6), page, look.px(6))

    def focus_first(self) -> None:
        """Where one types."""
        (self.view.words or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Stop; in the middle of a form it is asked first."""
        if not self.begun:
            self.left.emit()
            return
        self.dialog = ask_to_leave(self._look, self)
        self.dialog.answered.connect(self._on_leave)
        self.dialog.finished.connect(self.focus_first)
        self.dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & _HELD or not (event.text() or key == Qt.Key.Key_Escape):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif not self.trouble.isHidden():
            self._say(_("A form is not put away yet. Try that again first."), "bad")
        elif key in _ENTER and self.typed.stop is None:
            self._put_away()
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
            refused = typed.back()
        elif key in _ENTER:
            refused = typed.go_on()
        elif text in verbs:
            refused = verbs[text]()
        else:
            refused = typed.choose(text.casefold())
        if refused is not None:
            self._say(refused_words(refused, text), "bad")
            return
        self._say("")
        self._show()

    def _on_written(self) -> None:
        words = self.view.words
        if words is None:
            return
        stop = self.typed.stop
        wrong = self.typed.write(words.toPlainText())
        if wrong is not None and stop is not None:
            self._say(unkept_words(stop, wrong), "bad")
            return
        self._say("")
        self._show()

    def _on_back(self) -> None:
        refused = self.typed.back()
        if refused is not None:
            self._say(refused_words(refused, ""), "bad")
            return
        self._say("")
        self._show()

    def _put_away(self) -> None:
        """The form goes into the box, and the next begins at once: who types does not wait for the disk."""
        self._away.append(self.typed.answers())
        self.typed.wipe()
        self._show()
        self._send()

    def _send(self) -> None:
        self.trouble.hide()
        if self._away and not self._sending:
            self._sending = True
            self._jobs.write(
                partial(self._take, self._away[0]), self._on_away, self, on_error=self._on_not_away
            )

    def _on_away(self, done: Done[int]) -> None:
        self._sending, self._count = False, done.value
        del self._away[0]
        self._show_count()
        self._say(_("The form is put away. The next begins."), "good")
        self._send()

    def _on_not_away(self, error: BaseException) -> None:
        self._sending = False
        self.trouble.show_message(
            "bad", sentence_of(error), _("What was typed is still here. Nothing is lost.")
        )
        self.trouble.show()

    def _on_leave(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self._away.clear()
        self.typed.wipe()
        self._show()
        self.left.emit()

    def _show(self) -> None:
        self.view.show_form()
        if self.view.words is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        spoken = self.view.spoken()
        self.setAccessibleDescription(spoken)
        announce(self, spoken)

    def _show_count(self) -> None:
        self.counted.setText(count_words(self._count, self._expected, again=self._again))

    def _say(self, words: str, kind: str = "secondary") -> None:
        self.message.set_kind(kind)
        self.message.set_words(words)
        if words:
            announce(self, words, assertive=kind == "bad")

    def _on_words(self, words: PaperWords) -> None:
        words.done.connect(self._on_written)
        words.back_wanted.connect(self._on_back)
        words.left.connect(self.leave)

    def _build(self) -> None:
        self.setAccessibleName(self.header.accessibleName())
        self.header.add_fact(self.counted, stays=True)
        self.header.add_action(self.stop)
        self.trouble.add_button(self.retry)
        self.trouble.hide()
        whole, self._line = QVBoxLayout(self), QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._line.addWidget(self.message)
        for part in (self.header, self.trouble):
            whole.addWidget(part)
        whole.addWidget(self.view, 1)
        whole.addLayout(self._line)
        whole.addWidget(self._legend)
        self.set_look(self._look)

    def _connect(self) -> None:
        self.stop.clicked.connect(self.leave)
        self.retry.clicked.connect(self._send)
        self.view.words_made.connect(self._on_words)
