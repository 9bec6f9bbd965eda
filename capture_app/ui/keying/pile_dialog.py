"""Asks how many forms on paper there are before the first is typed, and says what may be promised of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture_app.domain.vocabulary import Promise
from capture_app.services.wording import promise_words
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.count_field import CountField
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


class PileDialog(Question):
    """Signals:
    given(int or None): so many forms are in the pile; None if nobody has counted.
    """

    given = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, _("How many paper forms are there?"), _("Type up the forms"), parent=parent)
        self._pile = CountField(look, _("Forms in the pile"), _("Leave it empty if nobody has counted."))
        self.number = self._pile.typed
        self.add(self._pile)
        promise = _("Forms on paper are never anonymous, because whoever collects them may know a hand.")
        self.add(Prose(promise, look, lead=promise_words(Promise.CONFIDENTIAL)[0]))
        order = _(
            "No order, number or time of the forms is kept. Do not type a name, even where one is written."
        )
        self.add(Prose(order, look, "secondary"))
        self.answered.connect(self._on_answered)
        self.number.setFocus()

    def _on_answered(self) -> None:
        if wrong := self._pile.wrong():
            self.refuse_at(self.number, wrong)
            return
        self.given.emit(self._pile.count())
        self.accept()
