"""What speaks for something and against it stands in two columns, and is written with the keys of any lines (D5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from capture_app.domain.vocabulary import Verdict
from capture_app.services.reading_back import read_back
from capture_app.ui.style import Look
from capture_app.ui.widgets.toast import Toast
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import CaptureWorld, opened_worksheet, press, type_text
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.list_world import list_world

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FOR, AGAINST = Verdict.YES, Verdict.NO


@pytest.fixture
def world(tmp_path: Path, jobs: InlineJobs) -> Iterator[CaptureWorld]:
    """A scribe's workspace with two models to weigh."""
    made = list_world(tmp_path, jobs)
    yield made
    made.close()


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    """The page at the two models."""
    return opened_worksheet(world, look, qtbot, "item/models")


def other_column(page: WorksheetPage) -> None:
    """The one key that goes across."""
    press(page, Qt.Key.Key_O, CTRL, SHIFT)


def shown(page: WorksheetPage) -> list[tuple[str, Verdict | None, str]]:
    """What the list shows, in its order."""
    return [(one.line.option, one.line.verdict, one.line.text) for one in page.pane.model.lines()]


def kept(world: CaptureWorld, page: WorksheetPage) -> set[tuple[str, Verdict | None, str]]:
    """What the workspace has."""
    page.settle()
    return {(one.line.option, one.line.verdict, one.line.text) for one in world.lines("models")}


def test_one_writes_on_in_a_column_and_goes_to_the_other_with_one_key(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "Hosts know the town|Young people stay at school")
    other_column(page)
    type_text(page, "A small host closes|Nobody stands in")
    other_column(page)
    type_text(page, "It is there already")
    told = [
        ("local", FOR, "Hosts know the town"),
        ("local", FOR, "Young people stay at school"),
        ("local", FOR, "It is there already"),
        ("local", AGAINST, "A small host closes"),
        ("local", AGAINST, "Nobody stands in"),
    ]
    assert shown(page) == told
    assert kept(world, page) == set(told)

    page.show_item("item/values")
    page.show_item("item/models")
    assert shown(page)[:5] == told


def test_arrows_go_down_a_column_and_on_to_the_next_option(world: CaptureWorld, page: WorksheetPage) -> None:
    other_column(page)
    type_text(page, "A small host closes")
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Down)
    type_text(page, "Far away")
    press(page, Qt.Key.Key_Up)
    type_text(page, " one day")
    assert kept(world, page) == {
        ("local", AGAINST, "A small host closes one day"),
        ("national", AGAINST, "Far away"),
    }


def test_a_line_goes_to_the_end_of_the_other_column_by_its_verdict_and_back_by_undo(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "First|Second|Third")
    other_column(page)
    type_text(page, "Fourth")
    press(page, Qt.Key.Key_Up)
    page.pane.desk.activate(1)
    press(page, Qt.Key.Key_F4)
    assert [(verdict, text) for _option, verdict, text in shown(page)] == [
        *((FOR, "First"), (FOR, "Third"), (AGAINST, "Fourth"), (AGAINST, "Second"))
    ]
    press(page, Qt.Key.Key_F4)
    assert page.pane.editor.text() == "Second"
    press(page, Qt.Key.Key_Z, CTRL)
    assert [text for _option, _verdict, text in shown(page)] == ["First", "Second", "Third", "Fourth"]
    assert all(verdict is not None for _option, verdict, _text in kept(world, page))


def test_columns_keep_apart_what_lists_join_indent_and_move(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "For it")
    other_column(page)
    type_text(page, "Against it, in two parts")
    page.pane.editor.set_cursor(0)
    press(page, Qt.Key.Key_Backspace)
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_PageUp, CTRL, SHIFT)
    page.pane.editor.set_cursor(len("Against it,"))
    press(page, Qt.Key.Key_Return)
    assert shown(page) == [
        ("local", FOR, "For it"),
        ("local", AGAINST, "Against it,"),
        ("local", AGAINST, "in two parts"),
    ]
    assert [one.line.level for one in page.pane.model.lines()] == [0, 0, 0]
    press(page, Qt.Key.Key_J, CTRL)
    assert kept(world, page) == {("local", FOR, "For it"), ("local", AGAINST, "Against it, in two parts")}


def test_a_line_taken_away_or_set_aside_comes_back_into_its_column(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "For one|For two")
    other_column(page)
    type_text(page, "Against")
    page.pane.desk.activate(0)
    press(page, Qt.Key.Key_L, CTRL, SHIFT)
    assert [text for _option, _verdict, text in shown(page)] == ["For two", "Against"]
    press(page, Qt.Key.Key_Z, CTRL)
    assert [text for _option, _verdict, text in shown(page)] == ["For one", "For two", "Against"]


