"""Words of the glossary come below the line while one types, and take no key from anybody who does not go to them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from capture_app.domain.ids import new_id
from capture_app.domain.records import GlossaryTerm
from capture_app.services.keeping import keep
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import NOW, CaptureWorld, opened_worksheet, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
TERMS = (
    ("NRM", "National Referral Mechanism"),
    ("IDVA", "Independent Domestic Violence Advisor"),
    ("IDVAs", ""),
)


@pytest.fixture
def world(world: CaptureWorld) -> CaptureWorld:
    """A scribe's workspace with a glossary."""
    world.save(*(GlossaryTerm(id=new_id(), term=term, meaning=meaning) for term, meaning in TERMS))
    return world


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    """A worksheet at a question without lines."""
    return opened_worksheet(world, look, qtbot)


def text(page: WorksheetPage) -> str:
    """The words in the editor."""
    return page.pane.editor.text()


def test_the_arrow_key_goes_to_a_word_and_enter_takes_it_as_one_step_of_undo(page: WorksheetPage) -> None:
    type_text(page, "ask the idv")
    assert page.pane.glossary.is_open()
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_Return)
    assert (text(page), page.pane.glossary.is_open()) == ("ask the IDVA", False)
    press(page, Qt.Key.Key_Z, CTRL)
    assert text(page) == "ask the idv"


def test_enter_space_and_tab_do_what_they_always_do(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "first|the idv")
    assert page.pane.glossary.is_open()
    press(page, Qt.Key.Key_Tab)
    assert not page.pane.glossary.is_open()
    type_text(page, " | Natio")
    assert page.pane.glossary.is_open()
    type_text(page, "n of")
    assert not page.pane.glossary.is_open()
    type_text(page, " NR|")
    page.settle()
    assert [(view.line.text, view.line.level) for view in world.lines()] == [
        ("first", 0),
        ("the idv", 1),
        ("Nation of NR", 1),
    ]


def test_escape_refuses_a_word_and_only_that_word(page: WorksheetPage) -> None:
    type_text(page, "idv")
    press(page, Qt.Key.Key_Escape)
    type_text(page, "a")
    assert not page.pane.glossary.is_open()
    type_text(page, " NR")
    assert page.pane.glossary.is_open()
    press(page, Qt.Key.Key_Left)
    assert not page.pane.glossary.is_open()


def test_themes_come_first_and_a_word_kept_later_is_offered(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "#val")
    assert (page.pane.themes.is_open(), page.pane.glossary.is_open()) == (True, False)
    press(page, Qt.Key.Key_Escape)
    type_text(page, " MAR")
    assert not page.pane.glossary.is_open()
    term = GlossaryTerm(id=new_id(), term="MARAC")
    world.jobs.write(lambda: keep(world.workspace, term), lambda _done: None, page)
    type_text(page, "A")
    type_text(page, "C meets, the MARA")
    assert page.pane.glossary.is_open()
    page.pane.editor.clearFocus()
    assert not page.pane.glossary.is_open()


def test_without_typed_codes_nothing_is_offered(world: CaptureWorld, look: Look, qtbot: QtBot) -> None:
    keys = KeyMap(typed_codes=False)
    page = WorksheetPage(world.workspace, world.sheet, world.jobs, look, keymap=keys, now=lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    page.show_item("item/values")
    type_text(page, "ask the idv")
    assert not page.pane.glossary.is_open()


@pytest.mark.parametrize("typed", ["ask the FGM", "Everything"])
def test_a_long_meaning_is_shortened_and_stays_within_the_window(
    world: CaptureWorld, page: WorksheetPage, typed: str
) -> None:
    meaning = "Everything that is done " + "so that nobody is hurt by what was meant to help them, " * 6
    term = GlossaryTerm(id=new_id(), term="FGMSO", meaning=meaning)
    world.jobs.write(lambda: keep(world.workspace, term), lambda _done: None, page)
    type_text(page, f"{typed} ")
    press(page, Qt.Key.Key_Backspace)
    type_text(page, "S" if typed.endswith("M") else " th")
    popup = page.pane.glossary._popup
    assert popup.isVisible()
    assert popup.geometry().right() < popup.host.width()
    assert popup.x() >= page.pane.lines.frame_in(popup.host).left() - 1
    words, detail = popup.words_of(0)
    assert "…" in f"{words}{detail}"
    assert words.startswith(typed.split()[-1])
