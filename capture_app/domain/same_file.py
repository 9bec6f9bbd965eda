"""Closed boxes that hold one file: brought in and closed on two laptops, its people would be counted twice (F6)."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from capture_app.domain.record import RecordId

__all__ = ["OfFile", "counted_once", "held_again"]


class OfFile(Protocol):
    """What there is to a closed box of a file; `sha256` is empty where the answers came otherwise."""

    @property
    def id(self) -> RecordId: ...
    @property
    def session(self) -> RecordId: ...
    @property
    def form(self) -> RecordId: ...
    @property
    def count(self) -> int: ...
    @property
    def sha256(self) -> str: ...


B = TypeVar("B", bound=OfFile)


def counted_once(boxes: Iterable[B]) -> tuple[B, ...]:
    """The boxes without those of which another one holds the same file, for the same questionnaire of a session.

    Of two laptops that read a file differently the one with more answers counts; where that is equal, the one opened
    first. So every laptop that has both counts the same one, whichever came first.
    """
    found = tuple(boxes)
    kept: dict[tuple[RecordId, RecordId, str], B] = {}
    for box in sorted(found, key=lambda box: (-box.count, box.id)):
        kept.setdefault((box.session, box.form, box.sha256), box)
    return tuple(box for box in found if not box.sha256 or kept[box.session, box.form, box.sha256] is box)


def held_again(boxes: Iterable[B]) -> tuple[B, ...]:
    """The boxes that `counted_once` leaves out."""
    found = tuple(boxes)
    counted = {box.id for box in counted_once(found)}
    return tuple(box for box in found if box.id not in counted)
