"""A drop-down shows all there is to choose from, in whole words, and changes only when somebody means it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from capture_app.ui.style import Look
from capture_app.ui.theme import LIGHT
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.scroll import ScrollColumn
from tests.helpers.render import settle


@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200])
def test_a_list_as_wide_as_it_asks_for_shows_its_words_whole(
    qtbot: QtBot, look: Look, put_on: Callable[[Look], Look], scale: int
) -> None:
    found = DropDown(put_on(Look(look.theme, scale)), "What to show")
    qtbot.addWidget(found)
    for words in ("Details", "Expected and there", "Half a day for the groups, edition 12"):
        found.clear()
        found.addItem(words)
        found.show()
        found.resize(found.sizeHint())
        drawn = QStyleOptionComboBox()
        found.initStyleOption(drawn)
        assert drawn.currentText == words


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_every_entry_can_be_seen_whichever_is_chosen(
    qtbot: QtBot, put_on: Callable[[Look], Look], scale: int
) -> None:
    found = DropDown(put_on(Look(LIGHT, scale)), "Way of meeting")
    qtbot.addWidget(found)
    found.addItems(["Online", "In person", "Hybrid", "Not stated"])
    found.show()
    for chosen in range(found.count()):
        found.setCurrentIndex(chosen)
        found.showPopup()
        settle(found)
        seen = found.view().viewport().rect()
        for entry in range(found.count()):
            assert seen.contains(found.view().visualRect(found.model().index(entry, 0)))
        found.hidePopup()


def test_the_wheel_turns_the_page_and_never_the_choice(qtbot: QtBot, look: Look) -> None:
    page = ScrollColumn(look)
    qtbot.addWidget(page)
    found = DropDown(look, "What they said")
    found.addItems(["Given", "Refused", "Not asked"])
    found.setCurrentIndex(1)
    page.column.addWidget(found)
    page.column.addSpacing(2000)
    page.resize(300, 200)
    page.show()
    settle(page)
    found.setFocus()
    middle = found.mapTo(page, found.rect().center())
    QTest.wheelEvent(page.windowHandle(), QPointF(middle), QPoint(0, -240))
    assert found.currentText() == "Refused"
    assert page.verticalScrollBar().value() > 0
