"""Handing the keyboard over: everything typed is kept, and whoever types now may be named (I11)."""

from dataclasses import replace

from capture_app.domain.ids import link_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import Minutes, Sheet
from capture_app.domain.vocabulary import SheetState
from capture_app.services.done import Done
from capture_app.services.watching import refuse_observers
from capture_app.store.workspace import Workspace

BETWEEN = ", "
"""What stands between the names of those who typed one after the other."""


def now_takes_minutes(
    workspace: Workspace, session: RecordId, name: str, *, knowing: bool = False
) -> Done[None]:
    """Somebody else takes this laptop's minutes of a session from now on; without a name nothing is changed.

    Raises LooksOn for somebody who observes the session, unless whoever asks goes on `knowing` it.
    """
    with workspace.unit_of_work() as work:
        if not knowing:
            refuse_observers(work, session, name)
        found = work.records.find(Minutes, link_id("Minutes", session, work.author.device))
        if found is not None and (names := _named_too(found.taker, name)) != found.taker:
            work.records.save(replace(found, taker=names))
        return Done(None, work.commit())


def now_types_worksheet(
    workspace: Workspace, sheet: RecordId, name: str, *, knowing: bool = False
) -> Done[None]:
    """Somebody else types a worksheet from now on; without a name nothing is changed, nor is one that is closed.

    Raises LooksOn likewise.
    """
    with workspace.unit_of_work() as work:
        found = work.records.get(Sheet, sheet)
        if not knowing:
            refuse_observers(work, found.session, name)
        names = found.typed_by if found.state is SheetState.CLOSED else _named_too(found.typed_by, name)
        if names != found.typed_by:
            work.records.save(replace(found, typed_by=names))
        return Done(None, work.commit())


def names_in(names: str) -> tuple[str, ...]:
    """All those together, and each by itself: a name may have a comma of its own."""
    return (names, *names.split(BETWEEN.strip()))


def _named_too(names: str, name: str) -> str:
    name = " ".join(name.split())
    known = {one.strip().casefold() for one in names_in(names)}
    return names if not name or name.casefold() in known else BETWEEN.join(filter(None, (names, name)))
