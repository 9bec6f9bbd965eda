"""Where the Tab key goes, for what is made after its page is shown: Qt puts it last in the window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_turn(before: QWidget, late: QWidget) -> None:
    """Have the Tab key come from what is in `before` to what is in `late`, in the order in which that was made."""
    if before.window() is not late.window():
        return
    last = list(_stops(before))[-1:]
    for one, following in pairwise([*last, *_stops(late)]):
        QWidget.setTabOrder(one, following)


def put_after(before: QWidget, late: Sequence[QWidget]) -> None:
    """Have the Tab key come from `before` to these, in this order, and then to what came after it."""
    for one, following in pairwise([before, *late]):
        QWidget.setTabOrder(one, following)


def put_before(late: Sequence[QWidget], end: QWidget) -> None:
    """Have the Tab key come to these, in this order, and then to `end`; before them to what was before `end`.

    None of them is one that hands the keyboard on to another: Qt stops at both, and moves only one.
    """
    for one, following in pairwise([*_stop_before(end, set(late)), *late, end]):
        QWidget.setTabOrder(one, following)


def _stop_before(end: QWidget, late: Set[QWidget]) -> list[QWidget]:
    """The stop that comes before `end` and is none of those; none where there is no other."""
    widget = end.previousInFocusChain()
    while widget is not None and widget is not end:
        if widget not in late and _takes_keyboard(widget):
            return [widget]
        widget = widget.previousInFocusChain()
    return []


def _stops(holder: QWidget) -> Iterator[QWidget]:
    """What can have the keyboard there, in the order of the Tab key; now or, as with a row of segments, later."""
    widget = holder.nextInFocusChain()
    while widget is not None and widget is not holder:
        if holder.isAncestorOf(widget) and _takes_keyboard(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _takes_keyboard(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
