"""The history of a record where it stands: from the line one writes, from a statement; told, brought back, undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.ids import new_id
from capture_app.domain.records import Line, Statement
from capture_app.services.erasing import erase_record
from capture_app.services.keeping import entry, keep
from capture_app.services.workspaces import Workspace
from capture_app.ui.history.history_dialog import HistoryDialog
from capture_app.ui.history.history_panel import AT_ONCE
from capture_app.ui.style import Look
from capture_app.ui.synthesis.statement_row import StatementRow
from capture_app.ui.synthesis_page import SynthesisPage
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.example_home import ExampleHome
from tests.helpers.failing_jobs import FailingJobs
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane, plan
from tests.helpers.render import clipped_texts, settle, unnamed_controls
from tests.helpers.window import Opened

CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier


def dialog_of(page: QWidget) -> HistoryDialog:
    (dialog,) = page.findChildren(HistoryDialog)
    return dialog


def test_what_became_of_a_line_is_told_and_an_older_wording_stands_again(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    opened.window.opening.entered.emit(home.fresh_laptop(jobs, tmp_path, "A"))
    settle(opened.window)
    assert opened.window.desk is not None
    page = opened.window.desk.page()
    assert isinstance(page, WorksheetPage)
    QTest.keyClicks(page.pane.editor, "Short meetings help.")
    QTest.keyClick(page.pane.editor, Qt.Key.Key_Return)
    QTest.keyClick(page.pane.editor, Qt.Key.Key_Up)
    QTest.keyClick(page.pane.editor, Qt.Key.Key_End)
    QTest.keyClicks(page.pane.editor, " Every fortnight.")
    QTest.keyClick(opened.window, Qt.Key.Key_H, BOTH)

    dialog = dialog_of(page)
    settle(dialog)
    newest, oldest = dialog.desk.panel.entries
    assert "Stands now" in newest.accessibleName()
    assert "First written" in oldest.accessibleName()
    assert newest.version.changes[0].after == "Short meetings help. Every fortnight."
    assert (clipped_texts(dialog), unnamed_controls(dialog)) == ([], [])
    assert oldest.bring_back is not None
    oldest.bring_back.click()
    assert page.pane.model.at(0).line.text == "Short meetings help."
    assert page.pane.editor.text() == "Short meetings help."
    assert len(dialog.desk.panel.entries) == 3
    QTest.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert page.pane.model.at(0).line.text == "Short meetings help. Every fortnight."
    dialog.close_button.click()


def test_a_line_without_words_has_no_history_to_show(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    opened.window.opening.entered.emit(home.fresh_laptop(jobs, tmp_path, "A"))
    settle(opened.window)
    opened.window.show_history()
    assert opened.window.findChildren(HistoryDialog) == []


def test_statements_their_evidence_and_every_step_are_undone_and_done_again_by_key(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    entered = home.lead(jobs, tmp_path)
    opened.window.opening.entered.emit(entered)
    assert opened.window.desk is not None
    opened.window.desk.show_page("synthesis")
    settle(opened.window)
    page = opened.window.desk.page()
    assert isinstance(page, SynthesisPage)
    states = [_state(page)]
    page.begin_new()
    assert page.statements.list.new is not None
    QTest.keyClicks(page.statements.list.new.editor, "A sentence to undo.")
    QTest.keyClick(page.statements.list.new.editor, Qt.Key.Key_Return)
    states.append(_state(page))
    page.go_to_pending()
    QTest.keyClick(page.evidence.table, Qt.Key.Key_L)
    states.append(_state(page))
    row = page.statements.list.current_row()
    assert isinstance(row, StatementRow)
    row.mended.emit("A sentence in other words.")
    states.append(_state(page))
    row.removed.emit()
    states.append(_state(page))
    assert len({repr(state) for state in states[:-1]}) == 4
    assert states[-1] == states[0]

    for expected in reversed(states[:-1]):
        QTest.keyClick(page.evidence.table, Qt.Key.Key_Z, CONTROL)
        assert _state(page) == expected
        assert page.toast.isVisible()
    for expected in states[1:]:
        QTest.keyClick(page.evidence.table, Qt.Key.Key_Z, BOTH)
        assert _state(page) == expected
    QTest.keyClick(page.evidence.table, Qt.Key.Key_Z, BOTH)
    assert _state(page) == states[-1], "there is nothing more to do again"


def _state(page: SynthesisPage) -> dict[str, list[str]]:
    """Every statement with what it rests on, as the page shows it."""
    shown = page._shown
    assert shown is not None
    views = [view for section in shown.sections for view in section.statements]
    return {view.statement.text: sorted(item.id for item in view.evidence) for view in views}


@pytest.fixture
def failing(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[FailingJobs, Workspace]]:
    jobs = FailingJobs()
    workspace, _session = in_lane(jobs, partial(plan, tmp_path / "lead"))
    yield jobs, workspace
    in_lane(jobs, workspace.close)
    jobs.close()


def test_what_could_not_be_brought_back_or_undone_is_said_and_can_be_tried_again(
    failing: tuple[FailingJobs, Workspace], look: Look, qtbot: QtBot
) -> None:
    jobs, workspace = failing
    statement = Statement(id=new_id(), session="s", text="One.")
    in_lane(jobs, partial(keep, workspace, statement))
    in_lane(jobs, partial(keep, workspace, replace(statement, text="Two.")))
    dialog = HistoryDialog(look, workspace, "Statement", statement.id, jobs)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    settle(dialog)
    oldest = dialog.desk.panel.entries[-1]
    assert oldest.bring_back is not None
    jobs.fail_next("The disk is full.")
    oldest.bring_back.click()
    assert dialog.desk.trouble.isVisible()
    assert _words(jobs, workspace, statement) == "Two."
    oldest.bring_back.click()
    assert not dialog.desk.trouble.isVisible()
    assert _words(jobs, workspace, statement) == "One."
    jobs.fail_next("The disk is full.")
    QTest.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert dialog.desk.trouble.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert _words(jobs, workspace, statement) == "Two."


def _words(jobs: InlineJobs, workspace: Workspace, statement: Statement) -> str:
    found = in_lane(jobs, partial(entry, workspace, Statement, statement.id))
    assert found is not None
    return found.record.text


def test_erased_words_say_so_and_old_changes_of_a_long_history_come_on_demand(
    failing: tuple[FailingJobs, Workspace], look: Look, qtbot: QtBot
) -> None:
    jobs, workspace = failing
    line = Line(id=new_id(), session="s", text="0")
    for number in range(AT_ONCE + 5):
        in_lane(jobs, partial(keep, workspace, replace(line, text=str(number))))
    dialog = HistoryDialog(look, workspace, "Line", line.id, jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    panel = dialog.desk.panel
    assert len(panel.entries) == AT_ONCE
    assert "5" in panel.older.text()
    panel.older.click()
    assert len(panel.entries) == AT_ONCE + 5
    assert panel.older.isHidden()

    in_lane(jobs, partial(erase_record, workspace, line.id))
    panel.show_versions(())
    dialog.desk.show_record("Line", line.id)
    assert all("Words erased" in one.accessibleName() and one.bring_back is None for one in panel.entries)


def test_an_error_that_is_nobody_s_fault_is_told_in_a_sentence(
    failing: tuple[FailingJobs, Workspace], look: Look, qtbot: QtBot
) -> None:
    jobs, workspace = failing
    dialog = HistoryDialog(look, workspace, "Line", new_id(), jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.desk.panel.entries == []
    dialog.desk.tell(StorageTrouble("The workspace file is damaged. Nothing was changed."))
    assert dialog.desk.trouble.isVisible()
