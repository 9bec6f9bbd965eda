"""A date that was worked out: what is typed stays, and what cannot be right in it is told below (B3, X5)."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from capture_app.domain.values import DateGiven
from capture_app.ui.register.date_editor import DateAsGiven
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("28th September 2023 = 2024", "That is another date than 28th September 2023."),
        ("28 September 2023 = September 2023", "That says less than 28 September 2023."),
        ("3-9 May 2023 = 20 May 2023", "That is another date than 3-9 May 2023."),
    ],
)
def test_a_date_worked_out_against_what_was_given_is_kept_and_told(
    qtbot: QtBot, look: Look, typed: str, wrong: str
) -> None:
    editor = DateAsGiven(look, lambda _date: "")
    qtbot.addWidget(editor)
    QTest.keyClicks(editor.findChildren(QLineEdit)[0], typed)
    date = editor.value()
    assert isinstance(date, DateGiven)
    assert (date.given, date.inferred) == (typed.partition(" = ")[0], True)
    told = editor.findChildren(Prose)[0].accessibleName()
    assert told.endswith(f"{wrong} It is kept so; put one of the two right if that is not what you mean.")
