"""Practice: a workspace for trying things out, of which nothing can leave the laptop. It stays one for ever."""

from capture_app.domain.errors import NotPossible
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["begin_practice", "check_may_leave", "is_practice", "keeps_all_here", "said_by_nobody"]

_FACT = "practice"


def begin_practice(workspace: Workspace) -> None:
    """Make this a practice workspace. There is no way back: what was practised must not pass for real."""
    with workspace.unit_of_work() as work:
        note_practice(work)
        work.commit()


def note_practice(work: UnitOfWork) -> None:
    """The same within a unit of work."""
    work.facts.put(_FACT, "yes")


def is_practice(work: UnitOfWork) -> bool:
    """Whether this workspace is for practice."""
    return bool(work.facts.get(_FACT))


def keeps_all_here() -> str:
    """What is said where one would hand something over."""
    return _("This workspace is for practice. Nothing in it can leave this laptop.")


def said_by_nobody(invented: str) -> str:
    """The sentence on every page of a document made in practice, before what the example says of itself."""
    return " ".join(filter(None, (_("Practice: nothing here was said by anybody."), invented)))


def check_may_leave(work: UnitOfWork) -> None:
    """Raises NotPossible in a practice workspace. Every way out asks this before a byte is written."""
    if is_practice(work):
        raise NotPossible(" ".join((keeps_all_here(), _("Nothing was written."))))
