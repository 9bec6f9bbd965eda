"""What opens under a line can be seen whole, wherever the line stands and whatever becomes of the room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from capture_app.ui.capture.under_line import Hint, OneText
from capture_app.ui.style import Look
from capture_app.ui.theme import LIGHT
from tests.helpers.render import clipped_texts, settle, wear


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


SENTENCES = (
    "No.",
    "There are lines to this question, so it was discussed.",
    "The group has heard one of the two lines as it stands, so they stay apart.",
)


@pytest.mark.parametrize(("scale", "width"), [(100, 1366), (100, 420), (200, 1366), (200, 620)])
def test_a_sentence_below_a_line_is_read_whole_whatever_was_said_before(
    qtbot: QtBot, scale: int, width: int
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    host, look = QWidget(), Look(LIGHT, scale)
    qtbot.addWidget(host)
    wear(app, look)
    host.resize(width, 500)
    host.show()
    hint = Hint(look, host)
    for words in (*SENTENCES, *reversed(SENTENCES)):
        hint.say("warning", words, QRect(10, 100, 400, 30))
        settle(host)
        assert (hint.words(), clipped_texts(host)) == (words, [])
        assert host.rect().contains(hint.geometry())
