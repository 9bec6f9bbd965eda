"""Going to another record of a register: what can be done is done to the one that is shown, from its top."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from capture_app.domain.ids import new_id
from capture_app.domain.records import Session
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.ui.sessions.session_pane import SessionPane
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.style import Look
from tests.helpers.held_jobs import HeldJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import fill
from tests.helpers.render import settle

LABELS = ("Workshop 1", "Workshop 2")


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[HeldJobs]:
    """Jobs that can be made to wait, as behind a slow disk."""

    def raise_it(error: BaseException) -> None:
        raise error

    held = HeldJobs(raise_it)
    yield held
    held.close()


@pytest.fixture
def pane(entered: Entered, jobs: HeldJobs, look: Look) -> Iterator[SessionPane]:
    """Two sessions, the first of them shown."""
    sessions = [Session(id=new_id(), label=label) for label in LABELS]
    for session in sessions:
        in_lane(jobs, partial(keep, entered.workspace, session))
    page = SessionsPage(entered.workspace, jobs, look)
    page.resize(1150, 500)
    page.show()
    page.session_pane().go_to(sessions[0].id)
    settle(page)
    yield page.session_pane()
    page.hide()
    page.deleteLater()


def other(pane: SessionPane) -> str:
    """The session that is not shown."""
    return next(row.record for row in pane._rows if row.record != pane.current)


def test_until_the_chosen_session_is_shown_nothing_can_be_done_with_the_one_before(
    pane: SessionPane, jobs: HeldJobs
) -> None:
    verbs = (pane.packs_button, pane.synthesis_button, pane.history_button, pane.remove_button)
    assert all(verb.isEnabled() for verb in verbs)
    wanted = other(pane)
    jobs.hold()
    pane.go_to(wanted)
    assert pane.current != wanted
    assert not any(verb.isEnabled() for verb in verbs)
    for _step in jobs.let_go():
        pass
    settle(pane)
    assert pane.current == wanted
    assert all(verb.isEnabled() for verb in verbs)


def test_another_page_and_another_session_begin_at_their_top(pane: SessionPane) -> None:
    bar = pane._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    assert pane.form.switch is not None
    pane.form.switch.chosen.emit("agenda")
    assert bar.value() == 0
    pane.form.show_page("details")
    settle(pane)
    bar.setValue(bar.maximum())
    pane.go_to(other(pane))
    settle(pane)
    assert bar.value() == 0


def test_before_a_list_is_read_nobody_says_that_it_is_empty(
    entered: Entered, jobs: HeldJobs, look: Look
) -> None:
    jobs.hold()
    page = SessionsPage(entered.workspace, jobs, look)
    page.resize(1150, 500)
    page.show()
    settle(page)
    nothing = page.session_pane()._no_record
    assert not nothing.isVisible()
    for _step in jobs.let_go():
        pass
    settle(page)
    assert nothing.isVisible()
    page.hide()
    page.deleteLater()


def test_what_could_not_be_kept_is_told_with_the_session_it_is_of(pane: SessionPane) -> None:
    told = list[str]()
    pane.refused.connect(lambda _form, sentence: told.append(sentence))
    pane.form.show_page("people")
    fill(pane.form, {"Invited": "ten"})
    pane.keep_typed()
    settle(pane)
    assert told[-1].startswith("“ten” is not kept as “Invited” of “Workshop 1”; why is said there.")
    pane.go_to(other(pane))
    settle(pane)
    assert "“ten” was not kept as “Invited” of “Workshop 1”" in pane.trouble.accessibleName()
