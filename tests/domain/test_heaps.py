"""Heaps of answer sheets: what is put away comes back, in no order, and a heap of an earlier edition is read."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.heaps import STEP, Answers, Heap, heap_of, how_many, packed, unpacked
from capture_app.domain.plain import canonical, to_plain
from capture_app.domain.second_entry import text_of
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Given

answers = st.one_of(
    st.builds(Answer, choice=st.sampled_from(["yes", "maybe", "no"]), reason=st.text(max_size=5)),
    st.just(Answer(given=Given.RATHER_NOT_SAY)),
    st.builds(Answer, chosen=st.lists(st.sampled_from("abc"), unique=True, max_size=3).map(tuple)),
    st.builds(Answer, by_row=st.dictionaries(st.sampled_from("ab"), st.sampled_from("xy"))),
)
piles = st.lists(st.dictionaries(st.sampled_from("pqr"), answers), max_size=9)

OF_BEFORE = (
    b'[{"change":{"text":"More time"},"local":{"choice":"yes","reason":"We have none"}},'
    b'{"local":{"given":"rather_not_say"}},{}]'
).ljust(STEP)
"""As the first edition stored a box of three: every sheet written out."""


def _sorted(sheets: tuple[Answers, ...] | list[Answers]) -> list[str]:
    return sorted(map(text_of, sheets))


@given(piles, st.data())
def test_whatever_is_put_away_comes_back_and_its_order_does_not(
    pile: list[Answers], data: st.DataObject
) -> None:
    stored = packed(heap_of(pile))
    assert _sorted(unpacked(stored).sheets()) == _sorted(pile)
    assert how_many(stored) == len(pile)
    assert packed(heap_of(data.draw(st.permutations(pile)))) == stored


@given(piles)
def test_a_heap_in_memory_keeps_the_order_it_was_given(pile: list[Answers]) -> None:
    assert [*heap_of(pile).sheets()] == pile
    assert Heap(2).sheets() == ({}, {})


@given(piles, piles)
def test_two_heaps_are_equal_bytes_only_where_the_sheets_are_equal(
    one: list[Answers], other: list[Answers]
) -> None:
    equal = Counter(map(text_of, one)) == Counter(map(text_of, other))
    assert (packed(heap_of(one)) == packed(heap_of(other))) == equal


def test_its_size_does_not_tell_whether_three_or_forty_answered() -> None:
    chance = Random(14)
    sheets = [
        {
            **{f"question {place}": Answer(choice=f"option {chance.randrange(5)}") for place in range(9)},
            "change": Answer(text=" ".join(chance.sample(["more", "time", "for", "tea", "and", "talk"], 6))),
        }
        for _person in range(40)
    ]
    assert {len(packed(heap_of(sheets[:count]))) for count in (0, 1, 3, 14, 40)} == {STEP}


def test_a_heap_of_the_first_edition_is_read_and_stored_anew_the_same() -> None:
    found = unpacked(OF_BEFORE)
    assert found.sheets() == (
        {"change": Answer(text="More time"), "local": Answer(choice="yes", reason="We have none")},
        {"local": Answer(given=Given.RATHER_NOT_SAY)},
        {},
    )
    assert how_many(OF_BEFORE) == 3
    assert _sorted(unpacked(packed(found)).sheets()) == _sorted(found.sheets())


def test_what_a_heap_says_is_what_is_written_in_a_record() -> None:
    sheet = {"local": Answer(choice="yes", reason="None\nhere"), "how": Answer(given=Given.NOT_ASKED)}
    texts = chain.from_iterable(heap_of([sheet]).replies.values())
    assert [*texts] == [canonical(to_plain(sheet[item])) for item in sorted(sheet)]
