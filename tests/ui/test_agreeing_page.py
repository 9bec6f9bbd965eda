"""A lead looks at two people's minutes beside each other and agrees a version of them, with single keys (E1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from capture_app.domain.records import Minutes
from capture_app.domain.vocabulary import LineKind
from capture_app.services.agreeing import Agreeing, read_agreeing
from capture_app.services.workspaces import Workspace, new_workspace
from capture_app.ui.agreeing.abreast_model import LineCell
from capture_app.ui.agreeing.agreed_words import changed_words, origin_words
from capture_app.ui.agreeing_page import AgreeingPage
from capture_app.ui.style import Look
from capture_app.ui.theme import LIGHT
from capture_app.ui.widgets.label import Prose
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.minutes_world import SESSION, change, make_world, said, save
from tests.helpers.render import clipped_texts, settle, unnamed_controls, wear


@pytest.fixture
def lead(jobs: InlineJobs, tmp_path: Path) -> Iterator[Workspace]:
    """A lead's workspace with two streams."""
    made = in_lane(jobs, partial(make_world, tmp_path))
    yield made
    in_lane(jobs, made.close)


@pytest.fixture
def page(lead: Workspace, jobs: InlineJobs, look: Look, qtbot: QtBot) -> AgreeingPage:
    return opened(lead, jobs, look, qtbot)


def opened(lead: Workspace, jobs: InlineJobs, look: Look, qtbot: QtBot) -> AgreeingPage:
    page = AgreeingPage(lead, SESSION, jobs, look)
    qtbot.addWidget(page)
    page.resize(1178, 690)
    page.show()
    settle(page)
    return page


def told(page: AgreeingPage, lead: Workspace, jobs: InlineJobs) -> Agreeing:
    return in_lane(jobs, partial(read_agreeing, lead, SESSION))


def press(page: AgreeingPage, key: Qt.Key, times: int = 1) -> None:
    for _time in range(times):
        QTest.keyClick(page.abreast, key)
    settle(page)


def rows(page: AgreeingPage) -> list[tuple[str, str]]:
    return [(row.title or _id(row.cells[0]), _id(row.cells[1])) for row in page.abreast.rows.shown]


def _id(cell: LineCell | None) -> str:
    return cell.line.id if cell else ""


def test_lines_of_about_the_same_minute_stand_beside_each_other_under_their_part(page: AgreeingPage) -> None:
    assert rows(page) == [
        ("Plenary feedback", ""),
        ("n1", ""),
        ("n2", "j1"),
        ("", "j2"),
        ("n3", "j3"),
        ("n4", ""),
        ("Next steps", ""),
        ("", "j4"),
    ]
    assert [name.text() for name in page.names] == ["Noor A.", "Jo M."]
    assert unnamed_controls(page) == []
    assert clipped_texts(page) == []


def test_one_key_takes_a_line_over_and_goes_on_and_undo_puts_it_back(
    page: AgreeingPage, lead: Workspace, jobs: InlineJobs
) -> None:
    press(page, Qt.Key.Key_T, times=2)
    agreed = told(page, lead, jobs)
    assert [origin_words(view) for view in agreed.lines] == ["From Noor A. 11:16", "From Noor A. 11:17"]
    line = page.abreast.line()
    assert line is not None
    assert line.id == "j2", "the next row has only a line of the other side"
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_T)
    assert len(told(page, lead, jobs).lines) == 2, "what is taken over is not taken twice"
    assert page.toast.words() == "This line is in the agreed version already."
    assert (page.toast.isVisible(), page.abreast.hasFocus()) == (True, True)
    page.steps.back()
    settle(page)
    assert [view.line.text for view in told(page, lead, jobs).lines] == [
        "Group feedback starts with the remote group."
    ]
    assert [row.view.line.text for row in page.agreed.rows.shown if row.view] == [
        "Group feedback starts with the remote group."
    ]


def test_two_lines_of_a_row_are_joined_in_words_of_ones_own(
    page: AgreeingPage, lead: Workspace, jobs: InlineJobs
) -> None:
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Right)
    line = page.abreast.line()
    assert line is not None
    assert line.id == "j1"
    press(page, Qt.Key.Key_J)
    editor = page.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "Refusals are published.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(page)
    (view,) = told(page, lead, jobs).lines
    assert (view.line.text, origin_words(view)) == (
        "Refusals are published.",
        "From Noor A. 11:17 and Jo M. 11:18 · reworded",
    )
    assert page.wording.isHidden()
    assert page.abreast.hasFocus()


def test_marked_lines_of_several_rows_are_joined(
    page: AgreeingPage, lead: Workspace, jobs: InlineJobs
) -> None:
    for line in ("n1", "j2"):
        page.abreast.go_to(line)
        press(page, Qt.Key.Key_M)
    press(page, Qt.Key.Key_J)
    page.wording.written.emit("Feedback, and a question about supervisors.")
    settle(page)
    (view,) = told(page, lead, jobs).lines
    assert {one.line for one in view.origins} == {"n1", "j2"}
    assert page.abreast.marked == []


def test_leaving_the_wording_changes_nothing(page: AgreeingPage, lead: Workspace, jobs: InlineJobs) -> None:
    page.abreast.go_to("n3")
    press(page, Qt.Key.Key_J)
    editor = page.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    settle(page)
    assert told(page, lead, jobs).lines == ()
    assert page.abreast.hasFocus()


