"""What is seen of typing: what was pasted, misspelt words, and quotations, also under Evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from capture_app.domain.ids import new_id
from capture_app.domain.records import GlossaryTerm, Line
from capture_app.domain.vocabulary import LineKind, Permission, Rule
from capture_app.services.keeping import keep
from capture_app.services.pages import agenda
from capture_app.ui.minutes_page import MinutesPage
from capture_app.ui.synthesis.statement_row import StatementRow
from capture_app.ui.synthesis_page import SynthesisPage
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import press, type_text
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage

_CTRL = Qt.KeyboardModifier.ControlModifier


def pasted_list(stage: Stage) -> QWidget:
    """A list out of a document, with a level below it."""
    window = stage.window(stage.laptop("A"))
    page = window.findChildren(WorksheetPage)[0]
    press(page, Qt.Key.Key_Return, _CTRL, Qt.KeyboardModifier.ShiftModifier)
    QApplication.clipboard().setText(
        "•\tHosts need time\no\tand somebody to ask\no\tand money\n•\tSo do advocates"
    )
    press(page, Qt.Key.Key_V, _CTRL)
    settle(window)
    return window


def pasted_chat(stage: Stage) -> QWidget:
    """A chat under the Chatham House Rule: times are read, names and what went to one person left out."""
    laptop = stage.laptop("C")
    parts = in_lane(stage.jobs, lambda: agenda(laptop.workspace, laptop.about.session))
    window = stage.window(laptop)
    page = stage.page(window, "minutes")
    assert isinstance(page, MinutesPage)
    page.show_part(next(part.id for part in parts if part.rule is Rule.CHATHAM_HOUSE))
    QApplication.clipboard().setText(
        "Ines R.  10:42\nWho reads these notes?\nLee to Me (Direct Message) 10:43\nI have to go\n"
        "Jo M.  10:44\nThe three of us"
    )
    press(page, Qt.Key.Key_V, _CTRL)
    settle(window)
    return window


def glossary_offered(stage: Stage) -> QWidget:
    """A word of the glossary while it is being written."""
    window = stage.window(stage.laptop("A"))
    page = window.findChildren(WorksheetPage)[0]
    # What is open goes when the window changes its size.
    window.resize(1366, 738)
    settle(window)
    for typed in (" ", "Ask the Independent"):
        type_text(page, typed)
        settle(window)
    return window


def glossary_long(stage: Stage) -> QWidget:
    """A word of the glossary with a long meaning, at the end of a line."""
    laptop = stage.laptop("A")
    meaning = " ".join(["what is done so that nobody is hurt by what was meant to help them"] * 3)
    in_lane(
        stage.jobs, partial(keep, laptop.workspace, GlossaryTerm(id=new_id(), term="TIPC", meaning=meaning))
    )
    window = stage.window(laptop)
    page = window.findChildren(WorksheetPage)[0]
    window.resize(1366, 738)
    settle(window)
    for typed in (" ", "Staff ought to be trained and paid for the time, and TIP"):
        type_text(page, typed)
        settle(window)
    return window


def misspelt(stage: Stage) -> QWidget:
    """Words that may be misspelt, in a line long enough to be broken."""
    window = stage.window(stage.laptop("A"))
    assert window.desk is not None
    window.desk.spelling.begin()
    page = window.findChildren(WorksheetPage)[0]
    type_text(
        page,
        " Hosts need saftey and organisations time for survivers, NRM desicions and re-traumatising intervews; "
        "jugdement comes last",
    )
    settle(window)
    return window


def synthesis_misspelt(stage: Stage) -> QWidget:
    """A statement that is being reworded."""
    window = stage.window(stage.lead())
    page = stage.page(window, "synthesis")
    assert isinstance(page, SynthesisPage)
    assert window.desk is not None
    page.panes.show_pane("second")
    row = page.findChildren(StatementRow)[0]
    row.begin_editing()
    assert row.editor is not None
    row.editor.setFocus()
    window.desk.spelling.begin()
    row.editor.begin("Most groups agreed that saftey comes before evrything else that hosts are asked for.")
    settle(window)
    return window


def quoted(stage: Stage) -> QWidget:
    """Quotations with and without permission; one waits for its other words."""
    window = stage.window(stage.laptop("A"))
    page = window.findChildren(WorksheetPage)[0]
    type_text(page, '"They asked me twice, and wrote it down once."')
    press(page, Qt.Key.Key_G, _CTRL, Qt.KeyboardModifier.ShiftModifier)
    type_text(page, '|"Nobody ever told us who reads...|A point in other words #?s1')
    press(page, Qt.Key.Key_Tab)
    type_text(page, '|"Not for the report, this one."')
    for _press in range(2):
        press(page, Qt.Key.Key_G, _CTRL, Qt.KeyboardModifier.ShiftModifier)
    settle(window)
    return window


def synthesis_quoted(stage: Stage) -> QWidget:
    """Quotations under Evidence: one that may be used, and one that waits for its other words."""
    entered = stage.lead()

    def quote() -> None:
        with entered.workspace.unit_of_work() as work:
            line = next(one for one in work.records.all(Line) if one.line_kind is LineKind.QUOTATION)
            work.records.save(
                replace(line, text="“Nobody rings back, so I …", permission=Permission.NOT_ASKED)
            )
            work.commit()

    in_lane(stage.jobs, quote)
    window = stage.window(entered)
    page = stage.page(window, "synthesis")
    assert isinstance(page, SynthesisPage)
    page.panes.show_pane("first")
    quoted = [one.id for one in page.evidence.table.rows.every if one.permission is not None]
    page.evidence.show_item(quoted[0])
    settle(window)
    page.evidence.table.go_to(page.evidence.table.currentIndex().row() + 2)
    settle(window)
    return window


def clock_put_back(stage: Stage) -> QWidget:
    """Two hours, in the middle of a sitting."""
    window = stage.window(stage.laptop("A"))
    assert window.desk is not None
    at = datetime(2024, 5, 16, 14, 3).timestamp()
    window.desk.clock.remember(at)
    window.desk.clock.look_at_clock(at - 2 * 3600)
    settle(window)
    return window


TYPING_SCENES: dict[str, Scene] = {
    "02-worksheet-pasted": pasted_list,
    "02-worksheet-glossary": glossary_offered,
    "02-worksheet-glossary-long": glossary_long,
    "02-worksheet-quoted": quoted,
    "02-worksheet-spelling": misspelt,
    "02-worksheet-clock-put-back": clock_put_back,
    "03-minutes-pasted": pasted_chat,
    "09-synthesis-quoted": synthesis_quoted,
    "09-synthesis-spelling": synthesis_misspelt,
}
