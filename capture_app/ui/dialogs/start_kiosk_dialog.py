"""Asks for the number by which the staff will leave the kiosk, and starts it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Prose
from capture_app.words import _

FEWEST = 4
"""Figures of the number."""


class StartKioskDialog(Question):
    """Signals:
    given(str): the number chosen.
    """

    given = Signal(str)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(
            look, _("Which number lets the staff leave the kiosk?"), _("Start the kiosk"), parent=parent
        )
        self.add(
            Prose(
                _(
                    "The kiosk fills the screen and shows nothing else of this program. "
                    "Only this number ends it, so tell it to nobody who answers."
                ),
                look,
            )
        )
        self.number = QLineEdit()
        self._field = Field(
            look,
            _("Number of the staff"),
            self.number,
            _("At least four figures. It is forgotten at the end."),
        )
        self.add(self._field)
        self.answered.connect(self._on_answered)
        self.number.textEdited.connect(self._field.clear_error)
        self.number.setFocus()

    def _on_answered(self) -> None:
        typed = self.number.text()
        if len(typed) < FEWEST or not (typed.isascii() and typed.isdigit()):
            self._field.set_error(_("Choose at least four figures."))
            return
        self.given.emit(self.number.text())
        self.accept()
