"""A worksheet that was read back stays so through closing and opening again, until the reading back is undone (D1)."""

from __future__ import annotations

import pytest

from capture_app.domain.sheet_states import reading_that_holds
from capture_app.domain.vocabulary import SheetState

OPEN, READ, CLOSED = SheetState.OPEN, SheetState.READ_BACK, SheetState.CLOSED


@pytest.mark.parametrize(
    ("states", "stays"),
    [
        ((OPEN, READ, CLOSED), True),
        ((OPEN, READ, CLOSED, OPEN, CLOSED), True),
        ((OPEN, CLOSED, READ), True),
        ((OPEN, CLOSED, OPEN, CLOSED), False),
        ((OPEN, READ, OPEN, CLOSED), False),
        ((), False),
    ],
)
def test_closing_and_opening_again_change_nothing_of_what_was_read_back(
    states: tuple[SheetState, ...], stays: bool
) -> None:
    assert (reading_that_holds(states) is not None) is stays


@pytest.mark.parametrize(
    ("states", "place"),
    [((OPEN, READ, CLOSED, READ, CLOSED), 1), ((OPEN, READ, OPEN, READ, CLOSED), 3), ((OPEN, CLOSED), None)],
)
def test_the_reading_that_holds_is_the_one_after_the_last_that_was_taken_back(
    states: tuple[SheetState, ...], place: int | None
) -> None:
    assert reading_that_holds(states) == place
