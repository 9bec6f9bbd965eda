"""The first synthesis on the screen: statements are written, linked to lines, opened, mended and saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from capture_app.domain.record import RecordId
from capture_app.domain.records import Group, Line, Sheet
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Certainty, Given, LineKind, Permission
from capture_app.services.capturing import fill_in
from capture_app.services.synthesising import StatementView, Synthesis, synthesis
from capture_app.services.workspaces import Workspace
from capture_app.ui.style import Look
from capture_app.ui.synthesis.evidence_filter import EvidenceFilter, Source, State
from capture_app.ui.synthesis.evidence_model import state_words
from capture_app.ui.synthesis.statement_row import StatementRow
from capture_app.ui.synthesis_page import SynthesisPage
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import fill_session, in_lane, plan
from tests.helpers.render import clipped_texts, settle, unnamed_controls

SENTENCE = "Both groups want training together before the first shared case."


@pytest.fixture
def captured(jobs: InlineJobs, tmp_path: Path) -> Iterator[tuple[Workspace, RecordId]]:
    """A lead's workspace with the example's workshop in it, and that session."""
    lead, session = in_lane(jobs, partial(plan, tmp_path / "lead"))
    in_lane(jobs, partial(fill_session, lead))
    yield lead, session
    in_lane(jobs, lead.close)


@pytest.fixture
def page(captured: tuple[Workspace, RecordId], jobs: InlineJobs, look: Look, qtbot: QtBot) -> SynthesisPage:
    page = SynthesisPage(*captured, jobs, look)
    qtbot.addWidget(page)
    page.resize(1178, 690)
    page.show()
    settle(page)
    return page


@pytest.fixture
def kept(captured: tuple[Workspace, RecordId], jobs: InlineJobs) -> Kept:
    return Kept(*captured, jobs)


class Kept:
    """What the workspace holds, whatever the page shows."""

    def __init__(self, workspace: Workspace, session: RecordId, jobs: InlineJobs) -> None:
        self._read = partial(synthesis, workspace, session)
        self._jobs = jobs

    def now(self) -> Synthesis:
        """The synthesis as it stands."""
        return in_lane(self._jobs, self._read)

    def statements(self) -> dict[str, StatementView]:
        """The statements by their words."""
        return {view.statement.text: view for section in self.now().sections for view in section.statements}


def row_at(page: SynthesisPage) -> StatementRow:
    """The statement one is at."""
    row = page.statements.list.current_row()
    assert isinstance(row, StatementRow)
    return row


def undo(page: SynthesisPage) -> None:
    """Press Undo on what stands at the foot of the page."""
    assert page.toast.isVisible()
    page.toast.findChildren(QPushButton)[0].click()


def test_a_statement_is_written_linked_with_l_and_its_evidence_opens(
    page: SynthesisPage, kept: Kept, qtbot: QtBot
) -> None:
    assert (clipped_texts(page), unnamed_controls(page)) == ([], [])
    page.statements.add.click()
    assert page.statements.list.new is not None
    QTest.keyClicks(page.statements.list.new.editor, SENTENCE)
    with qtbot.waitSignal(page.saved):
        QTest.keyClick(page.statements.list.new.editor, Qt.Key.Key_Return)
    assert row_at(page).view.statement.text == SENTENCE
    assert "No evidence yet" in row_at(page).accessibleName()

    page.go_to_pending()
    (wanted,) = page.evidence.table.chosen_items()
    assert not wanted.used_in
    QTest.keyClick(page.evidence.table, Qt.Key.Key_L)
    assert [item.id for item in kept.statements()[SENTENCE].evidence] == [wanted.id]
    assert "1 line" in row_at(page).accessibleName()
    assert page.evidence.foot.link.text() == "unlink"

    row_at(page).buttons().open_evidence.click()
    assert [item.id for item in page.evidence.table.rows.shown] == [wanted.id]


def test_an_unlinked_line_and_a_removed_statement_come_back_with_undo(
    page: SynthesisPage, kept: Kept
) -> None:
    page.statements.list.go_to(1, focus=True)
    view = row_at(page).view
    before = {item.id for item in view.evidence}
    row_at(page).buttons().open_evidence.click()
    QTest.keyClick(page.evidence.table, Qt.Key.Key_L)
    assert len(kept.statements()[view.statement.text].evidence) == len(before) - 1
    undo(page)
    assert {item.id for item in kept.statements()[view.statement.text].evidence} == before

    QTest.keyClick(row_at(page), Qt.Key.Key_Delete)
    assert view.statement.text not in kept.statements()
    undo(page)
    assert {item.id for item in kept.statements()[view.statement.text].evidence} == before


def test_enter_keeps_other_words_and_escape_leaves_a_statement_as_it_was(
    page: SynthesisPage, kept: Kept
) -> None:
    page.statements.list.go_to(1, focus=True)
    before = row_at(page).view.statement.text
    for key, wanted in ((Qt.Key.Key_Escape, before), (Qt.Key.Key_Return, f"{before} Indeed.")):
        QTest.keyClick(row_at(page), Qt.Key.Key_Return)
        editor = row_at(page).editor
        assert editor is not None
        QTest.keyClicks(editor, " Indeed.")
        QTest.keyClick(editor, key)
        assert not row_at(page).is_editing()
        assert wanted in kept.statements()

    page.begin_new()
    assert page.statements.list.new is not None
    QTest.keyClicks(page.statements.list.new.editor, SENTENCE)
    page.keep_typed()  # as the window asks before it closes
    assert SENTENCE in kept.statements()


def test_a_quotation_says_whether_its_words_may_be_used_and_that_it_is_not_finished(
    page: SynthesisPage,
) -> None:
    rows = page.evidence.table.rows
    at = next(row for row, item in enumerate(rows.shown) if item.permission is Permission.GIVEN)

    def said() -> str:
        return str(rows.data(rows.index(at, 0), Qt.ItemDataRole.AccessibleTextRole))

    assert "Permission given." in said()
    assert "Not finished" not in said()
    height = page.evidence.table.rowHeight(at)
    waiting = replace(rows.every[at], permission=Permission.NOT_ASKED, unfinished=True)
    rows.show((*rows.every[:at], waiting, *rows.every[at + 1 :]))
    assert "Permission not asked yet. Not finished." in said()
    assert page.evidence.table.rowHeight(at) >= height


def test_a_line_with_which_not_everybody_agreed_says_so_under_evidence(page: SynthesisPage) -> None:
    rows = page.evidence.table.rows
    before = page.evidence.table.rowHeight(0)
    rows.show((replace(rows.every[0], dissent=True), *rows.every[1:]))
    assert "Not everybody agrees." in str(rows.data(rows.index(0, 0), Qt.ItemDataRole.AccessibleTextRole))
    assert page.evidence.table.rowHeight(0) > before


def test_search_and_filters_narrow_the_evidence_and_pending_items_are_found_in_turn(
    page: SynthesisPage, kept: Kept
) -> None:
    table, every = page.evidence.table, kept.now()
    page.evidence.search.setText("trainin")
    QTest.keyClick(page.evidence.search, Qt.Key.Key_Return)
    found = table.rows.shown
    assert found
    assert all("trainin" in item.text.casefold() for item in found)

    page.evidence.search.setText("trainning")
    QTest.keyClick(page.evidence.search, Qt.Key.Key_Return)
    assert not table.rows.shown
    assert page.evidence.widen.text() == "Search for training"
    page.evidence.widen.click()
    assert table.rows.shown

    page.evidence.search.clear()
    page.evidence.filters.put(
        EvidenceFilter(theme=every.themes[0].id, source=Source.MINUTES, state=State.USED)
    )
    assert all(
        every.themes[0] in item.themes and not item.group and item.used_in for item in table.rows.shown
    )
    page.evidence.filters.clear()
    assert len(table.rows.shown) == len(every.evidence)

    seen = []
    for _number in range(every.pending + 1):
        QTest.keyClick(table, Qt.Key.Key_N)
        seen.append(table.chosen_items()[0].id)
    assert set(seen) == {item.id for item in every.evidence if not item.used_in}
    assert seen[-1] == seen[0]


def test_the_synthesis_is_saved_as_pdf_and_word_and_a_bad_place_is_told(
    page: SynthesisPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.save_report(tmp_path / "synthesis.pdf")
    page.save_report(tmp_path / "synthesis.docx")
    assert page.folder_button.isVisible()
    assert page.folder_button.toolTip() == str(tmp_path)
    assert (tmp_path / "synthesis.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "synthesis.docx").read_bytes().startswith(b"PK")

    with qtbot.assertNotEmitted(page.failed):  # the workspace is saved all the same
        page.save_report(tmp_path / "nowhere" / "synthesis.pdf")
    assert page.trouble.isVisible()
    assert page.save_button.isEnabled()


def test_what_a_group_answered_stands_before_the_lines_of_its_question_and_waits_for_nobody(
    page: SynthesisPage, kept: Kept, captured: tuple[Workspace, RecordId], jobs: InlineJobs
) -> None:
    workspace, session = captured
    before = kept.now()

    def fill() -> None:
        with workspace.unit_of_work() as work:
            groups = work.records.all(Group, session=session)
            one, two = (work.records.all(Sheet, group=group.id)[0] for group in groups)
        figure = Answer(
            value="30",
            upper="40",
            unit="%",
            of="clients",
            certainty=Certainty.ESTIMATE,
            reason="two services",
        )
        fill_in(workspace, one.id, "share", figure)
        fill_in(workspace, two.id, "terms", Answer(given=Given.NOT_DISCUSSED))

    in_lane(jobs, fill)
    page._read()
    settle(page)
    now = kept.now()
    assert (now.used, now.pending) == (before.used, before.pending)
    first, second = (item for item in now.evidence if item.answered)
    assert first.text.endswith("across services? – 30 to 40 % of clients (an estimate): two services")
    assert (first.group, first.reference, second.reference) == ("Group 1", "G1 · Q4", "G2 · Q5")
    assert second.text.endswith(" – Not discussed")
    places = [item.reference for item in now.evidence]
    at = places.index("G1 · Q4")
    assert all(place < "G1 · Q4" for place in places[:at])
    assert places[at + 1] >= "G1 · Q4 · 1"

    assert page.evidence.show_item(first.id)
    assert state_words(first, linked=False) == "Answer of the group"
    page.statements.list.go_to_statement(next(iter(kept.statements().values())).statement.id)
    page.evidence.link_wanted.emit([first])
    assert "An answer stands here to be read." in page._said.text()
    assert kept.now().used == before.used
    page.evidence.filters.put(EvidenceFilter(state=State.PENDING))
    assert not any(item.answered for item in page.evidence.table.rows.shown)


def test_a_note_of_a_scribe_waits_for_no_statement(
    page: SynthesisPage, kept: Kept, captured: tuple[Workspace, RecordId], jobs: InlineJobs
) -> None:
    workspace, _session = captured
    waiting = next(item for item in kept.now().evidence if item.waits and not item.is_ballot)
    before = kept.now().pending

    def note() -> None:
        with workspace.unit_of_work() as work:
            work.records.save(replace(work.records.get(Line, waiting.id), line_kind=LineKind.SCRIBE_NOTE))
            work.commit()

    in_lane(jobs, note)
    page._read()
    settle(page)
    assert kept.now().pending == before - 1
    found = next(item for item in kept.now().evidence if item.id == waiting.id)
    assert state_words(found, linked=False) == "Scribe’s note"
    page.evidence.filters.put(EvidenceFilter(state=State.PENDING))
    assert waiting.id not in {item.id for item in page.evidence.table.rows.shown}


def test_l_at_a_statement_links_the_line_that_is_highlighted_or_says_what_to_choose_first(
    page: SynthesisPage, kept: Kept
) -> None:
    page.statements.list.take_focus()
    row = row_at(page)
    words = row.view.statement.text
    page.evidence.table.clearSelection()
    before = len(kept.statements()[words].evidence)
    QTest.keyClick(row, Qt.Key.Key_L)
    assert "Choose a line under “Evidence” first" in page._said.text()
    assert len(kept.statements()[words].evidence) == before

    behind = {item.id for item in kept.statements()[words].evidence}
    rows = page.evidence.table.rows.shown
    page.evidence.table.selectRow(next(place for place, one in enumerate(rows) if one.id not in behind))
    page.statements.list.take_focus()
    QTest.keyClick(row_at(page), Qt.Key.Key_L)
    assert len(kept.statements()[words].evidence) == before + 1
