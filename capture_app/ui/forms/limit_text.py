"""A limit of a question: a number, a day, how many options or letters, by how it is answered."""

from __future__ import annotations

from capture_app.domain.forms.days import plain_day
from capture_app.domain.forms.numbers import plain_number
from capture_app.domain.vocabulary import ItemKind
from capture_app.ui.register.editors import LineText
from capture_app.words import _


class LimitText(LineText):
    """One line; `kind` is how the question is answered."""

    def __init__(self) -> None:
        super().__init__(read=self._limit)
        self.kind = ItemKind.FIGURE

    def _limit(self, words: str) -> str:
        if self.kind is ItemKind.FIGURE:
            return _or_refuse(plain_number(words), _("Type a number, such as 12 or 2.5, or leave it empty."))
        if self.kind is ItemKind.DATE:
            return _or_refuse(plain_day(words), _("Type a day, such as 27 November 2026, or leave it empty."))
        count = words if words.isascii() and words.isdigit() and len(words) <= 6 else ""
        return _or_refuse(count, _("Type a whole number, or leave it empty."))


def _or_refuse(read: str, why: str) -> str:
    if not read:
        raise ValueError(why)
    return read
