"""A group goes through a list: each option stands there as a line, is decided, and others are added (D2 to D8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from capture_app.domain.option_lines import option_lines
from capture_app.domain.records import Form, Sheet
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Heard, Stance, Verdict
from capture_app.services.pages import sheet_view
from capture_app.services.reading_back import mark, read_back
from capture_app.services.searching import search
from capture_app.services.synthesising import synthesis
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.item_row import ItemRow
from capture_app.ui.style import Look
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import CaptureWorld, opened_worksheet, press, type_text
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.list_world import LIST, choose_among, list_world

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OPTIONS = ["Dignity", "Independence", "Cultural competence"]


@pytest.fixture
def world(tmp_path: Path, jobs: InlineJobs) -> Iterator[CaptureWorld]:
    """A scribe's workspace with a list to go through."""
    made = list_world(tmp_path, jobs)
    yield made
    made.close()


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    """The page at the list."""
    return opened_worksheet(world, look, qtbot, f"item/{LIST}")


def decided(world: CaptureWorld) -> list[tuple[str, Verdict | None]]:
    """What stands in the list now, options without a word included."""
    return [(view.line.text, view.line.verdict) for view in world.lines(LIST)]


def test_each_option_stands_there_is_decided_with_one_key_and_the_next_follows(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    press(page, Qt.Key.Key_F2)
    type_text(page, ": say what it means in practice|")
    type_text(page, " /o|")
    press(page, Qt.Key.Key_F3)
    press(page, Qt.Key.Key_P, CTRL, SHIFT)
    type_text(page, ", better: understanding|Being believed /y")
    press(page, Qt.Key.Key_1, CTRL)
    page.settle()

    assert decided(world) == [
        ("Dignity: say what it means in practice", Verdict.YES),
        ("Independence", Verdict.NO),
        ("Cultural competence, better: understanding", Verdict.CHANGED),
        ("Being believed", Verdict.YES),
    ]
    lines = [view.line for view in world.lines(LIST)]
    assert [line.option for line in lines] == ["dignity", "independence", "cultural_competence", ""]
    assert [line.priority for line in lines] == [False, False, True, False]
    assert lines[-1].stance is Stance.AGREED


def test_what_a_group_adds_stands_below_the_options_wherever_the_cursor_is(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_F4)
    page.pane.editor.set_cursor(0)
    press(page, Qt.Key.Key_Return)
    type_text(page, "Being believed")
    page.settle()
    assert [words for words, _verdict in decided(world)] == [*OPTIONS, "Being believed"]


def test_an_option_nobody_spoke_of_is_no_line(world: CaptureWorld, page: WorksheetPage) -> None:
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_F2)
    page.settle()
    assert decided(world) == [(OPTIONS[0], None), (OPTIONS[1], Verdict.YES), (OPTIONS[2], None)]
    read = world.run(lambda own: read_back(own, world.sheet))
    assert [line.text for line in read.lines] == [OPTIONS[1]]
    sheet = world.run(lambda own: sheet_view(own, world.sheet))
    assert [item.lines for item in sheet.items if item.id == LIST] == [1]
    assert "Which of these values do we keep?. Writing · 1 line" in " ".join(
        row.accessibleName() for row in page.body.items.findChildren(ItemRow)
    )


def test_a_verdict_is_taken_back_by_its_key_and_by_undo(world: CaptureWorld, page: WorksheetPage) -> None:
    press(page, Qt.Key.Key_F4)
    press(page, Qt.Key.Key_F4)
    page.settle()
    assert decided(world)[0] == (OPTIONS[0], None)
    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_Z, CTRL)
    page.settle()
    assert decided(world)[0] == (OPTIONS[0], None)


@pytest.mark.parametrize("back", ["key", "undo"])
def test_a_verdict_taken_back_leaves_no_line_of_an_option_nobody_says_anything_to(
    world: CaptureWorld, page: WorksheetPage, back: str
) -> None:
    def lines() -> list[str]:
        read = world.run(lambda own: read_back(own, world.sheet))
        return [one.text for one in read.lines if one.item == LIST]

    press(page, Qt.Key.Key_F4)
    press(page, Qt.Key.Key_Down)
    page.settle()
    assert lines() == [OPTIONS[0]]
    press(page, Qt.Key.Key_Up)
    if back == "key":
        press(page, Qt.Key.Key_F4)
    else:
        press(page, Qt.Key.Key_Z, CTRL)
    press(page, Qt.Key.Key_Down)
    page.settle()
    assert lines() == []
    assert decided(world) == [(option, None) for option in OPTIONS]
    assert [view.waiting for view in page.pane.model.lines()] == [True] * 3
    press(page, Qt.Key.Key_Z, *([CTRL] if back == "key" else [CTRL, SHIFT]))
    page.settle()
    assert lines() == [OPTIONS[0]]
    assert decided(world)[0] == (OPTIONS[0], Verdict.NO)


