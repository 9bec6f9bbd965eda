"""Names are found in a text as whole words, and what stands for them takes their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.named import Names

KNOWN = {"Harbour Trust": "[an organisation]", "Hope": "[an organisation]", "Noor Ahmed": "[a person]"}


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("As at Harbour Trust, and at harbour  trust.", "As at [an organisation], and at [an organisation]."),
        ("Hope gives hope.", "[an organisation] gives hope."),
        ("Hopeful people at the Harbour Trusted", "Hopeful people at the Harbour Trusted"),
        ("noor ahmed said so", "[a person] said so"),
        ("Noor said so", "Noor said so"),
    ],
)
def test_only_whole_names_are_found_and_a_single_word_only_as_it_is_written(text: str, without: str) -> None:
    assert Names(KNOWN).taken_out(text) == without
    assert bool(Names(KNOWN).found_in(text)) == (text != without)


def test_the_longer_of_two_names_is_taken_whole() -> None:
    names = Names({"Harbour": "[x]", "Harbour Trust": "[an organisation]", "Jo": "[a person]", " ": "[y]"})
    assert names.taken_out("Jo of Harbour Trust") == "Jo of [an organisation]"


@given(st.lists(st.text(max_size=12), max_size=5), st.text(max_size=60))
def test_any_names_and_any_text_may_be_asked_about(known: list[str], text: str) -> None:
    names = Names(dict.fromkeys(known, "[…]"))
    assert (names.taken_out(text) == text) == (names.found_in(text) == ())
    assert Names({}).taken_out(text) == text
