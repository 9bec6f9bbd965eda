"""Search across everything on the screen: hits as one types, what is chosen, and the way to where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from capture_app.domain.records import Line
from capture_app.services.entering import Entered
from capture_app.services.keeping import entry, keep
from capture_app.services.searching import Narrow, search
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.desk import Desk
from capture_app.ui.jobs import Failed
from capture_app.ui.search_page import SearchPage
from capture_app.ui.style import Look
from capture_app.ui.synthesis.statement_row import StatementRow
from capture_app.ui.synthesis_page import SynthesisPage
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import clipped_texts, settle, unnamed_controls
from tests.helpers.window import Opened

T = TypeVar("T")


def on_search(opened: Opened, entered: Entered) -> tuple[Desk, SearchPage]:
    """The search of a window on this workspace, opened by its key."""
    opened.window.opening.entered.emit(entered)
    settle(opened.window)
    QTest.keyClick(opened.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk = opened.window.desk
    assert desk is not None
    page = desk.page()
    assert isinstance(page, SearchPage)
    assert page.hits.field.hasFocus()
    return desk, page


def ask(page: SearchPage, words: str) -> list[str]:
    """Type words and wait for nothing; gives the passages found."""
    page.hits.field.clear()
    QTest.keyClicks(page.hits.field, words)
    page.hits.ask_now()
    return [hit.passage for hit in page.hits.table.rows.shown]


def choose(page: SearchPage, kind: str) -> None:
    """Go to the first hit of a kind."""
    kinds = [hit.kind for hit in page.hits.table.rows.shown]
    page.hits.table.go_to(kinds.index(kind))


def test_a_lead_finds_a_word_reads_it_and_goes_to_where_it_stands(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    desk, page = on_search(opened, home.lead(jobs, tmp_path))
    assert all("case" in passage.casefold() for passage in ask(page, "cas"))
    assert page.hits.table.rows.rowCount() > 3
    assert (clipped_texts(page), unnamed_controls(page)) == ([], [])
    choose(page, "Line")
    reading = page.card.reading
    assert reading is not None
    assert reading.kind == "Line"
    assert len(page.card.history.panel.entries) == 1

    QTest.keyClick(page.hits.field, Qt.Key.Key_Down)
    assert page.hits.table.hasFocus()
    QTest.keyClick(page.hits.table, Qt.Key.Key_Return)
    synthesis = desk.page()
    assert isinstance(synthesis, SynthesisPage)
    assert [item.id for item in synthesis.evidence.table.chosen_items()] == [reading.record]

    desk.show_page("search")
    choose(page, "Statement")
    page.card.open.click()
    row = synthesis.statements.list.current_row()
    assert isinstance(row, StatementRow)
    assert page.card.reading is not None
    assert row.view.statement.id == page.card.reading.record


@pytest.mark.parametrize(("letter", "sheets"), [("A", True), ("C", False)])
def test_a_scribe_goes_to_the_line_in_the_worksheet_or_the_minutes(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path, letter: str, sheets: bool
) -> None:
    entered = home.laptop(jobs, tmp_path, letter)
    with_words = in_lane(jobs, partial(_a_line, entered.workspace, sheets))
    desk, page = on_search(opened, entered)
    ask(page, f'"{with_words.text}"')
    page.hits.narrowing.put(Narrow(own=True, kinds=("Line",)))
    assert [hit.record for hit in page.hits.table.rows.shown] == [with_words.id]
    QTest.keyClick(page.hits.field, Qt.Key.Key_Return)
    settle(opened.window)
    capture = desk.page()
    assert isinstance(capture, CapturePage)
    active = capture.pane.desk.active()
    assert active is not None
    assert active.line.id == with_words.id
    assert capture.pane.editor.hasFocus()


def _a_line(workspace: Workspace, sheets: bool) -> Line:
    with workspace.unit_of_work() as work:
        lines = [line for line in work.records.all(Line) if bool(line.sheet) == sheets and line.text]
    return max((line for line in lines if '"' not in line.text and "“" not in line.text), key=_length)


def _length(line: Line) -> int:
    return len(line.text)


def test_nothing_found_offers_the_word_that_was_meant_and_filters_can_be_taken_off(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    _desk, page = on_search(opened, home.lead(jobs, tmp_path))
    assert ask(page, "traning") == []
    assert page.hits.widen.text() == "Search for training"
    page.hits.widen.click()
    assert page.hits.field.text() == "training"
    assert page.hits.table.rows.shown

    page.hits.narrowing.put(Narrow(session="nowhere"))
    assert page.hits.widen.text() == "Take the filters off"
    page.hits.widen.click()
    assert page.hits.table.rows.shown
    page.hits.field.clear()
    page.hits.ask_now()
    assert page.card.reading is None


def test_what_comes_too_late_is_not_shown_and_what_fails_is_said(
    home: ExampleHome, look: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    jobs = HeldJobs()
    entered = home.lead(jobs, tmp_path)
    page = SearchPage(entered.workspace, jobs, look, opens=lambda _reading: False, statements=True)
    qtbot.addWidget(page)
    page.show()
    jobs.hold()
    ask(page, "meeting")
    ask(page, "traini")
    ask(page, "training")
    jobs.let_go()
    assert page.hits.table.rows.shown
    assert all("training" in hit.passage.casefold() for hit in page.hits.table.rows.shown)
    assert jobs.searched == 2, "what was typed in between is never looked for"

    in_lane(jobs, entered.workspace.close)
    ask(page, "group")
    assert page.trouble.isVisible()
    jobs.close()


class HeldJobs(InlineJobs):
    """Jobs whose answers are kept back for a while."""

    def __init__(self) -> None:
        super().__init__(_raise)
        self._held: list[Callable[[], None]] | None = None
        self.searched = 0

    def hold(self) -> None:
        self._held, self.searched = [], 0

    def let_go(self) -> None:
        held, self._held = self._held or [], None
        for each in held:
            each()

    def read(
        self,
        fn: Callable[[], T],
        deliver: Callable[[T], None],
        owner: QObject,
        *,
        on_error: Failed | None = None,
    ) -> None:
        """As always, or later."""
        searching = isinstance(fn, partial) and fn.func is search
        self.searched += searching
        if self._held is None or not searching:
            super().read(fn, deliver, owner, on_error=on_error)
            return
        held = self._held
        super().read(fn, lambda found: held.append(lambda: deliver(found)), owner, on_error=on_error)


def _raise(error: BaseException) -> None:
    raise error


def test_an_older_version_is_brought_back_from_the_search_and_undone_with_the_keyboard(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    entered = home.lead(jobs, tmp_path)
    line = in_lane(jobs, partial(_a_line, entered.workspace, True))
    in_lane(jobs, partial(keep, entered.workspace, replace(line, text="Zebras crossed.")))
    _desk, page = on_search(opened, entered)
    assert ask(page, "zebra") == ["Zebras crossed."]
    newest, oldest = page.card.history.panel.entries
    assert newest.bring_back is None
    assert oldest.bring_back is not None
    oldest.bring_back.click()
    assert _text(jobs, entered.workspace, line) == line.text
    assert ask(page, "zebra") == []
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _text(jobs, entered.workspace, line) == "Zebras crossed."
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page, Qt.Key.Key_Z, both)
    assert _text(jobs, entered.workspace, line) == line.text


def _text(jobs: InlineJobs, workspace: Workspace, line: Line) -> str:
    found = in_lane(jobs, partial(entry, workspace, Line, line.id))
    assert found is not None
    return found.record.text
