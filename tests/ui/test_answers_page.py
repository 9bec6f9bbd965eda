"""A facilitator brings in what people answered in another tool, sees first what comes, and closes it (F6)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from capture_app.domain.vocabulary import WayIn
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.services.questioning import questionnaires
from capture_app.ui.answers.answers_dialog import AnswersDialog
from capture_app.ui.dialogs.question import Question
from capture_app.ui.form_card import FormCard
from capture_app.ui.questions_page import QuestionsPage
from capture_app.ui.style import Look
from tests.helpers.answer_exports import ASKED, LIMESURVEY, as_csv
from tests.helpers.failing_jobs import FailingJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle


@pytest.fixture
def page(facilitator: Entered, lanes: FailingJobs, look: Look) -> Iterator[QuestionsPage]:
    in_lane(lanes, partial(keep, facilitator.workspace, ASKED))
    page = QuestionsPage(facilitator.workspace, facilitator.about.session, lanes, look)
    page.show()
    settle(page)
    yield page
    page.deleteLater()


def shown(page: QuestionsPage, look: Look, path: Path) -> AnswersDialog:
    page.answers_in.take(ASKED.id, look, path)
    settle(page)
    dialog = page.answers_in.dialog
    assert dialog is not None
    return dialog


def card(page: QuestionsPage) -> FormCard:
    settle(page)
    return next(one for one in page.cards if ASKED.title in words_on(one))


def words_on(widget: QWidget) -> str:
    return " ".join(
        one.accessibleName() or str(one.property("text") or "") for one in widget.findChildren(QWidget)
    )


def test_what_a_file_holds_is_shown_can_be_put_otherwise_and_comes_in(
    page: QuestionsPage, facilitator: Entered, lanes: FailingJobs, look: Look, tmp_path: Path
) -> None:
    path = tmp_path / "survey.csv"
    path.write_text(as_csv(LIMESURVEY), encoding="utf-8")
    dialog = shown(page, look, path)
    assert dialog.facts.text() == "An export of LimeSurvey. 3 people answered."
    assert "1 person did not finish and is left out." in words_on(dialog)
    assert dialog.verb.text() == "Bring in 3 answers"
    dialog.unfinished.setChecked(True)
    settle(page)
    assert dialog.verb.text() == "Bring in 4 answers"
    useful = dialog.columns[0]
    assert useful.currentText() == "1. Was it useful?"
    useful.setCurrentIndex(0)
    settle(page)
    assert "counted as not asked: Was it useful?" in words_on(dialog)
    useful.setCurrentIndex(1)
    settle(page)
    for wrong, why in (("2-3", "in figures"), ("3", "More people answered than that.")):
        dialog.expected.setText(wrong)
        dialog.verb.click()
        assert why in dialog.said()
    dialog.expected.setText("20")
    dialog.verb.click()
    settle(page)
    (opened,) = in_lane(lanes, partial(questionnaires, facilitator.workspace, facilitator.about.session)).open
    assert (opened.way_in, opened.count, opened.expected) == (WayIn.FILE, 4, 20)
    assert "4 answers of a file are in" in words_on(card(page))


def test_answers_of_a_file_are_closed_for_good_and_counted(
    page: QuestionsPage, look: Look, tmp_path: Path
) -> None:
    path = tmp_path / "survey.csv"
    path.write_text(as_csv(LIMESURVEY), encoding="utf-8")
    shown(page, look, path).verb.click()
    card(page).close_file.click()
    assert isinstance(page.dialog, Question)
    assert "A newer file cannot take their place then." in words_on(page.dialog)
    page.dialog.verb.click()
    closed = card(page)
    assert "Closed, 3 answers" in words_on(closed)
    assert not closed.file.isVisible()


def test_the_answers_of_a_file_are_taken_out_again_only_when_that_is_meant(
    page: QuestionsPage, facilitator: Entered, lanes: FailingJobs, look: Look, tmp_path: Path
) -> None:
    path = tmp_path / "survey.csv"
    path.write_text(as_csv(LIMESURVEY), encoding="utf-8")
    shown(page, look, path).verb.click()
    about = partial(questionnaires, facilitator.workspace, facilitator.about.session)
    for answered, left in ((False, [3]), (True, [])):
        card(page).take_out.click()
        assert isinstance(page.dialog, Question)
        assert "The file itself stays where it is, and can be brought in again." in words_on(page.dialog)
        assert page.dialog.harmless.isDefault()
        (page.dialog.verb if answered else page.dialog.harmless).click()
        settle(page)
        assert [one.count for one in in_lane(lanes, about).open if one.way_in is WayIn.FILE] == left
    assert "Bring in a file of answers" in card(page).file.text()
    assert not card(page).take_out.isVisible()


def test_a_file_that_is_none_is_told_on_the_page_and_nothing_comes_in(
    page: QuestionsPage, look: Look, tmp_path: Path
) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    page.answers_in.take(ASKED.id, look, path)
    settle(page)
    assert page.answers_in.dialog is None
    assert page.trouble.isVisible()
    assert page.trouble.accessibleName() == "This file is not text that can be read. Nothing was added."
    assert "Bring in a file of answers" in card(page).file.text()
