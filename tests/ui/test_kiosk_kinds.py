"""Every kind of question on the kiosk, with conditions, limits and languages: what is answered is what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Given
from capture_app.paths import resource
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.services.questioning import OpenBox, close_box, open_box, questionnaires
from capture_app.ui.kiosk.asking import asked_for, tried
from capture_app.ui.kiosk.kiosk_window import KioskWindow
from capture_app.ui.style import Look
from capture_app.words import SOURCE, _, speak, speak_here
from tests.helpers.every_question import EVERY_KIND
from tests.helpers.failing_jobs import FailingJobs
from tests.helpers.lead_world import in_lane

ENTER = Qt.Key.Key_Return


@pytest.fixture
def box(facilitator: Entered, lanes: FailingJobs) -> OpenBox:
    """An open box for it, in which twenty are expected."""
    in_lane(lanes, partial(keep, facilitator.workspace, EVERY_KIND))
    session = facilitator.about.session
    return in_lane(lanes, partial(open_box, facilitator.workspace, session, EVERY_KIND.id, 20)).value


@pytest.fixture
def kiosk(facilitator: Entered, box: OpenBox, lanes: FailingJobs, look: Look) -> Iterator[KioskWindow]:
    kiosk = KioskWindow(asked_for(facilitator.workspace, box, EVERY_KIND, "2468"), lanes, look)
    kiosk.resize(1366, 768)
    kiosk.show()
    yield kiosk
    kiosk.top.staff.click()
    kiosk.staff.editor.setText("2468")
    kiosk.staff.button.click()
    kiosk.deleteLater()


def at(kiosk: KioskWindow) -> str:
    return kiosk.question.prompt.text()


def press(kiosk: KioskWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(kiosk, key)


def tap(kiosk: KioskWindow, *places: int) -> None:
    assert kiosk.question.asked is not None
    for place in places:
        kiosk.question.asked.options[place].click()


def write(kiosk: KioskWindow, words: str) -> None:
    assert kiosk.question.asked is not None
    assert kiosk.question.asked.words is not None
    kiosk.question.asked.words.set_text(words)
    press(kiosk, ENTER)


def up_to(kiosk: KioskWindow, prompt: str) -> None:
    kiosk.start()
    while at(kiosk) != prompt:
        kiosk._on_skip()


def test_every_kind_is_answered_and_kept_as_it_was_meant(
    kiosk: KioskWindow, box: OpenBox, facilitator: Entered, lanes: FailingJobs
) -> None:
    kiosk.start()
    press(kiosk, ENTER, Qt.Key.Key_2, ENTER)
    assert at(kiosk) == "The sound was"
    press(kiosk, Qt.Key.Key_4, ENTER)
    tap(kiosk, 2, 0)
    press(kiosk, ENTER)
    tap(kiosk, 2, 0, 1, 0)
    press(kiosk, ENTER)
    tap(kiosk, 0, 5)
    press(kiosk, ENTER)
    for words in ("1,200", "3 May 2024", "Long"):
        write(kiosk, words)
    assert kiosk.begin.said() == "Thank you. Your answers are in."
    for _another in range(20):
        kiosk.start()
        kiosk.hand_in()
    closed = in_lane(lanes, partial(close_box, facilitator.workspace, box.id)).value
    (whole,) = [one for one in closed.answers if "word" in one]
    assert whole == {
        "how": Answer(choice="o2"),
        "sound": Answer(choice="o4"),
        "liked": Answer(chosen=("o1", "o3")),
        "first": Answer(chosen=("o3", "o2")),
        "each": Answer(by_row={"room": "o1", "food": "o3"}),
        "miles": Answer(value="1200", unit="Miles"),
        "since": Answer(value="2024-05-03"),
        "word": Answer(text="Long"),
    }
    blank = next(one for one in closed.answers if "word" not in one)
    assert blank == {"sound": Answer(given=Given.NOT_ASKED)}, "not asked is no blank"


def test_what_is_asked_follows_from_the_answers_and_going_back_takes_it_away_again(
    kiosk: KioskWindow,
) -> None:
    kiosk.start()
    press(kiosk, ENTER)
    before = kiosk.sitting.count
    press(kiosk, Qt.Key.Key_2)
    assert kiosk.sitting.count == before + 1
    press(kiosk, ENTER, Qt.Key.Key_1)
    kiosk.foot.back.click()
    press(kiosk, Qt.Key.Key_1, ENTER)
    assert at(kiosk) == "What helped?"
    assert kiosk.sitting.answers()["sound"] == Answer(given=Given.NOT_ASKED)


@pytest.mark.parametrize(
    ("prompt", "words", "said", "better"),
    [
        ("How far?", "a few", "This is not a number yet.", "7"),
        ("How far?", "-3", "Write a number of at least 0.", "3"),
        ("Since when?", "May 2024", "This is not a day yet.", "3 May 2024"),
        ("Since when?", "3/5/2024", "This is not a day yet.", "13/5/2024"),
        ("In one word?", "Altogether too long", "Write at most 12 letters.", "Long"),
    ],
)
def test_an_answer_that_cannot_be_kept_stands_there_to_be_put_right(
    kiosk: KioskWindow, prompt: str, words: str, said: str, better: str
) -> None:
    up_to(kiosk, prompt)
    write(kiosk, words)
    assert at(kiosk) == prompt
    assert said in kiosk.question.objection.said()
    assert kiosk.question.asked is not None
    assert kiosk.question.asked.words is not None
    assert kiosk.question.asked.words.text() == words
    write(kiosk, better)
    assert at(kiosk) != prompt or kiosk.shown() is kiosk.begin


def test_a_wrong_answer_hinders_nobody_from_skipping(kiosk: KioskWindow) -> None:
    up_to(kiosk, "What helped?")
    tap(kiosk, 0, 1, 2)
    press(kiosk, ENTER)
    assert kiosk.question.objection.said() == "Choose at most 2."
    kiosk.foot.skip.click()
    assert at(kiosk) == "What first?"


def test_who_leaves_blank_what_is_wanted_is_asked_once_and_may(kiosk: KioskWindow) -> None:
    up_to(kiosk, "Since when?")
    press(kiosk, ENTER)
    assert "That is fine" in kiosk.question.objection.said()
    press(kiosk, ENTER)
    assert at(kiosk) == "In one word?"


def test_somebody_reads_it_in_their_language_and_the_next_one_begins_as_it_was(kiosk: KioskWindow) -> None:
    assert kiosk.begin.said() == "At the end"
    kiosk.top.languages["cy"].click()
    assert kiosk.begin.said() == "Ar y diwedd"
    kiosk.start()
    press(kiosk, ENTER, Qt.Key.Key_1)
    assert at(kiosk) == "Sut oeddech chi yma?"
    kiosk.top.languages["en"].click()
    assert at(kiosk) == "How were you here?"
    assert kiosk.sitting.answer == Answer(choice="o1"), "another language loses nothing"
    kiosk.top.languages["cy"].click()
    kiosk.hand_in()
    assert kiosk.foot.skip.text() == "Skip"
    kiosk.start()
    press(kiosk, ENTER)
    assert at(kiosk) == "How were you here?"


@pytest.fixture
def catalogues() -> Iterator[None]:
    speak(SOURCE, resource("i18n"))
    yield
    speak_here("")


@pytest.mark.usefixtures("catalogues")
def test_the_kiosk_itself_speaks_the_language_chosen_and_work_beside_it_does_not(
    kiosk: KioskWindow, lanes: FailingJobs
) -> None:
    kiosk.top.languages["cy"].click()
    assert kiosk.begin.button.text() == "Dechrau"
    kiosk.start()
    assert kiosk.foot.next.text() == "Nesaf"
    assert in_lane(lanes, lambda: _("Next")) == "Next"
    kiosk.hand_in()
    assert kiosk.begin.button.text() == "Start"


def test_a_questionnaire_is_tried_as_people_see_it_and_nothing_is_kept(
    facilitator: Entered, lanes: FailingJobs, look: Look
) -> None:
    kiosk = KioskWindow(tried(EVERY_KIND), lanes, look)
    kiosk.show()
    assert kiosk.top.promise.accessibleName().startswith("Only tried.")
    kiosk.start()
    press(kiosk, ENTER, Qt.Key.Key_1)
    kiosk.hand_in()
    assert kiosk.begin.said() == "Thank you. Your answers are in."
    kiosk.top.staff.click()
    assert not kiosk.isVisible()
    assert (
        in_lane(lanes, partial(questionnaires, facilitator.workspace, facilitator.about.session)).open == ()
    )
    kiosk.deleteLater()


@pytest.mark.parametrize(
    ("words", "value"), [("12 miles", "12"), ("3,5", "3.5"), ("3 000", "3000"), ("1,200", "1200")]
)
def test_a_number_is_read_as_people_write_it(kiosk: KioskWindow, words: str, value: str) -> None:
    up_to(kiosk, "How far?")
    write(kiosk, words)
    assert kiosk.sitting.answers()["miles"] == Answer(value=value, unit="Miles")
