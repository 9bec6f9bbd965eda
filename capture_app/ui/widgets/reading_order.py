"""The Tab key goes through a window as one reads it.

Qt goes by the order in which things were made, and what is made late comes last. Here layouts say what comes after
what, so nobody has to: in a box from its first item on, elsewhere by rows, between two panes their handle,
and at the end what stands in no layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QWidget,
)


class InReadingOrder:
    """Base of every window, before the widget it is: Tab and Shift+Tab as said above."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(cast("QWidget", self), forward=forward)


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next stop of a window, or the one before; False where there is no other.

    Only what lies between the two stops is looked at, not the whole window.
    """
    here = window.focusWidget()
    goal = next(filter(is_stop, _turn(window, here, forward=forward)), None)
    if goal is None or goal is here:
        return False
    goal.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_sight(goal)
    return True


def _turn(window: QWidget, here: QWidget | None, *, forward: bool) -> Iterator[QWidget]:
    """All parts of a window from a widget on and round to it again, or backwards."""
    start = _nearest_shown(window, here)
    if forward:
        yield from parts_in_order(start)
        yield from _after(window, start)
        yield from parts_in_order(window)
    else:
        yield from _before(window, start)
        yield from reversed([*parts_in_order(window)])


def _after(window: QWidget, start: QWidget) -> Iterator[QWidget]:
    for part, holder in pairwise(_way_up(window, start)):
        siblings = [*_shown_in(holder)]
        for one in siblings[siblings.index(part) + 1 :]:
            yield one
            yield from parts_in_order(one)


def _before(window: QWidget, start: QWidget) -> Iterator[QWidget]:
    for part, holder in pairwise(_way_up(window, start)):
        siblings = [*_shown_in(holder)]
        for one in reversed(siblings[: siblings.index(part)]):
            yield from reversed([one, *parts_in_order(one)])
        yield from ([holder] if holder is not window else [])


def _way_up(window: QWidget, widget: QWidget | None) -> Iterator[QWidget]:
    """A widget and all it lies in, up to the window."""
    while widget is not None and widget is not window:
        yield widget
        widget = widget.parentWidget()
    yield window


def _nearest_shown(window: QWidget, widget: QWidget | None) -> QWidget:
    """A widget, or the nearest of those it lies in that is shown and may be used; at last the window."""
    return next((one for one in _way_up(window, widget) if _is_shown(one)), window)


def parts_in_order(holder: QWidget) -> Iterator[QWidget]:
    """All that is shown and may be used there, however deep, in the order in which one reads it."""
    for child in _shown_in(holder):
        yield child
        yield from parts_in_order(child)


def is_stop(widget: QWidget) -> bool:
    """Whether the Tab key stops there."""
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and widget.focusProxy() is None


def _shown_in(holder: QWidget) -> Iterator[QWidget]:
    return filter(_is_shown, _children(holder))


def _is_shown(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and not widget.isWindow()


def _children(holder: QWidget) -> Iterator[QWidget]:
    others = {id(child): child for child in holder.children() if isinstance(child, QWidget)}
    if not others:
        return
    for widget in laid_out(holder):
        others.pop(id(widget), None)
        yield widget
    if others:
        yield from sorted(others.values(), key=lambda child: (child.y(), child.x()))


def laid_out(holder: QWidget) -> Iterator[QWidget]:
    """What stands in the layout of a widget, or between the handles of a splitter, in order."""
    layout = holder.layout()
    if isinstance(holder, QSplitter):
        sides = [holder.widget(place) for place in range(holder.count())]
        for place, side in enumerate(one for one in sides if one is not None):
            yield from ([holder.handle(place)] if place else [])
            yield side
    elif layout is not None:
        yield from _widgets_of(layout)


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for place in _places(layout):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _widgets_of(inner)


def _places(layout: QLayout) -> Sequence[int]:
    places = range(layout.count())
    if isinstance(layout, QBoxLayout | QStackedLayout):
        return places
    return sorted(places, key=lambda place: _corner(layout, place))


def _corner(layout: QLayout, place: int) -> tuple[int, int]:
    """Row and column in a grid; otherwise where it lies."""
    if isinstance(layout, QGridLayout):
        row, column, *_spans = cast("tuple[int, ...]", layout.getItemPosition(place))
        return row, column
    item = layout.itemAt(place)
    return (item.geometry().y(), item.geometry().x()) if item is not None else (0, 0)


def _bring_into_sight(goal: QWidget) -> None:
    parent = goal.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(goal)
        parent = parent.parentWidget()
