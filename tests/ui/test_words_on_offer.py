"""Words are offered below a field while one types; whoever types on, or goes on, is not held up by them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from capture_app.ui.register.editors import LineText
from tests.helpers.render import settle


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_word_typed_in_full_while_it_is_offered_is_kept_on_going_on(qtbot: QtBot, key: Qt.Key) -> None:
    window, editor, beside = QWidget(), LineText(offers=("facilitator", "observer")), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(editor)
    column.addWidget(beside)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    editor.control.setFocus()
    settle(window)
    kept = list[object]()
    editor.left.connect(lambda: kept.append(editor.value()))
    for letter in "facilitator":
        popup = QApplication.activePopupWidget()
        QTest.keyClick((popup or window).windowHandle(), Qt.Key(ord(letter.upper())))
    popup = QApplication.activePopupWidget()
    assert popup is not None, "the word itself is still offered"
    assert kept == []
    QTest.keyClick(popup.windowHandle(), key)
    settle(window)
    QTest.qWait(10)
    assert "facilitator" in kept
    assert editor.value() == "facilitator"
