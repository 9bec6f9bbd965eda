"""Names that look alike are noticed, whichever is given first; names that only share a word are left in peace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.alike import Why, alike

NAMES = st.text(alphabet="abc ABC'’-/()éß1", max_size=20)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Ellas", "Ella's", Why.SAME_WORDS),
        ("Bakhita Research Centre", "The Bakhita Research Centre", Why.SAME_WORDS),
        ("University of Liverpool", "Liverpool University", Why.SAME_WORDS),
        (
            "Human Trafficking Foundation",
            "Human Trafficking Foundation LEAP group",
            Why.ONE_HOLDS_THE_OTHER,
        ),
        ("Jericho", "Jericho / Equiano Project", Why.ONE_HOLDS_THE_OTHER),
        ("Khai Tzedek CIC", "Khai Tzedek", Why.ONE_HOLDS_THE_OTHER),
        ("HFJ", "Hope for Justice", Why.INITIALS),
        ("BRC", "British Red Cross", Why.INITIALS),
        ("Bramber Bakehouse", "Bramber Backhouse", Why.SPELT_ALIKE),
    ],
)
def test_these_names_look_alike(one: str, other: str, why: Why) -> None:
    found = alike(one, other)
    assert found is not None
    assert found.why is why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Greater Manchester Police", "Warwickshire Police"),
        ("Nottingham City Council", "Stevenage Borough Council"),
        ("Nottingham City Council", "Nottingham Rights Lab"),
        ("Hope at Home", "Hope for Justice"),
        ("FLEX", "TARA"),
        ("", "The Passage"),
        ("–", "–"),
    ],
)
def test_these_names_do_not(one: str, other: str) -> None:
    assert alike(one, other) is None


@given(NAMES, NAMES)
def test_likeness_does_not_depend_on_which_name_comes_first(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)


@given(NAMES)
def test_a_name_with_words_is_like_itself_in_capitals(name: str) -> None:
    found = alike(name, name.upper())
    assert found is None if not any(letter.isalnum() for letter in name) else found is not None
