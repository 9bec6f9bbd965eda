"""Scenes: results of a questionnaire, for the lead and on a facilitator's laptop, and where there are none."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from capture_app.domain.record import Record
from capture_app.domain.records import Statement, StatementLink
from capture_app.domain.vocabulary import About
from capture_app.services.answer_themes import tag_answer
from capture_app.services.entering import Entered
from capture_app.services.question_results import question_closely
from capture_app.services.shown_results import asked_and_closed
from capture_app.services.themes import themes
from capture_app.ui.main_window import MainWindow
from capture_app.ui.questions_page import QuestionsPage
from capture_app.ui.results.results_view import ResultsView
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.helpers.results_world import HERE, SECOND, SHORT, results_world
from tests.shots.stage import Scene, Stage


def _keep(entered: Entered, *records: Record) -> None:
    with entered.workspace.unit_of_work() as work:
        for record in records:
            work.records.save(record)
        work.commit()


def _tagged(entered: Entered) -> None:
    """One answer bears two themes, and a statement rests on another."""
    written = question_closely(entered.workspace, HERE, SECOND.id, "host").written
    for theme in themes(entered.workspace)[:2]:
        tag_answer(entered.workspace, written[0].ballot, "host", theme.id)
    _keep(
        entered,
        Statement(id="host-statement", session=HERE, text="Hosts must not be funders."),
        StatementLink(id="host-link", statement="host-statement", evidence=written[2].evidence),
    )


def _at(
    stage: Stage, key: str, about: About = About.CONTENT, session: str = HERE
) -> tuple[MainWindow, ResultsView]:
    entered = stage.lead()
    in_lane(stage.jobs, partial(_keep, entered, *results_world()))
    in_lane(stage.jobs, partial(_tagged, entered))
    window = stage.window(entered)
    page = stage.page(window, "results")
    assert isinstance(page, ResultsView)
    for row in range(page.choice.count()):
        if page.choice.itemData(row)[0] == session:
            page.choice.setCurrentIndex(row)
            page.choice.activated.emit(row)
    page.about.set_chosen(about.value)
    page.about.chosen.emit(about.value)
    page.list.go_to(key)
    page.panes.show_pane("second")
    settle(window)
    page.go_to_top()
    return window, page


def _question(stage: Stage, key: str, about: About = About.CONTENT, session: str = HERE) -> QWidget:
    return _at(stage, key, about, session)[0]


def _list(stage: Stage) -> QWidget:
    """Where there is room for one side only, the questions."""
    window, page = _at(stage, "host")
    page.panes.show_pane("first")
    return window


def _written(stage: Stage) -> QWidget:
    """Further down: the same question elsewhere, and what was written."""
    window, page = _at(stage, "host")
    window.resize(1366, 738)
    settle(window)
    bar = page._column.verticalScrollBar()
    bar.setValue(bar.maximum())
    return window


def _nothing(stage: Stage) -> QWidget:
    """A lead's workspace before any bundle came."""
    window = stage.window(stage.lead_before_merge()[0])
    stage.page(window, "results")
    return window


def _facilitator(stage: Stage) -> QWidget:
    """From the card of a questionnaire: its counts, and nothing that anybody wrote."""
    entered = stage.laptop("C")
    window = stage.window(entered)
    page = stage.page(window, "questions")
    assert isinstance(page, QuestionsPage)
    (asked,) = in_lane(stage.jobs, partial(asked_and_closed, entered.workspace))
    page.show_results(asked.form.id)
    assert page.results is not None
    page.results.list.go_to("local")
    page.results.panes.show_pane("second")
    settle(window)
    return window


RESULTS_SCENES: dict[str, Scene] = {
    "10-results": partial(_question, key="host"),
    "10-results-list": _list,
    "10-results-written": _written,
    "10-results-several": partial(_question, key="liked"),
    "10-results-rows": partial(_question, key="each"),
    "10-results-numbers": partial(_question, key="miles"),
    "10-results-workshop": partial(_question, key="clear", about=About.PROCESS),
    "10-results-nobody": partial(_question, key="since"),
    "10-results-few": partial(_question, key="host", session=SHORT),
    "10-results-nothing": _nothing,
    "10-results-facilitator": _facilitator,
}
