"""Photographs of a worksheet: added, looked at beside the lines, taken away again (D1, delight 16)."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from pathlib import Path

from capture_app.domain.errors import NotPossible, Refused
from capture_app.domain.ids import new_id
from capture_app.domain.ordering import between
from capture_app.domain.photograph import Small
from capture_app.domain.record import RecordId
from capture_app.domain.records import Picture, Sheet
from capture_app.services.done import Done
from capture_app.services.keeping import Step, step_of
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["Shown", "add_picture", "pictures", "read_picture", "small_picture"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of a worksheet without its image, and the question at which it was added."""

    id: RecordId
    item: str
    width: int
    height: int


def pictures(workspace: Workspace, sheet: RecordId) -> tuple[Shown, ...]:
    """The pictures of a worksheet in the order in which they were added; their images are not read."""
    with workspace.unit_of_work() as work:
        names = ("order", "id", "item", "width", "height")
        found = work.projection.values(Picture, *names, sheet=sheet)
    return tuple(Shown(*one[1:]) for one in sorted(found))


def read_picture(workspace: Workspace, picture: RecordId) -> bytes:
    """The JPEG of a picture. Raises NotPossible if it is not here, Refused if what came in a bundle is none."""
    with workspace.unit_of_work() as work:
        found = work.records.get(Picture, picture)
    try:
        return base64.b64decode(found.image, validate=True)
    except (binascii.Error, ValueError):
        raise Refused(
            _("This picture came damaged, so it cannot be shown. Everything else is untouched.")
        ) from None


def small_picture(path: Path) -> Small:
    """A photograph made small and freed of what the camera noted; the file is only read. It takes a second or two.

    Raises Refused where it is no picture, NotPossible where it cannot be read.
    """
    from capture_app.exchange.pictures import (  # what reads pictures is loaded for the first of them
        FILE,
        made_small,
    )

    try:
        with path.open("rb") as file:
            return made_small(file.read(FILE + 1))
    except OSError:
        raise NotPossible(
            _("{file} cannot be read, so it was not added. Look whether it is still there.").format(
                file=path.name
            )
        ) from None


def add_picture(workspace: Workspace, sheet: RecordId, item: str, small: Small) -> Done[Step]:
    """Add a picture to a worksheet, at the question that is shown. Raises NotPossible if the worksheet is not here."""
    with workspace.unit_of_work() as work:
        own = work.records.get(Sheet, sheet)
        made = Picture(
            id=new_id(),
            session=own.session,
            sheet=sheet,
            item=item,
            image=base64.b64encode(small.jpeg).decode("ascii"),
            width=small.width,
            height=small.height,
            order=_after_all(work, sheet),
        )
        work.records.save(made)
        return Done(step_of(work, Picture.__name__, made.id, None), work.commit())


def _after_all(work: UnitOfWork, sheet: RecordId) -> str:
    last = (str(order) for (order,) in work.projection.values(Picture, "order", sheet=sheet))
    return between(max(last, default=""))
