"""A scribe writes a worksheet: what is typed is kept, in order, with its marks, whatever happens around it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from capture_app.domain.changes import Changes
from capture_app.domain.ids import link_id
from capture_app.domain.records import DataProtection, Sheet
from capture_app.domain.vocabulary import Certainty, Given, GroupMode, SheetState, Side, Stance
from capture_app.services.pages import sheet_view
from capture_app.ui.capture.item_list import PARKED
from capture_app.ui.style import Look, relook
from capture_app.ui.theme import LIGHT
from capture_app.ui.widgets.label import Elided
from capture_app.ui.widgets.toast import Toast
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import (
    CaptureWorld,
    fill_values,
    opened_worksheet,
    press,
    type_text,
)
from tests.helpers.render import clipped_texts, settle, unnamed_controls, wear

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    """The page at the question about values, ready to be typed into."""
    return opened_worksheet(world, look, qtbot)


def test_a_worksheet_is_written_with_keys_alone(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "Independence has to show|")
    press(page, Qt.Key.Key_2, CTRL)
    press(page, Qt.Key.Key_Tab)
    type_text(page, "in the funding route #val")
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Tab, SHIFT)
    press(page, Qt.Key.Key_9, CTRL)
    type_text(page, "/x half of us would not #travel bursary")
    press(page, Qt.Key.Key_Return, SHIFT)
    type_text(page, "|and so on")
    page.settle()

    lines = world.lines()
    assert [(view.line.text, view.line.stance, view.line.level, view.line.side) for view in lines] == [
        ("Independence has to show", None, 0, Side.ROOM),
        ("in the funding route", Stance.MOSTLY, 1, Side.ROOM),
        ("half of us would not", Stance.MIXED, 0, Side.REMOTE),
        ("and so on", None, 0, Side.REMOTE),
    ]
    assert [[tag.label for tag in view.themes] for view in lines] == [[], ["Values"], ["travel bursary"], []]
    assert {view.line.said_at for view in lines} == {"2024-05-16T11:25"}
    assert page.header.balance.accessibleName() == "Room 2, Remote 2, Chat 0"


def test_lines_of_a_group_of_which_nobody_said_where_it_sits_are_at_no_side_until_the_scribe_says_one(
    world: CaptureWorld, look: Look, qtbot: QtBot
) -> None:
    group = world.run(lambda own: sheet_view(own, world.sheet)).group
    world.save(replace(group, mode=GroupMode.NOT_STATED))
    page = opened_worksheet(world, look, qtbot)
    type_text(page, "Independence has to show|")
    press(page, Qt.Key.Key_9, CTRL)
    type_text(page, "on the call too")
    page.settle()
    assert [view.line.side for view in world.lines()] == [None, Side.REMOTE]
    assert page.header.balance.accessibleName() == "Room 0, Remote 1, Chat 0"


def test_where_no_line_is_written_what_a_key_cannot_do_is_said_at_the_foot_of_the_page(
    page: WorksheetPage,
) -> None:
    type_text(page, "a point")
    page.show_item("item/else")
    press(page, Qt.Key.Key_Return, CTRL)
    assert page.pane.hint_words() == "This is the last question."
    page.show_item("item/share")
    page.pane.refuse("This is the last question.")
    (toast,) = [one for one in page.findChildren(Toast) if one.isVisible()]
    assert (toast.words(), page.pane.hint_words()) == ("This is the last question.", "")


def test_lines_are_split_joined_and_kept_in_order(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "one three|four")
    press(page, Qt.Key.Key_Up)
    page.pane.editor.set_cursor(4)
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_End)
    press(page, Qt.Key.Key_Return)
    type_text(page, "two")
    page.settle()
    assert world.texts() == ["one", "two", "three", "four"]

    press(page, Qt.Key.Key_Home)
    press(page, Qt.Key.Key_Backspace)
    type_text(page, "and ")
    page.settle()
    assert world.texts() == ["one and two", "three", "four"]

    press(page, Qt.Key.Key_PageDown, CTRL, SHIFT)
    page.settle()
    assert world.texts() == ["three", "one and two", "four"]


def test_a_join_is_undone_with_the_themes_and_the_line(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "first|second #S4")
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_Home)
    press(page, Qt.Key.Key_Backspace)
    page.settle()
    assert [(view.line.text, [tag.code for tag in view.themes]) for view in world.lines()] == [
        ("first second", ["S4"])
    ]

    press(page, Qt.Key.Key_Z, CTRL)
    page.settle()
    assert [(view.line.text, [tag.code for tag in view.themes]) for view in world.lines()] == [
        ("first", []),
        ("second", ["S4"]),
    ]


def test_an_empty_line_that_is_left_is_not_kept_and_a_removed_one_comes_back(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "stays|goes|")
    press(page, Qt.Key.Key_Up)
    page.settle()
    assert world.texts() == ["stays", "goes"]

    press(page, Qt.Key.Key_A, CTRL)
    press(page, Qt.Key.Key_Delete)
    press(page, Qt.Key.Key_Up)
    page.settle()
    assert world.texts() == ["stays"]

    press(page, Qt.Key.Key_Z, CTRL)
    page.settle()
    assert world.texts() == ["stays", "goes"]


def test_figures_choices_and_heads_are_kept(world: CaptureWorld, page: WorksheetPage) -> None:
    page.show_item("item/share")
    QTest.keyClicks(page.focusWidget(), "30")
    for _field in range(5):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(page.focusWidget(), "two services")
    page.show_item("item/hosts")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    page.show_item("item/else")
    press(page, Qt.Key.Key_N, CTRL, SHIFT)
    page.header.ask_heads()
    QTest.keyClicks(page.focusWidget(), "6")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    page.settle()

    told = world.run(lambda own: sheet_view(own, world.sheet))
    answers = {item.id: item.answer for item in told.items if item.answer}
    assert (answers["share"].value, answers["share"].unit, answers["share"].of) == ("30", "%", "clients")
    assert (answers["share"].certainty, answers["share"].reason) == (Certainty.NOT_STATED, "two services")
    assert answers["hosts"].choice == "local"
    assert answers["else"].given is Given.NOT_DISCUSSED
    assert (told.sheet.headcount, told.sheet.remote_headcount) == (9, 3)

    type_text(page, "It was discussed after all")
    page.settle()
    told = world.run(lambda own: sheet_view(own, world.sheet))
    assert [item.answer for item in told.items if item.id == "else"] == [None]


def test_a_word_for_how_many_is_refused_with_a_sentence_and_nothing_is_said_to_be_saved(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    saves: list[object] = []
    page.saved.connect(saves.append)
    page.header.ask_heads()
    field = page.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "six")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.header.prompt.isVisible()
    assert "Type a number from 0 to 9,999" in page.header.prompt.said()
    assert (field.text(), saves) == ("six", [])
    QTest.keyClicks(field, "5")  # what was wrong is selected
    assert page.header.prompt.said() == ""
    QTest.keyClick(field, Qt.Key.Key_Return)
    page.settle()
    assert world.run(lambda own: sheet_view(own, world.sheet)).sheet.headcount == 8
    assert not page.header.prompt.isVisible()


def test_a_line_goes_to_the_parking_lot_and_back(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "stays|for later")
    press(page, Qt.Key.Key_K, CTRL, SHIFT)
    page.settle()
    assert (world.texts(), world.parked()) == (["stays"], ["for later"])
    assert page.body.items.keys_in_order() == [
        "item/purpose",
        "item/share",
        "item/values",
        "item/case",
        "item/hosts",
        "item/else",
    ]

    page.show_item(PARKED)
    assert [view.line.text for view in page.pane.model.lines()] == ["for later"]
    press(page, Qt.Key.Key_K, CTRL, SHIFT)
    page.settle()
    assert (world.texts(), world.parked()) == (["stays", "for later"], [])


def test_a_closed_worksheet_is_only_read(world: CaptureWorld, look: Look, qtbot: QtBot) -> None:
    fill_values(world)
    sheet = world.run(lambda own: sheet_view(own, world.sheet)).sheet
    world.save(replace(sheet, state=SheetState.CLOSED))
    page = opened_worksheet(world, look, qtbot)
    QTest.keyClicks(page.pane.lines, "not here")
    QTest.mouseClick(page.pane.lines.viewport(), Qt.MouseButton.LeftButton)
    assert page.pane.editor.isHidden()
    assert len(page.pane.model.lines()) == 5


def test_who_reads_the_notes_stands_at_the_head_and_gives_way_to_large_text(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    told = "The lead and the evaluator read these notes."
    assert not any("Who reads this" in one.text() for one in page.header.findChildren(Elided))
    card = DataProtection(id=link_id("DataProtection", "c"), who_reads=told)
    world.save(card)
    world.jobs.changed.emit(Changes(frozenset({card.id}), frozenset({"DataProtection"})), None)
    settle(page)
    (shown,) = [one for one in page.header.findChildren(Elided) if told in one.text()]
    assert shown.text() == f"Who reads this: {told}"
    assert shown.isVisible()
    page.resize(700, 600)
    settle(page)
    assert not shown.isVisible()


def test_a_worksheet_that_is_not_there_says_so_in_a_sentence(
    world: CaptureWorld, look: Look, qtbot: QtBot
) -> None:
    page = WorksheetPage(world.workspace, "missing", world.jobs, look)
    qtbot.addWidget(page)
    page.show()
    assert page.body.shows_not_read()
    world.save(
        Sheet(
            **{field: getattr(_sheet(world), field) for field in ("session", "group", "form")}, id="missing"
        )
    )
    page.body.not_read.again.emit()
    assert page.body.shows_lines()


def _sheet(world: CaptureWorld) -> Sheet:
    return world.run(lambda own: sheet_view(own, world.sheet)).sheet


@pytest.mark.parametrize(("scale", "width"), [(100, 1280), (125, 1280), (150, 1366), (200, 1280)])
def test_nothing_is_cut_off_at_any_text_size(
    world: CaptureWorld, look: Look, qtbot: QtBot, scale: int, width: int, qapp: object
) -> None:
    fill_values(world)
    large = Look(LIGHT, scale)
    page = opened_worksheet(world, large, qtbot)
    wear(qapp, large)  # type: ignore[arg-type]
    try:
        relook(page, large)
        page.resize(width, 700)
        type_text(page, "Practise turning down an unsuitable task before the first client")
        settle(page)
        assert clipped_texts(page) == []
        assert unnamed_controls(page) == []
        frame = page.pane.lines.frame_in(page.pane.lines.viewport())
        assert page.pane.lines.viewport().rect().contains(frame)
        for key in ("item/share", "item/case", "item/hosts", PARKED):
            page.show_item(key)
            settle(page)
            assert clipped_texts(page) == []
    finally:
        wear(qapp, look)  # type: ignore[arg-type]


def test_a_screen_reader_hears_the_text_first(world: CaptureWorld, look: Look, qtbot: QtBot) -> None:
    fill_values(world)
    page = opened_worksheet(world, look, qtbot)
    said = page.pane.model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Seven values are too many to remember. Half the group would merge “respect” and “dignity”, half would "
        "not. Mixed. Room. Theme Values. 5 hands of 8. Line 4 of 6."
    )
