"""The lead writes documents from the window: what is ticked is what is there afterwards, or nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from capture_app.domain.records import Session
from capture_app.domain.vocabulary import YesNo
from capture_app.reports import side_by_side
from capture_app.reports.blocks import Report
from capture_app.reports.making import Dress, file_of
from capture_app.services.entering import Entered
from capture_app.services.keeping import entries, keep
from capture_app.ui.documents.choice_card import ALL
from capture_app.ui.documents_page import DocumentsPage
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle


@pytest.fixture
def lead(jobs: InlineJobs, home: ExampleHome, tmp_path: Path) -> Iterator[Entered]:
    lead = home.lead(jobs, tmp_path)
    yield lead
    in_lane(jobs, lead.workspace.close)


@pytest.fixture
def page(
    lead: Entered, jobs: InlineJobs, look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DocumentsPage]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    session = next(row.session.id for row in lead.sessions if row.lines)
    out = tmp_path / "out"
    out.mkdir()
    page = DocumentsPage(lead.workspace, session, jobs, look, folder=out)
    page.show()
    settle(page)
    yield page
    page.hide()
    page.deleteLater()


def names(page: DocumentsPage) -> list[str]:
    return sorted(path.name for path in page.folder.path().iterdir())


def test_what_is_ticked_is_written_and_the_receipt_names_it(page: DocumentsPage) -> None:
    assert page.choice is not None
    page.choice.tick("run-sheet")
    page.choice.tick("questionnaire")
    page.files.ticks["html"].setChecked(True)
    page.write_documents()
    assert page.receipt is not None
    assert names(page) == [
        "questionnaire-before-you-go-sectoral-5.html",
        "questionnaire-before-you-go-sectoral-5.pdf",
        "run-sheet-sectoral-5.html",
        "run-sheet-sectoral-5.pdf",
    ]
    assert sorted(file.path.name for file in page.receipt.receipt.files) == names(page)
    assert page.write.isEnabled()


def test_all_sessions_are_written_under_names_of_their_own(page: DocumentsPage) -> None:
    assert page.choice is not None
    page.choice.session.setCurrentIndex(page.choice.session.findData(ALL))
    page.choice.tick("run-sheet")
    page.write_documents()
    assert len(names(page)) == 16


def test_with_nothing_ticked_it_says_what_is_missing_and_writes_nothing(page: DocumentsPage) -> None:
    assert page.choice is not None
    page.write_documents()
    assert page._note.text() == "Choose a document first."
    page.choice.tick("session-pack")
    page.files.ticks["pdf"].setChecked(False)
    page.write_documents()
    assert page._note.text() == "Choose a kind of file first."
    page.files.ticks["xlsx"].setChecked(True)
    page.write_documents()
    assert page._note.text() == "None of these is written as a spreadsheet. Choose another kind of file."
    assert names(page) == []


def test_a_folder_that_is_gone_is_told_and_another_can_be_chosen(page: DocumentsPage, tmp_path: Path) -> None:
    assert page.choice is not None
    out = page.folder.path()
    page.choice.tick("appendix")
    page.folder.set_path(tmp_path / "gone")
    page.write_documents()
    assert page.trouble.isVisible()
    assert "Nothing can be written in" in page.trouble.accessibleName()
    assert page.receipt is None
    page.folder.set_path(out)
    page.write_documents()
    assert not page.trouble.isVisible()
    assert names(page) == ["summary-of-workshops-independent-modern-slavery-advocate-imsa-framework.pdf"]


def test_cancel_stops_at_the_next_document_and_leaves_nothing(
    page: DocumentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.choice is not None

    def press_cancel(report: Report, ending: str, dress: Dress) -> bytes:
        page.cancel()
        return file_of(report, ending, dress)

    monkeypatch.setattr(side_by_side, "file_of", press_cancel)
    page.choice.tick("run-sheet")
    page.choice.tick("appendix")
    page.write_documents()
    assert page._note.text() == "Stopped. Nothing was written."
    assert names(page) == []
    assert page.write.isEnabled()


def test_a_slip_in_the_team_s_look_is_on_the_receipt(page: DocumentsPage, tmp_path: Path) -> None:
    settings = tmp_path / "config" / "workshop-capture"
    settings.mkdir(parents=True)
    (settings / "house-style.toml").write_text("[page]\nmargin = 2\n", "utf-8")
    assert page.choice is not None
    page.choice.tick("appendix")
    page.write_documents()
    assert page.receipt is not None
    assert page.receipt.receipt.troubles[0].startswith("house-style.toml, line 2, “margin”")


def test_a_session_planned_meanwhile_can_be_chosen(
    page: DocumentsPage, lead: Entered, jobs: InlineJobs
) -> None:
    def plan_one() -> object:
        return keep(lead.workspace, Session(id="new", label="Sectoral 6"))

    jobs.write(plan_one, lambda _done: None, page)
    assert page.choice is not None
    assert page.choice.session.findData("new") >= 0


def test_what_was_ticked_stays_ticked_when_something_else_changes(
    page: DocumentsPage, lead: Entered, jobs: InlineJobs
) -> None:
    assert page.choice is not None
    page.choice.tick("appendix")
    wanted = page.choice.wanted(("pdf",))
    marked = Session(id="new", label="Sectoral 6", in_appendix=YesNo.YES)
    jobs.write(lambda: keep(lead.workspace, marked), lambda _done: None, page)
    assert page.choice.wanted(("pdf",)) == wanted != ()


def test_a_summary_that_would_list_no_session_says_so_beside_its_tick(
    page: DocumentsPage, lead: Entered, jobs: InlineJobs
) -> None:
    def told() -> bool:
        return any("No session is marked for it yet" in one.text() for one in page.findChildren(Prose))

    assert not told()
    for session in in_lane(jobs, lambda: entries(lead.workspace, Session)):
        unmarked = replace(session.record, in_appendix=YesNo.NO)
        jobs.write(partial(keep, lead.workspace, unmarked), lambda _done: None, page)
    settle(page)
    assert told()
