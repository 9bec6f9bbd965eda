"""Runs of numbers say the same as the numbers one by one."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.runs import Run, joined, length, missing, runs_of, without

RUNS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)))


def numbers(runs: list[Run]) -> set[int]:
    return {number for first, last in runs for number in range(first, last + 1)}


@given(RUNS)
def test_joined_runs_hold_the_same_numbers_in_order_and_apart(runs: list[Run]) -> None:
    found = joined(runs)
    assert numbers(found) == numbers(runs)
    assert found == runs_of(numbers(runs))
    assert all(last + 1 < first for (_begin, last), (first, _end) in pairwise(found))
    assert length(runs) == len(numbers(runs))


@given(RUNS, RUNS)
def test_what_is_left_without_others_is_what_is_left_number_by_number(
    runs: list[Run], others: list[Run]
) -> None:
    found = without(runs, others)
    assert numbers(found) == numbers(runs) - numbers(others)
    assert found == joined(found)


@given(RUNS, RUNS)
def test_missing_is_what_is_neither_here_nor_meant(here: list[Run], meant: list[Run]) -> None:
    here = [run for run in here if run[0] > 0]
    highest = max(numbers(here), default=0)
    assert missing(here, meant) == len(set(range(1, highest + 1)) - numbers(here) - numbers(meant))


def test_a_run_of_any_length_is_no_work() -> None:
    assert missing([(1, 5), (10**18, 10**18)], [(6, 10**18 - 3)]) == 2
