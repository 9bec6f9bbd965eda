"""What is expected of which sessions is written once, under Set up (E5)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QLineEdit

from capture_app.domain.gathered import Gathered
from capture_app.domain.ids import new_id
from capture_app.domain.records import Expectation, Session
from capture_app.services import keeping
from capture_app.services.entering import Entered
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.style import Look
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import add_row, block, control, rows
from tests.helpers.render import settle

TITLE = "What is expected of which sessions"


@pytest.fixture
def page(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[SetupPage]:
    """The page Set up, at the consultation."""
    made = SetupPage(entered, jobs, look)
    made.resize(1150, 680)
    made.show()
    settle(made)
    yield made
    made.hide()
    made.deleteLater()


def kept(jobs: InlineJobs, entered: Entered) -> list[Expectation]:
    """What the workspace has."""
    return [one.record for one in in_lane(jobs, partial(keeping.entries, entered.workspace, Expectation))]


def test_the_series_of_the_sessions_are_those_on_offer(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    session = Session(id=new_id(), label="Evening 1", series="evening")
    in_lane(jobs, partial(keeping.keep, entered.workspace, session))
    page.pane()._read()
    add_row(page.pane(), TITLE, {"What is expected": "Observation", "Series": "evening"})
    series = control(rows(block(page.pane(), TITLE))[-1], "Series")
    assert isinstance(series, QLineEdit)
    words = series.completer().model()
    assert "evening" in [words.index(row, 0).data() for row in range(words.rowCount())]


def test_an_expectation_is_written_once_for_a_series(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    add_row(page.pane(), TITLE, {"What is expected": "Observation", "Series": "sectoral"})
    (made,) = kept(jobs, entered)
    assert (made.what, made.series) == (Gathered.OBSERVATION, "sectoral")
    assert made.consultation == entered.about.consultation
