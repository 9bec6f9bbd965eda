"""Records that are filled in by hand: read to edit, kept, taken away, brought back; and every step undone.

One set of verbs for all kinds, so that a page only says which fields it shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from capture_app.domain.codec import Body, body_from_paths, body_of, paths_of, people_in, record_of
from capture_app.domain.errors import NotPossible
from capture_app.domain.record import Record, RecordId, kind_of
from capture_app.domain.records import KINDS
from capture_app.domain.seen import Seen
from capture_app.domain.shape import SHAPES, Shape
from capture_app.services.differing import asked_about
from capture_app.services.done import Done
from capture_app.services.fixed_editions import refuse_fixed
from capture_app.services.written import bring_along, refuse_to_lose_lines
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "Entry",
    "Step",
    "Together",
    "bring_back",
    "entries",
    "entry",
    "keep",
    "keep_alone",
    "note",
    "step_of",
    "take_away",
    "undo",
]

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record to edit: what it says, what an edit stands on, and the fields in which several versions stand."""

    record: R
    seen: Seen
    contested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One change of one record: its body before (None: it was not there) and after. Undoing gives the reverse.

    `also` are changes of other records made together with it, and undone with it. `saw` are the ids of the
    erasures known when it was made: what was erased since cannot be brought back by undoing.
    """

    kind: str
    record: RecordId
    before: Body | None = field(repr=False)
    after: Body = field(repr=False)
    also: tuple[Step, ...] = ()
    saw: frozenset[str] = frozenset()

    @property
    def moved(self) -> bool:
        """Whether anything differs."""
        return self.before != self.after or any(one.moved for one in self.also)


class Together:
    """Changes of several records within one unit of work, which are one step to undo."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._steps: list[Step] = []

    def save(self, record: Record, seen: Seen | None = None) -> None:
        """Keep a record as it now is."""
        before = self._work.records.seen(type(record), record.id).body
        self._work.records.save(record, seen)
        self._steps.append(step_of(self._work, kind_of(record), record.id, before))

    def done(self) -> Done[Step]:
        """Keep all of it; the first change leads the step."""
        return Done(_joined(self._steps), self._work.commit())


def entries(workspace: Workspace, kind: type[R], **equal: object) -> tuple[Entry[R], ...]:
    """The records of a kind whose fields equal these values, in their order."""
    with workspace.unit_of_work() as work:
        contested = _contested(work)
        return tuple(
            Entry(record, seen, contested.get(record.id, ()))
            for record, seen in work.records.all_seen(kind, **equal)
        )


def entry(workspace: Workspace, kind: type[R], record: RecordId) -> Entry[R] | None:
    """One record, taken away or not; None if it is not here."""
    with workspace.unit_of_work() as work:
        found = work.records.find(kind, record)
        if found is None:
            return None
        return Entry(found, work.records.seen(kind, record), _contested(work).get(record, ()))


def note(workspace: Workspace, record: Record, seen: Seen) -> datetime:
    """Keep what is typed into a record so far as a draft; gives the time at which it was safe on the disk."""
    with workspace.unit_of_work() as work:
        work.drafts.put(record, seen)
        work.commit()
    return datetime.now().astimezone()


def keep(workspace: Workspace, record: Record, seen: Seen | None = None) -> Done[Step]:
    """Keep a record as it now is. What was changed elsewhere since it was `seen` stays beside it.

    Without `seen` it is taken to have been edited from what stands now. Raises NotPossible for an edition of a form
    or an agenda template that stays as it is, as all do that change one.
    """
    with workspace.unit_of_work() as work:
        refuse_fixed(work, kind_of(record), record.id)
        before = work.records.seen(type(record), record.id).body
        work.drafts.drop(record.id)
        work.records.save(record, seen)
        bring_along(work, record)
        return _done(work, kind_of(record), record.id, before)


def keep_alone(workspace: Workspace, record: Record, seen: Seen | None, by: str, flag: str) -> Done[Step]:
    """Keep a record; where its `flag` is ticked, take the tick off all others that share its field `by`.

    One step, so that undoing it puts every tick back where it was (A2).
    """
    kind = type(record)
    with workspace.unit_of_work() as work:
        work.drafts.drop(record.id)
        together = Together(work)
        together.save(record, seen)
        if getattr(record, flag):
            for other in work.records.all(kind, **{by: getattr(record, by)}):
                if other.id != record.id and getattr(other, flag):
                    changed: dict[str, Any] = {flag: False}
                    together.save(replace(other, **changed))
        return together.done()


