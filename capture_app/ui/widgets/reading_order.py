"""The Tab key goes through a window as one reads it.

Qt goes by the order in which things were made, and what is made late comes last. Here layouts say what comes after
what, so nobody has to: in a box from its first item on, elsewhere by rows, between two panes their handle,
and at the end what stands in no layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    """Give the keyboard to the next stop of a window, or the one before; False where there is no other."""
    here, parts = window.focusWidget(), list(parts_in_order(window))
    at = _place_of(here, parts)
    before, after = parts[: max(at, 0)], parts[at + 1 :]
    turn = (
        [*after, *before] if forward else [*before, *after][::-1] if at < 0 else [*before[::-1], *after[::-1]]
    )
    goal = next((part for part in turn if is_stop(part)), None)
    if goal is None:
        return False
    goal.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_sight(goal)
    return True


def parts_in_order(holder: QWidget) -> Iterator[QWidget]:
    """All that is shown and may be used there, however deep, in the order in which one reads it."""
    for child in _children(holder):
        if child.isVisible() and child.isEnabled() and not child.isWindow():
            yield child
            yield from parts_in_order(child)


def is_stop(widget: QWidget) -> bool:
    """Whether the Tab key stops there."""
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and widget.focusProxy() is None


def _place_of(widget: QWidget | None, parts: Sequence[QWidget]) -> int:
    """Where a widget stands among the parts, or the nearest of those it lies in; -1 if nowhere."""
    while widget is not None:
        if widget in parts:
            return parts.index(widget)
        widget = widget.parentWidget()
    return -1


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
