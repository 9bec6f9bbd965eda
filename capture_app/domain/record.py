"""What every record has in common, and the field markers from which store and search are derived."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

RecordId = str
"""UUIDv7 as text; UUIDv5 for links, random UUIDv4 for people (it carries no time)."""

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]
"""What may stand in a body: JSON without floats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing the consultation knows, as it stands after a change.

    `deleted` is a field like any other: it can be taken back, and it can be in conflict.
    """

    version: ClassVar[int] = 1
    """The version of this kind's body; see `domain.upgrades`."""

    travels: ClassVar[bool] = True
    """Whether packs and bundles carry this kind. What is about somebody's care stays where it is written (C7)."""

    id: RecordId
    deleted: bool = False


def searchable(*, default: str = "") -> Any:
    """A text field that full-text search covers."""
    return field(default=default, metadata={"search": True})


def person(*, default: str | None = None) -> Any:
    """A field naming a person; the log notes it, so that one person's words can be found and erased."""
    return field(default=default, metadata={"person": True})


def parts() -> Any:
    """A mapping whose keys change independently: two people filling two items are never in conflict."""
    return field(default_factory=dict, metadata={"parts": True})


def kind_of(record: Record | type[Record]) -> str:
    """The name a record's kind has in files: that of its class."""
    return record.__name__ if isinstance(record, type) else type(record).__name__
