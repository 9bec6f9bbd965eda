"""Written feedback in the window: a response entered, typed up, its file noted; a form made of a worksheet; folding."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from capture_app.domain.record import Record
from capture_app.domain.records import Folding, Form, Line, Response, Return, Session, Sheet
from capture_app.domain.vocabulary import FormPurpose
from capture_app.services import keeping
from capture_app.services.entering import Entered
from capture_app.services.synthesising import synthesis
from capture_app.ui.forms.form_pane import FormPane
from capture_app.ui.forms.form_register import FORMS
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.style import Look
from capture_app.ui.written.registers import FOLDINGS, RESPONSES
from capture_app.ui.written.response_pane import ResponsePane
from tests.helpers.capture_world import type_text
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import add_record, list_rows
from tests.helpers.render import settle
from tests.helpers.window import Frame

R = TypeVar("R", bound=Record)

LETTER = {
    "Respondent, as listed": "Valley Aid",
    "How it came": "By letter",
    "Received on": "3 July 2023",
    "Words as they came": "The waiting list is a year long.\nNobody told us whom to ask.",
}


@pytest.fixture
def entered(home: ExampleHome, jobs: InlineJobs, tmp_path: Path) -> Iterator[Entered]:
    lead = home.lead(jobs, tmp_path)
    yield lead
    in_lane(jobs, lead.workspace.close)


@pytest.fixture
def page(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[SessionsPage]:
    page = SessionsPage(entered.workspace, jobs, look)
    frame = Frame(page, 1150, 680)
    page.show_part(RESPONSES)
    settle(page)
    yield page
    frame.hide()
    frame.deleteLater()


@pytest.fixture
def pane(page: SessionsPage) -> ResponsePane:
    found = page.pane()
    assert isinstance(found, ResponsePane)
    return found


def kept(jobs: InlineJobs, entered: Entered, kind: type[R]) -> list[R]:
    """The records of a kind."""
    return [one.record for one in in_lane(jobs, partial(keeping.entries, entered.workspace, kind))]


def captured(jobs: InlineJobs, entered: Entered) -> Session:
    """The session of the worksheets."""
    sheet = kept(jobs, entered, Sheet)[0]
    return next(one for one in kept(jobs, entered, Session) if one.id == sheet.session)


def add_letter(pane: ResponsePane, jobs: InlineJobs, entered: Entered) -> Response:
    """A letter, filed under the session with the worksheets."""
    session = captured(jobs, entered)
    add_record(pane, {**LETTER, "Session": f"{session.label}, {session.date.given}"})
    (made,) = kept(jobs, entered, Response)
    assert isinstance(made, Response)
    return made


def test_a_letter_is_entered_made_into_lines_and_they_are_evidence_of_its_session(
    pane: ResponsePane, jobs: InlineJobs, entered: Entered
) -> None:
    letter = add_letter(pane, jobs, entered)
    assert (letter.received.edtf, letter.words.count("\n")) == ("2023-07-03", 1)
    QTest.mouseClick(pane.lines_button, Qt.MouseButton.LeftButton)
    settle(pane)
    evidence = in_lane(jobs, partial(synthesis, entered.workspace, letter.session)).evidence
    assert [one.text for one in evidence if "Valley Aid" in one.reference] == letter.words.split("\n")
    assert "2 lines" in str(pane.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_response_is_typed_up_like_a_worksheet_and_nobody_asks_at_which_side_it_was_said(
    pane: ResponsePane, jobs: InlineJobs, entered: Entered
) -> None:
    letter = add_letter(pane, jobs, entered)
    QTest.mouseClick(pane.type_button, Qt.MouseButton.LeftButton)
    settle(pane)
    dialog = pane.dialog
    assert dialog is not None
    assert dialog.page.header.accessibleName() == "Written feedback, Valley Aid"
    assert not dialog.page.header.read_button.isVisible()
    type_text(dialog.page, "A point of the letter.")
    QTest.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    settle(pane)
    (line,) = (one for one in kept(jobs, entered, Line) if one.text == "A point of the letter.")
    (sheet,) = (one for one in kept(jobs, entered, Sheet) if one.response == letter.id)
    assert (line.sheet, line.side, line.session) == (sheet.id, None, letter.session)


def test_the_file_of_a_letter_is_named_with_its_digest_and_undo_takes_that_back(
    pane: ResponsePane, jobs: InlineJobs, entered: Entered, tmp_path: Path
) -> None:
    add_letter(pane, jobs, entered)
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF")
    pane.note_file(path)
    settle(pane)
    (noted,) = kept(jobs, entered, Response)
    assert (noted.file_name, noted.file_digest) == ("letter.pdf", sha256(b"%PDF").hexdigest())
    pane.steps.back()
    settle(pane)
    (back,) = kept(jobs, entered, Response)
    assert (back.file_name, back.file_digest) == ("", "")


def test_a_return_is_offered_and_says_what_is_missing(
    pane: ResponsePane, jobs: InlineJobs, entered: Entered
) -> None:
    add_letter(pane, jobs, entered)
    before = len(kept(jobs, entered, Return))
    QTest.mouseClick(pane.return_button, Qt.MouseButton.LeftButton)
    settle(pane)
    assert len(kept(jobs, entered, Return)) == before
    assert pane.trouble.isVisible()
    assert "Choose the organisation first" in pane.trouble.accessibleName()
    assert pane.trouble.accessibleDescription() == "", "nothing that was typed is in danger"


def test_a_response_with_lines_is_not_removed_and_nothing_is_said_to_be_unsaved(
    pane: ResponsePane, jobs: InlineJobs, entered: Entered
) -> None:
    add_letter(pane, jobs, entered)
    QTest.mouseClick(pane.lines_button, Qt.MouseButton.LeftButton)
    settle(pane)
    unsaved: list[str] = []
    pane.failed.connect(unsaved.append)
    QTest.mouseClick(pane.remove_button, Qt.MouseButton.LeftButton)
    settle(pane)
    assert pane.removal.dialog is None, "nothing is promised that cannot be"
    assert "Lines were made of it" in pane.trouble.accessibleName()
    assert unsaved == []
    assert len(kept(jobs, entered, Response)) == 1


def test_above_the_list_it_says_that_responses_are_not_added_to_those_who_were_there(
    pane: ResponsePane, jobs: InlineJobs, entered: Entered
) -> None:
    add_letter(pane, jobs, entered)
    said = pane._counts.text()
    assert said.startswith("1 response. Of 1 response nobody knows whether they were there.")
    assert "counted twice" in said


def test_the_decision_to_fold_in_is_kept_with_its_reason_and_taken_back(
    page: SessionsPage, jobs: InlineJobs, entered: Entered
) -> None:
    page.show_part(FOLDINGS)
    settle(page)
    add_record(
        page.pane(), {"Why": "Three are too few.", "Decided on": "2023", "Who decided": "The steering group"}
    )
    (made,) = kept(jobs, entered, Folding)
    assert (made.session, made.reason, made.decided_by) == ("", "Three are too few.", "The steering group")
    assert list_rows(page.pane()) == ["All sessions"]
    QTest.mouseClick(page.pane().remove_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert kept(jobs, entered, Folding) == []


def test_a_written_form_is_made_of_a_worksheet_by_one_button_and_shown(
    entered: Entered, jobs: InlineJobs, look: Look
) -> None:
    sessions = SessionsPage(entered.workspace, jobs, look)
    frame = Frame(sessions, 1150, 680)
    sessions.show_part(FORMS)
    settle(sessions)
    pane = sessions.pane()
    assert isinstance(pane, FormPane)
    QTest.mouseClick(pane.written_button, Qt.MouseButton.LeftButton)
    settle(sessions)
    (made,) = (one for one in kept(jobs, entered, Form) if one.purpose is FormPurpose.WRITTEN_FEEDBACK)
    assert pane.current == made.id
    assert not pane.written_button.isVisible()
    worksheet = next(one for one in kept(jobs, entered, Form) if one.purpose is FormPurpose.WORKSHEET)
    assert made.items.keys() == worksheet.items.keys()
    frame.hide()
    frame.deleteLater()
