"""A list of what speaks for something and against it says of its lines into which column they belong (D5)."""

from __future__ import annotations

import pytest

from capture_app.domain.pasted import read_pasted
from capture_app.domain.pros_and_cons import sided

NAMES = ("For", "Against")
PARTED = [("It is there already", 0), ("Cheap, too", 0), ("A small host closes", 1)]


def told(text: str, names: tuple[str, str] = NAMES) -> list[tuple[str, int]]:
    """The words of a pasted list, each with its side."""
    return [(one.line.text, one.side) for one in sided(read_pasted(text), names)]


@pytest.mark.parametrize(
    "text",
    [
        "For: It is there already\nFor: Cheap, too\nAgainst: A small host closes",
        "+ It is there already\n+ Cheap, too\n- A small host closes",
        "Pros\n- It is there already\n- Cheap, too\n\nCons\n- A small host closes",
        "FOR:\n    \u2022 It is there already\n    \u2022 Cheap, too\nAgainst:\n    \u2022 A small host closes",
        "\u2022 Pro: It is there already\n    \u2022 Cheap, too\n\u2022 Con: A small host closes",
    ],
)
def test_signs_and_heads_say_the_side_of_a_line_and_leave_its_words(text: str) -> None:
    assert told(text) == PARTED
    assert min(one.line.level for one in sided(read_pasted(text), NAMES)) == 0


def test_the_columns_may_be_called_by_their_names_in_another_language() -> None:
    assert told("O blaid: Mae yno\nYn erbyn:\nDrud", ("O blaid", "Yn erbyn")) == [("Mae yno", 0), ("Drud", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "- It is there already\n- A small host closes",
        "For example: hosts\nAgainst all odds: it holds",
        "10:42 Ines R.: For: now\n10:43 Jo: Against: it",
    ],
)
def test_where_no_line_says_a_side_none_has_one_and_no_word_is_taken_off(text: str) -> None:
    lines = read_pasted(text)
    assert told(text) == [(line.text, 2) for line in lines]


def test_what_stands_before_the_first_head_says_no_side() -> None:
    assert told("The local model\nFor:\nCheap\nAgainst:\nSmall") == [
        ("The local model", 2),
        ("Cheap", 0),
        ("Small", 1),
    ]
