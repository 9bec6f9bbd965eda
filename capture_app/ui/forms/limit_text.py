"""A limit of a question: a number, a day, how many options or letters, by how it is answered."""

from __future__ import annotations

from capture_app.domain.forms.days import plain_day
from capture_app.domain.forms.numbers import plain_number, worth
from capture_app.domain.vocabulary import ItemKind
from capture_app.ui.register.editors import LineText
from capture_app.words import _


class LimitText(LineText):
    """One line; `kind` is how the question is answered.

    least: what stands as the lower limit, below which the upper one may not be. options: how many there are to choose,
    where there are any. Nobody could answer otherwise.
    """

    def __init__(self) -> None:
        super().__init__(read=self._limit)
        self.kind, self.least = ItemKind.FIGURE, ""
        self.options: int | None = None

    def _limit(self, words: str) -> str:
        limit = self._read_limit(words)
        if self.least and _is_less(self.kind, limit, self.least):
            raise ValueError(_("This is less than the least there is to be, so nobody could answer."))
        if self.options is not None and int(limit) > self.options:
            raise ValueError(_("There are not so many options, so nobody could answer."))
        return limit

    def _read_limit(self, words: str) -> str:
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


def _is_less(kind: ItemKind, one: str, other: str) -> bool:
    if kind is ItemKind.DATE:
        return one < other
    mine, its = worth(one), worth(other)
    return mine is not None and its is not None and mine < its
