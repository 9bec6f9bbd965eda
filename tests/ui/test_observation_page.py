"""An observer's laptop has one form for notes; the lead reads those that were given beside the session (E4)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.records import Observation, Session
from capture_app.domain.vocabulary import Role
from capture_app.services import keeping
from capture_app.services.entering import Entered, enter_pack
from capture_app.ui.hand_over_page import HandOverPage
from capture_app.ui.keys import KeyMap
from capture_app.ui.observation_page import ObservationPage
from capture_app.ui.pages import identity, pages_of
from capture_app.ui.sessions.session_register import OBSERVED
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.style import Look
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.wrapping import Wrapped
from tests.helpers.form_hand import control, type_into
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.pack_world import pack_world
from tests.helpers.render import settle
from tests.ui.test_sessions_page import entered, page, put, session
from tests.ui.test_sessions_page import kept as sessions_kept

__all__ = ["entered", "page"]

SEEN = "The call was asked last."


def observer(folder: Path) -> Entered:
    """A laptop made ready from a pack for an observer."""
    with pack_world(folder) as world:
        path = folder / "observer.capture"
        made = enter_pack(world.pack("Laptop O", Role.OBSERVER), None, path, None)
    assert isinstance(made, Entered)
    return made


@pytest.fixture
def here(tmp_path: Path, jobs: InlineJobs) -> Iterator[Entered]:
    """The observer's workspace."""
    made = in_lane(jobs, lambda: observer(tmp_path))
    yield made
    in_lane(jobs, made.workspace.close)


@pytest.fixture
def notes(here: Entered, jobs: InlineJobs, look: Look) -> Iterator[ObservationPage]:
    """The page an observer writes on."""
    made = ObservationPage(here, jobs, look)
    made.resize(1150, 680)
    made.show()
    settle(made)
    yield made
    made.hide()
    made.deleteLater()


def kept(here: Entered, jobs: InlineJobs) -> list[Observation]:
    """What the workspace has."""
    return [one.record for one in in_lane(jobs, partial(keeping.entries, here.workspace, Observation))]


def test_an_observer_has_no_worksheet_and_no_minutes(here: Entered, jobs: InlineJobs) -> None:
    placed = pages_of(here, jobs, KeyMap)
    assert [one.place.key for one in placed] == ["observation", "confidence", "search", "hand_over"]
    assert identity(here) == "Laptop O · observer Noor A."


def test_what_is_typed_is_kept_with_session_and_laptop_and_not_given(
    notes: ObservationPage, here: Entered, jobs: InlineJobs
) -> None:
    type_into(notes, "How people took part", SEEN)
    notes.keep_typed()
    settle(notes)
    (made,) = kept(here, jobs)
    assert (made.session, made.device) == (here.about.session, here.about.device)
    assert (made.took_part, made.who, made.given) == (SEEN, "Noor A.", False)


def test_giving_is_one_tick_and_can_be_undone(
    notes: ObservationPage, here: Entered, jobs: InlineJobs
) -> None:
    type_into(notes, "How people took part", SEEN)
    notes.keep_typed()
    settle(notes)
    (tick,) = [one for one in notes.findChildren(QCheckBox) if one.isVisible()]
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    settle(notes)
    assert [one.given for one in kept(here, jobs)] == [True]
    notes.pane().steps.back()
    settle(notes)
    assert [one.given for one in kept(here, jobs)] == [False]


def test_what_could_not_be_kept_stays_on_the_screen_and_is_said(
    notes: ObservationPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> None:
        raise StorageTrouble("The disk is full, so it was not kept. Free some space and try again.")

    told: list[str] = []
    notes.failed.connect(told.append)
    monkeypatch.setattr(keeping, "keep", full)
    type_into(notes, "How people took part", SEEN)
    notes.keep_typed()
    settle(notes)
    assert told == ["The disk is full, so it was not kept. Free some space and try again."]
    assert control(notes, "How people took part").property("plainText") == SEEN


def test_the_lead_reads_what_was_given_and_cannot_change_it(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, OBSERVED)
    assert "No notes of observers here." in pane.observations.words()
    (made,) = sessions_kept(jobs, entered, Session)
    theirs = Observation(id="o", session=made.id, who="Ines R.", took_part=SEEN, given=True, device="d")
    put(jobs, entered, theirs, Observation(id="p", session=made.id, took_part="Not given.", device="e"))
    settle(page)
    assert pane.observations.words().endswith(SEEN)
    assert "Not given." not in pane.observations.words()
    assert not pane.observations.findChildren(QPlainTextEdit)


def test_a_second_paragraph_begins_on_a_line_of_its_own(qtbot: QtBot, look: Look) -> None:
    notes, one = Prose("began late\nsecond paragraph", look, lead="How it ran:"), Prose("began late", look)
    for label in (notes, one):
        qtbot.addWidget(label)
    assert notes.heightForWidth(1800) == 2 * one.heightForWidth(1800)
    assert Wrapped("began late\nsecond paragraph", look.font(look.theme.type.body), 1800).lines == 2


def test_before_they_are_given_handing_over_says_that_notes_stay(
    here: Entered, notes: ObservationPage, jobs: InlineJobs, look: Look, qtbot: QtBot
) -> None:
    type_into(notes, "How the session ran", "Began late.")
    notes.keep_typed()
    settle(notes)
    page = HandOverPage(here.workspace, jobs, look)
    qtbot.addWidget(page)
    page.show()
    settle(page)
    (empty,) = page.findChildren(EmptyState)
    assert "stays here: an observer’s own notes (1)" in empty.accessibleName()
