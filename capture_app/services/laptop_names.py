"""What laptops are called: each by a name of its own, since people say names and not ids (M5)."""

from collections.abc import Iterable, Iterator
from itertools import count

from capture_app.domain.errors import NotPossible
from capture_app.domain.records import Device
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["check_free", "free_name", "names_in_use"]


def names_in_use(workspace: Workspace) -> tuple[str, ...]:
    """What the laptops are called for which packs were made here, lost ones too, and this one."""
    with workspace.unit_of_work() as work:
        return tuple(_names(work))


def free_name(used: Iterable[str]) -> str:
    """The first name to propose that none of these is: "Laptop A", after Z "Laptop 27"."""
    taken = set(map(_told_apart_by, used))
    proposed = (_("Laptop {letter}").format(letter=_letter(number)) for number in count())
    return next(name for name in proposed if _told_apart_by(name) not in taken)


def check_free(work: UnitOfWork, name: str) -> None:
    """Raises NotPossible if a laptop of this consultation is called so already, in whatever session."""
    wanted = _told_apart_by(name)
    for used in _names(work):
        if _told_apart_by(used) == wanted:
            raise NotPossible(
                _(
                    "There is a laptop called {name} already. Give this one another name, also if it is the same "
                    "machine at another session. Nothing was made."
                ).format(name=used)
            )


def _names(work: UnitOfWork) -> Iterator[str]:
    """By the keys that were handed out; a record alone anybody could have written."""
    handed_out = [one.device for one in work.facts.trusted()] + [one.device for one in work.facts.lost()]
    for code in handed_out:
        device = work.records.find(Device, code)
        if device is not None and device.label:
            yield device.label


def _told_apart_by(name: str) -> str:
    return " ".join(name.split()).casefold()


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else str(number + 1)