def test_what_is_pasted_stays_in_the_column(world: CaptureWorld, page: WorksheetPage) -> None:
    other_column(page)
    page.pane.keys.paste("- Far away\n- Nobody answers")
    assert kept(world, page) == {("local", AGAINST, "Far away"), ("local", AGAINST, "Nobody answers")}


def test_columns_stand_beside_each_other_and_below_where_there_is_no_room(
    page: WorksheetPage, look: Look
) -> None:
    type_text(page, "For it")
    other_column(page)
    type_text(page, "Against it")
    lines = page.pane.lines
    left, right = (lines.visualRect(lines.model().index(row, 0)) for row in (0, 1))
    assert left.top() == right.top()
    assert right.left() >= left.right()
    assert lines.viewport().rect().contains(page.pane.editor.geometry())

    lines.set_look(replace(look, scale=200))
    first, second = (lines.visualRect(lines.model().index(row, 0)) for row in (0, 1))
    assert first.left() == second.left()
    assert second.top() > first.bottom()


def test_a_click_writes_in_the_column_that_was_clicked(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "For a local model")
    lines = page.pane.lines
    row = lines.visualRect(lines.model().index(0, 0))
    beside = QPoint(row.right() + row.width() // 2, row.center().y())
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    type_text(page, "Against a local model")
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    type_text(page, "!")
    assert ("local", AGAINST, "Against a local model") in kept(world, page)
    assert page.pane.desk.row == 0


def test_a_reader_hears_the_column_and_what_it_is_about(page: WorksheetPage) -> None:
    other_column(page)
    type_text(page, "A small host closes")
    index = page.pane.model.index(0, 0)
    said = page.pane.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith("A small host closes. Against. A local model.")


def test_it_is_read_to_the_group_by_column_and_says_which(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "Hosts know the town")
    other_column(page)
    type_text(page, "A small host closes")
    other_column(page)
    type_text(page, "It is there already")
    page.settle()
    said = world.run(lambda own: read_back(own, world.sheet)).questions[0]
    assert [said.words(line) for line in said.lines] == [
        "For, A local model: Hosts know the town",
        "For, A local model: It is there already",
        "Against, A local model: A small host closes",
    ]


def test_a_point_that_is_neither_stands_below_both_until_it_is_decided(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "It depends")
    page.settle()
    page.pane.desk.change(page.pane.model.at(0).line.id, verdict=None, option="")
    page.settle()
    assert shown(page)[0] == ("", None, "It depends")
    press(page, Qt.Key.Key_F4)
    assert shown(page)[0] == ("", AGAINST, "It depends")


def test_other_questions_have_one_list_again(page: WorksheetPage) -> None:
    page.show_item("item/values")
    type_text(page, "Dignity|Trust")
    other_column(page)
    lines = page.pane.lines
    tops = [lines.visualRect(lines.model().index(row, 0)).top() for row in (0, 1)]
    assert tops[1] > tops[0]
    assert [one.line.verdict for one in page.pane.model.lines()] == [None, None]


def test_a_pasted_list_of_pros_and_cons_is_parted_into_the_columns_and_taken_back_as_one(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    other_column(page)
    type_text(page, "Written before|")
    QApplication.clipboard().setText(
        "For:\n- Hosts know the town\n- Cheap\nAgainst:\n- A small host closes\n- Nobody stands in"
    )
    press(page, Qt.Key.Key_V, CTRL)
    parted = [
        ("local", FOR, "Hosts know the town"),
        ("local", FOR, "Cheap"),
        ("local", AGAINST, "Written before"),
        ("local", AGAINST, "A small host closes"),
        ("local", AGAINST, "Nobody stands in"),
    ]
    assert shown(page) == parted
    assert kept(world, page) == set(parted)
    note = next(one for one in page.findChildren(Toast) if one.isVisible())
    assert note.words().startswith("4 lines pasted. 2 went to For, 2 to Against. 4 bullets")
    assert page.pane.editor.text() == "Nobody stands in"
    press(page, Qt.Key.Key_Z, CTRL)
    before = [("local", AGAINST, "Written before")]
    assert [one for one in shown(page) if one[2]] == before
    assert {one for one in kept(world, page) if one[2]} == set(before)
    press(page, Qt.Key.Key_Z, CTRL, SHIFT)
    assert shown(page) == parted
    assert kept(world, page) == set(parted)
