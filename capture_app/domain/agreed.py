"""Which lines of minutes count: the agreed version where a session has one, and each line once (E1)."""

from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar

from capture_app.domain.record import RecordId
from capture_app.domain.records import LineSource, Minutes
from capture_app.domain.vocabulary import Agreement


class _Placed(Protocol):
    @property
    def id(self) -> RecordId: ...
    @property
    def minutes(self) -> RecordId: ...


L = TypeVar("L", bound=_Placed)


def agreed_minutes(streams: Iterable[Minutes]) -> Minutes | None:
    """The agreed version of a session's minutes, if it has one."""
    return next((one for one in streams if one.agreement is Agreement.AGREED), None)


def in_force(lines: Iterable[L], streams: Collection[Minutes], linked: Collection[RecordId]) -> tuple[L, ...]:
    """The lines that count, in their order.

    Where there is an agreed version, the takers' own lines stand back behind it, but for those that are `linked`: a
    statement rests on them. While it is still being agreed, its lines only say again what the streams say.
    """
    agreed = agreed_minutes(streams)
    back = {one.id for one in streams if (one.agreement is None) == (agreed is not None)}
    return tuple(line for line in lines if line.minutes not in back or line.id in linked)


def used_through(sources: Iterable[LineSource], linked: Collection[RecordId]) -> frozenset[RecordId]:
    """The agreed lines behind which something stands already: a line they were taken from is linked."""
    return frozenset(one.line for one in sources if one.taken_from in linked)


def is_reworded(words: str, sources: Collection[str]) -> bool:
    """Whether an agreed line says anything in other words than the lines it was taken from.

    Putting these one after the other is no rewording, nor is leaving one of them out.
    """
    left = _spaced(words)
    for source in sorted(map(_spaced, sources), key=len, reverse=True):
        left = left.replace(source, "", 1)
    return any(letter.isalnum() for letter in left)


def _spaced(text: str) -> str:
    return " ".join(text.split())
