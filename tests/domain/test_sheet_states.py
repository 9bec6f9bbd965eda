"""A worksheet that was read back stays so through closing and opening again, until the reading back is undone (D1)."""

from __future__ import annotations

import pytest

from capture_app.domain.sheet_states import stays_read_back
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
    assert stays_read_back(states) is stays
