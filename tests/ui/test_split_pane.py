"""Two panes side by side, or one with a switch: how wide they are, and where the keyboard stays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from capture_app.ui.style import Look
from capture_app.ui.widgets.split_pane import SplitPane
from tests.helpers.render import settle
from tests.helpers.window import Frame


def _show(qtbot: QtBot, panes: SplitPane) -> None:
    qtbot.addWidget(panes)
    panes.resize(1100, 400)
    panes.show()
    settle(panes)


def test_the_handle_between_two_panes_is_moved_by_arrow_keys(qtbot: QtBot, look: Look) -> None:
    panes = SplitPane(look, ("Evidence", QWidget()), ("Statements", QWidget()))
    _show(qtbot, panes)
    handle = next(w for w in panes.findChildren(QWidget) if w.accessibleName() == "Width of the two sides")
    with qtbot.waitSignal(panes.moved) as moved:
        QTest.keyClick(handle, Qt.Key.Key_Right)
    assert moved.args[0] > 0.42


def test_two_panes_become_one_with_a_switch_where_it_is_narrow(qtbot: QtBot, look: Look) -> None:
    first, second = QWidget(), QWidget()
    panes = SplitPane(look, ("Evidence", first), ("Statements", second))
    _show(qtbot, panes)
    assert (first.isVisible(), second.isVisible()) == (True, True)
    panes.resize(800, 400)
    settle(panes)
    assert (first.isVisible(), second.isVisible()) == (True, False)
    panes.show_pane("second")
    assert (first.isVisible(), second.isVisible()) == (False, True)


def _narrow(qtbot: QtBot, panes: SplitPane, foot: QWidget) -> Frame:
    """A window with room for one side, and something below."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.addWidget(panes)
    column.addWidget(foot)
    frame = Frame(whole, 800, 400)
    qtbot.addWidget(frame)
    settle(frame)
    frame.activateWindow()
    return frame


def test_where_the_other_pane_is_shown_the_keyboard_stays_among_the_panes(qtbot: QtBot, look: Look) -> None:
    first, second, foot = QLineEdit(), QLineEdit(), QLineEdit()
    panes = SplitPane(look, ("Evidence", first), ("Statements", second))
    frame = _narrow(qtbot, panes, foot)
    first.setFocus()
    panes.show_pane("second")
    assert frame.focusWidget() is second


def test_a_pane_where_nothing_can_be_typed_leaves_the_keyboard_at_the_switch(
    qtbot: QtBot, look: Look
) -> None:
    first, foot = QLineEdit(), QLineEdit()
    panes = SplitPane(look, ("Evidence", first), ("Statements", QLabel("counts")))
    frame = _narrow(qtbot, panes, foot)
    first.setFocus()
    for side, name in (("second", "Statements"), ("first", "Evidence"), ("second", "Statements")):
        panes.show_pane(side)
        assert frame.focusWidget().accessibleName() == name
