"""What a verb changed, noted step by step, so that whatever was done on a page can be undone there.

Any verb will do: the steps are read from the log, so the verb need not know that it is watched.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from capture_app.domain.changes import Changes
from capture_app.domain.record import RecordId
from capture_app.domain.records import KINDS
from capture_app.domain.view import view
from capture_app.services.done import Done
from capture_app.services.keeping import Step, undo
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

__all__ = ["Noted", "Step", "noting", "undo_all"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Noted(Generic[T]):
    """The answer of a verb, what it touched, and the steps it took, first to last."""

    value: T
    changes: Changes
    steps: tuple[Step, ...]


def noting(workspace: Workspace, verb: Callable[[], Done[T]]) -> Noted[T]:
    """Run a verb on this workspace and note what it changed. What moved nothing is no step."""
    with workspace.unit_of_work() as work:
        before = work.author.number
    done = verb()
    with workspace.unit_of_work() as work:
        found = [_step(work, record, before) for record in sorted(done.changes.records)]
    return Noted(done.value, done.changes, tuple(step for step in found if step is not None and step.moved))


def undo_all(workspace: Workspace, steps: Sequence[Step]) -> Done[tuple[Step, ...]]:
    """Undo steps, the last one first. Gives the steps that this was, to do them again."""
    changes, back = Changes(), []
    for step in reversed(steps):
        done = undo(workspace, step)
        changes |= done.changes
        back.append(done.value)
    return Done(tuple(back), changes)


def _step(work: UnitOfWork, record: RecordId, before: int) -> Step | None:
    """What became of a record since this laptop had written its number `before`."""
    entries, author = work.records.history(record), work.author
    fresh = {
        entry.id
        for entry in entries
        if (entry.device, entry.incarnation) == (author.device, author.incarnation) and entry.number > before
    }
    if not fresh:
        return None
    old = [entry for entry in entries if entry.id not in fresh]
    kind = entries[0].kind
    after = work.records.seen(KINDS[kind], record).body
    return Step(kind, record, view(old).body if old else None, after or {})
