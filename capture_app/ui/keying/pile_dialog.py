"""Asks how many forms on paper there are before the first is typed, because that decides what may be promised."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from capture_app.domain.vocabulary import Promise
from capture_app.services.wording import promise_words
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class PileDialog(Question):
    """Signals:
    given(int or None): so many forms are in the pile; None if nobody has counted.
    """

    given = Signal(object)

    def __init__(self, look: Look, threshold: int, *, parent: QWidget | None = None) -> None:
        super().__init__(look, _("How many paper forms are there?"), _("Type up the forms"), parent=parent)
        self._threshold = threshold
        self.number = QLineEdit()
        self.number.setValidator(QIntValidator(0, 9999, self.number))
        self.add(Field(look, _("Forms in the pile"), self.number, _("Leave it empty if nobody has counted.")))
        self.add(Label(_("What those who filled them in may be told"), "label"))
        self._promise = Prose("", look)
        self.add(self._promise)
        order = _(
            "No order, number or time of the forms is kept. Do not type a name, even where one is written."
        )
        self.add(Prose(order, look, "secondary"))
        self.number.textChanged.connect(self._on_number)
        self.answered.connect(self._on_answered)
        self._on_number()
        self.number.setFocus()

    def _on_number(self) -> None:
        """What may truthfully be promised of so many forms (practice 2.10)."""
        number = self._number()
        anonymous = number is not None and number >= self._threshold
        lead, words = promise_words(Promise.ANONYMOUS if anonymous else Promise.CONFIDENTIAL)
        self._promise.set_words(words, lead=lead)

    def _on_answered(self) -> None:
        self.given.emit(self._number())
        self.accept()

    def _number(self) -> int | None:
        words = self.number.text()
        return int(words) if words else None
