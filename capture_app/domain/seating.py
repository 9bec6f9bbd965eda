"""The search for the best places of those who have a wish: branch and bound, in a fixed order (C6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heapreplace

from capture_app.domain.levelling import Fits, levelled, unevenness

LOOKS = 1500
"""Half-made divisions that are looked at, at most: a second or so on a slow laptop."""

Score = tuple[int, int]
"""Wishes broken, then how uneven the sizes are; less is better."""


@dataclass(frozen=True, slots=True)
class Table:
    """Groups and those to be seated, by their places. foes: whom each is to sit apart from."""

    groups: int
    fits: tuple[Fits, ...]
    foes: tuple[frozenset[int], ...]
    counts: tuple[bool, ...]

    def circles(self) -> list[list[int]]:
        """Those who have to do with one another by a wish; whoever has to do with nobody is in none."""
        known: set[int] = set()
        found = []
        for seat, foes in enumerate(self.foes):
            if foes and seat not in known:
                circle = self._reached(seat)
                known |= circle
                found.append(sorted(circle))
        return found

    def filled(self, placed: dict[int, int]) -> dict[int, int]:
        """All seats, with those who are not `placed` where they make the sizes most equal."""
        rest = [seat for seat in range(len(self.fits)) if seat not in placed]
        weigh = [seat for seat in rest if self.counts[seat]]
        groups = levelled(self.sizes(placed), [self.fits[seat] for seat in weigh])
        others = {seat: self.fits[seat][0] for seat in rest if not self.counts[seat]}
        return placed | others | dict(zip(weigh, groups, strict=True))

    def sizes(self, placed: dict[int, int]) -> list[int]:
        """How many sit in each group, of those who count."""
        sizes = [0] * self.groups
        for seat, group in placed.items():
            sizes[group] += self.counts[seat]
        return sizes

    def _reached(self, seat: int) -> set[int]:
        circle, queue = {seat}, [seat]
        for one in queue:
            fresh = self.foes[one] - circle
            circle |= fresh
            queue += sorted(fresh)
        return circle


class Seating:
    """The best places for some seats. With `level`, the sizes of all groups count as well.

    best, broken: what was found, and how many wishes it breaks. complete: whether nothing better can be.
    """

    def __init__(self, table: Table, seats: Sequence[int], looks: int, *, level: bool = False) -> None:
        self._table, self._seats, self._looks, self._level = table, seats, looks, level
        self._alike = [
            frozenset(seat for seat, fits in enumerate(table.fits) if group in fits)
            for group in range(table.groups)
        ]
        self._rest = sum(table.counts[seat] for seat in range(len(table.fits)) if seat not in set(seats))
        self._score: Score | None = None
        self._goal: Score = (0, 0)
        self.best: dict[int, int] = {}
        self.complete = True

    @property
    def broken(self) -> int:
        """How many wishes the best places break."""
        return self._score[0] if self._score else 0

    def take(self, placed: dict[int, int], broken: int) -> None:
        """Places that are known already, to be bettered."""
        self._end(placed, broken)

    def run(self, goal: Score = (0, 0)) -> None:
        """Look until the goal is reached, all was looked at, or there were too many looks."""
        self._goal = goal
        self._descend({}, 0)

    def _descend(self, placed: dict[int, int], broken: int) -> None:
        if self._score is not None and (
            self._score <= self._goal or self._bound(placed, broken) >= self._score
        ):
            return
        if self._score is not None and self._looks <= 0:
            self.complete = False
            return
        self._looks -= 1
        if len(placed) == len(self._seats):
            self._end(placed, broken)
            return
        seat = self._next(placed)
        for clashes, group in self._choices(seat, placed):
            placed[seat] = group
            self._descend(placed, broken + clashes)
            del placed[seat]

    def _end(self, placed: dict[int, int], broken: int) -> None:
        score = (broken, unevenness(self._all_sizes(placed)) if self._level else 0)
        if self._score is None or score < self._score:
            self._score, self.best = score, dict(placed)

    def _next(self, placed: dict[int, int]) -> int:
        """Whoever has least choice left, so that what cannot be is found soon."""

        def choice(seat: int) -> tuple[int, int, int]:
            taken = {placed[foe] for foe in self._table.foes[seat] if foe in placed}
            return (len(taken), len(self._table.foes[seat]), -seat)

        return max((seat for seat in self._seats if seat not in placed), key=choice)

    def _choices(self, seat: int, placed: dict[int, int]) -> list[tuple[int, int]]:
        """The groups to try with the wishes each would break, the best first; of equal empty ones only one."""
        sizes, used = self._table.sizes(placed), set(placed.values())
        empty: set[frozenset[int]] = set()
        found = []
        for group in self._table.fits[seat]:
            if group not in used and self._alike[group] in empty:
                continue
            if group not in used:
                empty.add(self._alike[group])
            found.append((self._clashes(seat, group, placed), sizes[group], group))
        return [(clashes, group) for clashes, _size, group in sorted(found)]

    def _clashes(self, seat: int, group: int, placed: dict[int, int]) -> int:
        return sum(placed.get(foe) == group for foe in self._table.foes[seat])

    def _bound(self, placed: dict[int, int], broken: int) -> Score:
        """What every division that begins so is at least."""
        waiting = [seat for seat in self._seats if seat not in placed]
        for seat in waiting:
            broken += min(self._clashes(seat, group, placed) for group in self._table.fits[seat])
        if not self._level:
            return (broken, 0)
        more = self._rest + sum(self._table.counts[seat] for seat in waiting)
        return (broken, unevenness(_poured(self._table.sizes(placed), more)))

    def _all_sizes(self, placed: dict[int, int]) -> list[int]:
        return self._table.sizes(self._table.filled(placed))


def _poured(sizes: list[int], more: int) -> list[int]:
    """Sizes once so many more sit where fewest do, as if everybody could sit anywhere."""
    heapify(sizes)
    for _one in range(more):
        heapreplace(sizes, sizes[0] + 1)
    return sizes
