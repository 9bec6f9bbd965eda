"""What a register shows: its kind of record, and the fields of its form. Plain values, no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from capture_app.domain.record import Record, RecordId
from capture_app.services.registers import Field
from capture_app.services.wording import field_words

Words = Callable[[], str]
"""Words in the language of the window, asked for when they are shown."""


def no_words() -> str:
    """Nothing to say."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A field of the record, and one line of help below it. `label` stands in for the field's usual words."""

    name: str
    label: Words = no_words
    help: Words = no_words

    def words(self, kind: type[Record]) -> str:
        """The label to show, beginning with a capital."""
        words = self.label() or field_words(self.name, kind.__name__)
        return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(_Named):
    """Words; over several `lines` where there may be many.

    `offers` are words often meant; with `in_use`, what stands in this field elsewhere comes before them. None
    is forced.
    """

    lines: int = 1
    offers: Callable[[], tuple[str, ...]] = tuple
    in_use: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(_Named):
    """A whole number, or nothing where nobody counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(_Named):
    """One of a closed list. With `empty`, nothing may be chosen."""

    of: type[StrEnum]
    empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(_Named):
    """Yes or no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(_Named):
    """A date as given, and what it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refer(_Named):
    """Another record of the kind `to`, or none."""

    to: type[Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Records of another kind that belong to this one by their field `by`, each in a row of its own.

    `add` is what the button below says. `fresh` are the fields a new one starts with. `each` is a field of a
    closed list in which a new one starts with the first that no other has.
    """

    kind: type[Record]
    by: str
    title: Words
    add: Words
    fields: tuple[Plainly, ...]
    help: Words = no_words
    fresh: Mapping[str, object] = field(default_factory=dict)
    each: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading between fields."""

    title: Words
    help: Words = no_words


Plainly = Text | Number | Choice | Flag | Date | Refer
"""A field of the record itself."""

FormField = Plainly | Rows | Part


Line = Callable[[Any, Mapping[RecordId, str]], tuple[str, str]]
"""What stands in the list of a record: a title, and a detail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Records of one kind. `only` are the fields all of them share; `fresh` those a new one starts with.

    `line` gives what stands in the list, from a record and the names of the records it refers to (of the kinds
    in `names`): a title, and a detail below it. A register with a `single` id has one record and no list.
    """

    key: str
    kind: type[Record]
    title: Words
    add: Words
    empty: Words
    icon: str
    fields: tuple[FormField, ...]
    line: Line
    names: tuple[type[Record], ...] = ()
    only: Mapping[str, object] = field(default_factory=dict)
    fresh: Mapping[str, object] = field(default_factory=dict)
    single: RecordId = ""
    about: Words = no_words

    def in_use(self) -> tuple[Field, ...]:
        """The fields in which words that are in use are offered."""
        own = [(self.kind, one.name) for one in self.fields if isinstance(one, Text) and one.in_use]
        rows = [
            (block.kind, one.name)
            for block in self.rows()
            for one in block.fields
            if isinstance(one, Text) and one.in_use
        ]
        return (*own, *rows)

    def rows(self) -> tuple[Rows, ...]:
        """The blocks of rows in its form."""
        return tuple(field for field in self.fields if isinstance(field, Rows))
