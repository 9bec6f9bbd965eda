"""A scribe writes a worksheet: what is typed is kept, in order, with its marks, whatever happens around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from capture_app.domain.changes import Changes
from capture_app.domain.errors import StorageTrouble
from capture_app.domain.records import Line, Sheet
from capture_app.domain.vocabulary import Certainty, Given, SheetState, Side, Stance
from capture_app.services.pages import sheet_view
from capture_app.ui.capture import line_saves
from capture_app.ui.capture.item_list import PARKED
from capture_app.ui.style import Look, apply, relook
from capture_app.ui.theme import LIGHT
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import (
    NOW,
    CaptureWorld,
    fill_values,
    line,
    make_world,
    press,
    theme_id,
    type_text,
)
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.render import clipped_texts, settle, unnamed_controls

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def world(tmp_path: Path, jobs: InlineJobs) -> Iterator[CaptureWorld]:
    """A scribe's workspace."""
    made = make_world(tmp_path, jobs)
    yield made
    made.close()


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    """The page at the question about values, ready to be typed into."""
    return opened(world, look, qtbot)


def opened(world: CaptureWorld, look: Look, qtbot: QtBot, item: str = "item/values") -> WorksheetPage:
    """A new page, as large as the window leaves it, at a question."""
    page = WorksheetPage(world.workspace, world.sheet, world.jobs, look, now=lambda: NOW)
    qtbot.addWidget(page)
    page.resize(1280, 706)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.show_item(item)
    return page


def told_by_others(page: WorksheetPage, world: CaptureWorld) -> None:
    """Say that something arrived from elsewhere."""
    world.jobs.changed.emit(Changes.of([("Line", "somewhere")]), None)
    settle(page)


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
    press(page, Qt.Key.Key_Return)
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


def test_the_time_of_saving_is_that_of_the_disk_and_saves_do_not_queue_up(
    world: CaptureWorld, page: WorksheetPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    at = datetime(2024, 5, 16, 14, 3, 22).astimezone()

    def type_line(_workspace: object, line: Line, _seen: object) -> datetime:
        kept.append(line.text)
        return at

    monkeypatch.setattr(line_saves, "type_line", type_line)
    said: list[object] = []
    page.unsaved.connect(lambda: said.append("unsaved"))
    page.saved.connect(said.append)
    with qtbot.waitSignal(page.saved, timeout=5000):
        type_text(page, "Seven values")
    assert said[0] == "unsaved"
    assert said[-1] == at
    assert kept == ["Seven values"]


def test_what_was_typed_is_there_after_the_window_was_dropped(
    world: CaptureWorld, look: Look, qtbot: QtBot
) -> None:
    page = opened(world, look, qtbot)
    with qtbot.waitSignal(page.saved, timeout=5000):
        type_text(page, "never left")
    page.deleteLater()
    settle(page)

    again = opened(world, look, qtbot)
    assert again.pane.model.at(0).line.text == "never left"
    assert world.texts() == ["never left"]


def test_a_failed_save_keeps_the_text_says_so_and_is_tried_again(
    world: CaptureWorld, page: WorksheetPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "The disk is full, so this was not saved."

    def full(*_line: object) -> datetime:
        raise StorageTrouble(sentence)

    with monkeypatch.context() as broken:
        broken.setattr(line_saves, "type_line", full)
        with qtbot.waitSignal(page.save_failed, timeout=5000) as told:
            type_text(page, "still here")
        assert told.args == [sentence]
        page.show_item("item/purpose")
        page.show_item("item/values")
        assert page.pane.model.at(0).line.text == "still here"
        answers: list[bool] = []
        page.settle(answers.append)
        assert answers == [False]
    with qtbot.waitSignal(page.saved, timeout=5000):
        pass
    answers.clear()
    page.settle(answers.append)
    assert answers == [True]
    assert world.texts() == ["still here"]


def test_what_arrives_meanwhile_never_takes_typed_text_away(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "mine, not saved")
    page.pane.editor.set_cursor(4)
    world.save(line(world, "theirs", "zz"))
    told_by_others(page, world)
    type_text(page, ", too")
    assert page.pane.editor.text() == "mine, too, not saved"
    page.settle()
    assert world.texts() == ["mine, too, not saved", "theirs"]


def test_a_line_changed_elsewhere_while_it_is_edited_is_marked_and_both_stand(
    world: CaptureWorld, look: Look, qtbot: QtBot
) -> None:
    ours = line(world, "first wording", "08")
    world.save(ours)
    page = opened(world, look, qtbot)
    press(page, Qt.Key.Key_Up)
    type_text(page, " of ours")
    world.run(lambda own: _write_elsewhere(own, ours))
    page.settle()
    told_by_others(page, world)
    (view,) = world.lines()
    assert view.contested == ("text",)
    face = page.pane.model.face_of(page.pane.model.at(0))
    assert "Two versions" in [chip.words for chip in face.chips]


def _write_elsewhere(own: object, ours: Line) -> None:
    """Another laptop's change of the same line, as a merge brings it."""
    from capture_app.domain.clock import Clock
    from capture_app.domain.codec import body_of
    from capture_app.domain.plain import canonical
    from capture_app.services.workspaces import Workspace
    from capture_app.store.author import Author

    assert isinstance(own, Workspace)
    with own.unit_of_work() as work:
        other = Author("another", "incarnation", "scribe", 0, Clock())
        seen = work.records.seen(Line, ours.id)
        entry = other.write(
            "Line",
            ours.id,
            canonical(body_of(replace(ours, text="wording of theirs"))),
            version=Line.version,
            parents=seen.parents,
            sets=("text",),
        )
        work.receive([entry], [])
        work.commit()


def test_figures_choices_and_heads_are_kept(world: CaptureWorld, page: WorksheetPage) -> None:
    page.show_item("item/share")
    QTest.keyClicks(page.focusWidget(), "30")
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
    assert answers["share"].certainty is Certainty.NOT_STATED
    assert answers["hosts"].choice == "local"
    assert answers["else"].given is Given.NOT_DISCUSSED
    assert (told.sheet.headcount, told.sheet.remote_headcount) == (9, 3)

    type_text(page, "It was discussed after all")
    page.settle()
    told = world.run(lambda own: sheet_view(own, world.sheet))
    assert [item.answer for item in told.items if item.id == "else"] == [None]


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
    page = opened(world, look, qtbot)
    QTest.keyClicks(page.pane.lines, "not here")
    QTest.mouseClick(page.pane.lines.viewport(), Qt.MouseButton.LeftButton)
    assert page.pane.editor.isHidden()
    assert len(page.pane.model.lines()) == 5


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


@pytest.mark.parametrize(
    ("scale", "width"), [(100, 1280), (125, 1280), (150, 1366), (200, 1366), (200, 1280)]
)
def test_nothing_is_cut_off_at_any_text_size(
    world: CaptureWorld, look: Look, qtbot: QtBot, scale: int, width: int, qapp: object
) -> None:
    fill_values(world)
    large = Look(LIGHT, scale)
    page = opened(world, large, qtbot)
    apply(qapp, large)  # type: ignore[arg-type]
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
        apply(qapp, look)  # type: ignore[arg-type]


def test_a_screen_reader_hears_the_text_first(world: CaptureWorld, look: Look, qtbot: QtBot) -> None:
    fill_values(world)
    page = opened(world, look, qtbot)
    said = page.pane.model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Seven values are too many to remember. Half the group would merge “respect” and “dignity”, half would "
        "not. Mixed. Room. Theme Values. 5 hands of 8. Line 4 of 6."
    )
    assert theme_id("S1") in [tag.id for tag in page.pane.model.at(0).themes]
