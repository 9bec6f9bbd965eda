"""Reading and changing records: every change is one revision, and the projection follows at once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from capture_app.domain.codec import Body, body_from_paths, body_of, paths_of, people_in
from capture_app.domain.errors import NotPossible
from capture_app.domain.plain import canonical, read_plain, same
from capture_app.domain.record import Plain, Record, RecordId, kind_of
from capture_app.domain.revision import EVERYTHING, Revision
from capture_app.domain.seen import Seen
from capture_app.domain.shape import SHAPES, Shape
from capture_app.domain.view import Conflict, View, view
from capture_app.store.author import Author
from capture_app.store.log import Log
from capture_app.store.projected import PROJECTED, Row
from capture_app.store.projection import Projection
from capture_app.words import _

R = TypeVar("R", bound=Record)

MOST_TEXT = 200_000
"""The longest record a bundle is sure to carry, in characters: some sixty pages."""


class Records:
    """The records of one workspace within one unit of work."""

    def __init__(self, log: Log, projection: Projection, author: Author) -> None:
        self._log = log
        self._projection = projection
        self._author = author
        self.touched: set[tuple[str, RecordId]] = set()

    def find(self, kind: type[R], record: RecordId) -> R | None:
        """A record; None if it is not here."""
        return self._projection.find(kind, record)

    def get(self, kind: type[R], record: RecordId) -> R:
        """A record. Raises NotPossible if it is not here."""
        found = self._projection.find(kind, record)
        if found is None:
            raise NotPossible(
                _("There is no {kind} with the id {record} in this workspace.").format(
                    kind=kind_of(kind).lower(), record=record
                )
            )
        return found

    def all(self, kind: type[R], **equal: object) -> list[R]:
        """The visible records of a kind whose fields equal these values, or one of several, in their order."""
        return self._projection.all(kind, **equal)

    def all_seen(self, kind: type[R], **equal: object) -> list[tuple[R, Seen]]:
        """The same, each with what it stands on, to edit from."""
        known = self._known_erasures()
        projected = PROJECTED[kind_of(kind)]
        found = []
        for row in self._projection.rows(kind, **equal):
            record, body = projected.both(row)
            found.append((cast(R, record), Seen(tuple(read_plain(row["heads_"])), known, body)))
        return found

    def count(self, kind: type[Record], **equal: object) -> int:
        """How many visible records of a kind have these values."""
        return self._projection.count(kind, **equal)

    def tally(self, kind: type[Record], by: Sequence[str], **equal: object) -> Counter[tuple[Any, ...]]:
        """How many visible records of a kind have these values, for each combination of the fields in `by`."""
        return self._projection.tally(kind, by, **equal)

    def view(self, record: RecordId) -> View | None:
        """A record with all that stands in it, conflicts and who wrote what; None if it is not here."""
        entries = self._log.of_record(record)
        return view(entries) if entries else None

    def history(self, record: RecordId) -> list[Revision]:
        """Every revision of a record, oldest first."""
        return sorted(self._log.of_record(record), key=lambda entry: (entry.stamp, entry.number, entry.id))

    def conflicts(self) -> list[Conflict]:
        """Every field of every record in which several values stand."""
        return self._projection.conflicts()

    def is_set_aside(self, record: RecordId) -> bool:
        """Whether a line or topic is set aside on this laptop, so that nothing shows it (practice 2.11)."""
        return record in self._projection.withheld.named

    def seen(self, kind: type[Record], record: RecordId) -> Seen:
        """The record as it stands now, to edit from."""
        return self._seen(kind_of(kind), self._projection.row(kind_of(kind), record))

    def save(self, record: Record, seen: Seen | None = None) -> Revision | None:
        """Keep a record as it now is; None if nothing differs from what the author had `seen`.

        Without `seen` the author is taken to have seen what stands now.
        """
        row = self._projection.row(kind_of(record), record.id)
        seen = self._seen(kind_of(record), row) if seen is None else seen
        body = body_of(record)
        sets = changed(SHAPES[kind_of(record)], seen.body, body)
        return self._write(record, body, sets, seen, row) if sets else None

    def settle(self, kind: type[Record], record: RecordId, values: Mapping[str, Plain]) -> Revision:
        """Decide fields, by path ("answers/<item>" for a part), even where the value shown is the one wanted.

        None for a part takes it out.
        """
        current = self.view(record)
        if current is None:
            raise NotPossible(_("That record is not in this workspace."))
        shape = SHAPES[kind_of(kind)]
        decided_paths = paths_of(shape, current.body) | dict(values)
        body = body_from_paths(
            shape,
            {path: value for path, value in decided_paths.items() if value is not None or "/" not in path},
        )
        decided = PROJECTED[shape.kind.__name__]
        settled = decided.record(decided.values(record, body))
        seen = Seen(current.heads, self._known_erasures(), current.body)
        row = self._projection.row(kind_of(kind), record)
        return self._write(settled, body, tuple(sorted(values)), seen, row)

    def _seen(self, kind: str, row: Row | None) -> Seen:
        if row is None:
            return Seen(saw=self._known_erasures())
        return Seen(tuple(read_plain(row["heads_"])), self._known_erasures(), PROJECTED[kind].body(row))

    def _write(
        self, record: Record, body: Body, sets: tuple[str, ...], seen: Seen, row: Row | None
    ) -> Revision:
        """Write a change. An erasure its author had not seen empties it at once, as it would elsewhere."""
        kind, people, text = kind_of(record), people_in(record, body), canonical(body)
        if len(text) > MOST_TEXT:
            raise NotPossible(
                _(
                    "That is longer than sixty pages, which no bundle can carry in one piece. It was not saved. "
                    "Divide it into several lines."
                )
            )
        bearing = self._log.erasures_on(record.id, people)
        entry = self._author.write(
            kind,
            record.id,
            text,
            version=type(record).version,
            parents=seen.parents,
            sets=sets,
            subjects=people,
            saw=tuple(marker.id for marker in bearing if marker.id in seen.saw),
        )
        if any(marker.covers(entry) for marker in bearing):
            entry = entry.emptied()
        self._log.append([entry])
        self._show(entry, body, row)
        self.touched.add((kind, record.id))
        return entry

    def _show(self, entry: Revision, body: Body, row: Row | None) -> None:
        """Show a change. Where it continues the one clean head it is itself the new state; else work it out."""
        heads = tuple(read_plain(row["heads_"])) if row else ()
        if heads != entry.parents or entry.empty or (row and row["state_"] is not None):
            self._projection.refresh([entry.record])
            return
        clean = View(entry.record, entry.kind, body, (entry.id,), visible=not body["deleted"])
        self._projection.show(clean, fresh=row is None)

    def _known_erasures(self) -> tuple[str, ...]:
        return tuple(marker.id for marker in self._log.erasures())


def changed(shape: Shape, before: Body | None, after: Body) -> tuple[str, ...]:
    """The paths that differ; everything for a record that was not there."""
    if before is None:
        return (EVERYTHING,)
    old, new = paths_of(shape, before), paths_of(shape, after)
    kept = {path for path, value in old.items() if path in new and same(value, new[path])}
    return tuple(sorted(path for path in old | new if path not in kept))
