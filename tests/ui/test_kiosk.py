"""The questionnaire: what is promised, one person after another, nothing forced, nothing left, the way out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from capture_app.domain.records import Box
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Given
from capture_app.services.entering import Entered
from capture_app.services.questioning import close_box, questionnaires
from capture_app.ui.dialogs.start_kiosk_dialog import StartKioskDialog
from capture_app.ui.kiosk.bars import SIZES
from capture_app.ui.kiosk.idle import ASKS_AFTER, WIPES_AFTER
from capture_app.ui.kiosk.kiosk_window import KioskWindow
from capture_app.ui.questions_page import QuestionsPage
from capture_app.ui.style import Look, relook
from capture_app.ui.theme import DARK
from capture_app.ui.widgets.label import Prose
from tests.helpers.failing_jobs import FailingJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle

NUMBER = "2468"
ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(facilitator: Entered, lanes: FailingJobs, look: Look) -> Iterator[QuestionsPage]:
    page = QuestionsPage(facilitator.workspace, facilitator.about.session, lanes, look)
    page.show()
    yield page
    page.deleteLater()


def start(page: QuestionsPage, expected: str) -> KioskWindow:
    """Start the kiosk as the facilitator does."""
    page.cards[0].expected.setText(expected)
    page.cards[0].start.click()
    dialog = page.dialog
    assert isinstance(dialog, StartKioskDialog)
    for guessed in ("123", "abcd"):
        dialog.number.setText(guessed)
        dialog.verb.click()
        assert dialog.isVisible(), "three figures are guessed too soon, and letters are no figures"
    dialog.number.setText(NUMBER)
    dialog.verb.click()
    assert page.kiosk is not None
    return page.kiosk


@pytest.fixture
def kiosk(page: QuestionsPage) -> Iterator[KioskWindow]:
    kiosk = start(page, "16")
    yield kiosk
    if page.kiosk is not None:
        leave(kiosk, NUMBER)


def leave(kiosk: KioskWindow, number: str) -> None:
    kiosk.top.staff.click()
    kiosk.staff.editor.setText(number)
    kiosk.staff.button.click()


def press(kiosk: KioskWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(kiosk, key)


def chosen(kiosk: KioskWindow) -> list[str]:
    assert kiosk.question.asked is not None
    return [option.text() for option in kiosk.question.asked.options if option.isChecked()]


def closed(facilitator: Entered, lanes: FailingJobs) -> Box:
    """Close the questionnaire; gives what is kept."""
    job = partial(questionnaires, facilitator.workspace, facilitator.about.session)
    (box,) = in_lane(lanes, job).open
    return in_lane(lanes, partial(close_box, facilitator.workspace, box.id)).value


def test_anonymous_is_promised_only_where_enough_people_are_expected(page: QuestionsPage) -> None:
    card = page.cards[0]
    assert card.promise().startswith("Confidential. The project lead can see your answers, not your name.")
    card.expected.setText("4")
    assert card.promise().startswith("Confidential")
    card.expected.setText("5")
    assert card.promise() == "Anonymous. No name, no time and no order is kept."
    for typed in ("3-4", "5.5", "-6", "about 9"):
        card.expected.setText(typed)
        assert card.promise().startswith("Confidential"), "what is no number promises nothing"
    card.start.click()
    assert page.kiosk is None


def test_the_kiosk_says_what_the_box_was_opened_with(page: QuestionsPage) -> None:
    kiosk = start(page, "3")
    assert kiosk.top.promise.accessibleName() == (
        "Confidential. The project lead can see your answers, not your name."
    )
    read = [one.text() for one in kiosk.findChildren(Prose) if one.isVisible()]
    assert any("Skip any you like" in words for words in read), "the form's own introduction is there"
    assert not any("No name" in words for words in read), "and promises no more than the box"
    leave(kiosk, NUMBER)


def test_what_three_people_answer_is_what_is_in_the_box(
    kiosk: KioskWindow, facilitator: Entered, lanes: FailingJobs
) -> None:
    for way in (_by_keys, _by_taps, _by_skipping):
        kiosk.begin.button.click()
        assert chosen(kiosk) == [], "nothing is preselected"
        way(kiosk)
        assert kiosk.begin.said() == "Thank you. Your answers are in."
    leave(kiosk, NUMBER)
    box = closed(facilitator, lanes)
    assert box.count == 3
    assert box.by_item["purpose"] == (Answer(choice="mostly_agree"),)
    assert box.by_item["briefed"] == (Answer(given=Given.RATHER_NOT_SAY),)
    assert box.by_item["missed"] == (Answer(text="More time."),)
    assert sorted(a.choice for a in box.by_item["local"]) == ["maybe", "yes"]
    assert Answer(choice="yes", reason="We have none.") in box.by_item["local"]


def _by_keys(kiosk: KioskWindow) -> None:
    press(kiosk, Qt.Key.Key_2, ENTER)
    press(kiosk, Qt.Key.Key_5, ENTER)
    press(kiosk, ENTER, ENTER, ENTER, ENTER, ENTER)
    assert kiosk.question.asked is not None
    assert kiosk.question.asked.words is not None
    QTest.keyClicks(kiosk.question.asked.words.box, "More time.")
    QTest.keyClick(kiosk.question.asked.words.box, ENTER)
    kiosk.foot.skip.click()
    press(kiosk, Qt.Key.Key_1)
    assert kiosk.question.asked.words is not None
    QTest.keyClicks(kiosk.question.asked.words.box, "We have none.")
    kiosk.foot.next.click()


def _by_taps(kiosk: KioskWindow) -> None:
    assert kiosk.question.asked is not None
    kiosk.question.asked.options[0].click()
    kiosk.question.asked.options[0].click()
    assert chosen(kiosk) == [], "tapped again, it is empty again"
    for _question in range(9):
        kiosk.foot.next.click()
    kiosk.foot.back.click()
    kiosk.foot.next.click()
    kiosk.question.asked.options[1].click()
    kiosk.foot.next.click()


def _by_skipping(kiosk: KioskWindow) -> None:
    for _question in range(10):
        kiosk.foot.skip.click()


def test_going_back_finds_the_answer_as_it_was(kiosk: KioskWindow) -> None:
    kiosk.start()
    press(kiosk, Qt.Key.Key_3, ENTER)
    kiosk.foot.back.click()
    assert chosen(kiosk) == ["Mostly disagree"]


def test_names_are_asked_to_be_left_out_wherever_one_writes(kiosk: KioskWindow) -> None:
    kiosk.start()
    for _question in range(9):
        kiosk.foot.skip.click()
    assert kiosk.question.asked is not None
    assert kiosk.question.asked.words is not None
    assert kiosk.question.asked.words.box.accessibleDescription().startswith("Do not write names")


def test_nothing_but_the_number_ends_the_kiosk(page: QuestionsPage, kiosk: KioskWindow) -> None:
    kiosk.start()
    for key, held in (
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(kiosk, key, held)
    kiosk.close()
    leave(kiosk, "1357")
    assert kiosk.isVisible()
    assert not page.isVisible()
    leave(kiosk, NUMBER)
    assert not kiosk.isVisible()
    assert page.isVisible()


def test_a_theme_that_changes_while_people_answer_is_taken_over_and_their_text_size_stays(
    kiosk: KioskWindow,
) -> None:
    kiosk.set_text_size(SIZES[-1])
    kiosk.start()
    settle(kiosk)
    before = kiosk.begin.fontMetrics().height()
    relook(kiosk, Look(DARK))
    settle(kiosk)
    assert kiosk.begin.fontMetrics().height() == before
    assert kiosk.grab().toImage().pixelColor(2, kiosk.height() - 2) == QColor(DARK.window)
    assert kiosk.grab().toImage().pixelColor(kiosk.width() - 2, kiosk.height() // 2) == QColor(DARK.surface)


def test_after_three_wrong_numbers_one_has_to_wait(kiosk: KioskWindow) -> None:
    for _try in range(3):
        leave(kiosk, "0000")
    assert not kiosk.staff.button.isEnabled()
    kiosk.staff.wait_is_over()
    assert kiosk.staff.button.isEnabled()


def test_where_nobody_is_left_it_asks_first_and_then_wipes(kiosk: KioskWindow) -> None:
    kiosk.start()
    press(kiosk, Qt.Key.Key_1, ENTER)
    _pass(kiosk, ASKS_AFTER)
    assert kiosk.shown() is kiosk.there
    kiosk.there.button.click()
    assert kiosk.shown() is kiosk.question
    assert kiosk.sitting.answers(), "who is still here loses nothing"
    _pass(kiosk, ASKS_AFTER + WIPES_AFTER)
    assert kiosk.shown() is kiosk.begin
    assert kiosk.sitting.answers() == {}
    assert kiosk.question.asked is None


def _pass(kiosk: KioskWindow, seconds: int) -> None:
    for _ten in range(seconds // 10):
        kiosk.idle.pass_time()


def test_answers_that_could_not_be_saved_stay_and_go_in_at_the_next_try(
    kiosk: KioskWindow, facilitator: Entered, lanes: FailingJobs
) -> None:
    kiosk.start()
    press(kiosk, Qt.Key.Key_1)
    for _question in range(9):
        press(kiosk, ENTER)
    lanes.fail_next("The disk is full, so the answers could not be saved.")
    kiosk.foot.next.click()
    assert kiosk.failed.said() == "Your answers are not in yet."
    assert kiosk.sitting.answers() == {"purpose": Answer(choice="agree")}
    kiosk.failed.button.click()
    assert kiosk.begin.said() == "Thank you. Your answers are in."
    assert kiosk.sitting.answers() == {}
    leave(kiosk, NUMBER)
    assert closed(facilitator, lanes).by_item["purpose"] == (Answer(choice="agree"),)


def test_closing_says_that_it_is_for_good_and_shows_counts_without_percentages(
    page: QuestionsPage, kiosk: KioskWindow
) -> None:
    kiosk.start()
    kiosk.hand_in()
    leave(kiosk, NUMBER)
    page.cards[0].close_box.click()
    assert page.dialog is not None
    assert "cannot be opened again" in _words(page.dialog)
    page.dialog.verb.click()
    words = _words(page.cards[0])
    assert "1 answer" in words
    assert "%" not in words


def _words(widget: QWidget) -> str:
    return " ".join(part.accessibleName() for part in widget.findChildren(QWidget))
