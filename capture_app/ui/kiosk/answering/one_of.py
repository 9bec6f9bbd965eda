"""One of several answers, with a sentence why where the question asks for it (F2)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from capture_app.domain.values import Answer, Item
from capture_app.ui.kiosk.answering.way import Way
from capture_app.ui.kiosk.option import Option
from capture_app.ui.kiosk.writing import OwnWords
from capture_app.ui.style import Look
from capture_app.words import _

_REASON_LINES = 2


class OneOf(Way):
    """Tapped again, it is empty again. A reason can be written once something is chosen."""

    def __init__(self, item: Item, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(item, look, parent=parent)
        self.tapped = [Option(one.label, number, look) for number, one in enumerate(item.options, start=1)]
        for option in self.tapped:
            option.clicked.connect(self._on_tapped)
            self.column.addWidget(option)
        if item.reason:
            asked = _("Why? In your own words, if you like.")
            self.write(OwnWords(look, asked, lines=_REASON_LINES))
        self._settle()

    def answer(self) -> Answer | None:
        reason = self.words.text() if self.words is not None else ""
        for option, button in zip(self.item.options, self.tapped, strict=True):
            if button.isChecked():
                return Answer(choice=option.id, reason=reason)
        return None

    def show_answer(self, answer: Answer) -> None:
        for option, button in zip(self.item.options, self.tapped, strict=True):
            button.setChecked(option.id == answer.choice)
        if self.words is not None:
            self.words.set_text(answer.reason)
        self._settle()

    def clear(self) -> None:
        for button in self.tapped:
            button.setChecked(False)
        self._settle()

    def _on_tapped(self) -> None:
        pressed = self.sender()
        for button in self.tapped:
            if button is not pressed:
                button.setChecked(False)
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        """A reason belongs to a choice."""
        if self.words is not None:
            self.words.setEnabled(any(button.isChecked() for button in self.tapped))
