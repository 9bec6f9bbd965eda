"""A window as those go through it who hear it or have no mouse: by Tab, from its first stop round to it again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QSplitterHandle, QWidget

from capture_app.ui.widgets.reading_order import laid_out, parts_in_order
from tests.helpers.render import settle

WORKED_WITH = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Graphic,
    QAccessible.Role.Grip,
    QAccessible.Role.Heading,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Table,
}
"""What a screen reader can say of something one works with; of a widget Qt knows nothing of it says nothing."""


def stops_by_tab(window: QWidget) -> list[QWidget]:
    """Where the Tab key stops, in its order, once round."""
    window.activateWindow()
    settle(window)  # a list of offers that came up while typing gives the keyboard back
    stops: list[QWidget] = []
    for _press in range(3 * len(window.findChildren(QWidget))):
        window.focusNextChild()
        here = QApplication.focusWidget()
        if here is None or here in stops[:1]:
            break
        stops.append(here)
    return stops


def unreached(window: QWidget, stops: Sequence[QWidget]) -> list[str]:
    """Controls that Tab should stop at and did not. What opens under a line closes when one leaves it."""
    wanted = [w for w in window.findChildren(QWidget) if _is_tab_stop(w)]
    return [_told(one) for one in wanted if one not in stops]


def unheard(window: QWidget) -> list[str]:
    """What can have the keyboard, though a screen reader could not say what kind of thing it is."""
    return [_told(one) for one in window.findChildren(QWidget) if _is_tab_stop(one) and not _has_role(one)]


def turned_back(window: QWidget, stops: Sequence[QWidget]) -> list[str]:
    """Steps of the Tab key against the order of reading: upwards, or to the left in a row; but the step round."""
    steps = [(one, then) for one, then in pairwise(stops) if _stand_in_layouts(one, then)]
    first = next((part for part in parts_in_order(window) if part in stops), None)
    return [
        f"{_told(one)} -> {_told(then)}" for one, then in steps if then is not first and _is_back(one, then)
    ]


def _has_role(widget: QWidget) -> bool:
    """Of a pane one only scrolls Qt says that it is a pane."""
    role = QAccessible.queryAccessibleInterface(widget).role()
    return role in WORKED_WITH or (
        role is QAccessible.Role.Client and isinstance(widget, QAbstractScrollArea)
    )


def _is_tab_stop(widget: QWidget) -> bool:
    stops = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(stops) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _stand_in_layouts(*widgets: QWidget) -> bool:
    """Not what lies over others and comes last, nor the handle that is told by the two sides it parts."""
    parts = [part for one in widgets for part in (one, *_holders(one))]
    return not any(isinstance(part, QSplitterHandle) or _floats(part) for part in parts)


def _floats(widget: QWidget) -> bool:
    holder = widget.parentWidget()
    if holder is None or widget.isWindow() or _scrolls(holder) or _scrolls(holder.parentWidget()):
        return False
    return widget not in laid_out(holder)


def _scrolls(holder: QWidget | None) -> bool:
    return isinstance(holder, QAbstractScrollArea)


def _is_back(one: QWidget, then: QWidget) -> bool:
    """By where the two lie in what holds both: so it does not matter what is scrolled where."""
    lines = [[one, *_holders(one)], [then, *_holders(then)]]
    common = next((holder for holder in lines[0] if holder in lines[1]), None)
    if common in (None, one, then):
        return False
    here, there = (line[line.index(common) - 1].geometry() for line in lines)
    return _lies_above(there, here) or _lies_left(there, here)


def _lies_above(there: QRect, here: QRect) -> bool:
    return there.bottom() <= here.top() and there.left() < here.right() and here.left() < there.right()


def _lies_left(there: QRect, here: QRect) -> bool:
    return there.right() <= here.left() and there.top() < here.bottom() and here.top() < there.bottom()


def _holders(widget: QWidget) -> list[QWidget]:
    found, holder = [], widget.parentWidget()
    while holder is not None:
        found.append(holder)
        holder = holder.parentWidget()
    return found


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r} in {type(widget.parent()).__name__}"
