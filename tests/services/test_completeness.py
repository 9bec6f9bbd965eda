"""What nobody expected of a session is not missing; what was expected and is not here is named (E5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.dates import read_date
from capture_app.domain.expecting import expected
from capture_app.domain.gathered import Gathered
from capture_app.domain.record import Record
from capture_app.domain.records import Expectation, Group, Line, Minutes, Observation, Session
from capture_app.services.completeness import completeness
from capture_app.services.reporting import report_bytes
from capture_app.services.undecided import undecided
from capture_app.services.workspaces import Workspace, new_workspace

SECTORAL = Session(id="s", series="Sectoral ", label="Sectoral 1")
OTHER = Session(id="p", series="partnership", label="Partnership 1")


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """A lead's workspace with a session of each of two series."""
    made = new_workspace(tmp_path / "lead.capture", None).workspace
    keep(made, SECTORAL, OTHER)
    yield made
    made.close()


def keep(workspace: Workspace, *records: Record) -> None:
    """Save these."""
    with workspace.unit_of_work() as work:
        for record in records:
            work.records.save(record)
        work.commit()


def asked_after(workspace: Workspace, session: Session, today: date = date(2026, 5, 1)) -> list[str]:
    """What is still out, in words."""
    with workspace.unit_of_work() as work:
        return [one.words for one in undecided(work, session.id, today)]


def here(workspace: Workspace, session: Session) -> dict[Gathered, tuple[int, bool | None]]:
    """How many of each are here, and whether they are expected."""
    with workspace.unit_of_work() as work:
        return {one.what: (one.count, one.expected) for one in completeness(work, session)}


ONLY_SECTORAL = Expectation(id="e", what=Gathered.OBSERVATION, series="sectoral")


def test_where_nobody_said_anything_nothing_is_asked_after(lead: Workspace) -> None:
    assert asked_after(lead, SECTORAL) == []
    assert set(here(lead, SECTORAL).values()) == {(0, None)}


def test_observations_are_missing_where_they_are_expected_and_nowhere_else(lead: Workspace) -> None:
    keep(lead, ONLY_SECTORAL)
    assert asked_after(lead, SECTORAL) == ["1 thing expected of this session is not here: Observer’s notes."]
    assert asked_after(lead, OTHER) == []
    assert here(lead, OTHER)[Gathered.OBSERVATION] == (0, False)


def test_nothing_is_missing_before_the_day_of_a_session(lead: Workspace) -> None:
    dated = replace(SECTORAL, date=read_date("16 May 2023"))
    keep(lead, ONLY_SECTORAL, dated)
    assert asked_after(lead, dated, date(2023, 5, 15)) == []
    assert len(asked_after(lead, dated, date(2023, 5, 16))) == 1


def test_notes_that_were_not_given_are_not_here(lead: Workspace) -> None:
    notes = Observation(id="o", session="s", ran="On time.")
    keep(lead, ONLY_SECTORAL, notes)
    assert here(lead, SECTORAL)[Gathered.OBSERVATION] == (0, True)
    keep(lead, replace(notes, given=True))
    assert here(lead, SECTORAL)[Gathered.OBSERVATION] == (1, True)
    assert asked_after(lead, SECTORAL) == []


def test_minutes_nobody_wrote_in_are_missing(lead: Workspace) -> None:
    keep(lead, Expectation(id="m", what=Gathered.MINUTES), Minutes(id="empty", session="p"))
    assert here(lead, OTHER)[Gathered.MINUTES] == (0, True)
    keep(lead, Line(id="l", session="p", minutes="empty", text="It began."))
    assert here(lead, OTHER)[Gathered.MINUTES] == (1, True)


def test_a_group_needs_no_worksheet_where_none_is_expected(lead: Workspace) -> None:
    keep(lead, Group(id="g", session="p", label="Group 1"))
    assert asked_after(lead, OTHER) == ["1 group has no worksheet: Group 1."]
    keep(lead, Expectation(id="w", what=Gathered.WORKSHEET, series="sectoral"))
    assert asked_after(lead, OTHER) == []


def test_the_report_tells_missing_from_not_expected(lead: Workspace) -> None:
    keep(lead, ONLY_SECTORAL, Expectation(id="m", what=Gathered.MINUTES, series="sectoral"))
    sectoral, other = (report_bytes(lead, one.id, "html").decode() for one in (SECTORAL, OTHER))
    assert "missing" in sectoral
    assert "not expected of this session" not in sectoral
    assert "not expected of this session" in other
    assert "No minutes are expected of this session." in other
    assert "No minutes were taken in this workspace." in sectoral


SERIES = st.sampled_from(["", "sectoral", "Sectoral", " partnership ", "review"])
SAID = st.builds(Expectation, id=st.just("e"), what=st.sampled_from(Gathered), series=SERIES)


@given(st.lists(SAID), SERIES, st.sampled_from(Gathered))
def test_saying_more_never_makes_something_unexpected_again(
    said: list[Expectation], series: str, what: Gathered
) -> None:
    session = Session(id="s", series=series)
    before = expected(what, session, said)
    assert (before is None) == all(one.what is not what for one in said)
    if before:
        assert expected(what, session, [*said, Expectation(id="x", what=what, series="another")])
    assert expected(what, session, [*said, Expectation(id="x", what=what, series=series)])
