"""The first page: the newest file under Enter, what has gone, the ways in, and the last backup."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from capture_app.services.entering import plan
from capture_app.services.workspaces import back_up
from capture_app.ui.dialogs.example_dialog import ExampleDialog
from capture_app.ui.dialogs.new_workspace_dialog import NewWorkspaceDialog
from capture_app.ui.style import Look
from capture_app.ui.welcome_page import WelcomePage
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.helpers.window import Opened, open_window


@pytest.fixture
def recent(jobs: InlineJobs, tmp_path: Path) -> tuple[Path, ...]:
    """A workspace with a backup, and one that has been moved away."""
    file = tmp_path / "riverside.capture"
    entered = in_lane(jobs, partial(plan, file, "Riverside and Vale", "", None)).entered
    in_lane(jobs, partial(back_up, entered.workspace))
    in_lane(jobs, entered.workspace.close)
    return file, tmp_path / "moved.capture"


@pytest.fixture
def first_time(qapp: QApplication, jobs: InlineJobs, look: Look) -> Iterator[Opened]:
    opened = open_window(qapp, jobs)
    yield opened
    opened.close()


@pytest.fixture
def again(qapp: QApplication, jobs: InlineJobs, look: Look, recent: tuple[Path, ...]) -> Iterator[Opened]:
    opened = open_window(qapp, jobs, recent)
    opened.window.activateWindow()
    settle(opened.window)
    yield opened
    opened.close()


def page_of(opened: Opened) -> WelcomePage:
    page = opened.window.centralWidget()
    assert isinstance(page, WelcomePage)
    return page


def test_enter_opens_the_newest_file(again: Opened) -> None:
    newest = page_of(again).recent.rows[0]
    assert newest.hasFocus()
    QTest.keyClick(newest, Qt.Key.Key_Return)
    assert again.window.windowTitle() == "Riverside and Vale — Workshop Capture"


def test_the_arrows_go_through_the_recent_files(again: Opened) -> None:
    newest, other = page_of(again).recent.rows
    QTest.keyClick(newest, Qt.Key.Key_Down)
    assert other.hasFocus()


def test_a_file_that_has_gone_says_so_and_opening_it_too(again: Opened) -> None:
    gone = page_of(again).recent.rows[1]
    assert gone.accessibleName() == "moved. Not there any more"
    gone.click()
    assert again.window.desk is None
    assert again.problems_told() == [f"{gone.file.path} is not there. It may have been moved or renamed."]


def test_the_last_backup_is_told(again: Opened) -> None:
    backup = page_of(again).backup
    assert backup.isVisible()
    assert backup.accessibleDescription().startswith("Today, ")


def test_clearing_the_list_leaves_the_files(again: Opened, recent: tuple[Path, ...]) -> None:
    page_of(again).clear.click()
    assert page_of(again).recent.rows == []
    assert again.preferences.settings.recent == ()
    assert recent[0].exists()


def test_the_first_time_one_may_choose_a_file(first_time: Opened) -> None:
    page = page_of(first_time)
    first_time.window.activateWindow()
    page.focus_first()
    assert page.choose.hasFocus()
    assert not page.backup.isVisible()


def test_planning_and_the_example_ask_what_they_need(first_time: Opened) -> None:
    page, opening = page_of(first_time), first_time.window.opening
    page.plan_wanted.emit()
    plan_it = opening.dialog
    assert isinstance(plan_it, NewWorkspaceDialog)
    plan_it.verb.click()
    assert plan_it.isVisible(), "a consultation needs a title"
    plan_it.reject()
    page.example_wanted.emit()
    example = opening.dialog
    assert isinstance(example, ExampleDialog)
    assert example.phrase.text() == "amber-ladder"
    example.reject()
