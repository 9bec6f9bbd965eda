"""Questionnaires on paper: typing them up, what two entries read differently, closing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.records import Form
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import WayIn
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.services.paper import type_again
from capture_app.services.questioning import OpenBox, answer, open_box, questionnaires
from capture_app.ui.keying.keying_sheet import KeyingSheet
from capture_app.ui.keying.paper_forms import PaperForms
from capture_app.ui.questions_page import QuestionsPage
from tests.helpers.every_question import EVERY_KIND
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage

_NAMED = {"\n": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace}
_TYPED = 9
READ: dict[str, Answer] = {
    "purpose": Answer(choice="agree"),
    "briefed": Answer(choice="mostly_agree"),
    "missed": Answer(text="Who pays for the advocate once the pilot is over."),
    "local": Answer(choice="maybe"),
}


def pile(stage: Stage) -> QWidget:
    """How many forms are there?"""
    window = stage.window(stage.laptop("C", fresh=True))
    page = stage.page(window, "questions")
    assert isinstance(page, QuestionsPage)
    page.cards[0].paper.click()
    assert page.dialog is not None
    return stage.shown(page.dialog)


def begun(stage: Stage) -> QWidget:
    """Nothing is typed yet."""
    return _at_desk(stage, 0, [])


def half_typed(stage: Stage) -> QWidget:
    """Half of a form."""
    return _typed(stage, "121-+")


def wrong_key(stage: Stage) -> QWidget:
    """A key that is no answer."""
    return _typed(stage, "1217")


def words(stage: Stage) -> QWidget:
    """Something that was written on paper."""
    return _typed(stage, "1112341" + "Who pays once the pilot is over")


def reason(stage: Stage) -> QWidget:
    """The reason of the last answer."""
    return _typed(stage, "1112341" + "\n\nm/We have one already")


def done(stage: Stage) -> QWidget:
    """A form was put away."""
    return _typed(stage, "1112341" + "\n\n1\n")


def every_kind(stage: Stage) -> QWidget:
    """Questions of every kind; what would not have been asked is told."""
    window, page = _opened(stage, EVERY_KIND)
    sheet = _sheet(page)
    _type(sheet, "14123\n31\n1+")
    settle(window)
    return window


def not_away(stage: Stage) -> QWidget:
    """The disk did not take a form."""
    window = _typed(stage, "")
    (sheet,) = window.findChildren(KeyingSheet)
    sheet._on_not_away(StorageTrouble("The disk is full, so the form could not be saved."))
    settle(window)
    return window


def leave(stage: Stage) -> QWidget:
    """Stopping in the middle of a form."""
    window = _typed(stage, "12")
    (sheet,) = window.findChildren(KeyingSheet)
    sheet.leave()
    assert sheet.dialog is not None
    return stage.shown(sheet.dialog)


def differs(stage: Stage) -> QWidget:
    """One form was read differently in two places."""
    window = _at_desk(stage, _TYPED, _misread())
    paper = _paper(window)
    paper.desk.differs.click()
    paper.differs.rows["briefed"].choose(READ["briefed"])
    settle(window)
    return window


def one_only(stage: Stage) -> QWidget:
    """A form stands in the first entry only."""
    window = _at_desk(stage, _TYPED, [READ] * (_TYPED - 1))
    paper = _paper(window)
    paper.desk.differs.click()
    settle(window)
    return window


def typed_anew(stage: Stage) -> QWidget:
    """Neither reading is right."""
    paper = _paper(_at_desk(stage, _TYPED, _misread()))
    paper.desk.differs.click()
    paper.differs.rows["briefed"].anew_wanted.emit()
    assert paper.differs.dialog is not None
    return stage.shown(paper.differs.dialog)


def still_differs(stage: Stage) -> QWidget:
    """The two entries beside each other."""
    return _at_desk(stage, _TYPED, _misread())


def agrees(stage: Stage) -> QWidget:
    """Both entries agree."""
    return _at_desk(stage, _TYPED, [READ] * _TYPED)


def close_once(stage: Stage) -> QWidget:
    """Closing without a second entry."""
    return _closing(stage, [])


def close_differing(stage: Stage) -> QWidget:
    """Closing while a form still differs."""
    return _closing(stage, _misread())


def close_twice(stage: Stage) -> QWidget:
    """Closing what was typed twice."""
    return _closing(stage, [READ] * _TYPED)


def _misread() -> list[dict[str, Answer]]:
    wrong = {**READ, "briefed": Answer(choice="disagree")}
    del wrong["local"]
    return [READ] * (_TYPED - 1) + [wrong]


def _closing(stage: Stage, again: list[dict[str, Answer]]) -> QWidget:
    paper = _paper(_at_desk(stage, _TYPED, again))
    paper.desk.close_box.click()
    assert paper.dialog is not None
    return stage.shown(paper.dialog)


def _opened(
    stage: Stage, form: Form | None = None, first: int = 0, again: list[dict[str, Answer]] | None = None
) -> tuple[QWidget, QuestionsPage]:
    """The page with the paper forms of a questionnaire in place of its cards."""
    entered = stage.laptop("C", fresh=True)
    if form is not None:
        in_lane(stage.jobs, partial(keep, entered.workspace, form))
    asked = form or _form(stage, entered)
    box = _box(stage, entered, asked)
    for take, forms in ((answer, [READ] * first), (type_again, again or [])):
        for one in forms:
            in_lane(stage.jobs, partial(take, entered.workspace, box.id, one))
    window = stage.window(entered)
    page = stage.page(window, "questions")
    assert isinstance(page, QuestionsPage)
    page.show_paper(asked, box)
    settle(window)
    return window, page


def _form(stage: Stage, entered: Entered) -> Form:
    job = partial(questionnaires, entered.workspace, entered.about.session)
    return in_lane(stage.jobs, job).forms[0]


def _box(stage: Stage, entered: Entered, form: Form) -> OpenBox:
    job = partial(open_box, entered.workspace, entered.about.session, form.id, 14, WayIn.PAPER)
    return in_lane(stage.jobs, job).value


def _at_desk(stage: Stage, first: int, again: list[dict[str, Answer]]) -> QWidget:
    window, _page = _opened(stage, None, first, again)
    return window


def _paper(window: QWidget) -> PaperForms:
    (paper,) = window.findChildren(PaperForms)
    return paper


def _typed(stage: Stage, keys: str) -> QWidget:
    """After these keys, with some forms put away before."""
    window, page = _opened(stage, None, _TYPED)
    _type(_sheet(page), keys)
    settle(window)
    return window


def _sheet(page: QuestionsPage) -> KeyingSheet:
    assert page.paper is not None
    page.paper.type(again=False)
    assert page.paper.sheet is not None
    return page.paper.sheet


def _type(sheet: KeyingSheet, keys: str) -> None:
    for one in keys:
        where = sheet.form.view.words or sheet.form
        QTest.keyClick(where, _NAMED[one] if one in _NAMED else ord(one))


PAPER_SCENES: dict[str, Scene] = {
    "04-paper-pile": pile,
    "04-paper-begun": begun,
    "04-paper-half-typed": half_typed,
    "04-paper-wrong-key": wrong_key,
    "04-paper-words": words,
    "04-paper-reason": reason,
    "04-paper-done": done,
    "04-paper-every-kind": every_kind,
    "04-paper-not-away": not_away,
    "04-paper-leave": leave,
    "04-paper-differs": differs,
    "04-paper-one-only": one_only,
    "04-paper-anew": typed_anew,
    "04-paper-still-differs": still_differs,
    "04-paper-agrees": agrees,
    "04-paper-close-once": close_once,
    "04-paper-close-differing": close_differing,
    "04-paper-close-twice": close_twice,
}
