"""What is expected of which sessions is written once, under Set up (E5)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from capture_app.domain.gathered import Gathered
from capture_app.domain.records import Expectation
from capture_app.services import keeping
from capture_app.services.entering import Entered
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.style import Look
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import add_row
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


def test_an_expectation_is_written_once_for_a_series(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    add_row(page.pane(), TITLE, {"What is expected": "Observation", "Series": "sectoral"})
    (made,) = kept(jobs, entered)
    assert (made.what, made.series) == (Gathered.OBSERVATION, "sectoral")
    assert made.consultation == entered.about.consultation
