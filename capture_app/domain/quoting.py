"""Quotations: whether somebody's words may be used, and which are begun and not finished yet (E3)."""

from collections.abc import Sequence
from typing import Protocol

from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import LineKind, Permission

_NEXT = {
    Permission.NOT_ASKED: Permission.GIVEN,
    Permission.GIVEN: Permission.REFUSED,
    Permission.REFUSED: Permission.NOT_ASKED,
}
_MARKS = "“”\"'‘’ "


class Written(Protocol):
    """What of a line says whether it is finished."""

    @property
    def line_kind(self) -> LineKind: ...
    @property
    def text(self) -> str: ...


def next_permission(now: Permission) -> Permission:
    """What one more press of the key makes of it: not asked, given, refused, and so on."""
    return _NEXT[now]


def is_unfinished(line: Written) -> bool:
    """Whether a quotation waits for its other words.

    It ends with three dots, has no words yet, or was opened and not closed.
    """
    if line.line_kind is not LineKind.QUOTATION or not line.text.strip():
        return False
    words = line.text.strip(_MARKS)
    opened = line.text.lstrip().startswith("“") and "”" not in line.text
    return not words or words.endswith(("…", "...")) or opened


def next_waiting(waiting: Sequence[Line], at: RecordId, item: str) -> Line | None:
    """The one after the line one is `at`, from the start again after the last; else one of the same `item` first."""
    ids = [line.id for line in waiting]
    if at in ids:
        return waiting[(ids.index(at) + 1) % len(ids)]
    return next((line for line in waiting if line.item == item), waiting[0] if waiting else None)
