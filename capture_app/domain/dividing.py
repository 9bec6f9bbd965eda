"""Dividing people into groups: first whoever asked to sit apart, then sizes as equal as they can be (C6, practice 2.6).

Pure values, and nothing is left to chance: the same records give the same division on every laptop.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from capture_app.domain.levelling import Fits, levelled, unevenness
from capture_app.domain.record import RecordId
from capture_app.domain.seating import LOOKS, Seating, Table

Pair = frozenset[RecordId]
"""The keys of two who are to sit apart."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody to be seated. groups: those that suit them; one alone means that they stay there.

    counts: whether they count in the size of their group, as whoever runs the session does not.
    """

    key: RecordId
    groups: frozenset[RecordId]
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Division:
    """Who sits where, by key. nowhere: no group suits them. broken: pairs who sit together although they asked not to.

    proven: whether no division with these groups breaks fewer; else there was not time enough to look at all.
    """

    group_of: dict[RecordId, RecordId] = field(default_factory=dict)
    nowhere: tuple[RecordId, ...] = ()
    broken: frozenset[Pair] = frozenset()
    proven: bool = True


def divide(
    groups: Sequence[RecordId], seats: Iterable[Seat], apart: Iterable[Pair], looks: int = LOOKS
) -> Division:
    """Seat everybody for whom there is a group. Wishes go before equal sizes.

    `looks` is how many half-made divisions are looked at for the best one; enough for any workshop.
    """
    ordered = sorted(seats, key=lambda seat: seat.key)
    inside = [seat for seat in ordered if seat.groups & set(groups)]
    place = {seat.key: number for number, seat in enumerate(inside)}
    pairs = {pair for pair in apart if len(pair) == 2 and pair <= place.keys()}
    table = Table(
        groups=len(groups),
        fits=tuple(_fits(groups, seat) for seat in inside),
        foes=_foes(place, pairs),
        counts=tuple(seat.counts for seat in inside),
    )
    found, proven = _seated(table, looks)
    group_of = {seat.key: groups[found[number]] for number, seat in enumerate(inside)}
    return Division(
        group_of=group_of,
        nowhere=tuple(seat.key for seat in ordered if seat.key not in place),
        broken=sitting_together(group_of, pairs),
        proven=proven,
    )


def sitting_together(group_of: dict[RecordId, RecordId], apart: Iterable[Pair]) -> frozenset[Pair]:
    """Those pairs who are to sit apart and do not; whoever has no group sits with nobody."""
    found = set()
    for pair in apart:
        places = [group_of.get(key) for key in pair]
        if len(pair) == 2 and places[0] and places[0] == places[1]:
            found.add(pair)
    return frozenset(found)


def _fits(groups: Sequence[RecordId], seat: Seat) -> Fits:
    return tuple(number for number, group in enumerate(groups) if group in seat.groups)


def _foes(place: dict[RecordId, int], pairs: Iterable[Pair]) -> tuple[frozenset[int], ...]:
    foes: list[set[int]] = [set() for _key in place]
    for pair in pairs:
        one, other = (place[key] for key in pair)
        foes[one].add(other)
        foes[other].add(one)
    return tuple(map(frozenset, foes))


def _seated(table: Table, looks: int) -> tuple[dict[int, int], bool]:
    """The group of each seat. Circles of wishes are seated one by one first: that says how few can be broken."""
    first: dict[int, int] = {}
    broken, proven = 0, True
    for circle in table.circles():
        search = Seating(table, circle, looks)
        search.run()
        first |= search.best
        broken += search.broken
        proven = proven and search.complete
    whole = Seating(table, sorted(first), looks, level=True)
    whole.take(first, broken)
    whole.run(goal=(broken, _most_even(table)))
    return table.filled(whole.best), proven


def _most_even(table: Table) -> int:
    """How even sizes could be if nobody had a wish."""
    own = [fits for fits, counts in zip(table.fits, table.counts, strict=True) if counts]
    sizes = [0] * table.groups
    for group in levelled(sizes, own):
        sizes[group] += 1
    return unevenness(sizes)
