"""Whoever only looks changes nothing: records of every register opened, and left again; and a 0 stays a 0."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from capture_app.domain.ids import new_id
from capture_app.domain.records import (
    AgendaPart,
    AgendaTemplate,
    Attendance,
    Consultation,
    Organisation,
    Session,
)
from capture_app.domain.values import PlannedPart
from capture_app.domain.vocabulary import Grain
from capture_app.services import keeping
from capture_app.services.entering import Entered
from capture_app.services.workspaces import Workspace
from capture_app.ui.claims_page import ClaimsPage
from capture_app.ui.people_page import PeoplePage
from capture_app.ui.register.fields import NOTED
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.style import Look
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.people_records import people
from tests.helpers.registers import block, control, fill, rows, shown
from tests.helpers.render import settle

ZEROS = ("invited", "accepted", "declined", "attended")


@pytest.fixture
def entered(home: ExampleHome, jobs: InlineJobs, tmp_path: Path) -> Iterator[Entered]:
    """The lead's example, in which whatever can be counted is 0 somewhere."""
    lead = home.lead(jobs, tmp_path)
    in_lane(jobs, partial(with_zeros, lead.workspace))
    yield lead
    in_lane(jobs, lead.workspace.close)


def with_zeros(workspace: Workspace) -> None:
    """As a load or a merge leaves them: nobody typed these."""
    with workspace.unit_of_work() as work:
        sessions = work.records.all(Session)
        for session in sessions:
            work.records.save(replace(session, invited=0, accepted=0, declined=0, attended=0))
        for record in people(sessions[0].id, work.records.all(Organisation)[0]):
            work.records.save(record)
        for entry in work.records.all(Attendance):
            work.records.save(replace(entry, count=0 if entry.grain is Grain.CATEGORY else None))
        for part in work.records.all(AgendaPart):
            work.records.save(replace(part, planned_minutes=0))
        parts = {"a": PlannedPart(title="Welcome", order="08", minutes=0)}
        work.records.save(AgendaTemplate(id=new_id(), title="Half a day", parts=parts))
        (about,) = work.records.all(Consultation)
        work.records.save(replace(about, threshold=0))
        work.commit()


def written(workspace: Workspace) -> tuple[int, int]:
    """How much the log holds, and how many drafts there are."""
    with workspace.unit_of_work() as work:
        return work.log.count(), len(work.drafts.all())


def look_at_everything(pane: RegisterPane, qtbot: QtBot) -> int:
    """Open records on every page of their form, every row with all its fields; gives how many there were.

    Of a long list every third: what is done on opening depends on the kind, and little on the record.
    """
    model = pane.list.model()
    places = range(0, model.rowCount(), 3 if model.rowCount() > 9 else 1)
    for place in places:
        pane.list.setCurrentIndex(model.index(place, 0))
        settle(pane)
        for page in pane.form.page_keys() or ("",):
            if page:
                pane.form.show_page(page)
            settle(pane)
            _come_by(pane)
    pane.keep_typed()
    qtbot.wait(NOTED + 50)
    return len(places)


def _come_by(pane: RegisterPane) -> None:
    """Go through the fields with the keyboard, typing nothing."""
    for under in pane.form.rows:
        for row in rows(under)[:2]:
            if not row._more.isHidden():
                row.show_more()
            for field in row.fields:
                field.editor.left.emit()
    for stop in pane.form.findChildren(QWidget)[:40]:
        if stop.isVisible():
            stop.setFocus()


@pytest.mark.parametrize(
    ("made", "parts"),
    [
        (
            lambda e, j, k: SetupPage(e, j, k),
            "consultation card parties objectives frame glossary sent interests",
        ),
        (lambda e, j, k: SessionsPage(e.workspace, j, k), "sessions templates"),
        (lambda e, j, k: PeoplePage(e, j, k), "organisations people needs wishes payments"),
        (lambda e, j, k: ClaimsPage(e.workspace, j, k), "claims"),
    ],
    ids=["set up", "sessions", "people", "claims"],
)
def test_opening_records_of_every_register_writes_nothing(  # type: ignore[no-untyped-def]
    made, parts: str, entered: Entered, jobs: InlineJobs, look: Look, qtbot: QtBot
) -> None:
    before = in_lane(jobs, partial(written, entered.workspace))
    page = made(entered, jobs, look)
    page.resize(1150, 680)
    page.show()
    seen = 0
    for part in parts.split():
        page.show_part(part)
        settle(page)
        seen += look_at_everything(page.pane(), qtbot)
    page.hide()
    page.deleteLater()
    assert seen
    assert in_lane(jobs, partial(written, entered.workspace)) == before


def test_a_nought_is_shown_and_stays_when_something_beside_it_changes(
    entered: Entered, jobs: InlineJobs, look: Look
) -> None:
    page = SessionsPage(entered.workspace, jobs, look)
    page.resize(1150, 680)
    page.show()
    settle(page)
    pane = page.session_pane()
    pane.form.show_page("people")
    settle(page)
    assert shown(pane.form, "Declined") == "0"
    fill(pane.form, {"Invited": "40"})
    page.keep_typed()
    settle(page)
    fill(pane.form, {"Invited": "41"})
    page.keep_typed()
    settle(page)
    held = in_lane(jobs, partial(keeping.entry, entered.workspace, Session, pane.current))
    assert held is not None
    assert [getattr(held.record, name) for name in ZEROS] == [41, 0, 0, 0]
    page.hide()
    page.deleteLater()


def test_a_nought_that_is_typed_is_a_count_and_an_empty_field_is_none(
    entered: Entered, jobs: InlineJobs, look: Look
) -> None:
    page = SessionsPage(entered.workspace, jobs, look)
    page.resize(1150, 680)
    page.show()
    settle(page)
    pane = page.session_pane()
    for part, title, number in (
        ("agenda", "Parts of the session", "Minutes"),
        ("people", "Headcounts", "Headcount"),
    ):
        pane.form.show_page(part)
        settle(page)
        under = block(pane, title)
        under.add()
        settle(page)
        row = rows(under)[-1]
        fill(row, {"Title" if part == "agenda" else "As listed": "Nobody", number: "0"})
        pane.keep_typed()
        settle(page)
        row = rows(under)[-1]
        assert shown(row, number) == "0"
        fill(row, {number: ""})
        pane.keep_typed()
        settle(page)
        assert shown(row, number) == ""
        assert getattr(row.entry.record, "count" if part == "people" else "planned_minutes") is None
    page.hide()
    page.deleteLater()


def test_a_number_that_has_to_be_there_cannot_be_emptied(
    entered: Entered, jobs: InlineJobs, look: Look
) -> None:
    page = SetupPage(entered, jobs, look)
    page.show()
    settle(page)
    pane = page.pane()
    assert shown(pane.form, "Least number for anonymity") == "0"
    fill(pane.form, {"Least number for anonymity": ""})
    page.keep_typed()
    settle(page)
    told = control(pane.form, "Least number for anonymity").accessibleDescription()
    assert "A number belongs here." in told
    (about,) = in_lane(jobs, partial(keeping.entries, entered.workspace, Consultation))
    assert about.record.threshold == 0
    page.hide()
    page.deleteLater()
