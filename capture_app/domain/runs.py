"""Runs of numbers, each by its first and last: which of a laptop's changes are somewhere, and which are missing.

Never number by number: runs come from outside, and may be of any length.
"""

from __future__ import annotations

from collections.abc import Iterable

Run = tuple[int, int]
"""The first and the last of numbers without a gap."""


def runs_of(numbers: Iterable[int]) -> list[Run]:
    """Numbers as runs, in order and apart."""
    return joined((number, number) for number in numbers)


def joined(runs: Iterable[Run]) -> list[Run]:
    """The same numbers as runs in order and apart. A run that ends before it begins is none."""
    found: list[Run] = []
    for first, last in sorted(run for run in runs if run[0] <= run[1]):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def without(runs: Iterable[Run], others: Iterable[Run]) -> list[Run]:
    """What of these runs is in none of the others, in order and apart."""
    left: list[Run] = []
    holes = joined(others)
    place = 0
    for first, last in joined(runs):
        while place < len(holes) and holes[place][1] < first:
            place += 1
        at = place
        while at < len(holes) and holes[at][0] <= last:
            if first < holes[at][0]:
                left.append((first, holes[at][0] - 1))
            first = holes[at][1] + 1
            at += 1
        if first <= last:
            left.append((first, last))
    return left


def length(runs: Iterable[Run]) -> int:
    """How many numbers these runs hold."""
    return sum(last - first + 1 for first, last in joined(runs))


def missing(here: Iterable[Run], meant: Iterable[Run]) -> int:
    """How many numbers, from 1 to the highest that is here, are neither here nor in what is left out on purpose."""
    found = joined(here)
    return length(without([(1, found[-1][1])], [*found, *meant])) if found else 0
