"""The fields of a register turned into fields to read: in words, whole, reached by keys, and with nothing to change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent

from capture_app.domain.record import Record, RecordId
from capture_app.services.naming import Choice as Named
from capture_app.services.wording import choice_words
from capture_app.ui.register.described import Choice, FormField, Own, Part, Plainly, Refer, Text
from capture_app.ui.register.editors import LineText, ManyLines, plain
from capture_app.ui.style import Look
from capture_app.words import _

Said = Callable[[str], str]
"""How words that were kept are said, such as a day."""

_EDGE = 24
"""What the edges of a box take of its width."""


def reading_fields(fields: Sequence[FormField], said: Said) -> tuple[FormField, ...]:
    """The same fields to read, without the help for whoever fills them in; rows and pages are not among them."""
    return tuple(_reading(one, said) for one in fields)


def _reading(field: FormField, said: Said) -> FormField:
    match field:
        case Part(title=title):
            return Part(title=title)
        case Text(lines=lines) if lines > 1:
            return _own(field, WholeWords)
        case Text(short=short):
            return _own(field, partial(_value, said), short=short)
        case Choice():
            return _own(field, partial(_value, said), short=True)
        case Refer():
            return _own(field, partial(_value, _not_here), short=True, refers=field.kinds())
        case _:
            raise TypeError(f"{type(field).__name__} cannot be read like this")


def _own(
    field: Plainly,
    make: Callable[[Look], LineText | ManyLines],
    *,
    short: bool = False,
    refers: tuple[type[Record], ...] = (),
) -> Own:
    return Own(name=field.name, label=field.label, make=make, short=short, refers=refers)


def _value(said: Said, _look: Look) -> LineText:
    return ValueSaid(said)


def _not_here(_record: str) -> str:
    return _("not named on this laptop")


class ValueSaid(LineText):
    """One value in words: a choice as it is called, another record by its name, anything else as `said` has it."""

    def __init__(self, said: Said) -> None:
        super().__init__()
        self._said = said
        self._shown: object = None
        self._names: Mapping[RecordId, str] = {}
        self.set_fixed(True)

    def set_named(self, named: Mapping[type[Record], Sequence[Named]]) -> None:
        self._names = {record: words for each in named.values() for record, words in each}
        self.show_value(self._shown)

    def value(self) -> object:
        return self._shown

    def show_value(self, value: object) -> None:
        self._shown = value
        super().show_value(self._words_of(value))

    def _words_of(self, value: object) -> str:
        if isinstance(value, StrEnum):
            words = choice_words(value)
            return words[:1].upper() + words[1:]
        kept = plain(value)
        return (self._names.get(kept) or self._said(kept)) if kept else _("–")


class WholeWords(ManyLines):
    """All the words there are, however many lines they take."""

    def __init__(self, look: Look) -> None:
        self._look = look
        super().__init__(look, 1)
        self.set_fixed(True)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._fit()

    def show_value(self, value: object) -> None:
        super().show_value(plain(value) or _("–"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = QRect(0, 0, max(1, self.width() - self._look.px(_EDGE)), 1 << 20)
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        metrics = self._words.fontMetrics()
        needed = metrics.boundingRect(room, flags, self._words.toPlainText()).height()
        self._words.setFixedHeight(max(metrics.height(), needed) + self._look.px(_EDGE))
