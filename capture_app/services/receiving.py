"""Taking a file in, in the one way there is: a backup before it, one change, and no backup of what it erased."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from capture_app.domain.changes import Changes
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

__all__ = ["Received", "backed_up"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Received(Generic[T]):
    """What came of it, the backup made before, or after erasures the one made since, and what changed."""

    told: T
    backup: Path
    changes: Changes


def backed_up(workspace: Workspace, receive: Callable[[UnitOfWork], T]) -> Received[T]:
    """Back up, then `receive` in one unit of work and keep it. Drafts are to be kept before.

    Whatever `receive` raises leaves the workspace as it was.
    """
    backup = workspace.back_up().path
    with workspace.unit_of_work() as work:
        known = len(work.log.erasures())
        told = receive(work)
        erases = len(work.log.erasures()) > known
        changes = work.commit()
    if erases:
        backup = workspace.wipe().path  # the one made before held what is erased, and has gone
    return Received(told, backup, changes)
