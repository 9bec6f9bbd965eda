"""The example consultation as its files tell it: records, the laptops' story, and the ballots.

A reader of text only: whoever has the files hands their content in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from capture_app.domain.codec import kind_named, record_of
from capture_app.domain.errors import Refused
from capture_app.domain.record import Record, RecordId
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Role, SheetState
from capture_app.words import _

_Told = TypeVar("_Told")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """What one laptop enters into a sheet besides lines; None means that it leaves the field alone (D1)."""

    sheet: RecordId
    headcount: int | None = None
    remote_headcount: int | None = None
    state: SheetState | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kiosk:
    """The questionnaire a laptop offers, and how many people are expected to answer it (F7)."""

    form: RecordId
    expected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaptopStory:
    """What happens on one laptop: it writes records in this order, fills in sheets, and may hold the kiosk.

    `writes` are ids of captured records, each record after those it refers to. `group` is empty for a
    laptop that belongs to no group.
    """

    label: str
    holder: str
    role: Role
    group: RecordId = ""
    writes: tuple[RecordId, ...] = ()
    sheets: tuple[SheetEntry, ...] = ()
    kiosk: Kiosk | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One session as several laptops capture it, none knowing of the others."""

    session: RecordId
    laptops: tuple[LaptopStory, ...]


def records_in(lines: str) -> tuple[Record, ...]:
    """The records of a file with one record a line, in the file's order.

    Raises Refused if a line is not JSON, names an unknown kind or does not fit its kind.
    """
    return tuple(_record(line) for line in lines.split("\n") if line)


def story_in(text: str) -> Story:
    """What `laptops.json` tells. Raises Refused if it is not written as it should be."""
    return _told(text, Story)


def ballots_in(text: str) -> tuple[Mapping[str, Answer], ...]:
    """The ballots of `answers.json`, in no order that means anything (F2). Raises Refused likewise."""
    return _told(text, tuple[Mapping[str, Answer], ...])


def _record(line: str) -> Record:
    fields = _told(line, dict[str, Any])
    kind = str(fields.pop("kind", ""))
    return record_of(kind_named(kind), str(fields.pop("id", "")), fields)


def _told(text: str, shape: type[_Told]) -> _Told:
    try:
        return msgspec.json.decode(text, type=shape)
    except msgspec.DecodeError as error:
        raise Refused(_("The example is not written as it should be: {error}.").format(error=error)) from None
