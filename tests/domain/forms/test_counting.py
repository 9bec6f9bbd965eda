"""What was answered is counted once and wholly, whatever kind of question it was."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.ballots import by_item, sorted_answers
from capture_app.domain.forms.binning import number_of
from capture_app.domain.forms.counting import Counted, answers_to, counted
from capture_app.domain.forms.course import handed_in, is_asked
from capture_app.domain.records import Box
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Given, ItemKind
from tests.helpers.every_question import ASKED

QUESTIONS = {key: item for key, item in ASKED.items() if is_asked(item)}


def answer_to(item: Item) -> st.SearchStrategy[Answer]:
    """Any answer that the kiosk could take to this question."""
    keys = [option.id for option in item.options]
    several = st.lists(st.sampled_from(keys or [""]), unique=True, min_size=1)
    told: st.SearchStrategy[Answer]
    match item.kind:
        case ItemKind.CHOICE | ItemKind.SCALE:
            told = st.sampled_from(keys).map(lambda key: Answer(choice=key))
        case ItemKind.MULTIPLE:
            told = several.map(lambda chosen: Answer(chosen=tuple(sorted(chosen))))
        case ItemKind.RANK:
            told = several.map(lambda chosen: Answer(chosen=tuple(chosen)))
        case ItemKind.MATRIX:
            rows = st.sampled_from([row.id for row in item.rows])
            told = st.dictionaries(rows, st.sampled_from(keys), min_size=1).map(
                lambda rows: Answer(by_row=rows)
            )
        case _:
            told = st.sampled_from(["1", "2", "2024-05-03"]).map(lambda words: Answer(value=words))
    return st.one_of(told, st.just(Answer(given=Given.RATHER_NOT_SAY)))


SHEETS = st.lists(
    st.fixed_dictionaries({}, optional={key: answer_to(item) for key, item in QUESTIONS.items()}).map(
        lambda answers: handed_in(ASKED, answers)
    ),
    max_size=12,
)


def of_each(box: Box) -> dict[str, Counted]:
    return {key: counted(item, answers_to(key, [box]), box.count) for key, item in QUESTIONS.items()}


@given(SHEETS)
def test_answered_refused_not_asked_and_blank_are_all_sheets(sheets: Sequence[Mapping[str, Answer]]) -> None:
    for key, found in of_each(Box(id="b", count=len(sheets), answers=tuple(sheets))).items():
        assert found.n + found.rather_not_say + found.not_asked + found.blank == len(sheets), key
        assert found.blank == sum(key not in sheet for sheet in sheets), key


@given(SHEETS)
def test_no_choice_is_lost_or_counted_twice(sheets: Sequence[Mapping[str, Answer]]) -> None:
    for key, found in of_each(Box(id="b", count=len(sheets), answers=tuple(sheets))).items():
        given_ = [sheet[key] for sheet in sheets if key in sheet]
        made = sum(len(one.chosen) + len(one.by_row) + bool(one.choice) for one in given_)
        made += sum(QUESTIONS[key].kind is ItemKind.FIGURE and number_of(one) is not None for one in given_)
        assert sum(option.count for group in found.groups for option in group.counts) == made, key
        assert all(option.count <= group.n <= found.n for group in found.groups for option in group.counts), (
            key
        )


@given(SHEETS)
def test_a_box_kept_as_lists_is_counted_as_one_that_is_not(sheets: Sequence[Mapping[str, Answer]]) -> None:
    joined = Box(id="b", count=len(sheets), answers=sorted_answers(sheets))
    split = Box(id="b", count=len(sheets), by_item=by_item(sheets))
    for key, found in of_each(joined).items():
        parted = of_each(split)[key]
        assert (found.groups, found.n, found.blank) == (parted.groups, parted.n, parted.blank)
        assert sorted(map(str, found.written)) == sorted(map(str, parted.written))


@pytest.mark.parametrize(
    ("key", "answers", "told"),
    [
        ("liked", [("o1", "o3"), ("o1",)], [[2, 0, 1]]),
        ("first", [("o3", "o1"), ("o3",), ("o2",)], [[0, 1, 2], [1, 0, 0], [0, 0, 0]]),
    ],
)
def test_several_chosen_are_counted_each_and_a_ranking_by_place(
    key: str, answers: list[tuple[str, ...]], told: list[list[int]]
) -> None:
    found = counted(ASKED[key], [Answer(chosen=one) for one in answers], len(answers))
    assert [[option.count for option in group.counts] for group in found.groups] == told