def take_away(workspace: Workspace, kind: type[Record], record: RecordId) -> Done[Step]:
    """Take a record away; it can be brought back."""
    return _mark_deleted(workspace, kind, record, deleted=True)


def bring_back(workspace: Workspace, kind: type[Record], record: RecordId) -> Done[Step]:
    """Bring back a record that was taken away."""
    return _mark_deleted(workspace, kind, record, deleted=False)


def undo(workspace: Workspace, step: Step) -> Done[Step]:
    """Put the fields that a step changed back to what they were, and leave all others as they are now.

    Gives the step that this was: undoing it does the first one again. Raises NotPossible for what was erased
    since: nothing erased comes back.
    """
    with workspace.unit_of_work() as work:
        steps = [_undone(work, one) for one in reversed((step, *step.also))]
        return Done(_joined(steps), work.commit())


def step_of(work: UnitOfWork, kind: str, record: RecordId, before: Body | None) -> Step:
    """What has happened to a record since it said `before`."""
    after = work.records.seen(KINDS[kind], record).body
    saw = frozenset(marker.id for marker in work.log.erasures())
    return Step(kind, record, before, after or {}, saw=saw)


def _joined(steps: Sequence[Step]) -> Step:
    return replace(steps[0], also=tuple(steps[1:]))


def _undone(work: UnitOfWork, step: Step) -> Step:
    kind = KINDS[step.kind]
    refuse_fixed(work, step.kind, step.record)
    seen = work.records.seen(kind, step.record)
    if seen.body is not None:
        _refuse_what_was_erased(work, step)
        back = _back(SHAPES[step.kind], step, seen.body)
        restored = record_of(kind, step.record, back)
        if restored.deleted:
            refuse_to_lose_lines(work, kind, step.record)
        work.records.save(restored, seen)
        bring_along(work, restored)
    return step_of(work, step.kind, step.record, seen.body)


def _refuse_what_was_erased(work: UnitOfWork, step: Step) -> None:
    """A step holds words of its own; those of somebody who was erased since would come back with it."""
    bodies = [body for body in (step.before, step.after) if body]
    made = [record_of(KINDS[step.kind], step.record, body) for body in bodies]
    people = {code for record, body in zip(made, bodies, strict=True) for code in people_in(record, body)}
    bearing = work.log.erasures_on(step.record, sorted(people))
    if any(marker.id not in step.saw for marker in bearing):
        raise NotPossible(_("That was erased since, so it cannot be undone. Nothing was changed."))


def _back(shape: Shape, step: Step, now: Body) -> Body:
    if step.before is None:
        return {**now, "deleted": True}
    old, new, current = (paths_of(shape, body) for body in (step.before, step.after, now))
    for path in old.keys() | new.keys():
        if old.get(path) == new.get(path) and (path in old) == (path in new):
            continue
        if path in old:
            current[path] = old[path]
        else:
            current.pop(path, None)
    return body_from_paths(shape, current)


def _mark_deleted(workspace: Workspace, kind: type[Record], record: RecordId, *, deleted: bool) -> Done[Step]:
    with workspace.unit_of_work() as work:
        refuse_fixed(work, kind.__name__, record)
        found = work.records.get(kind, record)
        if deleted:
            refuse_to_lose_lines(work, kind, record)
        work.records.save(replace(found, deleted=deleted))
        return _done(work, kind.__name__, record, body_of(found))


def _done(work: UnitOfWork, kind: str, record: RecordId, before: Body | None) -> Done[Step]:
    return Done(step_of(work, kind, record, before), work.commit())


def _contested(work: UnitOfWork) -> Mapping[RecordId, tuple[str, ...]]:
    fields: dict[RecordId, tuple[str, ...]] = {}
    for conflict in asked_about(work):
        fields[conflict.record] = (*fields.get(conflict.record, ()), conflict.field)
    return fields
