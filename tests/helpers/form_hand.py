"""A hand at a form: finds a control by its label, types into it, chooses from its list."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget


def control(pane: QWidget, label: str) -> QWidget:
    """The control of this label that is on the screen."""
    kinds = (QLineEdit, QPlainTextEdit, QComboBox)
    return next(
        each
        for kind in kinds
        for each in pane.findChildren(kind)
        if each.accessibleName() == label and each.isVisible()
    )


def type_into(pane: QWidget, label: str, words: str) -> None:
    """Press the keys of these words in a control."""
    found = control(pane, label)
    found.setFocus()
    QTest.keyClicks(found, words)


def choose(pane: QWidget, label: str, words: str) -> None:
    """Choose from a list."""
    found = control(pane, label)
    assert isinstance(found, QComboBox)
    place = found.findText(words)
    assert place >= 0, f"{words} is not offered"
    found.setCurrentIndex(place)
    found.activated.emit(place)
