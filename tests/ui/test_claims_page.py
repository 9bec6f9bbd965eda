"""Reported facts: a claim is kept as it was made, and what the records give stands beside it with its rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from capture_app.domain.ids import new_id
from capture_app.domain.records import Attendance, Claim, Organisation, Session
from capture_app.domain.vocabulary import ClaimCheck, Grain, Nation, YesNo
from capture_app.services import keeping
from capture_app.services.entering import Entered, plan
from capture_app.ui.claims_page import ClaimsPage, ClaimsPane
from capture_app.ui.style import Look
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import add_record, list_rows
from tests.helpers.render import settle


@pytest.fixture
def entered(home: ExampleHome, jobs: InlineJobs, tmp_path: Path) -> Iterator[Entered]:
    lead = home.lead(jobs, tmp_path)
    yield lead
    in_lane(jobs, lead.workspace.close)


@pytest.fixture
def pane(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[ClaimsPane]:
    page = ClaimsPage(entered.workspace, jobs, look)
    page.resize(1150, 680)
    page.show()
    settle(page)
    pane = page.pane()
    assert isinstance(pane, ClaimsPane)
    yield pane
    page.hide()
    page.deleteLater()


def go_to(pane: ClaimsPane, topic: str, value: str) -> None:
    model = pane.list.model()
    wanted = f"{topic}. {value}"
    role = Qt.ItemDataRole.AccessibleTextRole
    row = next(n for n in range(model.rowCount()) if str(model.index(n, 0).data(role)).startswith(wanted))
    pane.list.setCurrentIndex(model.index(row, 0))
    settle(pane)


def test_claims_on_one_topic_stand_together_each_beside_what_is_counted(pane: ClaimsPane) -> None:
    topics = list_rows(pane)
    first = topics.index("partnership workshops held")
    assert topics[first + 1] == "partnership workshops held"
    for value in ("five", "four"):
        go_to(pane, "partnership workshops held", value)
        said = pane.beside.shown()
        assert f"{value} workshops" in said
        assert "Workshops and other sessions held: partnership: 5" in said
        assert "Sessions of this series, whether or not they are counted anywhere." in said


def test_every_number_says_whether_it_was_claimed_or_computed(pane: ClaimsPane) -> None:
    go_to(pane, "answers to the feedback form", "nine")
    assert [chip.accessibleName() for chip in pane.beside.chips()] == ["claimed", "computed"]
    said = pane.beside.shown()
    assert "Yes: 9" in said
    assert "Maybe: 4" in said
    assert "No: 1" in said


def test_a_claim_that_no_rule_answers_stands_alone_and_every_count_can_be_seen(pane: ClaimsPane) -> None:
    go_to(pane, "start of the work", "2020")
    assert any(
        "Nothing in the records is counted under these words" in words for words in pane.beside.shown()
    )
    QTest.mouseClick(pane.beside.all_button, Qt.MouseButton.LeftButton)
    settle(pane)
    said = pane.beside.shown()
    for words in (
        "Organisations, and kinds of people listed without a headcount: 78",
        "Spellings among those listings: 49",
        "Returned questionnaires and written responses: 14",
        "Organisations that returned something: 4",
    ):
        assert words in said
    assert any(line.startswith("A8 ") and line.endswith(": none") for line in said)


def test_what_is_claimed_stays_whatever_comparing_shows(
    pane: ClaimsPane, entered: Entered, jobs: InlineJobs
) -> None:
    about = next(row.session for row in entered.sessions if row.session.label == "Sectoral 5")
    add_record(
        pane,
        {
            "Topic": "people reached",
            "Value as given": "90",
            "Counted in": "individuals and organisations",
            "What it is about": f"{about.label}, {about.date.given}",
            "Approximate": "yes",
            "Source": "The report",
            "Where in the source": "p. 33",
            "What comparing showed": "Cannot be worked out again",
        },
    )
    found = [one.record for one in in_lane(jobs, partial(keeping.entries, entered.workspace, Claim))]
    (claim,) = (one for one in found if one.topic == "people reached")
    assert (claim.about, claim.value, claim.unit, claim.approximate, claim.locator, claim.check) == (
        about.id,
        "90",
        "individuals and organisations",
        True,
        "p. 33",
        ClaimCheck.CANNOT_BE_REBUILT,
    )


def test_a_count_follows_the_records_while_the_claim_stays(
    pane: ClaimsPane, entered: Entered, jobs: InlineJobs
) -> None:
    go_to(pane, "workshops held", "13")
    assert "Workshops and other sessions held and counted in the total: 13" in pane.beside.shown()
    more = Session(id=new_id(), label="One more", counted_in_total=YesNo.YES)
    jobs.write(partial(keeping.keep, entered.workspace, more), lambda _done: None, jobs)
    settle(pane)
    said = pane.beside.shown()
    assert "Workshops and other sessions held and counted in the total: 14" in said
    assert "13 workshops" in said


def test_what_is_counted_and_the_nations_nobody_spoke_for_stand_there_before_any_claim(
    jobs: InlineJobs, look: Look, tmp_path: Path
) -> None:
    planned = in_lane(jobs, partial(plan, tmp_path / "plan.capture", "Standard", "One", None)).entered
    page = ClaimsPage(planned.workspace, jobs, look)
    page.resize(1150, 680)
    page.show()
    settle(page)
    pane = page.pane()
    assert isinstance(pane, ClaimsPane)
    assert pane.counted.isHidden()
    held = Session(id=new_id(), label="Riverside 1")
    body = Organisation(id=new_id(), name="Vale Trust", nation=Nation.WALES)
    listed = Attendance(id=new_id(), session=held.id, grain=Grain.ORGANISATION, organisation=body.id)
    for record in (held, body, listed, replace(listed, id=new_id(), organisation="", listing="River Aid")):
        jobs.write(partial(keeping.keep, planned.workspace, record), lambda _done: None, jobs)
    settle(page)
    said = pane.counted.shown()
    assert pane.counted.isVisible()
    assert "Nations with a listed organisation, of four: 1" in said
    assert {"Wales: 1 organisation (Vale Trust)", "Scotland: none"} <= set(said)
    assert any("The nation of 1 listed organisation is not stated." in words for words in said)
    page.hide()
    page.deleteLater()
    in_lane(jobs, planned.workspace.close)
