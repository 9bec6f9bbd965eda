"""What a section, key area or topic was called, from its first name on: its names are records of their own (A2, A5)."""

from collections.abc import Iterator
from dataclasses import dataclass

from capture_app.domain.codec import read_body, record_of
from capture_app.domain.frame import shown_name
from capture_app.domain.record import RecordId
from capture_app.domain.records import ThemeLabel
from capture_app.domain.revision import Revision
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["Renaming", "renamings"]


@dataclass(frozen=True, slots=True)
class Renaming:
    """A change after which a theme is shown under another name; each is empty where it has none."""

    entry: Revision
    before: str
    after: str


def renamings(work: UnitOfWork, theme: RecordId) -> Iterator[Renaming]:
    """Every one of a theme, oldest first: a name reworded, ticked in the place of another, added or taken away.

    A name whose words were erased is none.
    """
    every = work.projection.values_of_every(ThemeLabel, "id", "theme")
    entries = work.log.of_records([label for label, of in every if of == theme])
    standing: dict[RecordId, ThemeLabel] = {}
    name = ""
    for entry in sorted(entries, key=lambda one: (one.stamp, one.number, one.id)):
        standing.pop(entry.record, None)
        if (label := _label(entry)) is not None:
            standing[entry.record] = label
        after = shown_name(standing.values(), "")
        if after != name:
            yield Renaming(entry, name, after)
        name = after


def _label(entry: Revision) -> ThemeLabel | None:
    """A name as it was written; None where it was taken away or its words were erased."""
    if entry.body is None:
        return None
    label = record_of(ThemeLabel, entry.record, read_body(entry.kind, entry.version, entry.body))
    return label if isinstance(label, ThemeLabel) and not label.deleted else None
