"""The installed PySide6 gives back every reference it takes.

PySide6 6.12.0 on Python 3.11 drops a reference to None at each call that returns None, and the program
aborts after some thousand key presses. (On Python 3.12 and later None is never counted.)
"""

import sys

import pytest
from PySide6.QtWidgets import QLabel

CALLS = 2_000
"""Enough to be plain, too few for the program to abort before it can say so."""


@pytest.mark.usefixtures("qapp")
def test_a_call_into_qt_that_returns_none_does_not_use_none_up() -> None:
    label = QLabel()
    before = sys.getrefcount(None)
    for _number in range(CALLS):
        label.setText("typed")
    assert before - sys.getrefcount(None) < CALLS / 10
