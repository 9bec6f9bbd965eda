"""What a register shows: its kind of record, and the fields of its form. Plain values, no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from capture_app.domain.record import Record, RecordId
from capture_app.domain.values import DateGiven
from capture_app.services.wording import field_words

if TYPE_CHECKING:
    from capture_app.services.workspaces import Workspace
    from capture_app.ui.register.editors import FieldEditor
    from capture_app.ui.style import Look

Words = Callable[[], str]
"""Words in the language of the window, asked for when they are shown."""


def no_words() -> str:
    """Nothing to say."""
    return ""


def no_counts(_records: object) -> str:
    """Nothing is counted."""
    return ""


def no_fields(_record: object) -> Mapping[str, object]:
    """Nothing follows."""
    return {}


def no_remark(_date: DateGiven) -> str:
    """Nothing to mind."""
    return ""


def nothing_to_say(_record: object) -> str:
    """Nothing to say of a record."""
    return ""


def as_typed(words: str) -> str:
    """What was typed, as it is."""
    return words


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
    """Words; over several `lines` where there may be many. `offers` are words often meant, none is forced.

    in_use: what stands in this field elsewhere is offered too. known: more to offer, looked up away from the
    window. read: what is kept of what was typed; it raises ValueError with a sentence where that will not do.
    needed: why it cannot be left empty in a record; nothing where it can.
    """

    lines: int = 1
    offers: Callable[[], tuple[str, ...]] = tuple
    known: Callable[[], tuple[str, ...]] = tuple
    in_use: bool = False
    read: Callable[[str], str] = as_typed
    needed: Callable[[Any], str] = nothing_to_say
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(_Named):
    """A whole number, or nothing where nobody counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(_Named):
    """One of a closed list, or of those of it that are `among` what is offered. With `empty`, none may be chosen."""

    of: type[StrEnum]
    among: tuple[StrEnum, ...] = ()
    empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(_Named):
    """Yes or no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(_Named):
    """A date as given, and what it means. `remark` says what else to mind about one; it may say nothing."""

    remark: Callable[[DateGiven], str] = no_remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Refer(_Named):
    """Another record of the kind `to`, or none. Where it may be of several kinds, `also` are the others.

    above: it says to which of its own kind a record belongs; none can come to belong to itself, by whatever way.
    within: a field that both kinds have, which has to say the same of both: only such records are on offer where it
    says anything, and `stray` is said below where it says two things. Not for fields of rows.
    unlike: another field of the record; this one is refused, with the words of `alike`, where both say the same.
    """

    to: type[Record]
    also: tuple[type[Record], ...] = ()
    above: bool = False
    within: str = ""
    stray: Words = no_words
    unlike: str = ""
    alike: Words = no_words

    def kinds(self) -> tuple[type[Record], ...]:
        """The kinds it can be of."""
        return (self.to, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Own(_Named):
    """A field with an editor of the page's own; unless it is `short` it takes the whole width.

    `refers`: kinds it can name.
    """

    make: Callable[[Look], FieldEditor]
    refers: tuple[type[Record], ...] = ()
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """One way to add a row: what its button says, and the fields the row starts with."""

    words: Words
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Records of another kind that belong to this one by their field `by`, each in a row of its own.

    `add` is what the button says, `adds` are further ways to add one. `fresh` are the fields a new one starts
    with, `only` those that all of them share; others of the kind stand elsewhere. `more` are fields behind a
    button of the row. `moves`: somebody puts them in order. `link` names the two ends of a link: it has the id
    that both ends make, so that the same link made twice is one (M4), and `link[-1]` cannot be changed later.
    `each` is a field of a closed list in which a new row starts with the first that no other has. `alone` is a box
    that is ticked in one row at most. `follows` gives further fields of a new row, from the record it belongs to.
    `once` are fields of which it is said where two rows have the same in them. `remark` is said below a row.
    `known` names a field with words and a `Refer`: who is called as it is typed in the first is offered for the second.
    """

    kind: type[Record]
    by: str
    title: Words
    add: Words
    fields: tuple[Plainly, ...]
    help: Words = no_words
    adds: tuple[Adding, ...] = ()
    fresh: Mapping[str, object] = field(default_factory=dict)
    only: Mapping[str, object] = field(default_factory=dict)
    follows: Callable[[Any], Mapping[str, object]] = no_fields
    more: tuple[Plainly, ...] = ()
    moves: bool = False
    link: tuple[str, ...] = ()
    each: str = ""
    alone: str = ""
    once: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    remark: Callable[[Any], str] = nothing_to_say

    def holds(self, record: Record) -> bool:
        """Whether a record of the kind stands here."""
        return all(getattr(record, name) == value for name, value in self.only.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """From here on, fields stand on a page of the form of their own; a switch above the form leads to each."""

    key: str
    title: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading between fields."""

    title: Words
    help: Words = no_words


Plainly = Text | Number | Choice | Flag | Date | Refer | Own
"""A field of the record itself."""

FormField = Plainly | Rows | Part | Page


Line = Callable[[Any, Mapping[RecordId, str]], tuple[str, str]]
"""What stands in the list of a record: a title, and a detail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Records of one kind. `only` are the fields all of them share; `fresh` those a new one starts with.

    `line` gives what stands in the list, from a record and the names of the records it refers to (of the kinds
    in `names`): a title, and a detail below it. A register with a `single` id has one record and no list.
    `told` reads, away from the window, what `line` needs besides, by record; it stands among the names and is read
    again when a record of a kind in `watches` changes; with `told_below` it is said below the form, too. `sort` puts
    the records in order. `counts` says in one line above the list how many there are of which sort. With `wraps` the
    detail in the list takes as many lines as it needs.
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
    told: Callable[[Workspace], Mapping[RecordId, str]] | None = None
    told_below: bool = False
    wraps: bool = False
    watches: tuple[type[Record], ...] = ()
    sort: Callable[[Any], Any] | None = None
    counts: Callable[[Any], str] = no_counts

    def rows(self) -> tuple[Rows, ...]:
        """The blocks of rows in its form."""
        return tuple(field for field in self.fields if isinstance(field, Rows))

    def texts(self) -> tuple[tuple[type[Record], Text], ...]:
        """The text fields of its form that offer more than their own words, each with the kind it belongs to."""
        own = [(self.kind, field) for field in self.fields if isinstance(field, Text)]
        rows = [(row.kind, field) for row in self.rows() for field in (*row.fields, *row.more)]
        found = [(kind, field) for kind, field in (*own, *rows) if isinstance(field, Text)]
        more = [(kind, field) for kind, field in found if field.in_use or field.known is not tuple]
        return tuple(dict.fromkeys(more))  # several blocks of rows may have a field in common

    def whole(self) -> tuple[type[Record], ...]:
        """The kinds of which a field of its form needs more than what they are called."""
        return tuple(field.to for field in self.fields if isinstance(field, Refer) and field.within)

    def kinds(self) -> set[type[Record]]:
        """The kinds that can be referred to from its form."""
        rows = [field for row in self.rows() for field in (*row.fields, *row.more)]
        fields = (*self.fields, *rows)
        own = {kind for field in fields if isinstance(field, Own) for kind in field.refers}
        return own | {kind for field in fields if isinstance(field, Refer) for kind in field.kinds()}
