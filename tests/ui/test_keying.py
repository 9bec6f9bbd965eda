"""Typing up forms on paper: few keys, nothing guessed, nothing enforced, nothing left of the form before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from capture_app.domain.ballots import sorted_answers
from capture_app.domain.records import Form
from capture_app.domain.values import SEVERAL_IN_ROW, Answer
from capture_app.domain.vocabulary import Given, WayIn
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.services.questioning import OpenBox, answer, close_box, open_box, questionnaires
from capture_app.ui.keying.keying_sheet import KeyingSheet
from capture_app.ui.style import Look
from tests.helpers.every_question import EVERY_KIND
from tests.helpers.failing_jobs import FailingJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.paper_pile import CLOSED, RATHER_NOT, SEVERAL, Typist, pile

FORMS = 14


def opened(facilitator: Entered, lanes: FailingJobs, form: Form) -> OpenBox:
    """A box for forms on paper."""
    in_lane(lanes, partial(keep, facilitator.workspace, form))
    job = partial(open_box, facilitator.workspace, facilitator.about.session, form.id, FORMS, WayIn.PAPER)
    return in_lane(lanes, job).value


@pytest.fixture
def box(facilitator: Entered, lanes: FailingJobs, request: pytest.FixtureRequest) -> OpenBox:
    return opened(facilitator, lanes, getattr(request, "param", CLOSED))


@pytest.fixture
def sheet(
    facilitator: Entered, box: OpenBox, lanes: FailingJobs, look: Look, request: pytest.FixtureRequest
) -> Iterator[KeyingSheet]:
    form = CLOSED if box.form == CLOSED.id else EVERY_KIND
    take = partial(answer, facilitator.workspace, box.id)
    sheet = KeyingSheet(look, form, lanes, take, count=0, expected=FORMS)
    sheet.resize(1280, 700)
    sheet.show()
    sheet.focus_first()
    yield sheet
    sheet.close()
    sheet.deleteLater()


every_kind = pytest.mark.parametrize("box", [EVERY_KIND], indirect=True)


@pytest.fixture
def typist(sheet: KeyingSheet) -> Typist:
    return Typist(sheet)


def message(sheet: KeyingSheet) -> str:
    return sheet.form.message.text()


def test_ten_closed_questions_cost_at_most_twelve_keys_a_form(
    sheet: KeyingSheet, typist: Typist, box: OpenBox, facilitator: Entered, lanes: FailingJobs
) -> None:
    forms = pile(FORMS)
    given = [one for form in forms for one in form.values()]
    assert RATHER_NOT in given
    assert SEVERAL in given
    assert len(given) < FORMS * len(CLOSED.items), "some are blank"
    typist.type_up(forms)
    assert FORMS * len(CLOSED.items) <= typist.strokes <= FORMS * 12
    assert sheet.counted.text() == "14 forms typed of 14"
    closed = in_lane(lanes, partial(close_box, facilitator.workspace, box.id)).value
    assert closed.answers == sorted_answers(forms)


@every_kind
def test_every_kind_of_question_is_kept_as_it_stands_on_paper(sheet: KeyingSheet, typist: Typist) -> None:
    typist.type("2431\n312\n1+1,200\n3 May 2024\nLong\n")
    assert sheet.form.typed.stop is None
    assert sheet.form.typed.answers() == {
        "how": Answer(choice="o2"),
        "sound": Answer(choice="o4"),
        "liked": Answer(chosen=("o1", "o3")),
        "first": Answer(chosen=("o3", "o1", "o2")),
        "each": Answer(by_row={"room": "o1", "food": SEVERAL_IN_ROW}),
        "miles": Answer(value="1200", unit="Miles"),
        "since": Answer(value="2024-05-03"),
        "word": Answer(text="Long"),
    }


def told_by(sheet: KeyingSheet) -> list[str]:
    """Everything that stands on it."""
    return [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]


@every_kind
def test_what_the_form_would_not_have_asked_is_kept_and_told(sheet: KeyingSheet, typist: Typist) -> None:
    typist.type("14123\n")
    assert sheet.form.typed.answers()["sound"] == Answer(choice="o4")
    told = told_by(sheet)
    assert sum("this is not asked" in words for words in told) == 1
    assert sum("more or less than the form allows" in words for words in told) == 1
    typist.type("\b\b ")
    assert sheet.form.typed.answers()["sound"] == Answer(given=Given.NOT_ASKED), "left empty, it is no blank"


def test_yes_maybe_and_no_have_letters_too_and_a_reason_a_key(sheet: KeyingSheet, typist: Typist) -> None:
    typist.type("1" * 9 + "M" + "/No money yet\n")
    assert sheet.form.typed.answers()["q9"] == Answer(choice="maybe", reason="No money yet")
    typist.type("\by")
    assert sheet.form.typed.answers()["q9"] == Answer(choice="yes", reason="No money yet")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("7", "“7” is no answer here. Nothing was changed."),
        ("y", "“y” is no answer here. Nothing was changed."),
        ("\n", "Nothing is typed here yet. Press Space if nothing is marked on the paper."),
        ("\b", "This is the first question. A form that was put away cannot be opened again."),
        ("/", "The answer just typed takes no reason. Nothing was changed."),
    ],
)
def test_a_wrong_key_says_so_and_changes_nothing(
    sheet: KeyingSheet, typist: Typist, keys: str, said: str
) -> None:
    typist.type(keys)
    assert message(sheet) == said
    assert (sheet.form.typed.place, sheet.form.typed.answers(), sheet.begun) == (0, {}, False)


@every_kind
def test_more_than_one_marked_is_no_mistake_where_several_may_be(sheet: KeyingSheet, typist: Typist) -> None:
    typist.type("1 +")
    assert message(sheet).startswith("Several may be marked here.")
    assert "liked" not in sheet.form.typed.answers()


@every_kind
def test_what_is_no_number_and_no_day_is_kept_as_it_stands_on_the_paper(
    sheet: KeyingSheet, typist: Typist
) -> None:
    """Nobody can be asked again; and left out, it would be counted as a blank."""
    typist.type("1     about 5\n")
    assert sum("cannot be read as one number or day" in words for words in told_by(sheet)) == 1
    typist.type("\b")
    assert sheet.form.view.words is not None
    assert sheet.form.view.words.toPlainText() == "about 5"
    typist.type("\b" * 7 + "12 to 16\n" + "03/04/2024\n" + "-\n")
    answers = sheet.form.typed.answers()
    assert answers["miles"] == Answer(value="12", upper="16", unit="Miles")
    assert answers["since"] == Answer(text="03/04/2024")
    assert answers["word"] == RATHER_NOT


def test_backspace_goes_back_and_enter_keeps_what_was_read(sheet: KeyingSheet, typist: Typist) -> None:
    typist.type("12\b\b")
    assert sheet.form.typed.place == 0
    typist.type("\n3")
    assert sheet.form.typed.answers() == {"q0": Answer(choice="a"), "q1": Answer(choice="md")}


@every_kind
def test_nothing_of_a_form_stays_when_the_next_begins(sheet: KeyingSheet, typist: Typist) -> None:
    before = _shown(sheet)
    typist.type("2431\n312\n1+47\n3 May 2024\nquagga\n")
    assert any("quagga" in words for words in _shown(sheet))
    typist.type("\n")
    assert message(sheet) == "The form is put away. The next begins."
    assert _shown(sheet) == before
    typist.type("1 " + " " + " " + "  ")
    assert sheet.form.view.words is not None
    sheet.form.view.words.undo()
    assert sheet.form.view.words.toPlainText() == ""


def _shown(sheet: KeyingSheet) -> list[str]:
    """Every text in it, shown or hidden, every name and description; but how many forms there are, and what is said."""
    found = []
    for widget in sheet.findChildren(QWidget):
        if widget in (sheet.counted, sheet.form.message):
            continue
        text = widget.text() if isinstance(widget, QLabel) else ""
        words = widget.toPlainText() if isinstance(widget, QPlainTextEdit) else ""
        found += [text, words, widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    return [one for one in found if one]


def test_leaving_in_the_middle_of_a_form_asks_and_between_two_forms_does_not(
    sheet: KeyingSheet, typist: Typist
) -> None:
    left: list[bool] = []
    sheet.left.connect(lambda: left.append(True))
    typist.type("12")
    sheet.leave()
    assert sheet.dialog is not None
    assert left == []
    sheet.dialog.harmless.click()
    assert sheet.form.typed.place == 2
    sheet.stop.click()
    sheet.dialog.verb.click()
    assert left == [True]
    assert not sheet.begun
    QTest.keyClick(sheet.form, Qt.Key.Key_Escape)
    assert left == [True, True]


def test_a_form_that_could_not_be_put_away_is_kept_until_it_can(
    sheet: KeyingSheet, typist: Typist, facilitator: Entered, lanes: FailingJobs
) -> None:
    (form,) = pile(1)
    lanes.fail_next("The disk is full, so the form could not be saved.")
    typist.type_up([form])
    assert not sheet.trouble.isHidden()
    assert sheet.begun
    typist.type("1")
    assert message(sheet) == "A form is not put away yet. Try that again first."
    assert sheet.form.typed.place == 0
    sheet.retry.click()
    assert sheet.trouble.isHidden()
    asked = in_lane(lanes, partial(questionnaires, facilitator.workspace, facilitator.about.session))
    assert [one.count for one in asked.open] == [1]
