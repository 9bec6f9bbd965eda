"""Worksheets written in the window: questions in order, tried as a scribe sees them, fixed once they are in use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from capture_app.domain.ids import new_id
from capture_app.domain.records import Form, Group, Line, Session, Sheet, Theme, ThemeLabel
from capture_app.domain.vocabulary import ItemKind, Scale
from capture_app.services import keeping, sessions
from capture_app.services.entering import Entered
from capture_app.services.synthesising import synthesis
from capture_app.services.workspaces import Workspace
from capture_app.ui.forms.form_pane import FormPane
from capture_app.ui.forms.form_register import CASES, FORMS
from capture_app.ui.forms.question_row import QuestionRow
from capture_app.ui.forms.questions_editor import QuestionsEditor
from capture_app.ui.forms.trial_dialog import TrialDialog
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.style import Look
from capture_app.ui.synthesis.evidence_filter import EvidenceFilter
from tests.helpers.capture_world import type_text
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import add_record, add_row, control, fill, shown
from tests.helpers.render import settle
from tests.helpers.window import Frame


@pytest.fixture
def entered(entered: Entered, jobs: InlineJobs) -> Entered:
    in_lane(jobs, partial(_frame, entered.workspace))
    return entered


@pytest.fixture
def page(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[SessionsPage]:
    page = SessionsPage(entered.workspace, jobs, look)
    frame = Frame(page, 1150, 680)
    page.show_part(FORMS)
    settle(page)
    yield page
    frame.hide()
    frame.deleteLater()


def _frame(workspace: Workspace) -> None:
    for code, name in (("S1", "Access"), ("S3", "Values")):
        theme = f"0190-{code.lower()}"
        keeping.keep(workspace, Theme(id=theme, code=code))
        keeping.keep(workspace, ThemeLabel(id=new_id(), theme=theme, text=name, preferred=True))


def pane_of(page: SessionsPage) -> FormPane:
    pane = page.pane()
    assert isinstance(pane, FormPane)
    return pane


def add(pane: FormPane, words: str) -> None:
    button = next(one for one in pane.form.findChildren(QPushButton) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(pane)


def rows(pane: FormPane) -> list[QuestionRow]:
    """The questions, from the top."""
    (editor,) = pane.form.findChildren(QuestionsEditor)
    return [row for row in editor.rows if isinstance(row, QuestionRow)]


def write(pane: FormPane, *prompts: str) -> None:
    """A worksheet with these questions."""
    add_record(pane, {"Title": "Riverside worksheet"})
    for number, prompt in enumerate(prompts, 1):
        add(pane, "Add a question")
        fill(pane.form, {f"Question {number}": prompt})
        pane.keep_typed()
        settle(pane)


def kept(jobs: InlineJobs, entered: Entered) -> list[Form]:
    found = in_lane(jobs, partial(keeping.entries, entered.workspace, Form))
    return [one.record for one in found]


def test_a_worksheet_is_written_question_by_question(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = pane_of(page)
    write(pane, "What helps?", "Which values do we keep?")
    second = rows(pane)[1]
    fill(second, {"The group decides": "Keep, amend or drop each", "Section or area": "S3 Values"})
    fill(second, {"Options": "Dignity\nIndependence"})
    pane.keep_typed()
    settle(page)
    second.moved.emit(-1)
    settle(page)
    (form,) = kept(jobs, entered)
    items = sorted(form.items.values(), key=lambda item: item.order)
    assert [item.prompt for item in items] == ["Which values do we keep?", "What helps?"]
    assert [item.scale for item in items] == [Scale.REVIEW, Scale.NONE]
    assert [option.label for option in items[0].options] == ["Dignity", "Independence"]
    assert items[0].theme == "0190-s3"
    assert pane.list.model().index(0, 0).data() == "Riverside worksheet"


def test_the_same_option_twice_is_refused_at_its_field_and_what_is_typed_stays(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = pane_of(page)
    write(pane, "Which values do we keep?")
    (row,) = rows(pane)
    fill(row, {"The group decides": "Keep, amend or drop each", "Options": "Dignity\nIndependence"})
    pane.keep_typed()

    def options() -> list[str]:
        (item,) = kept(jobs, entered)[0].items.values()
        return [option.label for option in item.options]

    fill(row, {"Options": "Dignity\nIndependence\n dignity"})
    pane.keep_typed()
    settle(pane)
    told = " ".join(label.text() for label in row.findChildren(QLabel) if label.isVisible())
    assert "“dignity” stands here twice" in told
    assert "“dignity” is not kept as “Options”" in pane.form.refused()
    assert row.options.labels() == ["Dignity", "Independence", "dignity"]
    assert options() == ["Dignity", "Independence"]

    fill(row, {"Options": "Dignity\nIndependence\nDignity at work"})
    pane.keep_typed()
    assert options() == ["Dignity", "Independence", "Dignity at work"]
    assert pane.form.refused() == ""


def test_only_what_goes_with_the_answer_can_be_seen(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = pane_of(page)
    write(pane, "How many people can one advocate support?")
    assert not control(pane.form, "Options").isVisible()
    fill(rows(pane)[0], {"Answered with": "A figure"})
    settle(page)
    fill(rows(pane)[0], {"Counted in": "people"})
    pane.keep_typed()
    settle(page)
    assert not control(pane.form, "The group decides").isVisible()
    (item,) = kept(jobs, entered)[0].items.values()
    assert (item.kind, item.unit) == (ItemKind.FIGURE, "people")


def test_a_case_is_written_once_and_chosen_at_its_questions(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = pane_of(page)
    write(pane, "What does Mara need first?")
    pane.form.show_page(CASES)
    add(pane, "Add a case")
    fill(pane.form, {"Title of the case": "Mara moves", "What is told": "Mara is moved to another town."})
    pane.keep_typed()
    settle(page)
    fill(rows(pane)[0], {"Case": "Mara moves"})
    pane.keep_typed()
    settle(page)
    (form,) = kept(jobs, entered)
    ((key, case),) = form.cases.items()
    assert (case.title, case.composite) == ("Mara moves", False), (
        "nobody has said yet that it is nobody's story"
    )
    assert [item.case for item in form.items.values()] == [key]


def test_the_tab_key_goes_from_the_head_of_a_form_to_its_questions_in_their_order_and_back(
    page: SessionsPage,
) -> None:
    pane = pane_of(page)
    write(pane, "What helps?", "What hinders?", "What next?")
    rows(pane)[2].moved.emit(-1)
    settle(page)
    of_a_row = ["Help below it", "Answered with", "The group decides", "Section or area"]
    first, second = ["Move down", "Remove this question"], ["Move up", "Move down", "Remove this question"]
    wanted = [
        *("Width of the two sides", "History", "Remove", "Try it", "Print…", "New edition…"),
        "Make a written form of it",
        *("Questions", "Title", "What it is for"),
        *("Question 1", *of_a_row, *first, "Question 2", *of_a_row, *second),
        *("Question 3", *of_a_row, "Move up", "Remove this question", "Add a question, In their order"),
    ]
    pane.list.setFocus()
    assert [_after(page, Qt.Key.Key_Tab) for _stop in wanted] == wanted
    assert [_after(page, Qt.Key.Key_Backtab) for _stop in wanted[1:]] == wanted[-2::-1]
    assert shown(pane.form, "Question 2") == "What next?"


def _after(page: SessionsPage, key: Qt.Key) -> str:
    QTest.keyClick(page.window().focusWidget(), key)
    settle(page)
    return page.window().focusWidget().accessibleName()


def test_what_a_group_wrote_on_is_read_only_and_a_new_edition_begins_with_its_questions(
    page: SessionsPage, entered: Entered, jobs: InlineJobs, look: Look
) -> None:
    pane = pane_of(page)
    write(pane, "What helps?")
    ground = control(pane.form, "Question 1").grab().toImage().pixelColor(12, 44)
    assert ground == look.colour("surface")
    line = in_lane(jobs, partial(_begun, entered.workspace, pane.current))
    jobs.write(partial(keeping.keep, entered.workspace, line), lambda _done: None, page, page)
    settle(page)
    assert "1 group has written on it." in pane.fixed.accessibleName()
    ground = control(pane.form, "Question 1").grab().toImage().pixelColor(12, 44)
    assert ground == look.colour("window"), "as what cannot be changed"
    assert [one.text() for one in rows(pane)[0].findChildren(QPushButton) if one.isVisible()] == []
    QTest.keyClicks(control(pane.form, "Question 1"), "Nothing")
    pane.keep_typed()
    settle(page)
    assert shown(pane.form, "Question 1") == "What helps?"
    pane.ask_edition()
    assert pane.dialog is not None
    QTest.keyClicks(pane.dialog.reason, "Too short.")
    pane.dialog.verb.click()
    settle(page)
    fill(pane.form, {"Question 1": "What helps most?"})
    pane.keep_typed()
    settle(page)
    first, second = sorted(kept(jobs, entered), key=lambda form: form.edition)
    assert first.items.keys() == second.items.keys()
    assert [item.prompt for form in (first, second) for item in form.items.values()] == [
        "What helps?",
        "What helps most?",
    ]


def test_a_worksheet_is_tried_as_a_scribe_sees_it_and_nothing_is_kept(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = pane_of(page)
    write(pane, "What helps?")
    pane.try_it()
    settle(page)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, TrialDialog))
    settle(dialog)
    folder = dialog._trial.folder
    type_text(dialog.page, "Somebody who listens|")
    settle(dialog)
    assert next(view.line.text for view in dialog.page.pane.model.lines()) == "Somebody who listens"
    dialog.accept()
    settle(page)
    assert not folder.exists()
    assert not in_lane(jobs, partial(keeping.entries, entered.workspace, Line))


def _begun(workspace: Workspace, form: str) -> Line:
    """Give the form to a group; gives a line of it."""
    session = Session(id=new_id(), label="Riverside 1")
    keeping.keep(workspace, session)
    keeping.keep(workspace, Group(id=new_id(), session=session.id, label="Group 1"))
    sessions.give_each_group(workspace, session.id, form)
    (sheet,) = keeping.entries(workspace, Sheet)
    return Line(id=new_id(), session=session.id, sheet=sheet.record.id, text="Somebody")


def test_a_worksheet_of_one_s_own_is_on_offer_for_the_groups_as_soon_as_it_is_written(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    page.show_part("sessions")
    sessions_pane = page.session_pane()
    sessions_pane.set_allowed(True)
    add_record(sessions_pane, {"Label": "Riverside 1"})
    sessions_pane.form.show_page("groups")
    add_row(sessions_pane, "Breakout groups", {"Label": "Group 1"})
    page.show_part(FORMS)
    write(pane_of(page), "What helps?")
    page.show_part("sessions")
    settle(page)
    offered = [one.text() for one in sessions_pane.worksheets.findChildren(QPushButton) if one.isVisible()]
    assert "Give each group this worksheet" in offered


def test_nothing_moves_under_the_mouse_when_the_title_of_a_new_form_is_kept(page: SessionsPage) -> None:
    pane = pane_of(page)
    pane.add()
    settle(page)
    fill(pane.form, {"Title": "Riverside worksheet"})
    (editor,) = pane.form.findChildren(QuestionsEditor)
    before = editor.control.mapTo(page, editor.control.rect().topLeft())
    pane.keep_typed()
    settle(page)
    assert editor.control.mapTo(page, editor.control.rect().topLeft()) == before


def test_a_question_that_asks_about_a_section_says_so_and_offers_it_first(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = pane_of(page)
    write(pane, "What helps?")
    fill(rows(pane)[0], {"Section or area": "S3 Values"})
    pane.keep_typed()
    settle(page)
    line = in_lane(jobs, partial(_begun, entered.workspace, pane.current))
    line = replace(line, item=next(iter(kept(jobs, entered)[0].items)))
    in_lane(jobs, partial(keeping.keep, entered.workspace, line))
    pane.try_it()
    settle(page)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, TrialDialog))
    settle(dialog)
    assert "This asks about S3 Values." in dialog.page.body.help.text()
    type_text(dialog.page, "#")
    settle(dialog)
    popup = dialog.page.pane.themes._popup
    assert [offer.words for offer in popup._offers] == ["Values", "Access"]
    dialog.accept()
    settle(page)
    read = in_lane(jobs, partial(synthesis, entered.workspace, line.session))
    assert [item.text for item in read.evidence if EvidenceFilter(theme="0190-s3").keeps(item)] == [
        "Somebody"
    ]
    assert not [item for item in read.evidence if EvidenceFilter(theme="0190-s1").keeps(item)]
