"""Conditions and limits: the examples that every reader of a form has to agree on, and what holds for any form."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.forms.course import handed_in, items_asked
from capture_app.domain.forms.limits import wrong_with
from capture_app.domain.forms.numbers import plain_number
from capture_app.domain.plain import to_plain
from capture_app.domain.values import Answer, Condition, Item, Option
from capture_app.domain.vocabulary import Given, ItemKind, When

_EXAMPLES: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "forms.json").read_text("utf-8")
)
_OPTIONS = (Option(id="yes", label="Yes"), Option(id="no", label="No"))


def _named(examples: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(one, id=one["name"]) for one in examples]


@pytest.mark.parametrize("example", _named(_EXAMPLES["courses"]))
def test_a_form_takes_the_course_that_every_reader_agrees_on(example: dict[str, Any]) -> None:
    items = msgspec.convert(example["items"], dict[str, Item])
    answers = msgspec.convert(example["answers"], dict[str, Answer])
    assert list(items_asked(items, answers)) == example["comes"]
    assert to_plain(handed_in(items, answers)) == example["handed_in"]


@pytest.mark.parametrize("example", _named(_EXAMPLES["limits"]))
def test_an_answer_beyond_its_limits_is_told(example: dict[str, Any]) -> None:
    wrong = wrong_with(msgspec.convert(example["item"], Item), msgspec.convert(example["answer"], Answer))
    assert (wrong or "") == example["wrong"]


@st.composite
def forms(draw: st.DrawFn) -> dict[str, Item]:
    """Forms of up to eight items whose conditions name any item, earlier or later, there or not."""
    keys = [f"q{number}" for number in range(draw(st.integers(1, 8)))]
    conditions = st.builds(
        Condition,
        item=st.sampled_from([*keys, "gone"]),
        when=st.sampled_from(When),
        values=st.lists(st.sampled_from(["yes", "no"]), max_size=2).map(tuple),
    )
    kinds = st.sampled_from([ItemKind.CHOICE, ItemKind.SECTION, ItemKind.NOTE])
    return {
        key: Item(
            kind=draw(kinds),
            prompt=key,
            order=key,
            options=_OPTIONS,
            show_if=tuple(draw(st.lists(conditions, max_size=2))),
        )
        for key in keys
    }


@given(forms(), st.dictionaries(st.sampled_from([f"q{n}" for n in range(8)]), st.sampled_from(["yes", "no"])))
def test_what_is_handed_in_leads_the_same_way_again(items: dict[str, Item], chosen: dict[str, str]) -> None:
    answers = {key: Answer(choice=choice) for key, choice in chosen.items()}
    kept = handed_in(items, answers)
    assert handed_in(items, kept) == kept
    asked = set(items_asked(items, answers))
    assert {key for key, one in kept.items() if one.given is Given.NOT_ASKED}.isdisjoint(asked)
    assert kept.keys() <= items.keys()


@given(forms())
def test_what_comes_first_comes_whatever_is_asked_later(items: dict[str, Item]) -> None:
    earlier = dict(sorted(items.items())[: len(items) // 2])
    answers = {key: Answer(choice="yes") for key in items}
    whole, half = items_asked(items, answers), items_asked(earlier, answers)
    assert whole[: len(half)] == half


@pytest.mark.parametrize(
    ("written", "kept"),
    [(" 1,200 ", "1200"), ("\u22123", "-3"), ("16.5", "16.5"), ("1,20", ""), ("1e5", ""), ("\u0661", "")],
)
def test_a_number_is_kept_as_a_number_or_not_taken_for_one(written: str, kept: str) -> None:
    assert plain_number(written) == kept
