"""A photographed flip chart typed up beside its picture: added, turned over, taken away, undone (delight 16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from capture_app.domain.records import Sheet
from capture_app.domain.vocabulary import SheetState
from capture_app.services import keeping
from capture_app.services.pictures import Shown, add_picture, pictures, small_picture
from capture_app.services.sessions import worksheets
from capture_app.ui.capture.item_list import item_of_key
from capture_app.ui.pictures.picture_panel import PicturePanel
from capture_app.ui.pictures.picture_view import pixmap_of
from capture_app.ui.pictures.pictures_dialog import PicturesDialog
from capture_app.ui.sessions.worksheets_card import WorksheetsCard
from capture_app.ui.style import Look
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import CaptureWorld, type_text
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.render import settle
from tests.shots.picture_scenes import flip_chart

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(world: CaptureWorld, jobs: InlineJobs, look: Look) -> Iterator[WorksheetPage]:
    page = WorksheetPage(world.workspace, world.sheet, jobs, look)
    page.resize(1280, 700)
    page.show()
    page.focus_first()
    settle(page)
    yield page
    page.hide()
    page.deleteLater()


def kept(world: CaptureWorld) -> tuple[Shown, ...]:
    return world.run(partial(pictures, sheet=world.sheet))


def opened(page: WorksheetPage) -> PicturePanel:
    """The pictures, opened by their key."""
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_I, CTRL | SHIFT)
    settle(page)
    assert page.pictures.panel is not None
    return page.pictures.panel


def test_a_picture_is_added_and_one_types_on_beside_it(
    page: WorksheetPage, world: CaptureWorld, tmp_path: Path
) -> None:
    panel = opened(page)
    assert page.window().focusWidget() is panel.add
    panel.dropped.emit(flip_chart(tmp_path))
    settle(page)
    assert (panel.view.accessibleName(), page.header.pictures_button.text()) == (
        "Picture 1 of 1",
        "1 picture",
    )
    page.pane.editor.setFocus()
    type_text(page, "Somebody who meets you|")
    settle(page)
    assert panel.isVisible()
    (one,) = kept(world)
    assert one.item == item_of_key(page._key)
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_I, CTRL | SHIFT)
    settle(page)
    assert not panel.isVisible()
    assert page.window().focusWidget() is page.pane.editor


def test_a_picture_taken_away_comes_back_with_undo(
    page: WorksheetPage, world: CaptureWorld, tmp_path: Path
) -> None:
    panel = opened(page)
    for _each in range(2):
        panel.dropped.emit(flip_chart(tmp_path))
        settle(page)
    assert panel.view.accessibleName() == "Picture 2 of 2"
    panel.remove.click()
    settle(page)
    assert len(kept(world)) == 1
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Z, CTRL)
    settle(page)
    assert len(kept(world)) == 2


def test_a_file_that_is_no_picture_is_told_where_one_looks(
    page: WorksheetPage, world: CaptureWorld, tmp_path: Path
) -> None:
    panel = opened(page)
    wrong = tmp_path / "notes.jpg"
    wrong.write_text("This is no picture.")
    panel.dropped.emit(wrong)
    settle(page)
    assert "no picture this program can read" in panel.trouble.accessibleName()
    assert not kept(world)
    panel.dropped.emit(flip_chart(tmp_path))
    settle(page)
    assert panel.trouble.isHidden()


def test_pictures_of_a_closed_worksheet_can_only_be_looked_at(
    page: WorksheetPage, world: CaptureWorld, tmp_path: Path, jobs: InlineJobs
) -> None:
    panel = opened(page)
    panel.dropped.emit(flip_chart(tmp_path))
    settle(page)
    (sheet,) = world.run(lambda own: keeping.entries(own, Sheet))
    closed = replace(sheet.record, state=SheetState.CLOSED)
    jobs.write(partial(keeping.keep, world.workspace, closed), lambda _done: None, page, page.parent())
    settle(page)
    assert not panel.add.isVisible()
    assert not panel.remove.isVisible()
    assert panel.larger.isEnabled()


@pytest.mark.qt_log_ignore("JPEG")
def test_what_claims_to_be_a_picture_is_not_drawn(tmp_path: Path) -> None:
    assert pixmap_of(b"").isNull()
    assert pixmap_of(b"\xff\xd8\xff\xe0 nothing more").isNull()


def test_the_lead_looks_at_the_pictures_of_a_worksheet(
    world: CaptureWorld, jobs: InlineJobs, look: Look, tmp_path: Path
) -> None:
    small = small_picture(flip_chart(tmp_path))
    world.run(partial(add_picture, sheet=world.sheet, item="", small=small))
    card = WorksheetsCard(look)
    card.show_worksheets(world.run(partial(worksheets, session=world.session)))
    asked: list[tuple[str, str]] = []
    card.pictures_wanted.connect(lambda *whose: asked.append(whose))
    next(one for one in card.findChildren(QPushButton) if one.text() == "1 picture").click()
    ((sheet, group),) = asked
    dialog = PicturesDialog(look, world.workspace, sheet, group, jobs)
    dialog.show()
    settle(dialog)
    assert (dialog.windowTitle(), dialog.panel.view.accessibleName()) == (
        f"Pictures of {group}",
        "Picture 1 of 1",
    )
    assert not dialog.panel.remove.isVisible()
    dialog.panel.leave.click()
    assert not dialog.isVisible()
