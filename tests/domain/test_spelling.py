"""What is right in British English and in this field is never marked; what is often mistyped is, and mended first."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.spelling import SUGGESTED, Checker, Lexicon, keys_of
from capture_app.services.spelling import lexicon

RIGHT = """
    organisation organisations safeguarding survivors’ survivor’s programme programme's labelled co-production
    NGO NGOs NRM GDPR trafficking trafficked re-traumatising retraumatising Zoom Wi-Fi centre behaviour colour
    recognise prioritise analyse counselling judgement licence practise neighbour enquiry modelling fulfil cheque
    stigmatised lived-experience stakeholders livelihoods exploitation reintegration multi-agency helpline
    caseworkers debrief consultee wellbeing Cymru and/or don’t we'll I’ve Thursday (London) mid-May
"""
LEFT_ALONE = """
    #vales @nora /agreeed 12th Q3 2,5 http://exmaple.org/a www.exmaple nora@exmaple.org exmaple.org e.g. p.m. NRMS
"""
WRONG = {
    "recieve": "receive",
    "seperate": "separate",
    "definately": "definitely",
    "goverment": "government",
    "accomodation": "accommodation",
    "comittee": "committee",
    "exploitaton": "exploitation",
    "harrassment": "harassment",
    "liason": "liaison",
    "orgnaisation": "organisation",
    "organization": "organisation",
    "Particpant": "Participant",
    "SAFTEY": "SAFETY",
    "teh": "the",
    "traficking": "trafficking",
    "vunerable": "vulnerable",
    "wich": "which",
    "Londn": "London",
    "goverment’s": "government’s",
}


@cache
def english() -> Lexicon:
    """The dictionary that comes with the program."""
    return lexicon("en")


def marked(text: str, *own: str) -> list[str]:
    """The words of a text that are marked, where these names and terms are known."""
    return [found.word for found in Checker(english(), keys_of(own)).unknown(text)]


def test_words_of_britain_and_of_this_field_are_right() -> None:
    assert marked(RIGHT) == []


def test_themes_names_codes_addresses_numbers_and_abbreviations_are_left_alone() -> None:
    assert marked(LEFT_ALONE) == []
    assert marked("SAFTEY first") == ["SAFTEY"]


@pytest.mark.parametrize(("wrong", "meant"), WRONG.items())
def test_what_is_often_mistyped_is_marked_and_what_was_meant_comes_first(wrong: str, meant: str) -> None:
    assert marked(f"the {wrong}, again") == [wrong]
    assert english().suggestions(wrong)[0] == meant


def test_names_and_terms_of_a_consultation_are_right_in_every_form() -> None:
    text = "Rowann and Ellas’ Rowann's, ELLAS"
    assert marked(text) == ["Rowann", "Ellas", "Rowann's"]
    assert marked(text, "Rowann K.", "Ellas and friends") == []


@given(st.text(alphabet="aeht sz’'#/.-😀é1", max_size=40))
def test_what_is_marked_stands_where_it_is_said_to_stand_however_often_one_looks(text: str) -> None:
    checker = Checker(english())
    found = checker.unknown(text)
    assert all(text[one.start : one.end] == one.word for one in found)
    assert checker.unknown(text) == found
    again = checker.unknown(f"the {text}")
    assert [(one.start - 4, one.word) for one in again] == [(one.start, one.word) for one in found]


@given(st.sampled_from(sorted(WRONG)), st.integers(0, 8), st.characters(min_codepoint=97, max_codepoint=122))
def test_a_suggestion_is_always_a_word_and_there_are_never_more_than_five(
    wrong: str, place: int, letter: str
) -> None:
    offered = english().suggestions(wrong[:place] + letter + wrong[place:])
    assert len(offered) <= SUGGESTED
    assert marked(" ".join(offered)) == []
