"""The paper forms of a questionnaire: from its card, typed twice, put right, and closed with what was settled."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from capture_app.domain.records import Box
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Keyed, Promise, WayIn
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.services.paper import type_again
from capture_app.services.questioning import answer, questionnaires
from capture_app.ui.keying.paper_forms import PaperForms
from capture_app.ui.keying.pile_dialog import PileDialog
from capture_app.ui.questions_page import QuestionsPage
from capture_app.ui.style import Look
from tests.helpers.failing_jobs import FailingJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.paper_pile import CLOSED, Typist, keys_for, pile

FORMS = pile(6)


@pytest.fixture
def page(facilitator: Entered, lanes: FailingJobs, look: Look) -> Iterator[QuestionsPage]:
    in_lane(lanes, partial(keep, facilitator.workspace, CLOSED))
    page = QuestionsPage(facilitator.workspace, facilitator.about.session, lanes, look)
    page.resize(1280, 700)
    page.show()
    yield page
    page.close()
    page.deleteLater()


@pytest.fixture
def paper(page: QuestionsPage) -> PaperForms:
    """As the facilitator gets there from the card."""
    (card,) = [one for one in page.cards if one.accessibleName() == CLOSED.title]
    card.paper.click()
    assert isinstance(page.dialog, PileDialog)
    page.dialog.number.setText(str(len(FORMS)))
    page.dialog.verb.click()
    assert page.paper is not None
    return page.paper


def words(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def box_of(paper: PaperForms) -> str:
    return paper._box.id


def type_both(
    paper: PaperForms, facilitator: Entered, lanes: FailingJobs, again: list[dict[str, Answer]]
) -> None:
    """Both entries as they get into the box when they are typed."""
    put = {answer: FORMS, type_again: again}
    for take, forms in put.items():
        for form in forms:
            job = partial(take, facilitator.workspace, box_of(paper), form)
            lanes.write(job, lambda _done: None, paper)


def closed(facilitator: Entered, lanes: FailingJobs) -> Box:
    asked = in_lane(lanes, partial(questionnaires, facilitator.workspace, facilitator.about.session))
    (box,) = [one for one in asked.closed if one.way_in is WayIn.PAPER]
    return box


def close(paper: PaperForms) -> str:
    """Close as the facilitator does; gives what was asked."""
    paper.desk.close_box.click()
    assert paper.dialog is not None
    asked = paper.dialog.windowTitle()
    paper.dialog.verb.click()
    return asked


def test_a_pile_is_typed_from_the_card_and_again_by_somebody_else(
    page: QuestionsPage, paper: PaperForms, facilitator: Entered, lanes: FailingJobs
) -> None:
    for button, forms in ((paper.desk.type, FORMS), (paper.desk.again, FORMS[::-1])):
        button.click()
        assert paper.sheet is not None
        Typist(paper.sheet).type_up(forms)
        paper.sheet.stop.click()
    assert "6 forms typed of 6" in words(paper.desk)
    assert "Both entries agree." in words(paper.desk)
    assert close(paper) == "Close the paper forms of ‘Ten closed questions’ for good?"
    assert page.paper is None
    box = closed(facilitator, lanes)
    assert (box.count, box.keyed) == (6, Keyed.TWICE)
    assert box.promise is Promise.CONFIDENTIAL, "somebody may know a hand"


def test_every_reading_that_differs_is_chosen_from_the_first_the_second_or_typed_anew(
    paper: PaperForms, facilitator: Entered, lanes: FailingJobs
) -> None:
    misread = [dict(one) for one in FORMS]
    wrong = {"q0": Answer(choice="d"), "q1": Answer(choice="d"), "q2": Answer(choice="d")}
    assert all(misread[2].get(key) != reading for key, reading in wrong.items())
    misread[2] |= wrong
    type_both(paper, facilitator, lanes, misread)
    assert "1 form was read differently." in words(paper.desk)
    paper.desk.differs.click()
    view = paper.differs
    assert [key for key, row in view.rows.items() if row.decides] == ["q0", "q1", "q2"]
    assert not view.right.isEnabled(), "nothing is chosen beforehand"
    view.rows["q0"].choose(FORMS[2].get("q0"))
    view.rows["q1"].choose(misread[2]["q1"])
    view.rows["q2"].anew_wanted.emit()
    assert view.dialog is not None
    QTest.keyClick(view.dialog.form, Qt.Key.Key_Minus)
    QTest.keyClick(view.dialog.form, Qt.Key.Key_Return)
    view.right.click()
    assert "Both entries agree." in words(paper.desk)
    assert paper.currentWidget() is paper.desk
    close(paper)
    right = {**FORMS[2], "q1": wrong["q1"], "q2": view.rows["q2"].right}
    box = closed(facilitator, lanes)
    assert right in box.answers


def test_a_form_that_is_in_one_entry_only_is_said_and_kept_or_left_out(
    paper: PaperForms, facilitator: Entered, lanes: FailingJobs
) -> None:
    type_both(paper, facilitator, lanes, [*FORMS[:-2], {"q0": Answer(choice="a")}][: len(FORMS) - 1])
    assert "The second entry has 1 form fewer than the first." in words(paper.desk)
    paper.desk.differs.click()
    view = paper.differs
    single = [n for n, pair in enumerate(view._compared.pairs) if pair.second is None]
    assert len(single) == 1
    view._turn(single[0] - view._place)
    assert "Typed in the first entry only" in words(view)
    view.leave_out.click()
    assert "1 form fewer" not in words(paper.desk)


def test_closing_without_a_second_entry_is_asked_about_and_noted(
    page: QuestionsPage, paper: PaperForms, facilitator: Entered, lanes: FailingJobs
) -> None:
    for form in FORMS:
        lanes.write(partial(answer, facilitator.workspace, box_of(paper), form), lambda _done: None, paper)
    paper.desk.close_box.click()
    assert paper.dialog is not None
    assert paper.dialog.windowTitle() == "Close ‘Ten closed questions’ without a second entry?"
    paper.dialog.harmless.click()
    assert page.paper is paper
    close(paper)
    assert closed(facilitator, lanes).keyed is Keyed.ONCE


def test_a_form_half_typed_is_told_of_when_the_page_is_left_and_is_still_there(
    page: QuestionsPage, paper: PaperForms
) -> None:
    told: list[str] = []
    page.refused.connect(lambda _paper, sentence: told.append(sentence))
    paper.type(again=False)
    assert paper.sheet is not None
    typist = Typist(paper.sheet)
    typist.type("12")
    page.keep_typed()
    assert told[-1].startswith("A paper form is typed in part only.")
    typist.type(keys_for(FORMS[0])[2:] + "\n")
    assert told[-1] == ""


def test_the_kiosk_s_box_and_that_of_paper_stand_beside_each_other(
    page: QuestionsPage, paper: PaperForms
) -> None:
    paper.desk.back.click()
    (card,) = [one for one in page.cards if one.accessibleName() == CLOSED.title]
    assert "0 paper forms typed up" in words(card)
    assert card.expected.isVisibleTo(card), "the kiosk is not open because of that"


def test_an_answer_typed_anew_asks_for_one(
    paper: PaperForms, facilitator: Entered, lanes: FailingJobs
) -> None:
    other: list[dict[str, Answer]] = [dict(one) for one in FORMS]
    other[0]["q9"] = Answer(choice="yes", reason="Only once")
    type_both(paper, facilitator, lanes, other)
    paper.desk.differs.click()
    paper.differs.rows["q9"].anew_wanted.emit()
    assert paper.differs.dialog is not None
    paper.differs.dialog.verb.click()
    assert paper.differs.dialog.isVisible()
    paper.differs.dialog.reject()
    assert not paper.differs.rows["q9"].decided
