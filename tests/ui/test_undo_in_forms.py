"""Ctrl+Z in a form takes back what was done last, whichever field or row the keyboard is in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from capture_app.domain.records import AgendaPart
from capture_app.services.entering import Entered
from capture_app.ui.keys import KeyMap
from capture_app.ui.observation_page import ObservationPage
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.form_hand import control
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.registers import add_row, block, rows, shown
from tests.helpers.registers import control as field
from tests.helpers.render import settle
from tests.ui.test_observation_page import here, notes
from tests.ui.test_sessions_page import entered, kept, page, session

__all__ = ["entered", "here", "notes", "page"]

PARTS = "Parts of the session"


def undo(page: QWidget) -> None:
    """By the key, wherever the keyboard is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(page)


def test_a_new_row_that_is_taken_back_leaves_the_keyboard_to_the_next_step_and_not_to_another_row(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    page.listen(KeyMap())
    pane = session(page, "agenda")
    for title in ("Welcome", "Break", "Groups"):
        add_row(pane, PARTS, {"Title": title})
    page.window().activateWindow()
    field(rows(block(pane, PARTS))[2], "Starts").setFocus()
    undo(page)
    assert [shown(row, "Title") for row in rows(block(pane, PARTS))] == ["Welcome", "Break"]
    undo(page)
    assert [shown(row, "Title") for row in rows(block(pane, PARTS))] == ["Welcome"]
    assert [one.title for one in kept(jobs, entered, AgendaPart)] == ["Welcome"]


def test_what_was_cleared_in_the_field_before_comes_back_and_the_field_one_came_to_stays(
    notes: ObservationPage,
) -> None:
    notes.listen(KeyMap())
    notes.activateWindow()
    ran, took_part = (control(notes, name) for name in ("How the session ran", "How people took part"))
    assert isinstance(ran, QPlainTextEdit)
    assert isinstance(took_part, QPlainTextEdit)
    for text, words in ((took_part, "The call was asked last."), (ran, "It began late.")):
        text.setFocus()
        QTest.keyClicks(text, words)
        QTest.keyClick(text, Qt.Key.Key_Tab)
        settle(notes)
    ran.setFocus()
    ran.selectAll()
    QTest.keyClick(ran, Qt.Key.Key_Delete)
    QTest.keyClick(ran, Qt.Key.Key_Tab)
    settle(notes)
    assert QApplication.focusWidget() is took_part
    undo(notes)
    assert [ran.toPlainText(), took_part.toPlainText()] == ["It began late.", "The call was asked last."]
    QTest.keyClicks(took_part, "X")
    undo(notes)
    assert took_part.toPlainText() == "The call was asked last."


def test_a_number_that_was_refused_is_taken_back_where_it_stands(page: SessionsPage) -> None:
    page.listen(KeyMap())
    pane = session(page, "agenda")
    add_row(pane, PARTS, {"Title": "Welcome"})
    page.window().activateWindow()
    (row,) = rows(block(pane, PARTS))
    minutes = field(row, "Minutes")
    minutes.setFocus()
    QTest.keyClicks(minutes, "ten")
    QTest.keyClick(minutes, Qt.Key.Key_Tab)
    settle(page)
    minutes.setFocus()
    undo(page)
    assert shown(row, "Minutes") == ""
    assert shown(row, "Title") == "Welcome"
