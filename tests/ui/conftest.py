"""Tests of the window: no screen, one look, and nothing left running afterwards."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

# Before PySide6 makes an application. A run may ask for a real screen by setting it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from capture_app.services.entering import Entered, plan
from capture_app.ui.collecting import collect_if_many
from capture_app.ui.style import Look
from capture_app.ui.theme import LIGHT
from tests.helpers.capture_world import CaptureWorld, make_world
from tests.helpers.dangling import left_over, running
from tests.helpers.example_home import ExampleHome
from tests.helpers.failing_jobs import FailingJobs
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import prefer_inter, wear
from tests.helpers.window import Opened, open_window


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The light theme at 100 %, worn by the whole application."""
    prefer_inter(qapp)
    look = Look(LIGHT)
    wear(qapp, look)
    return look


@pytest.fixture
def put_on(qapp: QApplication, look: Look) -> Iterator[Callable[[Look], Look]]:
    """Dress the application in another look for one test."""

    def change(other: Look) -> Look:
        wear(qapp, other)
        return other

    yield change
    wear(qapp, look)


@pytest.fixture(autouse=True)
def collected_in_this_thread() -> Iterator[None]:
    """As in the program: what is no longer needed is cleared away by the thread of the window, never by a lane."""
    gc.disable()
    yield
    collect_if_many()
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_left_running(qapp: QApplication) -> Iterator[None]:
    """Fail the test that leaves a thread, a timer or a window behind."""
    before = running()
    yield
    assert left_over(before) == []


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[InlineJobs]:
    """Jobs that are done at once; an error nobody expects fails the test."""

    def raise_it(error: BaseException) -> None:
        raise error

    inline = InlineJobs(raise_it)
    yield inline
    inline.close()


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> ExampleHome:
    """The example, made once; a test works on copies of it."""
    return ExampleHome(tmp_path_factory.mktemp("home"))


@pytest.fixture
def opened(qapp: QApplication, jobs: InlineJobs, look: Look) -> Iterator[Opened]:
    """The window as it starts; it leaves the usual look behind."""
    opened = open_window(qapp, jobs)
    yield opened
    opened.close()


@pytest.fixture
def world(tmp_path: Path, jobs: InlineJobs) -> Iterator[CaptureWorld]:
    """A scribe's workspace; a file of tests that needs more in it adds to it."""
    made = make_world(tmp_path, jobs)
    yield made
    made.close()


@pytest.fixture
def entered(tmp_path: Path, jobs: InlineJobs) -> Iterator[Entered]:
    """A lead who has only just begun."""
    path = tmp_path / "riverside.capture"
    made = in_lane(jobs, lambda: plan(path, "Riverside and Vale", "Stage one", None)).entered
    yield made
    in_lane(jobs, made.workspace.close)


@pytest.fixture
def lanes(qapp: QApplication) -> Iterator[FailingJobs]:
    """Jobs that run at once, of which the next can be made to fail."""
    jobs = FailingJobs()
    yield jobs
    jobs.close()


@pytest.fixture
def facilitator(lanes: FailingJobs, home: ExampleHome, tmp_path: Path) -> Iterator[Entered]:
    """The laptop of the facilitator of the example, as it came with its pack."""
    entered = home.fresh_laptop(lanes, tmp_path, "C")
    yield entered
    in_lane(lanes, entered.workspace.close)
