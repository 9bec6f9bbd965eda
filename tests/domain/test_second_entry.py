"""Two entries of one pile: what agrees goes, whatever differs is shown, and putting it right makes them agree."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.assignment import cheapest
from capture_app.domain.second_entry import Pair, compare, settled, text_of
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Given

ITEMS = "abcde"
answers = st.one_of(
    st.builds(Answer, choice=st.sampled_from(["yes", "maybe", "no"])),
    st.just(Answer(given=Given.SEVERAL_MARKED)),
    st.builds(Answer, text=st.sampled_from(["More time", "More tea", "Less talk"])),
)
forms = st.dictionaries(st.sampled_from(ITEMS), answers)
piles = st.lists(forms, max_size=9)
MISREAD = Answer(text="misread")


@given(piles, st.data())
def test_a_pile_typed_twice_without_a_mistake_agrees_in_any_order(
    pile: list[dict[str, Answer]], data: st.DataObject
) -> None:
    found = compare(pile, data.draw(st.permutations(pile)))
    assert (found.same, found.pairs) == (len(pile), ())


@given(piles, st.data())
def test_every_planted_mistake_is_shown(pile: list[dict[str, Answer]], data: st.DataObject) -> None:
    """Each answer of the second entry may be misread. No other form has such an answer, so all have to appear."""
    planted = data.draw(st.lists(st.tuples(st.integers(0, 8), st.sampled_from(ITEMS)), max_size=12))
    again = [dict(form) for form in pile]
    for place, item in planted:
        if place < len(again):
            again[place][item] = MISREAD
    found = compare(pile, data.draw(st.permutations(again)))
    shown = Counter(
        item for pair in found.pairs for item in pair.differing if (pair.second or {}).get(item) == MISREAD
    )
    assert shown == Counter(item for form in again for item in form if form[item] == MISREAD)


@given(piles, piles)
def test_nothing_that_stands_in_one_entry_only_is_left_out(
    first: list[dict[str, Answer]], second: list[dict[str, Answer]]
) -> None:
    found = compare(first, second)
    mine, theirs = Counter(map(text_of, first)), Counter(map(text_of, second))
    assert Counter(text_of(one.first) for one in found.pairs if one.first is not None) == mine - theirs
    assert Counter(text_of(one.second) for one in found.pairs if one.second is not None) == theirs - mine
    assert sum(one.second is None for one in found.pairs) == max(0, len(first) - len(second))
    assert all(one.differing for one in found.pairs if None not in (one.first, one.second))


@given(piles, piles)
def test_once_all_is_put_right_both_entries_agree(
    first: list[dict[str, Answer]], second: list[dict[str, Answer]]
) -> None:
    for pair in compare(first, second).pairs:
        made = settled((first, second), pair, pair.second if pair.first is not None else None)
        assert made is not None
        first, second = ([dict(one) for one in heap] for heap in made)
    assert compare(first, second).pairs == ()
    assert len(first) == len(second)


def test_what_was_put_right_already_is_not_put_right_again() -> None:
    assert settled(([{}], [{}]), Pair({"a": MISREAD}, None), None) is None


@given(st.integers(0, 5), st.integers(1, 5), st.data())
def test_no_other_way_of_pairing_costs_less(rows: int, columns: int, data: st.DataObject) -> None:
    costs = [[data.draw(st.integers(0, 6)) for _column in range(columns)] for _row in range(rows)]
    partners = cheapest(costs)
    paired = [place for place in partners if place is not None]
    assert len(paired) == len(set(paired)) == min(rows, columns)
    cost = sum(costs[row][place] for row, place in enumerate(partners) if place is not None)
    longer, shorter = max(rows, columns), min(rows, columns)
    least = min(
        sum(costs[way[n]][n] if rows > columns else costs[n][way[n]] for n in range(shorter))
        for way in permutations(range(longer), shorter)
    )
    assert cost == least
