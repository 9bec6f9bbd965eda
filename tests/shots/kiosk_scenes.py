"""The questionnaire: the facilitator's page, and every screen of the kiosk."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.records import Form
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.services.questioning import open_box, questionnaires
from capture_app.ui.jobs import Failed
from capture_app.ui.kiosk.asking import asked_for
from capture_app.ui.kiosk.kiosk_window import KioskWindow
from capture_app.ui.questions_page import QuestionsPage
from tests.helpers.every_question import EVERY_KIND
from tests.helpers.lead_world import in_lane
from tests.shots.stage import Scene, Stage

NUMBER = "2468"


def not_opened(stage: Stage) -> QWidget:
    """Before the questionnaire; sixteen people are expected."""
    window = stage.window(stage.laptop("C", fresh=True))
    page = stage.page(window, "questions")
    assert isinstance(page, QuestionsPage)
    page.cards[0].expected.setText("16")
    return window


def too_few(stage: Stage) -> QWidget:
    """Nobody has said how many are expected."""
    window = stage.window(stage.laptop("C", fresh=True))
    stage.page(window, "questions")
    return window


def is_open(stage: Stage) -> QWidget:
    """The questionnaire is open."""
    entered = stage.laptop("C", fresh=True)
    _opened(stage, entered, 16)
    window = stage.window(entered)
    stage.page(window, "questions")
    return window


def closed(stage: Stage) -> QWidget:
    """Fourteen answers are in and counted."""
    window = stage.window(stage.laptop("C"))
    stage.page(window, "questions")
    return window


def ask_number(stage: Stage) -> QWidget:
    """The kiosk is about to start."""
    window = stage.window(stage.laptop("C", fresh=True))
    page = stage.page(window, "questions")
    assert isinstance(page, QuestionsPage)
    page.cards[0].start.click()
    assert page.dialog is not None
    return stage.shown(page.dialog)


def begin(stage: Stage) -> QWidget:
    """Ready for the first person, who is told what is promised."""
    return _kiosk(stage)


def confidential(stage: Stage) -> QWidget:
    """Too few are expected to promise anonymity."""
    return _kiosk(stage, expected=3)


def question(stage: Stage) -> QWidget:
    """A choice, tapped."""
    kiosk = _at(stage, 3)
    _tap(kiosk, 1)
    return kiosk


def words(stage: Stage) -> QWidget:
    """A question to be written."""
    kiosk = _at(stage, 7)
    asked = kiosk.question.asked
    assert asked is not None
    assert asked.words is not None
    asked.words.set_text("More time for the groups.")
    return kiosk


def reason(stage: Stage) -> QWidget:
    """The last question, a choice with a reason."""
    kiosk = _at(stage, 9)
    _tap(kiosk, 0)
    return kiosk


def scale(stage: Stage) -> QWidget:
    """Points between two ends, in a section of their own."""
    kiosk = _every_kind(stage, 1)
    _tap(kiosk, 1)
    kiosk.foot.next.click()
    _tap(kiosk, 2)
    return kiosk


def several(stage: Stage) -> QWidget:
    """More chosen than may be."""
    kiosk = _every_kind(stage, 2)
    for option in range(3):
        _tap(kiosk, option)
    kiosk.foot.next.click()
    return kiosk


def ranked(stage: Stage) -> QWidget:
    """Two of three put in order."""
    kiosk = _every_kind(stage, 3)
    _tap(kiosk, 2)
    _tap(kiosk, 0)
    return kiosk


def in_rows(stage: Stage) -> QWidget:
    """Rows of points."""
    kiosk = _every_kind(stage, 4)
    _tap(kiosk, 0)
    return kiosk


def no_number(stage: Stage) -> QWidget:
    """A number that is none."""
    kiosk = _every_kind(stage, 5)
    asked = kiosk.question.asked
    assert asked is not None
    assert asked.words is not None
    asked.words.set_text("a few")
    kiosk.foot.next.click()
    return kiosk


def other_language(stage: Stage) -> QWidget:
    """A question in another language, of which something is not translated."""
    kiosk = _every_kind(stage, 1)
    kiosk.top.languages["cy"].click()
    return kiosk


def only_read(stage: Stage) -> QWidget:
    """A note."""
    return _every_kind(stage, 0)


def thanks(stage: Stage) -> QWidget:
    """The answers are in."""
    kiosk = reason(stage)
    assert isinstance(kiosk, KioskWindow)
    kiosk.hand_in()
    return kiosk


def not_in(stage: Stage) -> QWidget:
    """The disk did not take them."""
    kiosk = _at(stage, 9)
    failed: Failed = kiosk._on_not_in
    failed(StorageTrouble("The disk is full, so the answers could not be saved."))
    return kiosk


def nobody(stage: Stage) -> QWidget:
    """Nobody has touched it for a minute."""
    kiosk = _at(stage, 2)
    for _ten_seconds in range(6):
        kiosk.idle.pass_time()
    return kiosk


def staff(stage: Stage) -> QWidget:
    """The wrong number was typed."""
    kiosk = _kiosk(stage)
    kiosk.top.staff.click()
    kiosk.staff.editor.setText("1111")
    kiosk.staff.button.click()
    return kiosk


def _opened(stage: Stage, entered: Entered, expected: int) -> tuple[Form, str]:
    session = entered.about.session
    form = in_lane(stage.jobs, partial(questionnaires, entered.workspace, session)).forms[0]
    box = in_lane(stage.jobs, partial(open_box, entered.workspace, session, form.id, expected)).value
    return form, box.id


def _kiosk(stage: Stage, expected: int = 16) -> KioskWindow:
    entered = stage.laptop("C", fresh=True)
    form, _box = _opened(stage, entered, expected)
    asked = in_lane(stage.jobs, partial(questionnaires, entered.workspace, entered.about.session))
    look = stage.preferences.look
    return stage.shown(
        KioskWindow(asked_for(entered.workspace, asked.open[0], form, NUMBER), stage.jobs, look)
    )


def _at(stage: Stage, place: int) -> KioskWindow:
    kiosk = _kiosk(stage)
    kiosk.start()
    for _question in range(place):
        kiosk.foot.skip.click()
    return kiosk


def _every_kind(stage: Stage, place: int) -> KioskWindow:
    entered = stage.laptop("C", fresh=True)
    in_lane(stage.jobs, partial(keep, entered.workspace, EVERY_KIND))
    job = partial(open_box, entered.workspace, entered.about.session, EVERY_KIND.id, 16)
    box = in_lane(stage.jobs, job).value
    look = stage.preferences.look
    kiosk = stage.shown(KioskWindow(asked_for(entered.workspace, box, EVERY_KIND, NUMBER), stage.jobs, look))
    kiosk.start()
    for _question in range(place):
        kiosk.foot.skip.click()
    return kiosk


def _tap(kiosk: KioskWindow, option: int) -> None:
    assert kiosk.question.asked is not None
    kiosk.question.asked.options[option].click()


KIOSK_SCENES: dict[str, Scene] = {
    "04-questions": not_opened,
    "04-questions-too-few": too_few,
    "04-questions-open": is_open,
    "04-questions-closed": closed,
    "04-questions-number": ask_number,
    "05-kiosk-begin": begin,
    "05-kiosk-confidential": confidential,
    "05-kiosk-question": question,
    "05-kiosk-words": words,
    "05-kiosk-reason": reason,
    "05-kiosk-scale": scale,
    "05-kiosk-several": several,
    "05-kiosk-ranked": ranked,
    "05-kiosk-rows": in_rows,
    "05-kiosk-no-number": no_number,
    "05-kiosk-language": other_language,
    "05-kiosk-note": only_read,
    "05-kiosk-thanks": thanks,
    "05-kiosk-not-in": not_in,
    "05-kiosk-nobody": nobody,
    "05-kiosk-staff": staff,
}
