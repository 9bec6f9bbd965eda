"""Heavy content is said above what is written, and the keyboard goes from hand to hand behind a curtain (I11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.ids import link_id, new_id, person_code
from capture_app.domain.records import DataProtection, Device, Minutes, Person, Session, SessionRole, Sheet
from capture_app.domain.vocabulary import Role, SheetState
from capture_app.sealing import Passphrase
from capture_app.services import entering, keeping
from capture_app.services.handing_on import now_types_worksheet
from capture_app.services.pages import sheet_view
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.capture.curtain import Curtain
from capture_app.ui.minutes_page import MinutesPage
from capture_app.ui.style import Look
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import NOW, CaptureWorld, press, type_text
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle, unnamed_controls
from tests.helpers.window import Opened

P = TypeVar("P", WorksheetPage, MinutesPage)

NOTE = "Accounts of violence in the second case.\nThe quiet room is next door."


@pytest.fixture
def world(world: CaptureWorld) -> CaptureWorld:
    """A session with a note on heavy content, and somebody to call."""
    found = world.run(lambda own: keeping.entry(own, Session, world.session))
    assert found is not None
    card = DataProtection(id=link_id("DataProtection", ""), in_danger="Ines R., 0800 000")
    world.save(replace(found.record, content_note=NOTE), card)
    return world


@pytest.fixture
def sheet(world: CaptureWorld, look: Look, qtbot: QtBot) -> Iterator[WorksheetPage]:
    """The worksheet, shown."""
    for page in _shown(WorksheetPage(world.workspace, world.sheet, world.jobs, look), qtbot):
        page.show_item("item/values")
        yield page


@pytest.fixture
def minutes(world: CaptureWorld, look: Look, qtbot: QtBot) -> Iterator[MinutesPage]:
    """The minutes, shown."""
    page = MinutesPage(world.workspace, world.session, world.jobs, look, now=lambda: NOW)
    yield from _shown(page, qtbot)


def _shown(page: P, qtbot: QtBot) -> Iterator[P]:
    qtbot.addWidget(page)
    page.resize(1280, 706)
    page.show()
    qtbot.waitExposed(page)
    page.focus_first()
    yield page
    if page.hand_on.curtain is not None:
        page.hand_on.curtain.accept()


def pause(page: CapturePage) -> Curtain:
    """Press the key of the curtain in the line one writes."""
    press(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.hand_on.curtain is not None
    settle(page.hand_on.curtain)
    return page.hand_on.curtain


def all_of(own: Workspace, kind: type[Sheet] | type[Minutes]) -> list[Sheet | Minutes]:
    with own.unit_of_work() as work:
        return list(work.records.all(kind))


def test_a_note_on_heavy_content_stands_above_the_lines_until_it_is_put_away(
    sheet: WorksheetPage, world: CaptureWorld
) -> None:
    note = sheet.content_note
    assert note is not None
    assert note.isVisible()
    assert note.note.isVisible()
    assert note.note.text() == NOTE
    note.fold.click()
    assert note.isVisible()
    assert not note.note.isVisible()
    note.away.click()
    sheet._read()
    assert not note.isVisible()
    found = world.run(lambda own: keeping.entry(own, Session, world.session))
    assert found is not None
    world.save(replace(found.record, content_note="Another one."))
    sheet._read()
    assert note.isVisible()  # nobody has seen that one yet


def test_the_note_stands_above_the_minutes_too(minutes: MinutesPage) -> None:
    assert minutes.content_note is not None
    assert minutes.content_note.isVisible()


def test_what_is_typed_is_saved_behind_the_curtain_which_says_whom_to_call(
    sheet: WorksheetPage, world: CaptureWorld
) -> None:
    type_text(sheet, "Hosts publish how they decide")
    curtain = pause(sheet)
    assert curtain.isFullScreen()
    assert curtain.isModal()
    assert curtain.words() == "Paused. Everything is saved."
    assert world.texts() == ["Hosts publish how they decide"]
    assert "Ines R., 0800 000" in [label.text() for label in curtain.findChildren(QLabel)]
    assert unnamed_controls(curtain) == []
    QTest.keyClick(curtain, Qt.Key.Key_Escape)
    assert curtain.isVisible()  # whoever passes by does not open it


def test_who_types_now_is_kept_with_a_worksheet_and_may_go_without_a_name(
    sheet: WorksheetPage, world: CaptureWorld
) -> None:
    for name in ("Jo M.", "", "Sam  P.", "jo m."):
        curtain = pause(sheet)
        QTest.keyClicks(curtain.name, name)
        QTest.keyClick(curtain.name, Qt.Key.Key_Return)
        assert sheet.hand_on.curtain is None
    kept = next(one for one in world.run(lambda own: all_of(own, Sheet)) if one.id == world.sheet)
    assert isinstance(kept, Sheet)
    assert kept.typed_by == "Jo M., Sam P."
    world.save(replace(kept, state=SheetState.CLOSED))
    world.run(lambda own: now_types_worksheet(own, world.sheet, "Kim O."))
    closed = next(one for one in world.run(lambda own: all_of(own, Sheet)) if one.id == world.sheet)
    assert closed == replace(kept, state=SheetState.CLOSED)  # nobody types there any more
    type_text(sheet, "And the next hand goes on|")
    sheet.settle()
    assert world.texts() == ["And the next hand goes on"]


def typed_by(world: CaptureWorld) -> str:
    """Who typed the worksheet, as it is kept."""
    return world.run(lambda own: sheet_view(own, world.sheet)).sheet.typed_by


@pytest.mark.parametrize("known_by", ["pack", "role"])
def test_somebody_who_observes_is_told_before_they_write_and_may_go_on_knowing_it(
    sheet: WorksheetPage, world: CaptureWorld, known_by: str
) -> None:
    kim = Person(id=person_code(), display="Kim O.")
    pack = Device(
        id=new_id(), label="Laptop O", holder=kim.display, role=Role.OBSERVER.value, session=world.session
    )
    role = SessionRole(id=new_id(), session=world.session, person=kim.id, role="evaluator")
    world.save(*((pack,) if known_by == "pack" else (kim, role)))
    curtain = pause(sheet)
    QTest.keyClicks(curtain.name, "kim  o.")
    QTest.keyClick(curtain.name, Qt.Key.Key_Return)
    assert curtain.isVisible()
    assert curtain.words().startswith("kim o. observes this session")
    assert typed_by(world) == ""
    curtain.go_on.click()
    assert sheet.hand_on.curtain is None
    assert typed_by(world) == "kim o."


def test_who_takes_the_minutes_now_stands_in_their_head(minutes: MinutesPage, world: CaptureWorld) -> None:
    (before,) = [one.taker for one in world.run(lambda own: all_of(own, Minutes)) if isinstance(one, Minutes)]
    curtain = pause(minutes)
    QTest.keyClicks(curtain.name, "Jo M.")
    curtain.go_on.click()
    settle(minutes)
    (after,) = [one.taker for one in world.run(lambda own: all_of(own, Minutes)) if isinstance(one, Minutes)]
    assert after == ", ".join(filter(None, (before, "Jo M.")))
    assert any(after in label.text() for label in minutes.header.findChildren(QLabel))


def test_the_curtain_never_says_saved_of_what_is_not(
    sheet: WorksheetPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "settle", lambda then: then(False))
    curtain = pause(sheet)
    assert curtain.words().startswith("Paused. Not everything is saved yet")
    monkeypatch.setattr(sheet, "settle", lambda then: then(True))
    sheet.saved.emit(NOW)
    assert curtain.words() == "Paused. Everything is saved."


def test_a_name_that_cannot_be_kept_leaves_the_curtain_closed_and_says_why(
    sheet: WorksheetPage, world: CaptureWorld
) -> None:
    def full(_name: str) -> None:
        raise StorageTrouble("The disk is full.")

    sheet.hand_on.keep_with(partial(full))  # type: ignore[arg-type]
    curtain = pause(sheet)
    QTest.keyClicks(curtain.name, "Jo M.")
    curtain.go_on.click()
    assert curtain.isVisible()
    assert curtain.words() == "The disk is full. Take the name out to go on without it."
    curtain.name.clear()
    curtain.go_on.click()
    assert sheet.hand_on.curtain is None


def test_the_lock_takes_the_curtain_along_and_brings_it_back(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    pack = next(path for path in home.made.packs if path.stem.endswith("a"))
    file = tmp_path / "laptop-a.capture"
    entered = in_lane(jobs, partial(entering.enter_pack, pack, None, file, Passphrase("eight grey geese")))
    opened.window.opening.entered.emit(entered)
    settle(opened.window)
    assert opened.window.desk is not None
    page = opened.window.desk.page()
    assert isinstance(page, WorksheetPage)
    curtain = pause(page)
    opened.window.locker.nobody_is_here()
    settle(opened.window)
    screen = opened.window.locker.screen
    assert screen is not None
    assert not curtain.isVisible()
    QTest.keyClicks(screen.field.editor, "eight grey geese")
    QTest.keyClick(screen.field.editor, Qt.Key.Key_Return)
    settle(opened.window)
    assert opened.window.locker.screen is None
    assert curtain.isVisible()
    assert curtain.isFullScreen()
    curtain.go_on.click()
    settle(opened.window)
    assert opened.window.focusWidget() is page.pane.editor