def test_an_option_with_words_or_marks_of_its_own_stays_when_its_verdict_is_taken_back(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    press(page, Qt.Key.Key_F4)
    type_text(page, ": nobody uses it")
    press(page, Qt.Key.Key_F4)
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_P, CTRL, SHIFT)
    press(page, Qt.Key.Key_F2)
    page.settle()
    read = world.run(lambda own: read_back(own, world.sheet))
    told = [(one.text, one.verdict, one.priority) for one in read.lines if one.item == LIST]
    assert (f"{OPTIONS[0]}: nobody uses it", None, False) in told
    assert [mark for _words, _verdict, mark in told].count(True) == 1


def test_an_option_taken_away_stands_there_again_undecided(world: CaptureWorld, page: WorksheetPage) -> None:
    press(page, Qt.Key.Key_F2)
    page.settle()
    page.pane.editor.selectAll()
    press(page, Qt.Key.Key_Delete)
    press(page, Qt.Key.Key_Down)
    page.settle()
    assert decided(world) == [(option, None) for option in OPTIONS]
    assert [view.line.text for view in page.pane.model.lines()] == OPTIONS

    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_F5)
    page.settle()
    assert decided(world)[0] == (OPTIONS[0], Verdict.UNSURE)


def test_an_option_whose_words_were_replaced_is_still_known_by_them_everywhere(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    page.pane.editor.selectAll()
    type_text(page, "Being treated as a person /w")
    page.settle()
    old = "in place of “Dignity”"
    view = page.pane.model.lines()[0]
    assert [chip.words for chip in page.pane.model.face_of(view).chips] == ["In place of “Dignity”"]
    read = world.run(lambda own: read_back(own, world.sheet)).questions[0]
    assert read.words(view.line) == f"Amend, {old}: Being treated as a person"
    (evidence,) = world.run(lambda own: synthesis(own, view.line.session)).evidence
    assert evidence.reference.endswith(f" · Amend, {old}")
    (hit,) = world.run(lambda own: search(own, "treated")).hits
    assert hit.place.endswith(f" · {old}")

    type_text(page, ", with dignity")
    page.settle()
    assert page.pane.model.face_of(page.pane.model.lines()[0]).chips == ()


@pytest.mark.parametrize("typed", ["", "/o"])
def test_what_is_decided_about_an_option_with_emptied_words_is_kept_and_its_words_are_back(
    world: CaptureWorld, page: WorksheetPage, typed: str
) -> None:
    page.pane.editor.selectAll()
    press(page, Qt.Key.Key_Delete)
    if typed:
        type_text(page, typed)
    else:
        press(page, Qt.Key.Key_F4)
    type_text(page, ": nobody uses it")
    press(page, Qt.Key.Key_Down)
    page.settle()
    assert decided(world)[0] == ("Dignity: nobody uses it", Verdict.NO)


def test_an_untouched_option_is_not_lost_by_emptying_it(world: CaptureWorld, page: WorksheetPage) -> None:
    page.pane.editor.selectAll()
    press(page, Qt.Key.Key_Delete)
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Down)
    page.settle()
    assert [view.line.text for view in page.pane.model.lines()] == OPTIONS


def test_options_keep_their_order_and_are_never_run_together(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    press(page, Qt.Key.Key_PageDown, CTRL, SHIFT)
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Home)
    press(page, Qt.Key.Key_Backspace)
    press(page, Qt.Key.Key_J, CTRL)
    assert page.pane.hint_words() == "An option of the list stays a line of its own."
    page.settle()
    assert decided(world) == [(option, None) for option in OPTIONS]


def test_a_question_has_only_the_verdicts_it_asks_for(world: CaptureWorld, page: WorksheetPage) -> None:
    page.show_item("item/model")
    type_text(page, "Hosts know the town /y|Small hosts close /o|Nobody asked /w")
    press(page, Qt.Key.Key_F3)
    page.show_item("item/values")
    type_text(page, "No verdict here /y")
    press(page, Qt.Key.Key_F2)
    page.settle()
    told = [(view.line.text, view.line.verdict) for view in (*world.lines("model"), *world.lines("values"))]
    assert told == [
        ("Hosts know the town", Verdict.YES),
        ("Small hosts close", Verdict.NO),
        ("Nobody asked /w", Verdict.NO),
        ("No verdict here /y", None),
    ]


