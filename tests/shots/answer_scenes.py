"""Answers from another tool: what a file would bring, and the card once it is in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from capture_app.services.answers_in import bring_in, look_at, read_answer_file
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.ui.answers.answers_dialog import AnswersDialog
from capture_app.ui.form_card import FormCard
from capture_app.ui.questions_page import QuestionsPage
from tests.helpers.answer_exports import ASKED, LIMESURVEY, MICROSOFT, Rows, as_csv
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage


def looked_at(stage: Stage) -> QWidget:
    """Every column answers a question; one person did not finish."""
    return _dialog(stage, LIMESURVEY)


def unfit(stage: Stage) -> QWidget:
    """One column answers no question, one answer is none of the form's, and the file says who answered."""
    heads = (*MICROSOFT[0], "How did you travel?")
    rows = [(*row[:3], "jo@example.org", "Jo", "Perhaps", *row[6:], "By bus") for row in MICROSOFT[1:]]
    return _dialog(stage, [heads, *rows])


def by_hand(stage: Stage) -> QWidget:
    """Two columns are headed otherwise than the questions; one was put by hand, the keyboard is on the other."""
    heads = ("Timestamp", "Worth your while?", "Anything else", "Could you be heard [in the room]")
    rows = [("2026/11/20", "Yes", "The bus", "Well"), ("2026/11/20", "No", "More breaks", "Poorly")]
    dialog = _dialog(stage, [heads, *rows])
    useful, missed = dialog.columns[0], dialog.columns[1]
    useful.setCurrentIndex(1)
    settle(dialog)
    missed.setFocus()
    return dialog


def meant(stage: Stage) -> QWidget:
    """Words that fit no option: two of them were given a meaning, the third stays as it stands."""
    said = ["Perhaps"] * 4 + ["So so"] * 2 + ["Ask my sister"] + ["Yes"] * 5
    dialog = _dialog(
        stage, [("Was it useful?", "How many hours did it take you?"), *((one, "1.200") for one in said)]
    )
    boxes = [row.box for row in dialog.unfit.rows.values()]
    boxes[0].setCurrentIndex(2)
    boxes[1].setCurrentIndex(boxes[1].count() - 2)
    boxes[2].setFocus()
    settle(dialog)
    return dialog


def refused(stage: Stage) -> QWidget:
    """A file that holds no answers."""
    entered, path = _ready(stage, [])
    path.write_bytes(bytes(4096))
    window = stage.window(entered)
    page = stage.page(window, "questions")
    assert isinstance(page, QuestionsPage)
    page.answers_in.take(ASKED.id, stage.preferences.look, path)
    settle(window)
    return window


def there(stage: Stage) -> QWidget:
    """The answers of a file are in, and still open."""
    page = _with_answers(stage)
    _card(page).take_out.setFocus()
    return page.window()


def taken_out(stage: Stage) -> QWidget:
    """What is asked before the answers of a file are taken out again."""
    page = _with_answers(stage)
    _card(page).take_out.click()
    assert page.dialog is not None
    return stage.shown(page.dialog)


def _card(page: QuestionsPage) -> FormCard:
    return next(one for one in page.cards if one.take_out.isVisible())


def _with_answers(stage: Stage) -> QuestionsPage:
    entered, path = _ready(stage, LIMESURVEY)
    session, own = entered.about.session, entered.workspace
    read = read_answer_file(path)
    looked = in_lane(stage.jobs, partial(look_at, own, session, ASKED.id, read))
    in_lane(stage.jobs, partial(bring_in, own, session, read, looked))
    window = stage.window(entered)
    page = stage.page(window, "questions")
    assert isinstance(page, QuestionsPage)
    return page


def _dialog(stage: Stage, rows: Rows) -> AnswersDialog:
    entered, path = _ready(stage, rows)
    window = stage.window(entered)
    page = stage.page(window, "questions")
    assert isinstance(page, QuestionsPage)
    page.answers_in.take(ASKED.id, stage.preferences.look, path)
    settle(window)
    assert page.answers_in.dialog is not None
    return stage.shown(page.answers_in.dialog)


def _ready(stage: Stage, rows: Rows) -> tuple[Entered, Path]:
    entered = stage.laptop("C", fresh=True)
    in_lane(stage.jobs, partial(keep, entered.workspace, ASKED))
    path = stage.new_folder() / "answers.csv"
    path.write_text(as_csv(rows), encoding="utf-8")
    return entered, path


ANSWER_SCENES: dict[str, Scene] = {
    "05-answers": looked_at,
    "05-answers-unfit": unfit,
    "05-answers-by-hand": by_hand,
    "05-answers-meant": meant,
    "05-answers-refused": refused,
    "05-answers-there": there,
    "05-answers-take-out": taken_out,
}
