"""Counts are drawn so that bars are told apart without colour, and numbers stand in bins they belong to."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.forms.bars import PERCENT_FROM, Bar, apart_words, bars_of
from capture_app.domain.forms.binning import MOST_BINS, bins
from capture_app.domain.forms.counting import counted
from capture_app.domain.values import Answer, Item, Option
from capture_app.domain.vocabulary import Given, ItemKind
from tests.helpers.every_question import ASKED


@given(st.lists(st.decimals("-1e6", "1e6", places=3) | st.integers(-10_000, 10_000).map(Decimal), min_size=1))
def test_every_number_is_in_the_one_bin_it_belongs_to(numbers: list[Decimal]) -> None:
    found = bins(numbers)
    assert len(found) <= MOST_BINS + 1
    for one in found:
        assert one.count == sum(one.least <= number < one.below for number in numbers), one
    assert sum(one.count for one in found) == len(numbers)


@pytest.mark.parametrize(
    ("numbers", "labels"),
    [
        (["3", "5"], ["3", "5"]),
        (["0", "12", "39"], ["0 to 4", "35 to 39"]),
        (["1.5", "2.25"], ["1.5 to under 1.6", "2.2 to under 2.3"]),
        (["7"], ["7", "7"]),
        (["40,000", "1,200,000"], ["0 to 199,999", "1,200,000 to 1,399,999"]),
    ],
)
def test_bins_have_widths_that_people_reckon_with(numbers: list[str], labels: list[str]) -> None:
    """The first and the last of them."""
    found = [one.label for one in bins([Decimal(number.replace(",", "")) for number in numbers])]
    assert [found[0], found[-1]] == labels


def test_a_range_is_in_no_bin_and_stays_among_what_was_answered() -> None:
    given_ = [Answer(value="20"), Answer(value="20", upper="30"), Answer(given=Given.RATHER_NOT_SAY)]
    found = counted(ASKED["miles"], given_, 4)
    (group,) = bars_of(found)
    assert (group.n, found.n, len(found.written)) == (1, 2, 2)
    assert apart_words(found)[1:] == (
        "A range or in words, so in no bar: 1",
        *("Left blank: 1", "Rather not say: 1", "Not asked: 0"),
    )


@pytest.mark.parametrize("options", range(2, 10))
def test_a_bar_is_told_from_its_neighbours_without_colour(options: int) -> None:
    item = Item(
        kind=ItemKind.CHOICE,
        prompt="Which?",
        order="1",
        options=tuple(Option(id=str(number), label=f"Choice {number}") for number in range(options)),
    )
    (group,) = bars_of(counted(item, [Answer(choice="0")], 1))
    fills = [bar.fill for bar in group.bars]
    assert all(one is not other for one, other in pairwise(fills))
    assert [bar.label for bar in group.bars] == [option.label for option in item.options]
    assert [bar.share for bar in group.bars] == [1, *[0] * (options - 1)]


@pytest.mark.parametrize(("n", "words"), [(PERCENT_FROM - 1, "10"), (PERCENT_FROM, "10 (33 %)")])
def test_a_percentage_stands_only_where_enough_answered(n: int, words: str) -> None:
    (group,) = bars_of(
        counted(ASKED["how"], [Answer(choice="o1")] * 10 + [Answer(choice="o2")] * (n - 10), n)
    )
    assert group.bars[0].words == words
    assert isinstance(group.bars[0], Bar)
    assert group.bars[0].spoken() == f"Room: 10 of {n}"


def test_a_matrix_and_a_ranking_have_bars_for_each_row_and_place() -> None:
    rows = bars_of(counted(ASKED["each"], [Answer(by_row={"room": "o1"})], 1))
    places = bars_of(counted(ASKED["first"], [Answer(chosen=("o3", "o1"))], 1))
    assert [(group.heading, group.n) for group in rows] == [("the room", 1), ("the food", 0)]
    assert [group.heading for group in places] == ["On place 1", "On place 2", "On place 3"]
