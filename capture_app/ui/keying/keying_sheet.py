"""Typing up forms on paper: one form on one page, one key for a closed answer, and on to the next (F6).

A half-typed form is in memory only, as in the kiosk, and nothing of it stays when the next begins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.records import Form
from capture_app.domain.values import Answer
from capture_app.services.done import Done
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.keying.key_legend import KeyLegend
from capture_app.ui.keying.keyed_form import KeyedForm
from capture_app.ui.keying.leaving import ask_to_leave
from capture_app.ui.keying.saying import count_words
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Label
from capture_app.words import _

Take = Callable[[Mapping[str, Answer]], Done[int]]
"""Puts one form away, and says how many are away now."""


class KeyingSheet(QWidget):
    """`again`: this is the second entry. `count` forms are away already; `expected` are in the pile, if anybody knows.

    Signals:
        left(): back to where one came from.
        form_begun(bool): whether a form is begun; told when one was put away or left out.
    """

    left = Signal()
    form_begun = Signal(bool)

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
        title = (_("Type again: {form}") if again else _("Type up: {form}")).format(form=form.title)
        self.header, self.counted = PageHeader(look, title), Label("", "strong")
        self.stop = Button(_("Stop typing"), look)
        self.trouble, self.retry = Banner(look, "bad", ""), Button(_("Try again"), look, size="row")
        self.form = KeyedForm(
            look, form, title, _("The end of this form. Enter puts it away and begins the next.")
        )
        self._build()
        self._connect()
        self._show_count()

    @property
    def begun(self) -> bool:
        """Whether something is typed that would be lost."""
        return self.form.begun or bool(self._away)

    def focus_first(self) -> None:
        """Where one types."""
        self.form.focus_first()

    def leave(self) -> None:
        """Stop; in the middle of a form it is asked first."""
        if not self.begun:
            self.left.emit()
            return
        self.dialog = ask_to_leave(self._look, self)
        self.dialog.answered.connect(self._on_leave)
        self.dialog.finished.connect(self.focus_first)
        self.dialog.open()

    def _put_away(self) -> None:
        """The form goes into the box, and the next begins at once: who types does not wait for the disk."""
        self._away.append(self.form.typed.answers())
        self.form.wipe()
        self._send()

    def _send(self) -> None:
        self.trouble.hide()
        self.form.held_up = ""
        if self._away and not self._sending:
            self._sending = True
            self._jobs.write(
                partial(self._take, self._away[0]), self._on_away, self, on_error=self._on_not_away
            )

    def _on_away(self, done: Done[int]) -> None:
        self._sending, self._count = False, done.value
        del self._away[0]
        self._show_count()
        self.form_begun.emit(self.begun)
        self.form.say(_("The form is put away. The next begins."), "good")
        self._send()

    def _on_not_away(self, error: BaseException) -> None:
        self._sending = False
        self.form.held_up = _("A form is not put away yet. Try that again first.")
        self.trouble.show_message(
            "bad", sentence_of(error), _("What was typed is still here. Nothing is lost.")
        )
        self.trouble.show()

    def _on_leave(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self._away.clear()
        self.form.wipe()
        self.left.emit()

    def _show_count(self) -> None:
        self.counted.setText(count_words(self._count, self._expected, again=self._again))

    def _build(self) -> None:
        self.header.add_fact(self.counted, stays=True)
        self.header.add_action(self.stop)
        self.trouble.add_button(self.retry)
        self.trouble.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.header, self.trouble):
            whole.addWidget(part)
        whole.addWidget(self.form, 1)
        whole.addWidget(KeyLegend(self._look))

    def _connect(self) -> None:
        self.stop.clicked.connect(self.leave)
        self.retry.clicked.connect(self._on_retry)
        self.form.ended.connect(self._put_away)
        self.form.left.connect(self.leave)

    def _on_retry(self) -> None:
        self._send()
        self.focus_first()
