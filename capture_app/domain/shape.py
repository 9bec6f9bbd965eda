"""What a kind of record looks like: fields, marks and defaults. Store and view are derived from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from capture_app.domain.plain import to_plain
from capture_app.domain.record import Plain, Record
from capture_app.domain.records import RECORDS


@dataclass(frozen=True)
class Shape:
    """One kind of record.

    names: all fields but the id. searched, people, parts: those carrying that mark; see `domain.record`.
    defaults: the body of a record of which nothing is known.
    """

    kind: type[Record]
    names: tuple[str, ...]
    searched: tuple[str, ...]
    people: tuple[str, ...]
    parts: tuple[str, ...]
    defaults: Mapping[str, Plain]

    @classmethod
    def of(cls, kind: type[Record]) -> Shape:
        """Read a record class."""
        own = [field for field in fields(kind) if field.name != "id"]
        blank = kind(id="")

        def marked(mark: str) -> tuple[str, ...]:
            return tuple(field.name for field in own if field.metadata.get(mark))

        return cls(
            kind=kind,
            names=tuple(field.name for field in own),
            searched=marked("search"),
            people=marked("person"),
            parts=marked("parts"),
            defaults={field.name: to_plain(getattr(blank, field.name)) for field in own},
        )


SHAPES: Mapping[str, Shape] = {kind.__name__: Shape.of(kind) for kind in RECORDS}


def shape_of(record: Record | type[Record]) -> Shape:
    """The shape of a record's kind."""
    return SHAPES[record.__name__ if isinstance(record, type) else type(record).__name__]
