"""Where the Tab key goes, for what is made after its page is shown: Qt puts it last in the window."""

from __future__ import annotations

from collections.abc import Iterator
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


def _stops(holder: QWidget) -> Iterator[QWidget]:
    """What can have the keyboard there, in the order of the Tab key; now or, as with a row of segments, later."""
    widget = holder.nextInFocusChain()
    while widget is not None and widget is not holder:
        if holder.isAncestorOf(widget) and _takes_keyboard(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _takes_keyboard(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
