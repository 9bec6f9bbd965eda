"""Wordings to choose from, where a group chose more than one: nobody forbids it, and everybody is told (D8)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import Scale, Verdict


class Wording(Protocol):
    """What of a line says whether it is chosen, and beside which."""

    @property
    def id(self) -> RecordId: ...
    @property
    def sheet(self) -> RecordId: ...
    @property
    def item(self) -> str: ...
    @property
    def verdict(self) -> Verdict | None: ...
    @property
    def deleted(self) -> bool: ...


W = TypeVar("W", bound=Wording)
V = TypeVar("V", bound=Wording)


def chosen_together(
    lines: Iterable[W], scale_of: Callable[[W], Scale]
) -> dict[RecordId, tuple[RecordId, ...]]:
    """The lines that are chosen at a question beside others of the same worksheet, each with all that are."""
    found: dict[tuple[RecordId, str], list[RecordId]] = {}
    for line in lines:
        if line.verdict is Verdict.YES and not line.deleted and scale_of(line) is Scale.WORDING:
            found.setdefault((line.sheet, line.item), []).append(line.id)
    return {line: tuple(own) for own in found.values() if len(own) > 1 for line in own}


def decided_alike(lines: Iterable[W], versions: Mapping[RecordId, Sequence[V]]) -> Iterator[W]:
    """The lines of which no two laptops say another verdict, whatever else they have in two versions.

    `versions`: those about which laptops decided otherwise, as each of them has it. Two reasons for the same choice
    are still that choice.
    """
    for line in lines:
        if len({(one.verdict, one.deleted) for one in versions.get(line.id, ())}) < 2:
            yield line
