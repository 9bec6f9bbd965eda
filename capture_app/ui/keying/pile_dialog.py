"""Asks how many forms on paper there are before the first is typed, and says what may be promised of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from capture_app.domain.vocabulary import Promise
from capture_app.services.wording import promise_words
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


class PileDialog(Question):
    """Signals:
    given(int or None): so many forms are in the pile; None if nobody has counted.
    """

    given = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, _("How many paper forms are there?"), _("Type up the forms"), parent=parent)
        self.number = QLineEdit()
        self.number.setValidator(QIntValidator(0, 9999, self.number))
        self.add(Field(look, _("Forms in the pile"), self.number, _("Leave it empty if nobody has counted.")))
        promise = _("Forms on paper are never anonymous, because whoever collects them may know a hand.")
        self.add(Prose(promise, look, lead=promise_words(Promise.CONFIDENTIAL)[0]))
        order = _(
            "No order, number or time of the forms is kept. Do not type a name, even where one is written."
        )
        self.add(Prose(order, look, "secondary"))
        self.answered.connect(self._on_answered)
        self.number.setFocus()

    def _on_answered(self) -> None:
        words = self.number.text()
        self.given.emit(int(words) if words else None)
        self.accept()