def test_a_source_changed_since_is_told_until_it_is_looked_at(
    page: AgreeingPage, lead: Workspace, jobs: InlineJobs
) -> None:
    press(page, Qt.Key.Key_T)
    in_lane(jobs, partial(change, lead, "n1", lambda line: replace(line, text="Feedback began late.")))
    page._read()
    settle(page)
    view = page.agreed.view_at()
    assert view is not None
    assert changed_words(view) == ("Noor A. 11:16 changed since: “Feedback began late.”",)
    page.buttons["minutes.same"].click()
    settle(page)
    view = page.agreed.view_at()
    assert view is not None
    assert changed_words(view) == ()
    assert view.line.text == "Group feedback starts with the remote group."


def test_what_stands_as_agreed_takes_no_key_until_it_is_opened_again(
    page: AgreeingPage, lead: Workspace, jobs: InlineJobs
) -> None:
    assert not page.agree_button.isEnabled()
    press(page, Qt.Key.Key_T)
    page.agree_wanted.emit(True)
    asked = page.dialog
    assert asked is not None
    asked.verb.click()
    settle(page)
    assert page.standing.isVisible()
    press(page, Qt.Key.Key_T)
    assert len(told(page, lead, jobs).lines) == 1
    assert not any(button.isEnabled() for button in page.buttons.values())
    page.open_button.click()
    settle(page)
    press(page, Qt.Key.Key_T)
    assert len(told(page, lead, jobs).lines) == 2


def test_decisions_and_actions_are_not_left_out_unasked(
    page: AgreeingPage, lead: Workspace, jobs: InlineJobs
) -> None:
    page.abreast.go_to("n3")
    press(page, Qt.Key.Key_T)
    page.agree_button.click()
    asked = page.dialog
    assert asked is not None
    words = " ".join([asked.windowTitle(), *(one.text() for one in asked.findChildren(Prose))])
    assert "2 decisions and actions are not in the agreed version" in words
    assert "Draft the list of criteria for comment." in words
    assert "The three groups keep one shared list" not in words
    asked.reject()
    settle(page)
    assert not told(page, lead, jobs).is_agreed
    for line in ("n4", "j3"):
        page.abreast.go_to(line)
        press(page, Qt.Key.Key_T)
    page.agree_button.click()
    settle(page)
    assert told(page, lead, jobs).is_agreed


def test_what_could_not_be_kept_is_told_and_the_words_stay(page: AgreeingPage) -> None:
    with_message: list[str] = []
    page.failed.connect(with_message.append)
    page.agree_wanted.emit(True)
    settle(page)
    assert with_message == ["Nothing has been taken over yet, so there is nothing to mark as agreed."]
    assert page.trouble.isVisible()


def test_of_three_takers_any_two_are_put_beside_each_other(
    lead: Workspace, jobs: InlineJobs, look: Look, qtbot: QtBot
) -> None:
    third = partial(make_third, lead)
    in_lane(jobs, third)
    page = opened(lead, jobs, look, qtbot)
    left, right = page.takers
    assert left.isVisible()
    right.setCurrentIndex(right.findData("kim"))
    settle(page)
    assert ("n1", "k1") in rows(page)
    page.abreast.go_to("k1")
    press(page, Qt.Key.Key_M)
    right.setCurrentIndex(right.findData("jo"))
    settle(page)
    page.abreast.go_to("j2")
    press(page, Qt.Key.Key_M)
    assert [line.id for line in page.abreast.to_join()] == ["k1", "j2"], "what was marked is not left out"


def test_where_nobody_took_minutes_the_page_says_where_they_come_from(
    tmp_path: Path, jobs: InlineJobs, look: Look, qtbot: QtBot
) -> None:
    empty = in_lane(jobs, lambda: new_workspace(tmp_path / "empty.capture", None).workspace)
    page = opened(empty, jobs, look, qtbot)
    assert page._none.isVisible()
    assert not page.panes.isVisible()
    in_lane(jobs, empty.close)


def test_at_twice_the_size_the_line_one_is_at_and_the_wording_of_it_are_in_sight_without_scrolling_the_page(
    lead: Workspace, jobs: InlineJobs, qapp: QApplication, qtbot: QtBot
) -> None:
    large = Look(LIGHT, 200)
    wear(qapp, large)
    page = opened(lead, jobs, large, qtbot)
    page.resize(1274, 665)
    page.abreast.go_to("j4")
    settle(page)
    assert page._body.verticalScrollBar().maximum() == 0
    page.abreast.go_to("n3")
    press(page, Qt.Key.Key_J)
    settle(page)
    assert page._body.verticalScrollBar().maximum() == 0
    at = page.abreast.visualRect(page.abreast.currentIndex())
    assert page.abreast.viewport().rect().contains(at)
    assert clipped_texts(page) == []


def make_third(lead: Workspace) -> None:
    """Somebody else took minutes as well."""
    kim = Minutes(id="kim", session=SESSION, taker="Kim O.", order="3")
    save(lead, kim, said("kim", "k1", "11:16", LineKind.CONTEXT, "The remote group begins."))
