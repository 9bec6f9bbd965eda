"""Whether a worksheet counts as read back to its group, from all that was done with it (D1)."""

from collections.abc import Iterable

from capture_app.domain.vocabulary import SheetState


def reading_that_holds(states: Iterable[SheetState]) -> int | None:
    """The place, among these states, oldest first, at which it was read back; None if it does not count so.

    Closing it and opening it again change nothing of that; whoever takes the reading back itself back does.
    """
    read: int | None = None
    before = SheetState.OPEN
    for place, state in enumerate(states):
        if state is SheetState.READ_BACK and read is None:
            read = place
        elif state is SheetState.OPEN and before is not SheetState.CLOSED:
            read = None
        before = state
    return read
