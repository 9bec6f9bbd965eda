"""Words of the glossary are offered to whoever is writing one of them, and to nobody else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.completing import MOST, Completing

TERMS = (
    ("NRM", "National Referral Mechanism"),
    ("IDVA", "Independent Domestic Violence Advisor"),
    ("IMSA", "Independent Modern Slavery Advocate"),
    ("cultural intelligence", "knowing how others see it"),
    ("MARAC", ""),
)


def offered(before: str) -> list[str]:
    """What is offered after this text."""
    return [one.words for one in Completing(TERMS).offers(before)]


def test_a_line_break_in_the_glossary_breaks_no_line_of_a_scribe() -> None:
    known = Completing((("NRM\nteam", "National Referral\r\n Mechanism"),))
    assert [one.words for one in known.offers("the NR")] == ["NRM team"]
    (offer,) = known.offers("National Ref")
    assert (offer.words, offer.tells) == ("National Referral Mechanism", "NRM team")


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("the ID", ["IDVA"]),
        ("the idv", ["IDVA"]),
        ("the idva", ["IDVA"]),
        ("Nat", ["National Referral Mechanism"]),
        ("the national ref", ["National Referral Mechanism"]),
        ("Ind", ["Independent Domestic Violence Advisor", "Independent Modern Slavery Advocate"]),
        ("more cultural int", ["cultural intelligence"]),
        ("mar", ["MARAC"]),
    ],
)
def test_what_is_begun_is_offered(before: str, words: list[str]) -> None:
    assert offered(before) == words


@pytest.mark.parametrize(
    "before",
    [
        "",
        "n",
        "nr",
        "id",
        "the IDVA",
        "ind",
        "nat",
        "NRM ",
        "#idv",
        "@idv",
        "/idv",
        "so-idv",
        "unidv",
        "cultural",
    ],
)
def test_nobody_else_is_disturbed(before: str) -> None:
    assert offered(before) == []


@given(
    st.lists(st.tuples(st.text("aAbB ", max_size=5), st.text("ab ", max_size=6))),
    st.text("aAbB #", max_size=12),
)
def test_what_is_offered_goes_on_from_the_letters_before_the_cursor(
    terms: list[tuple[str, str]], before: str
) -> None:
    found = Completing(terms).offers(before)
    assert len(found) <= MOST
    for one in found:
        assert before.endswith(one.letters)
        assert one.words.casefold().startswith(one.letters.casefold())
        assert one.words in {words.strip() for pair in terms for words in pair}