def test_where_to_find_what_a_line_names_is_kept_beside_it(world: CaptureWorld, page: WorksheetPage) -> None:
    press(page, Qt.Key.Key_R, CTRL, SHIFT)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "  charter, page 4 ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    page.settle()
    assert world.lines(LIST)[0].line.reference == "charter, page 4"
    assert page.pane.editor.hasFocus()


def test_who_heard_another_verdict_has_not_confirmed_this_one(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    press(page, Qt.Key.Key_F2)
    page.settle()
    line = world.lines(LIST)[0].line
    world.run(lambda own: mark(own, line.id, Heard.CONFIRMED))
    said = world.run(lambda own: read_back(own, world.sheet)).questions[0]
    assert said.words(said.lines[0]) == "Keep: Dignity"
    assert said.lines[0].spoken_of is Heard.CONFIRMED

    page.show_item("item/values")
    page.show_item(f"item/{LIST}")
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_F4)
    page.settle()
    assert world.lines(LIST)[0].line.verdict is Verdict.NO
    assert world.lines(LIST)[0].line.spoken_of is None


def test_a_case_stands_above_its_questions_and_can_be_folded_away(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    card = page.body.case
    assert not card.isVisible()
    page.show_item("item/mara")
    assert card.isVisible()
    assert (card.title.text(), card.story.isVisible()) == ("Mara moves to a new town", True)
    assert "nobody’s own story" in card.whose.text()
    QTest.mouseClick(card.fold, Qt.MouseButton.LeftButton)
    assert not card.story.isVisible()
    type_text(page, "Somebody who meets her")
    page.settle()
    assert world.texts("mara") == ["Somebody who meets her"]


def test_an_option_that_was_set_aside_stands_there_once_more_without_its_words(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    press(page, Qt.Key.Key_F2)
    type_text(page, ": somebody was in danger")
    press(page, Qt.Key.Key_L, CTRL, SHIFT)
    page.settle()
    page.show_item("item/values")
    page.show_item(f"item/{LIST}")
    assert decided(world) == [(option, None) for option in OPTIONS]
    press(page, Qt.Key.Key_F4)
    page.settle()
    assert decided(world)[0] == (OPTIONS[0], Verdict.NO)


def test_a_wording_chosen_beside_another_says_so_below_its_line_and_stays_chosen(
    world: CaptureWorld, look: Look, qtbot: QtBot
) -> None:
    world.run(lambda own: choose_among(own, world.sheet))
    page = opened_worksheet(world, look, qtbot, f"item/{LIST}")

    def below() -> list[list[str]]:
        return [
            [chip.words for chip in page.pane.model.face_of(view).chips] for view in page.pane.model.lines()
        ]

    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_Down)
    assert below() == [[], [], []]
    press(page, Qt.Key.Key_F2)
    assert below() == [[f"Chosen, too: “{OPTIONS[1]}”"], [f"Chosen, too: “{OPTIONS[0]}”"], []]
    page.settle()
    assert [verdict for _words, verdict in decided(world)] == [Verdict.YES, Verdict.YES, None]
    heights = [page.pane.lines.rowHeight(row) for row in (0, 2)]
    assert heights[0] > heights[1], "there is room for it below the line above, too"
    press(page, Qt.Key.Key_Down)
    assert in_its_row(page)
    first = page.pane.model.at(0)
    page.pane.model.put(0, replace(first, line=replace(first.line, verdict=None)))
    assert below() == [[], [], []]
    assert in_its_row(page), "the words did not leave their box when lines above became lower"


def in_its_row(page: WorksheetPage) -> bool:
    """Whether the editor stands within its frame in the row one is at."""
    rows = page.pane.lines
    return rows.frame_in(rows.viewport()).contains(page.pane.editor.geometry().center())


def test_two_laptops_that_decide_differently_write_on_one_line(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    press(page, Qt.Key.Key_F2)
    page.settle()
    ours = world.lines(LIST)[0].line
    theirs = next(iter(option_lines(*world.run(lambda own: _list_of(own, world.sheet)))))
    assert theirs.id == ours.id


def _list_of(workspace: Workspace, sheet: str) -> tuple[Sheet, str, Item]:
    with workspace.unit_of_work() as work:
        own = work.records.get(Sheet, sheet)
        return own, LIST, work.records.get(Form, own.form).items[LIST]


def test_an_option_keeps_its_place_whatever_is_pressed_and_says_why(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    before, said = decided(world), list[str]()
    page.pane.desk.refused.connect(said.append)
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_K, CTRL, SHIFT)
    press(page, Qt.Key.Key_PageDown, CTRL, SHIFT)
    page.settle()
    assert said == ["This line stands on the worksheet and keeps its place."] * 3
    assert decided(world) == before
