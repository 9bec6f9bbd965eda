"""What is written: a text, a line, a number, a day."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from capture_app.domain.forms.numbers import plain_number
from capture_app.domain.forms.readings import only_day, only_number
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import ItemKind
from capture_app.ui.kiosk.answering.way import Way
from capture_app.ui.kiosk.writing import OwnWords
from capture_app.ui.style import Look
from capture_app.words import _

_LINES = 5


class Written(Way):
    """A number and a day are kept as such; what cannot be read, or could be two days, stays as it was typed."""

    numbered = False

    def __init__(self, item: Item, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(item, look, parent=parent)
        own = item.kind in (ItemKind.TEXT, ItemKind.SHORT_TEXT)
        lines = _LINES if item.kind is ItemKind.TEXT else 1
        self._box = OwnWords(look, _label(item), lines=lines, names=own)
        self.write(self._box)
        self.column.addWidget(self._box)

    def answer(self) -> Answer | None:
        words = self._box.text()
        if not words:
            return None
        match self.item.kind:
            case ItemKind.FIGURE:
                number = _without(self.item.unit, words)
                value = only_number(number) or plain_number(number) or words
                return Answer(value=value, unit=self.item.unit, of=self.item.of)
            case ItemKind.DATE:
                return Answer(value=only_day(words) or words)
            case _:
                return Answer(text=words)

    def show_answer(self, answer: Answer) -> None:
        self._box.set_text(answer.text or answer.value)

    def clear(self) -> None:
        """Nothing is tapped here."""

    def focus_first(self) -> None:
        self._box.focus_first()


def _without(unit: str, words: str) -> str:
    """ "12 miles" is 12, where it is counted in miles."""
    number = words[: len(words) - len(unit)] if unit and words.casefold().endswith(unit.casefold()) else words
    return number.strip() or words


def _label(item: Item) -> str:
    match item.kind:
        case ItemKind.FIGURE:
            return item.unit or _("A number")
        case ItemKind.DATE:
            return _("A day, such as 27 November 2026")
        case _:
            return _("In your own words")
