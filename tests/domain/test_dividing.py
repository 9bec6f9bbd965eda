"""Dividing people into groups, held against every division there is (C6)."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.dividing import Pair, Seat, divide, sitting_together
from capture_app.domain.levelling import levelled, unevenness

GROUPS = ("g1", "g2", "g3")


@st.composite
def rooms(draw: st.DrawFn) -> tuple[tuple[str, ...], list[Seat], list[Pair]]:
    """Up to three groups, six people who suit some of them, and wishes among them."""
    groups = GROUPS[: draw(st.integers(1, 3))]
    suits = st.sets(st.sampled_from(groups), min_size=1).map(frozenset)
    people = [f"p{number}" for number in range(draw(st.integers(0, 6)))]
    seats = [Seat(one, draw(suits), draw(st.integers(0, 4)) > 0) for one in people]
    pairs = [frozenset(pair) for pair in combinations(people, 2)]
    apart = draw(st.lists(st.sampled_from(pairs), max_size=8)) if pairs else []
    return groups, seats, apart


def score(
    groups: Sequence[str], seats: Sequence[Seat], apart: Sequence[Pair], places: Sequence[str]
) -> tuple[int, int]:
    """Wishes broken, then how uneven the sizes are."""
    group_of = dict(zip((seat.key for seat in seats), places, strict=True))
    sizes = Counter(group_of[seat.key] for seat in seats if seat.counts)
    return len(sitting_together(group_of, set(apart))), unevenness([sizes[group] for group in groups])


@given(rooms())
def test_no_other_division_breaks_fewer_wishes_and_of_those_none_is_more_even(
    found: tuple[tuple[str, ...], list[Seat], list[Pair]],
) -> None:
    groups, seats, apart = found
    division = divide(groups, seats, apart)
    every = product(*(sorted(seat.groups) for seat in seats))
    best = min(score(groups, seats, apart, places) for places in every)
    places = [division.group_of[seat.key] for seat in seats]
    assert all(place in seat.groups for seat, place in zip(seats, places, strict=True))
    assert score(groups, seats, apart, places) == best
    assert division.proven
    assert len(division.broken) == best[0]


@given(rooms(), st.randoms(use_true_random=False))
def test_the_order_in_which_records_come_makes_no_difference(
    found: tuple[tuple[str, ...], list[Seat], list[Pair]], chance: random.Random
) -> None:
    groups, seats, apart = found
    shuffled, others = chance.sample(seats, len(seats)), chance.sample(apart, len(apart))
    assert divide(groups, shuffled, others) == divide(groups, seats, apart)


@given(st.integers(0, 60), st.integers(1, 7))
def test_where_everybody_suits_every_group_sizes_are_within_one(people: int, groups: int) -> None:
    names = [f"g{number}" for number in range(groups)]
    division = divide(names, [Seat(f"p{number:02}", frozenset(names)) for number in range(people)], [])
    sizes = Counter(division.group_of.values())
    assert max(sizes.values(), default=0) - min(sizes[name] for name in names) <= 1
    assert len(division.group_of) == people


@given(st.lists(st.sets(st.integers(0, 3), min_size=1).map(lambda own: tuple(sorted(own))), max_size=6))
def test_filling_up_is_as_even_as_any_way_to_seat_them(fits: list[tuple[int, ...]]) -> None:
    def uneven(places: Sequence[int]) -> int:
        return unevenness([places.count(group) for group in range(4)])

    assert uneven(levelled((0, 0, 0, 0), fits)) == min(map(uneven, product(*fits)))


def test_a_workshop_of_sixty_with_twenty_wishes_in_chains_keeps_all_of_them_within_one() -> None:
    people = [f"p{number:02}" for number in range(60)]
    apart = [frozenset(pair) for pair in pairwise(people[:21])]
    division = divide(GROUPS, [Seat(one, frozenset(GROUPS)) for one in people], apart)
    assert division.broken == frozenset()
    assert sorted(Counter(division.group_of.values()).values()) == [20, 20, 20]


def test_of_four_who_are_all_to_sit_apart_in_three_groups_one_wish_is_broken_and_that_is_certain() -> None:
    four = ["a", "b", "c", "d"]
    apart = [frozenset(pair) for pair in combinations(four, 2)]
    chains = [frozenset((f"q{number}", f"q{number + 1}")) for number in range(9)]
    seats = [Seat(one, frozenset(GROUPS)) for one in (*four, *(f"q{number}" for number in range(10)))]
    division = divide(GROUPS, seats, [*apart, *chains])
    assert len(division.broken) == 1
    assert division.proven
    assert sorted(Counter(division.group_of.values()).values()) == [4, 5, 5]


def test_whoever_suits_no_group_sits_nowhere_and_a_wish_about_them_is_not_broken() -> None:
    division = divide(
        ("g1",), [Seat("a", frozenset({"g1"})), Seat("b", frozenset())], [frozenset({"a", "b"})]
    )
    assert (division.nowhere, division.broken) == (("b",), frozenset())


def test_where_time_runs_out_a_division_still_stands_and_nothing_is_said_to_be_certain() -> None:
    people = [f"p{number:02}" for number in range(12)]
    apart = [frozenset(pair) for pair in combinations(people, 2)]
    division = divide(GROUPS, [Seat(one, frozenset(GROUPS)) for one in people], apart, looks=5)
    assert len(division.group_of) == len(people)
    assert not division.proven
