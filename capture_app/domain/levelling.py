"""Filling groups so that they come out as equal in size as it can be, where not everybody may sit everywhere."""

from __future__ import annotations

from collections.abc import Sequence

Fits = tuple[int, ...]
"""The groups somebody may sit in, by their places."""


def levelled(sizes: Sequence[int], fits: Sequence[Fits]) -> tuple[int, ...]:
    """A group for each, with the sizes as equal as `fits` allows (the least sum of squares there is).

    `sizes` is how many sit in each group already. Everybody needs one group at least that fits. Equal input gives
    equal output.
    """
    filling = _Filling(sizes, fits)
    for seat in range(len(fits)):
        filling.add(seat)
    group_of = {seat: group for group, members in enumerate(filling.members) for seat in members}
    return tuple(group_of[seat] for seat in range(len(fits)))


def unevenness(sizes: Sequence[int]) -> int:
    """The sum of squares: of two ways to seat equally many, the more even one has less of it."""
    return sum(size * size for size in sizes)


class _Filling:
    """Groups while they fill up. Each that is added goes where it costs least, others making room on the way.

    Every step is a cheapest path in a flow whose costs only rise, so that the whole is cheapest after each.
    """

    def __init__(self, sizes: Sequence[int], fits: Sequence[Fits]) -> None:
        self._sizes, self._fits = list(sizes), fits
        self.members: list[list[int]] = [[] for _size in sizes]

    def add(self, seat: int) -> None:
        """Seat one more."""
        ways = self._ways(seat)
        goal = min(ways, key=lambda group: (self._sizes[group], group))
        self._sizes[goal] += 1
        while (step := ways[goal]) is not None:
            mover, left = step
            self.members[left].remove(mover)
            self.members[goal].append(mover)
            goal = left
        self.members[goal].append(seat)

    def _ways(self, seat: int) -> dict[int, tuple[int, int] | None]:
        """Each group that can become one larger, and who would move there from which; None: the one added itself."""
        ways: dict[int, tuple[int, int] | None] = dict.fromkeys(self._fits[seat])
        queue = list(ways)
        for group in queue:
            for mover in self.members[group]:
                for other in self._fits[mover]:
                    if other not in ways:
                        ways[other] = (mover, group)
                        queue.append(other)
        return ways
