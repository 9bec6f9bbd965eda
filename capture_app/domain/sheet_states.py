"""Whether a worksheet counts as read back to its group, from all that was done with it (D1)."""

from collections.abc import Iterable

from capture_app.domain.vocabulary import SheetState


def stays_read_back(states: Iterable[SheetState]) -> bool:
    """Whether it does after these states, oldest first.

    Closing it and opening it again change nothing of that; whoever takes the reading back itself back does.
    """
    read, before = False, SheetState.OPEN
    for state in states:
        if state is SheetState.READ_BACK:
            read = True
        elif state is SheetState.OPEN and before is not SheetState.CLOSED:
            read = False
        before = state
    return read
