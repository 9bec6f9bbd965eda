"""Which key stands for which answer on paper, and how what is no single answer is kept and counted."""

from __future__ import annotations

import pytest

from capture_app.domain.forms.counting import counted
from capture_app.domain.forms.limits import Wrong
from capture_app.domain.forms.typed_up import Doubt, Stop, Typing, doubts, keys_of, typing_of, words_as_answer
from capture_app.domain.values import SEVERAL_IN_ROW, Answer, Item, Option
from capture_app.domain.vocabulary import Given, ItemKind
from tests.helpers.every_question import ASKED, options

ELEVEN = tuple(Option(id=f"p{n}", label=str(n)) for n in range(11))
TEN_NAMES = options(*"abcdefghij")


def test_points_that_are_numbered_on_paper_are_typed_by_their_number() -> None:
    five = tuple(Option(id=f"p{n}", label=str(n)) for n in range(5))
    assert keys_of(five) == {str(n): f"p{n}" for n in range(5)}
    assert keys_of(ASKED["sound"].options) == {"1": "o1", "2": "o2", "3": "o3", "4": "o4"}


@pytest.mark.parametrize(
    ("kind", "choices", "words", "answer"),
    [
        (ItemKind.SCALE, ELEVEN, "10", Answer(choice="p10")),
        (ItemKind.SCALE, ELEVEN, "0", Answer(choice="p0")),
        (ItemKind.SCALE, ELEVEN, "11", Wrong.NO_NUMBER),
        (ItemKind.CHOICE, TEN_NAMES, "1, 2", Wrong.NO_NUMBER),
        (ItemKind.MULTIPLE, TEN_NAMES, "10 2", Answer(chosen=("o10", "o2"))),
        (ItemKind.RANK, TEN_NAMES, "3;10;1", Answer(chosen=("o3", "o10", "o1"))),
        (ItemKind.RANK, TEN_NAMES, "3 3", Wrong.NO_NUMBER),
    ],
)
def test_more_answers_than_figures_are_written_by_their_numbers(
    kind: ItemKind, choices: tuple[Option, ...], words: str, answer: Answer | Wrong
) -> None:
    item = Item(kind=kind, prompt="?", order="1", options=choices)
    assert typing_of(item) is Typing.WRITTEN
    assert words_as_answer(Stop("q", item), words) == answer


@pytest.mark.parametrize(
    ("kind", "words", "answer"),
    [
        (ItemKind.FIGURE, "12", Answer(value="12")),
        (ItemKind.FIGURE, "about 5", Answer(text="about 5")),
        (ItemKind.DATE, "13/4/2024", Answer(value="2024-04-13")),
        (ItemKind.DATE, "3/4/2024", Answer(text="3/4/2024")),
        (ItemKind.DATE, "May 2024", Answer(text="May 2024")),
    ],
)
def test_what_cannot_be_read_as_one_number_or_day_is_kept_and_told(
    kind: ItemKind, words: str, answer: Answer
) -> None:
    items = {"q": Item(kind=kind, prompt="?", order="1")}
    assert words_as_answer(Stop("q", items["q"]), words) == answer
    assert doubts(items, {"q": answer}) == ({"q": Doubt.AS_WRITTEN} if answer.text else {})


def test_more_than_one_mark_is_counted_as_that_and_as_no_answer() -> None:
    several = Answer(given=Given.SEVERAL_MARKED)
    found = counted(ASKED["how"], [Answer(choice="o1"), several, several], 4)
    assert (found.n, found.several_marked, found.blank) == (1, 2, 1)
    assert [one.count for one in found.counts] == [1, 0]


def test_more_than_one_mark_in_a_row_counts_for_no_answer_of_the_row() -> None:
    marks = Answer(by_row={"room": SEVERAL_IN_ROW, "food": "o3"})
    room, food = counted(ASKED["each"], [marks], 1).groups
    assert (room.n, [one.option for one in room.counts]) == (0, ["o1", "o2", "o3"])
    assert food.n == 1
