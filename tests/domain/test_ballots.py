"""A closed box keeps its sheets in the order of what stands on them, whatever order they lay in before."""

from __future__ import annotations

from itertools import permutations

from capture_app.domain.ballots import sorted_answers
from capture_app.domain.values import Answer


def test_a_closed_box_has_the_same_order_whichever_sheet_was_first() -> None:
    sheets = [{"q": Answer(choice=choice)} for choice in ("maybe", "no", "yes")]
    assert all(sorted_answers(one) == tuple(sheets) for one in permutations(sheets))
