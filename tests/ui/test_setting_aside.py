"""One key sets aside what must not travel: the line is gone from the page, and the page says whom to call (2.11)."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from capture_app.domain.records import DataProtection
from capture_app.services.setting_aside import all_aside, read_aside
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.dialogs.aside_list_dialog import AsideListDialog
from capture_app.ui.dialogs.set_aside_dialog import SetAsideDialog
from capture_app.ui.minutes_page import MinutesPage
from capture_app.ui.search_page import SearchPage
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.label import Prose
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import CaptureWorld, line, make_world, opened_worksheet, press, type_text
from tests.helpers.example_home import ExampleHome
from tests.helpers.failing_jobs import FailingJobs
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import clipped_texts, settle, unnamed_controls
from tests.helpers.window import Opened

HELD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TOLD = "Zebrawood is held above the shop"


@pytest.fixture
def world(world: CaptureWorld) -> CaptureWorld:
    world.save(DataProtection(id="card", in_danger="Ines R., 0800 000"))
    return world


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    return opened_worksheet(world, look, qtbot)


def shown_words(root: QWidget) -> str:
    """Every word of a window, what is typed and what rows say included."""
    said = [one.text() for one in root.findChildren(QLabel)] + [
        one.text() for one in root.findChildren(Prose)
    ]
    said += [one.toPlainText() for one in root.findChildren(QTextEdit)]
    said += [one.text() for one in root.findChildren(QLineEdit)]
    said += [
        page.pane.model.at(row).line.text
        for page in _pages(root)
        for row in range(page.pane.model.rowCount())
    ]
    return "\n".join(said)


def _pages(root: QWidget) -> list[CapturePage]:
    return [root] if isinstance(root, CapturePage) else root.findChildren(CapturePage)


def set_it_aside(page: CapturePage) -> SetAsideDialog:
    """Press the key; the card that opens."""
    press(page, Qt.Key.Key_L, *HELD)
    settle(page)
    (card,) = [one for one in page.findChildren(SetAsideDialog) if one.isVisible()]
    return card


def asides(world: CaptureWorld) -> list[str]:
    """The words of all lines set aside."""
    return [world.run(partial(_read, line=one.line)) for one in world.run(all_aside)]


def _read(workspace: object, line: str) -> str:
    return read_aside(workspace, line)  # type: ignore[arg-type]


def test_the_key_takes_the_line_from_the_page_as_it_is_typed_and_says_whom_to_call(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, f"More time|{TOLD}")
    card = set_it_aside(page)
    assert world.texts() == ["More time"]
    assert asides(world) == [TOLD], "to the last letter, though nobody had left the line"
    assert card.accessibleDescription() == "Ines R., 0800 000"
    assert (clipped_texts(card), unnamed_controls(card)) == ([], [])
    assert "Zebrawood" not in shown_words(page)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    settle(page)
    assert page.aside.button.isVisible()
    assert page.aside.button.text() == "1 line set aside"
    assert page.header.balance.isVisible()

    press(page, Qt.Key.Key_Z, CTRL)
    settle(page)
    page.settle()
    assert world.texts() == ["More time", TOLD]
    assert asides(world) == []
    assert page.aside.button.isHidden()
    press(page, Qt.Key.Key_Z, CTRL, Qt.KeyboardModifier.ShiftModifier)
    page.settle()
    assert (world.texts(), asides(world)) == (["More time"], [TOLD])


def test_the_list_shows_words_only_when_asked_and_the_same_key_brings_the_line_back(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, f"{TOLD}|")
    press(page, Qt.Key.Key_Up)
    set_it_aside(page).accept()
    settle(page)
    page.aside.button.click()
    settle(page)
    (listed,) = page.findChildren(AsideListDialog)
    (row,) = listed.rows
    assert "Zebrawood" not in shown_words(listed)
    assert (clipped_texts(listed), unnamed_controls(listed)) == ([], [])
    row.read.click()
    assert TOLD in shown_words(listed)
    row.read.click()
    assert "Zebrawood" not in shown_words(listed)
    row.note.setText("Told the safeguarding lead.")
    listed.accept()
    settle(page)
    assert [one.note for one in world.run(all_aside)] == ["Told the safeguarding lead."]

    page.aside.show_list()
    settle(page)
    (listed,) = [one for one in page.findChildren(AsideListDialog) if one.isVisible()]
    listed.rows[0].read.setFocus()
    QTest.keyClick(listed.rows[0].read, Qt.Key.Key_L, HELD[0] | HELD[1])
    settle(page)
    assert asides(world) == []
    assert world.texts() == [TOLD]
    assert [page.pane.model.at(0).line.text] == [TOLD], "the page has it again"
    listed.rows[0].turn.click()
    settle(page)
    assert asides(world) == [TOLD]
    listed.accept()


def test_an_empty_line_is_not_set_aside(world: CaptureWorld, page: WorksheetPage) -> None:
    press(page, Qt.Key.Key_L, *HELD)
    settle(page)
    assert page.findChildren(SetAsideDialog) == []
    assert asides(world) == []


def test_it_works_in_the_minutes_too_and_their_counts_leave_it_out(
    world: CaptureWorld, look: Look, qtbot: QtBot
) -> None:
    page = MinutesPage(world.workspace, world.session, world.jobs, look)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.focus_first()
    type_text(page, f"{TOLD}|A point")
    press(page, Qt.Key.Key_Up)
    set_it_aside(page).accept()
    settle(page)
    assert asides(world) == [TOLD]
    assert page.side.words().startswith("Points 1,")
    assert "Zebrawood" not in shown_words(page)


def test_other_lines_with_the_same_words_are_named_and_set_aside_by_one_button(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    world.save(line(world, f"Somebody said: {TOLD}", "A", item="funding"))
    type_text(page, TOLD)
    card = set_it_aside(page)
    assert card.too.isVisible()
    QTest.keyClick(card.too, Qt.Key.Key_Space)
    settle(page)
    assert card.too.isHidden()
    assert sorted(asides(world)) == sorted([TOLD, f"Somebody said: {TOLD}"])
    card.accept()


def test_where_the_disk_is_full_the_card_says_that_it_is_not_set_aside_yet_and_the_words_are_kept(
    tmp_path: Path, qapp: QApplication, look: Look, qtbot: QtBot
) -> None:
    jobs = FailingJobs()
    world = make_world(tmp_path, jobs)
    page = opened_worksheet(world, look, qtbot)
    type_text(page, TOLD)
    page.autosave.flush()
    full = page.save_failed.connect(lambda _sentence: jobs.fail_next("The disk is full."))
    jobs.fail_next("The disk is full.")
    card = set_it_aside(page)
    told = [one.accessibleName() for one in card.findChildren(Banner)]
    assert "The line is not set aside yet, because it could not be saved." in told
    assert asides(world) == []
    card.accept()
    page.save_failed.disconnect(full)
    jobs.fail_next("")
    page.autosave.try_again()
    settle(page)
    assert asides(world) == [TOLD]
    page.settle()
    world.close()
    jobs.close()


def test_a_lead_sets_aside_what_search_finds_and_it_is_gone_from_there(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    entered = home.lead(jobs, tmp_path)
    opened.window.opening.entered.emit(entered)
    settle(opened.window)
    QTest.keyClick(opened.window, Qt.Key.Key_F, CTRL)
    assert opened.window.desk is not None
    page = opened.window.desk.page()
    assert isinstance(page, SearchPage)
    QTest.keyClicks(page.hits.field, "cas")
    page.hits.ask_now()
    hits = page.hits.table.rows.shown
    page.hits.table.go_to([hit.kind for hit in hits].index("Line"))
    reading = page.card.reading
    assert reading is not None
    QTest.keyClick(page.card.aside, Qt.Key.Key_Space)
    settle(opened.window)
    (card,) = [one for one in opened.window.findChildren(SetAsideDialog) if one.isVisible()]
    assert "where it still is" in " ".join(one.accessibleName() for one in card.findChildren(Banner))
    assert reading.record not in [hit.record for hit in page.hits.table.rows.shown]
    assert page.card.reading is None or page.card.reading.record != reading.record
    assert page.aside.button.isVisible()
    assert [one.line for one in in_lane(jobs, partial(all_aside, entered.workspace))] == [reading.record]
    card.accept()
