"""What opens under a line can be seen whole, wherever the line stands and whatever becomes of the room."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from capture_app.ui.capture.under_line import OneText
from capture_app.ui.style import Look


def test_what_opened_under_a_line_stays_whole_when_the_room_for_it_shrinks(qtbot: QtBot, look: Look) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 400)
    host.show()
    asked = OneText(look, host, "Why")
    line = QRect(10, 300, 600, 30)
    asked.ask("because", line)
    assert asked.y() > line.bottom()
    host.resize(700, line.bottom() + 40)
    assert host.rect().contains(asked.geometry())
    assert asked.geometry().bottom() < line.top(), "above the line, which is still seen"
    asked.hide()
    host.resize(700, 20)
    assert not asked.isVisible()
