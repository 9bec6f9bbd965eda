"""Worksheets and questionnaires as they are written, in use, and as a scribe sees them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from capture_app.domain.ids import new_id
from capture_app.domain.ordering import spread
from capture_app.domain.records import Form
from capture_app.domain.values import Case, Item, Option
from capture_app.domain.vocabulary import FormPurpose, ItemKind, Scale
from capture_app.services.keeping import keep
from capture_app.ui.forms.form_pane import FormPane
from capture_app.ui.forms.form_register import CASES, FORMS, LANGUAGES
from capture_app.ui.forms.question_row import QuestionRow
from capture_app.ui.forms.trial_dialog import TrialDialog
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.every_question import EVERY_KIND
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.session_scenes import just_planned, with_card
from tests.shots.stage import Scene, Stage

WRITTEN = "Worksheet of the Riverside groups"


def written(stage: Stage) -> QWidget:
    """A worksheet with a list to go through, a figure and a case."""
    return _opened(stage)[0]


def cases_written(stage: Stage) -> QWidget:
    """Its case."""
    window, pane = _opened(stage)
    pane.form.show_page(CASES)
    settle(window)
    return window


def questions_below(stage: Stage) -> QWidget:
    """The same, further down."""
    window, pane = _opened(stage)
    bar = pane._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(window)
    return window


def option_twice(stage: Stage) -> QWidget:
    """One option of a question stands there twice, and is refused at its field."""
    window, pane = _opened(stage)
    row = next(one for one in pane.form.findChildren(QuestionRow) if len(one.options.labels()) > 1)
    words = row.options.control
    assert isinstance(words, QPlainTextEdit)
    words.appendPlainText(row.options.labels()[0])
    pane.keep_typed()
    settle(window)
    window.resize(1366, 738)
    settle(window)
    pane._scroll.ensureWidgetVisible(row.options)
    settle(window)
    return window


def in_use(stage: Stage) -> QWidget:
    """The worksheet of the example, on which groups have written."""
    entered = with_card(stage, stage.lead())
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.show_part(FORMS)
    page.pane().panes.show_pane("second")
    settle(window)
    return window


def forms_empty(stage: Stage) -> QWidget:
    """No forms yet."""
    window = stage.window(with_card(stage, just_planned(stage)))
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.show_part(FORMS)
    settle(window)
    return window


def form_edition(stage: Stage) -> QWidget:
    """Asking why the questions change; nothing was said."""
    window, pane = _opened(stage)
    pane.ask_edition()
    assert pane.dialog is not None
    pane.dialog.answered.emit()
    settle(window)
    return pane.dialog


def trial(stage: Stage) -> QWidget:
    """A worksheet tried out."""
    window, pane = _opened(stage)
    pane.try_it()
    settle(window)
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, TrialDialog))


def questionnaire(stage: Stage) -> QWidget:
    """A questionnaire with every kind of question."""
    return _opened(stage, EVERY_KIND)[0]


def translations(stage: Stage) -> QWidget:
    """Its texts in a second language."""
    window, pane = _opened(stage, EVERY_KIND)
    pane.form.show_page(LANGUAGES)
    settle(window)
    return window


def conditions(stage: Stage) -> QWidget:
    """Its section that is asked only after a certain answer."""
    window, pane = _opened(stage, EVERY_KIND)
    row = pane.findChildren(QuestionRow)[2]
    pane._scroll.ensureWidgetVisible(row, 0, 0)
    pane._scroll.verticalScrollBar().setValue(row.mapTo(pane.form, row.rect().topLeft()).y())
    settle(window)
    return window


def _opened(stage: Stage, form: Form | None = None) -> tuple[QWidget, FormPane]:
    entered = with_card(stage, just_planned(stage))
    in_lane(stage.jobs, lambda: keep(entered.workspace, form or _form()))
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.show_part(FORMS)
    pane = page.pane()
    assert isinstance(pane, FormPane)
    pane.panes.show_pane("second")
    settle(window)
    return window, pane


def _form() -> Form:
    values = ("Dignity", "Independence", "Cultural competence")
    first, second, third, fourth = spread(4)
    items = {
        "matters": Item(
            kind=ItemKind.LINES,
            prompt="What matters most to us about who hosts an advocate?",
            order=first,
            help="One point a line. An example says more than a principle.",
        ),
        "values": Item(
            kind=ItemKind.LINES,
            prompt="Which of these values do we keep?",
            order=second,
            scale=Scale.REVIEW,
            options=tuple(Option(id=name.lower(), label=name) for name in values),
        ),
        "load": Item(
            kind=ItemKind.FIGURE,
            prompt="How many people can one advocate support at a time?",
            order=third,
            unit="people",
            of="per advocate",
        ),
        "mara": Item(
            kind=ItemKind.LINES, prompt="What does Mara need in the first week?", order=fourth, case="mara"
        ),
    }
    cases = {
        "mara": Case(
            title="Mara moves to a new town",
            text="Mara is moved to another town with a day’s notice. Her solicitor and her doctor stay behind.",
            composite=True,
        )
    }
    return Form(id=new_id(), purpose=FormPurpose.WORKSHEET, title=WRITTEN, items=items, cases=cases)


FORM_SCENES: dict[str, Scene] = {
    "07-forms": written,
    "07-forms-below": questions_below,
    "07-forms-option-twice": option_twice,
    "07-forms-cases": cases_written,
    "07-forms-questionnaire": questionnaire,
    "07-forms-conditions": conditions,
    "07-forms-languages": translations,
    "07-forms-in-use": in_use,
    "07-forms-empty": forms_empty,
    "07-forms-new-edition": form_edition,
    "07-forms-trial": trial,
}
