"""What one question looks like: its prompt, and below it the way to answer it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Given, ItemKind
from capture_app.ui.kiosk.option import Option
from capture_app.ui.kiosk.writing import OwnWords
from capture_app.ui.style import Look
from capture_app.words import _

RATHER_NOT = Answer(given=Given.RATHER_NOT_SAY)


class Asked(QWidget):
    """The way to answer one item. A choice shows its options; anything else is written; both can be refused.

    Signals:
        answered(): the answer is another.
        on_wanted(): Enter was pressed while writing.
    """

    answered = Signal()
    on_wanted = Signal()

    def __init__(
        self, item: Item, answer: Answer | None, look: Look, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._item = item
        choices = item.options if item.kind is ItemKind.CHOICE else ()
        self._choices = [Option(one.label, number, look) for number, one in enumerate(choices, start=1)]
        # Where everything is written, a figure is part of what one writes and chooses nothing.
        number = len(choices) + 1 if choices else 0
        self._rather_not = Option(_("I would rather not say"), number, look)
        self._words = self._writing(look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()
        self.set_look(look)
        self._show(answer)
        for option in self.options:
            option.clicked.connect(self._on_option)
        if self._words is not None:
            self._words.changed.connect(self._on_words)
            self._words.on_wanted.connect(self.on_wanted)

    @property
    def options(self) -> list[Option]:
        """Everything there is to tap, in the order of the numbers."""
        return [*self._choices, self._rather_not]

    @property
    def words(self) -> OwnWords | None:
        """Where one writes, if this question takes words."""
        return self._words

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._column.setSpacing(look.px(12))

    def focus_first(self) -> None:
        """To the writing, where the whole question is written; else to nothing, so that nothing seems chosen."""
        if self._words is not None and not self._choices:
            self._words.focus_first()
        else:
            self.setFocus()

    def press(self, number: int) -> bool:
        """Choose the option of this number; whether there is one."""
        for option in self.options:
            if option.number == number:
                option.click()
                return True
        return False

    def answer(self) -> Answer | None:
        """What was answered; None for nothing."""
        if self._rather_not.isChecked():
            return RATHER_NOT
        words = self._words.text() if self._words is not None else ""
        if self._choices:
            return self._chosen(words)
        if not words:
            return None
        if self._item.kind is ItemKind.FIGURE:
            return Answer(value=words, unit=self._item.unit, of=self._item.of)
        return Answer(text=words)

    def _chosen(self, reason: str) -> Answer | None:
        for option, button in zip(self._item.options, self._choices, strict=True):
            if button.isChecked():
                return Answer(choice=option.id, reason=reason)
        return None

    def _writing(self, look: Look) -> OwnWords | None:
        if self._item.kind is ItemKind.CHOICE:
            reason = _("Why? In your own words, if you like.")
            return OwnWords(look, reason, lines=2) if self._item.reason else None
        if self._item.kind is ItemKind.FIGURE:
            return OwnWords(look, self._item.unit or _("A number"), lines=1, names=False)
        return OwnWords(look, _("In your own words"), lines=5)

    def _build(self) -> None:
        for option in self._choices:
            self._column.addWidget(option)
        if self._words is not None and not self._choices:
            self._column.addWidget(self._words)
        self._column.addSpacing(6)
        self._column.addWidget(self._rather_not)
        if self._words is not None and self._choices:
            self._column.addWidget(self._words)

    def _show(self, answer: Answer | None) -> None:
        if answer == RATHER_NOT:
            self._rather_not.setChecked(True)
        elif answer is not None:
            for option, button in zip(self._item.options, self._choices, strict=False):
                button.setChecked(option.id == answer.choice)
            if self._words is not None:
                self._words.set_text(answer.reason or answer.text or answer.value)
        self._settle()

    def _on_option(self) -> None:
        pressed = self.sender()
        for option in self.options:
            if option is not pressed:
                option.setChecked(False)
        self._settle()
        self.answered.emit()

    def _on_words(self) -> None:
        if self._words is not None and self._words.text() and not self._choices:
            self._rather_not.setChecked(False)
        self.answered.emit()

    def _settle(self) -> None:
        """A reason belongs to a choice: it can be written once one is made."""
        if self._words is not None and self._choices:
            self._words.setEnabled(any(option.isChecked() for option in self._choices))
