"""What is told in public of a question, seen by somebody who knows the rule and tries every table there could be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest

from capture_app.domain.small_cells import Counts, hidden, may_follow

Told = tuple[int | None, ...]


def _tables(people: int, options: int) -> Iterator[Counts]:
    """Every way in which so many people can be parted among so many options."""
    for first in product(range(people + 1), repeat=options - 1):
        if sum(first) <= people:
            yield dict(zip("abcde", (*first, people - sum(first)), strict=False))


def _told(counts: Counts, fewest: int) -> Told:
    kept_back = hidden(counts, fewest)
    return tuple(None if option in kept_back else count for option, count in counts.items())


@pytest.mark.parametrize("options", [2, 3, 4])
@pytest.mark.parametrize("fewest", [3, 5])
def test_no_hidden_count_can_be_worked_out_by_whoever_knows_the_rule(options: int, fewest: int) -> None:
    for people in range(fewest, 2 * fewest + 6):
        could_be: dict[Told, list[Counts]] = defaultdict(list)
        for table in _tables(people, options):
            could_be[_told(table, fewest)].append(table)
        for told, tables in could_be.items():
            for place, option in enumerate("abcde"[:options]):
                possible = {table[option] for table in tables}
                assert told[place] is not None or len(possible) > 1, (people, told, tables)


@pytest.mark.parametrize("fewest", [3, 5])
def test_every_count_that_is_told_is_of_enough_people(fewest: int) -> None:
    for table in _tables(2 * fewest + 3, 3):
        assert all(count is None or count >= fewest for count in _told(table, fewest))


def test_what_everybody_said_is_not_told_for_it_is_what_each_of_them_said() -> None:
    assert hidden({"yes": 14, "maybe": 0, "no": 0}) == {"yes", "maybe", "no"}


def test_the_counts_of_the_report_show_what_they_may() -> None:
    assert hidden({"yes": 9, "maybe": 4, "no": 1}) == {"maybe", "no"}
    assert hidden({"yes": 20, "no": 10}) == frozenset()
    assert hidden({"yes": 20, "maybe": 7, "no": 3}) == {"maybe", "no"}, "or 3 is what is missing to 30"


def test_one_more_answer_is_never_told_by_the_difference_of_two_tables() -> None:
    for table in _tables(14, 3):
        for option in table:
            assert not may_follow(table, {**table, option: table[option] + 1})
            assert not may_follow({**table, option: table[option] + 1}, table), "nor one taken away"


def test_what_those_answered_who_came_between_cannot_be_worked_out_where_it_is_hidden() -> None:
    """All that could have been before and have come between, three options, at least three people told."""
    seen: dict[tuple[Told, Told], list[Counts]] = defaultdict(list)
    for before in _tables(9, 3):
        for between in (table for people in range(1, 8) for table in _tables(people, 3)):
            after = {option: before[option] + between[option] for option in before}
            if may_follow(before, after, 3):
                seen[_told(before, 3), _told(after, 3)].append(between)
    assert seen
    for (_before, shown_after), came in seen.items():
        for place, option in enumerate("abc"):
            possible = {table[option] for table in came}
            shown = shown_after[place] is not None
            assert min(possible) >= 3 if shown else len(possible) > 1
