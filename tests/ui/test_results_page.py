"""Results of questionnaires in the window: counts drawn and said, other sessions beside them, themes, who sees what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from capture_app.domain.forms.bars import Fill
from capture_app.domain.record import Record
from capture_app.domain.records import Statement, StatementLink, Theme, ThemeLabel
from capture_app.domain.vocabulary import About
from capture_app.services.shown_results import asked_and_closed
from capture_app.store.workspace import Workspace, create
from capture_app.ui.questions_page import QuestionsPage
from capture_app.ui.results.results_view import ResultsView
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.label import Label
from tests.helpers.failing_jobs import FailingJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.helpers.results_world import BEFORE, HERE, QUIET, SECOND, SHORT, answered, box, results_world
from tests.reports.played import NOBODY_S_KEY, keep

TOPIC = Theme(id="topic", code="S1")
NAME = ThemeLabel(id="name", theme="topic", text="Hosts", preferred=True)
Show = Callable[..., ResultsView]


@pytest.fixture
def made(lanes: FailingJobs, tmp_path: Path) -> Iterator[Workspace]:
    made = in_lane(lanes, lambda: create(tmp_path / "lead.capture", NOBODY_S_KEY, role="lead"))
    yield made
    in_lane(lanes, made.close)


@pytest.fixture
def show(made: Workspace, lanes: FailingJobs, look: Look) -> Iterator[Show]:
    shown: list[ResultsView] = []

    def show(*records: Record, lead: bool = True, session: str = "") -> ResultsView:
        in_lane(lanes, partial(keep, made, *records))
        view = ResultsView(made, lanes, look, lead=lead, session=session)
        view.resize(1200, 800)
        view.show()
        settle(view)
        shown.append(view)
        return view

    yield show
    for view in shown:
        view.deleteLater()


def at(view: ResultsView, key: str, session: str = HERE, about: About = About.CONTENT) -> ResultsView:
    """Go to a question, as somebody does."""
    row = next(row for row in range(view.choice.count()) if view.choice.itemData(row)[0] == session)
    view.choice.setCurrentIndex(row)
    view.choice.activated.emit(row)
    view.about.set_chosen(about.value)
    view.about.chosen.emit(about.value)
    view.list.go_to(key)
    settle(view)
    return view


def words(widget: QWidget) -> str:
    labels = [part for part in widget.findChildren(Label) if part.isVisibleTo(widget)]
    return " | ".join(part.accessibleName() or part.text() for part in labels)


def banners(view: ResultsView) -> list[str]:
    return [one.accessibleName() for one in view.findChildren(Banner) if one.isVisibleTo(view)]


def test_counts_are_drawn_and_stand_there_as_words_with_n_and_what_is_no_answer(show: Show) -> None:
    view = at(show(*results_world()), "host")
    assert view.question is not None
    assert view.question.drawn is not None
    cells = view.question.drawn.cells
    assert [cell.accessibleName() for cell in cells] == ["Yes: 9 of 16", "Maybe: 5 of 16", "No: 2 of 16"]
    assert [cell.bar.fill for cell in cells] == [Fill.SOLID, Fill.STRIPES, Fill.DOTS]
    said = words(view.question)
    assert "n = 16 | Left blank: 0 | Rather not say: 1 | Not asked: 0" in said
    assert "Yes | 9 | Maybe | 5 | No | 2" in said
    assert "%" not in said
    assert view.rate.text() == "17 answers from 21 people expected"


def test_a_rate_that_nobody_can_know_says_why(show: Show) -> None:
    view = at(show(*results_world()), "host", session=BEFORE)
    assert view.rate.text() == (
        "14 answers. How many were expected is not known of all of them, so there is no response rate."
    )
    assert "14 answers from 14 people" not in words(view)


def test_a_small_count_with_a_reason_is_warned_of_and_few_answers_are_said_to_be_kept_apart(
    show: Show,
) -> None:
    view = at(show(*results_world()), "host")
    assert banners(view) == ["A count of 2 carries a reason: “No”."]
    at(view, "host", session=SHORT)
    assert banners(view)[0] == "A count of 1 carries a reason: “No”."
    assert banners(view)[1].startswith(
        "Fewer than 5 answers came in at one closing, so these are kept question by"
    )


def test_other_sessions_stand_beside_it_and_say_where_they_cannot(show: Show) -> None:
    view = at(show(*results_world()), "host")
    assert view.elsewhere is not None
    assert view.elsewhere.said == [
        "Sectoral 4: Yes: 9 of 16, Maybe: 5 of 16, No: 2 of 16",
        "Partnership 2, edition 1: Yes: 1 of 2, Maybe: 0 of 2, No: 1 of 2",
        "Sectoral 2, edition 2: “Do you want a named host?” has other words.",
        "Sectoral 3, edition 1: Yes: 8 of 14, Maybe: 2 of 14, No: 4 of 14",
        "Sectoral 5: Nobody answered this question.",
    ]


def test_questions_on_the_workshop_are_apart_and_nobody_s_answer_is_no_empty_drawing(show: Show) -> None:
    view = at(show(*results_world()), "clear", about=About.PROCESS)
    assert view.question is not None
    assert view.question.accessibleName() == "10 · The purpose was clear"
    at(view, "since")
    assert view.question.drawn is None
    at(view, "host", session=QUIET)
    assert view.question.drawn is None
    assert "Nobody answered this question." in words(view.question)


def test_a_theme_is_put_on_an_answer_and_taken_off_and_its_place_in_the_synthesis_is_found(
    show: Show,
) -> None:
    view = at(show(*results_world(), TOPIC, NAME), "host")
    assert view.written is not None
    first = view.written.rows[0]
    first.theme.click()
    assert first.menu is not None
    first.menu.actions()[0].trigger()
    settle(view)
    first, second, _third = view.written.rows
    assert [chip.face.code for chip in first.themes] == ["S1"]
    assert second.themes == []
    went: list[tuple[str, str]] = []
    view.open_wanted.connect(lambda kind, record: went.append((kind, record)))
    second.evidence.click()
    assert went == [("Ballot", second.written.evidence)]
    first.themes[0].click()
    settle(view)
    assert view.written.rows[0].themes == []


def test_an_answer_says_whether_a_statement_rests_on_it(
    show: Show, made: Workspace, lanes: FailingJobs
) -> None:
    view = at(show(*results_world()), "host")
    assert view.written is not None
    answer = view.written.rows[0].written.evidence
    statement = Statement(id="st", session=HERE, text="Hosts must not be funders.")
    link = StatementLink(id="li", statement="st", evidence=answer)
    in_lane(lanes, partial(keep, made, statement, link))
    at(view, "missed")
    at(view, "host")
    assert [row.written.used_in for row in view.written.rows] == [1, 0, 0]


def test_many_written_answers_are_shown_a_few_at_a_time(show: Show) -> None:
    many = [answered("o1", missed=f"Word {number}.") for number in range(30)]
    view = at(show(*results_world(), box("many", QUIET, SECOND.id, many)), "missed", session=QUIET)
    assert view.written is not None
    assert len(view.written.rows) == 12
    view.written.more.click()
    assert [row.written.text for row in view.written.rows] == [f"Word {number}." for number in range(30)]
    assert view.written.more.isHidden()


def test_before_anything_is_closed_the_page_says_what_will_stand_there(
    show: Show, made: Workspace, lanes: FailingJobs
) -> None:
    view = show()
    assert not view.panes.isVisibleTo(view)
    assert view.empty.accessibleName().startswith("No questionnaire is closed in this workspace yet.")


def test_a_facilitator_sees_counts_from_the_card_and_nothing_that_anybody_wrote(
    show: Show, made: Workspace, lanes: FailingJobs, look: Look
) -> None:
    in_lane(lanes, partial(keep, made, *results_world()))
    (asked,) = in_lane(lanes, partial(asked_and_closed, made, HERE))
    page = QuestionsPage(made, HERE, lanes, look)
    page.resize(1200, 800)
    page.show()
    settle(page)
    card = next(card for card in page.cards if card.results.isVisibleTo(page))
    card.results.click()
    settle(page)
    (view,) = page.findChildren(ResultsView)
    assert view.results is not None
    assert view.results.form.id == asked.form.id
    view.list.go_to("host")
    settle(page)
    assert view.written is None
    assert "What was written is for the project lead" in words(view)
    assert "funder" not in words(page)
    view.back.click()
    assert not view.isVisibleTo(page)
    settle(page)
    assert page.cards[0].isVisibleTo(page)
    assert page.isAncestorOf(page.window().focusWidget())
    page.deleteLater()
