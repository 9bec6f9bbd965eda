"""The way to answer the question one is at, and the way not to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Given, ItemKind
from capture_app.ui.kiosk.answering.one_of import OneOf
from capture_app.ui.kiosk.answering.points import InRows, OnAScale
from capture_app.ui.kiosk.answering.several import Ranking, Several
from capture_app.ui.kiosk.answering.way import Way
from capture_app.ui.kiosk.answering.written import Written
from capture_app.ui.kiosk.option import Option
from capture_app.ui.kiosk.writing import OwnWords
from capture_app.ui.style import Look
from capture_app.words import _

RATHER_NOT = Answer(given=Given.RATHER_NOT_SAY)

_WAYS: Mapping[ItemKind, type[Way]] = {
    ItemKind.CHOICE: OneOf,
    ItemKind.SCALE: OnAScale,
    ItemKind.MULTIPLE: Several,
    ItemKind.RANK: Ranking,
    ItemKind.MATRIX: InRows,
}
"""How each kind of question is answered; every other one is written."""


class Asked(QWidget):
    """The way to answer one item, and "I would rather not say", which takes the answer back.

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
        self.way = _WAYS.get(item.kind, Written)(item, look)
        number = len(self.way.tapped) + 1 if self.way.numbered else 0
        self._rather_not = Option(_("I would rather not say"), number, look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.way)
        self._column.addSpacing(6)
        self._column.addWidget(self._rather_not)
        if self.way.words is not None and self.way.tapped:
            self._column.addWidget(self.way.words)
        self.set_look(look)
        self._show(answer)
        self.way.changed.connect(self._on_changed)
        self.way.on_wanted.connect(self.on_wanted)
        self._rather_not.clicked.connect(self._on_rather_not)

    @property
    def options(self) -> list[QAbstractButton]:
        """Everything there is to tap, in the order of the numbers."""
        return [*self.way.tapped, self._rather_not]

    @property
    def words(self) -> OwnWords | None:
        """Where one writes, if this question takes words."""
        return self.way.words

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._column.setSpacing(look.px(12))

    def focus_first(self) -> None:
        """To where one writes; else to nothing, so that nothing seems chosen."""
        self.way.focus_first()

    def press(self, number: int) -> bool:
        """Tap what has this number; whether there is such a thing."""
        if not self.way.numbered or number > len(self.options):
            return False
        self.options[number - 1].click()
        return True

    def answer(self) -> Answer | None:
        """What was answered; None for nothing."""
        return RATHER_NOT if self._rather_not.isChecked() else self.way.answer()

    def _show(self, answer: Answer | None) -> None:
        if answer == RATHER_NOT:
            self._rather_not.setChecked(True)
        elif answer is not None:
            self.way.show_answer(answer)

    def _on_changed(self) -> None:
        if self.way.answer() is not None:
            self._rather_not.setChecked(False)
        self.answered.emit()

    def _on_rather_not(self) -> None:
        if self._rather_not.isChecked():
            self.way.clear()
        self.answered.emit()
