"""A worksheet with a list to go through, one with a case, and one with a figure."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from capture_app.services.entering import enter
from capture_app.services.merging import merge
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import press, type_text
from tests.helpers.lead_world import in_lane, make_world_of_a_decision
from tests.helpers.list_world import LIST, ask_for_verdicts, choose_among
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def going_through(stage: Stage) -> QWidget:
    """Two options are decided, one is not, and one was added."""
    window, page = _opened(stage, LIST)
    press(page, Qt.Key.Key_F2)
    type_text(page, ": say what it means in practice|")
    press(page, Qt.Key.Key_F3)
    press(page, Qt.Key.Key_P, _CTRL, _SHIFT)
    for typed in (" ", "of the whole service and not only of the advocate", " #val"):
        type_text(page, typed)
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_End)
    press(page, Qt.Key.Key_Return)
    type_text(page, "Being believed /y")
    press(page, Qt.Key.Key_1, _CTRL)
    settle(window)
    return window


def weighing(stage: Stage) -> QWidget:
    """What speaks for a model, and what against it, with a place to look."""
    window, page = _opened(stage, "model")
    type_text(page, "Hosts know the town and its services /y|")
    type_text(page, "A small host closes when one person leaves /o")
    page.pane.asks.reference()
    field = window.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "evaluation of the first year")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(window)
    return window


def weighing_two(stage: Stage) -> QWidget:
    """Two models, each with what speaks for it and against it; one column is empty, and one writes in another."""
    window, page = _opened(stage, "models")
    type_text(page, "Hosts know the town and its services|Young people stay in their schools")
    press(page, Qt.Key.Key_O, _CTRL, _SHIFT)
    type_text(page, "A small host closes when one person leaves, and then there is nobody for months")
    press(page, Qt.Key.Key_2, _CTRL)
    for _step in range(3):
        press(page, Qt.Key.Key_Down)
    type_text(page, "One number to ring /y|The same everywhere")
    settle(window)
    return window


def choosing(stage: Stage) -> QWidget:
    """Wordings to choose from, of which two are chosen."""
    laptop = stage.laptop("A", fresh=True)
    sheet = laptop.sheets[0].id
    in_lane(stage.jobs, lambda: ask_for_verdicts(laptop.workspace, sheet))
    in_lane(stage.jobs, lambda: choose_among(laptop.workspace, sheet))
    window = stage.window(laptop)
    page = window.findChildren(WorksheetPage)[0]
    page.show_item(f"item/{LIST}")
    settle(window)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Down, Qt.Key.Key_F2, Qt.Key.Key_Down):
        press(page, key)
    settle(window)
    return window


def case(stage: Stage) -> QWidget:
    """A case, told before the group is asked about it."""
    window, page = _opened(stage, "mara")
    type_text(page, "Somebody who meets her at the station|A phone with credit, on the first day")
    settle(window)
    return window


def figure(stage: Stage) -> QWidget:
    """A range, what it is of, and who said it."""
    window, _page = _opened(stage, "share")
    for typed in ("30", "40", "", "", "", "two services"):
        field = window.focusWidget()
        assert field is not None
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Tab)
    settle(window)
    return window


def replaced(stage: Stage) -> QWidget:
    """Other words stand in place of an option, and a key could not do what it does."""
    window, page = _opened(stage, LIST)
    window.resize(1366, 738)
    settle(window)
    page.pane.editor.selectAll()
    type_text(page, "Being treated as a person by everybody one meets /w")
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_N, _CTRL, _SHIFT)
    settle(window)
    return window


def unsettled(stage: Stage) -> QWidget:
    """Evidence with a decision that two laptops made otherwise, which nobody has settled yet."""
    (lead,) = stage.copies(_merged)
    window = stage.window(stage.opened(in_lane(stage.jobs, lambda: enter(lead, None))))
    stage.page(window, "synthesis")
    return window


def _merged(folder: Path) -> list[Path]:
    world = make_world_of_a_decision(folder)
    merge(world.lead, world.bundles)
    world.lead.close()
    return [world.lead.path]


def _opened(stage: Stage, item: str) -> tuple[QWidget, WorksheetPage]:
    laptop = stage.laptop("A", fresh=True)
    in_lane(stage.jobs, lambda: ask_for_verdicts(laptop.workspace, laptop.sheets[0].id))
    window = stage.window(laptop)
    page = window.findChildren(WorksheetPage)[0]
    page.show_item(f"item/{item}")
    settle(window)
    return window, page


VERDICT_SCENES: dict[str, Scene] = {
    "02-worksheet-list": going_through,
    "02-worksheet-weighing": weighing,
    "02-worksheet-weighing-two": weighing_two,
    "02-worksheet-choosing": choosing,
    "02-worksheet-replaced": replaced,
    "02-decision-unsettled": unsettled,
    "02-worksheet-case": case,
    "02-worksheet-figure": figure,
}
