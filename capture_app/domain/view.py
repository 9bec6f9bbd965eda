"""What a record is now, from all its revisions: one value a field, or several in conflict.

A pure function that needs no order of arrival and no ancestor's words, so that every laptop with the same
revisions and erasures shows the same. The rules stand in docs/bundle-format.md, "What a record is".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from capture_app.domain.ancestry import Ancestry
from capture_app.domain.codec import Body, body_from_paths, paths_of, read_body
from capture_app.domain.plain import canonical
from capture_app.domain.record import Plain, RecordId
from capture_app.domain.revision import EVERYTHING, Revision, RevisionId
from capture_app.domain.shape import SHAPES

DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Standing:
    """One value that stands for a field, and who wrote it. `absent` marks a part that was taken out."""

    value: Plain
    writers: tuple[Revision, ...]
    absent: bool = False

    @property
    def writer(self) -> Revision:
        """The writer whose value is shown first."""
        return self.writers[0]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which several values stand; the first is shown. `before` is what both authors had seen."""

    record: RecordId
    kind: str
    field: str
    values: tuple[Standing, ...]
    before: Standing | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A record as it stands.

    body: the shown values. conflicts: the fields with several. removed: the fields whose words were erased.
    waiting: parents that have not arrived. visible: False for a record that is erased, and for a deleted one
    unless somebody changed it without having seen the deletion. heads: what the next change has to name as its parents.
    """

    record: RecordId
    kind: str
    body: Body
    heads: tuple[RevisionId, ...]
    conflicts: tuple[Conflict, ...] = ()
    removed: tuple[str, ...] = ()
    waiting: tuple[RevisionId, ...] = ()
    visible: bool = True

    @property
    def plain(self) -> bool:
        """Whether there is nothing to say about it beyond its values."""
        return self.visible and not (self.conflicts or self.removed or self.waiting or self.body.get(DELETED))


def view(revisions: Iterable[Revision]) -> View:
    """The record that these revisions, all of one record and already emptied by erasures, make.

    Raises KeyError for a kind this version does not know; such records wait in the log.
    """
    entries = list(revisions)
    if len(entries) == 1 and is_whole(entries[0]):
        return _first(entries[0])
    return _Viewing(entries).view()


def is_whole(entry: Revision) -> bool:
    """Whether an entry, as long as it is the only one of its record, is all there is to say of it."""
    return not entry.parents and not entry.empty and EVERYTHING in entry.sets


def shown_first(revision: Revision) -> tuple[str, str, str, int, str]:
    """What decides which of several values is shown: later stamp, then device and number."""
    return (revision.stamp, revision.device, revision.incarnation, revision.number, revision.id)


def _first(revision: Revision) -> View:
    body = dict(SHAPES[revision.kind].defaults) | read_body(
        revision.kind, revision.version, revision.body or "{}"
    )
    return View(revision.record, revision.kind, body, (revision.id,), visible=not body[DELETED])


class _Viewing:
    """One look at one record with more than one revision."""

    def __init__(self, revisions: list[Revision]) -> None:
        self._ancestry = Ancestry(revisions)
        self._newest = max(self._ancestry.revisions, key=shown_first)
        self._shape = SHAPES[self._newest.kind]
        self._defaults = paths_of(self._shape, self._shape.defaults)
        self._paths = {revision.id: self._paths_in(revision) for revision in self._ancestry.revisions}

    def view(self) -> View:
        shown: dict[str, Plain] = dict(self._defaults)
        conflicts: list[Conflict] = []
        removed: list[str] = []
        for path, writers in self._writers().items():
            values = self._values(path, writers)
            if not values:
                removed.append(path)
                continue
            if not values[0].absent:
                shown[path] = values[0].value
            if len(values) > 1:
                conflicts.append(self._conflict(path, values))
        return View(
            record=self._newest.record,
            kind=self._newest.kind,
            body=body_from_paths(self._shape, shown),
            heads=tuple(sorted(head.id for head in self._ancestry.heads())),
            conflicts=tuple(sorted(conflicts, key=lambda conflict: conflict.field)),
            removed=tuple(sorted(removed)),
            waiting=tuple(sorted(self._ancestry.missing())),
            visible=DELETED not in removed and self._visible(bool(shown[DELETED])),
        )

    def _paths_in(self, revision: Revision) -> dict[str, Plain]:
        if revision.body is None:
            return {}
        return paths_of(self._shape, read_body(revision.kind, revision.version, revision.body))

    def _names(self, revision: Revision) -> Iterable[str]:
        if EVERYTHING not in revision.sets:
            return revision.sets
        return self._defaults if revision.empty else self._paths[revision.id]

    def _writers(self) -> dict[str, list[Revision]]:
        """For each field, the revisions that set it and are below no other that did."""
        setters: dict[str, list[Revision]] = {}
        for revision in self._ancestry.revisions:
            for path in self._names(revision):
                if self._known(path):
                    setters.setdefault(path, []).append(revision)
        return {path: self._ancestry.highest(writers) for path, writers in setters.items()}

    def _known(self, path: str) -> bool:
        name, slash, _ = path.partition("/")
        return name in self._shape.parts if slash else path in self._defaults

    def _values(self, path: str, writers: list[Revision]) -> tuple[Standing, ...]:
        """The distinct values that stand, the shown one first. Emptied writers count only if all are."""
        found: dict[str, list[Revision]] = {}
        for writer in sorted((w for w in writers if not w.empty), key=shown_first, reverse=True):
            found.setdefault(self._written(path, writer), []).append(writer)
        return tuple(self._standing(path, group) for group in found.values())

    def _written(self, path: str, writer: Revision) -> str:
        paths = self._paths[writer.id]
        return canonical(paths[path]) if path in paths else ""

    def _standing(self, path: str, writers: list[Revision]) -> Standing:
        paths = self._paths[writers[0].id]
        return Standing(paths.get(path), tuple(writers), absent=path not in paths)

    def _conflict(self, path: str, values: tuple[Standing, ...]) -> Conflict:
        return Conflict(self._newest.record, self._newest.kind, path, values, self._before(path, values))

    def _before(self, path: str, values: tuple[Standing, ...]) -> Standing | None:
        """What the field was before its authors parted, if those words are here."""
        writers = [standing.writer for standing in values]
        seen_by_all = [
            revision
            for revision in self._ancestry.revisions
            if path in self._names(revision)
            and all(self._ancestry.below(revision, writer) for writer in writers)
        ]
        common = [revision for revision in self._ancestry.highest(seen_by_all) if not revision.empty]
        return self._standing(path, [max(common, key=shown_first)]) if common else None

    def _visible(self, deleted: bool) -> bool:
        """A deleted record stays in sight while a change stands whose author had not seen the deletion."""
        if not deleted:
            return True
        writers = self._writers()
        deletions = [writer for writer in writers[DELETED] if self._deletes(writer)]
        others = {w.id: w for path, found in writers.items() if path != DELETED for w in found}
        return not all(
            any(other is deletion or self._ancestry.below(other, deletion) for deletion in deletions)
            for other in others.values()
        )

    def _deletes(self, revision: Revision) -> bool:
        return bool(self._paths[revision.id].get(DELETED))
