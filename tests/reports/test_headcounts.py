"""Headcounts in documents: of kinds of people, of listed organisations, and at the door beside them (C3, X23)."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.records import Attendance, AttendanceMark, Consultation, Session
from capture_app.domain.vocabulary import Capacity, Grain, Presence, Side
from capture_app.reports.appendix import attendees, running_words, workshops_of
from capture_app.reports.appendix_told import appendix_of
from capture_app.reports.attendance_sheet import attendance_sheet_of
from capture_app.reports.attendee_preview import attendee_preview_of
from capture_app.reports.blocks import Report, words_of
from capture_app.reports.building import synthesis_of
from capture_app.reports.session_paper import SessionPaper
from capture_app.reports.telling import report_of
from capture_app.services.computed import computed
from tests.reports import test_synthesis
from tests.reports.played import keep, workspace
from tests.reports.test_appendix import counted, listed, material, totals

VALE = replace(listed("1", "Vale Trust"), count=3)
"""A listed organisation of which somebody said how many came."""


def test_a_headcount_with_a_side_is_listed_like_any_other() -> None:
    made = material(
        counted("1", "HFJ", 5, side=Side.ROOM),
        counted("2", "SD", 2, side=Side.REMOTE),
        counted("3", "BRC", 1),
    )
    (workshop,) = workshops_of(made)
    assert (attendees(workshop), workshop.headcount) == ("HFJ 5, SD 2, BRC 1", 8)
    assert not workshop.at_the_door


def test_a_count_at_the_door_stands_beside_what_is_listed() -> None:
    door = counted("2", "In the room", 7, side=Side.ROOM, may_overlap=True)
    (workshop,) = workshops_of(material(counted("1", "HFJ", 5), door))
    assert (attendees(workshop), workshop.headcount) == ("HFJ 5", 5)
    assert workshop.at_the_door == (door,)


@pytest.mark.parametrize("grain", [Grain.CATEGORY, Grain.ORGANISATION])
def test_a_row_that_was_emptied_is_no_row_of_any_document_or_count(tmp_path: Path, grain: Grain) -> None:
    full, emptied = counted("1", "HFJ", 5), Attendance(id="2", session="1", grain=grain, side=Side.ROOM)
    assert record(full, emptied) == record(full)
    (workshop,) = workshops_of(material(full, emptied))
    assert (attendees(workshop), workshop.entries) == ("HFJ 5", ())
    with workspace(tmp_path) as made:
        keep(made, Session(id="1", label="Sectoral 1"), full)
        before = computed(made)
        keep(made, emptied)
        assert computed(made) == before
        keep(made, replace(emptied, walk_in=True))
        assert computed(made) != before, "somebody came, though nobody knows who"


def in_words(report: Report) -> str:
    return " ".join(words_of(report))


def record(*attendance: Attendance, marks: tuple[AttendanceMark, ...] = ()) -> str:
    """What the synthesis of a session says of who was there."""
    return in_words(report_of(synthesis_of(test_synthesis.material(attendance=attendance, marks=marks))))


def test_the_headcount_of_a_listed_organisation_stands_beside_its_name_in_the_summary() -> None:
    made = material(VALE, listed("2", "Adavu"), replace(VALE, id="3", listing="Evaluators", count=1))
    (workshop,) = workshops_of(made)
    assert attendees(workshop) == "Vale Trust (3 people); Adavu; Evaluators (1 person)"
    watching = replace(VALE, capacity=Capacity.OBSERVER)
    assert running_words(workshops_of(material(watching))[0]) == "Vale Trust (3 people)"


def test_the_headcount_of_a_listed_organisation_is_added_to_nothing() -> None:
    (workshop,) = workshops_of(material(VALE))
    assert (workshop.headcount, workshop.entries) == (None, (VALE,))
    with_heads = material(VALE, counted("2", "HFJ", 5))
    assert [one.headcount for one in workshops_of(with_heads)] == [5]
    assert totals(with_heads)["Headcounts in all"] == "5"
    assert totals(material(VALE))["Headcount, series sectoral"] == "Not recorded"
    assert "heads are not counted" not in in_words(appendix_of(material(VALE)))


def test_the_record_of_a_session_gives_the_headcount_of_an_organisation_and_no_total_of_it() -> None:
    assert "1 organisation is listed (computed). Headcount not recorded:" in record(replace(VALE, count=None))
    told = record(VALE, listed("2", "Adavu"), counted("3", "HFJ", 5))
    assert (
        "2 organisations are listed (computed). A number of people is given for 1, added to nothing:" in told
    )
    assert "Vale Trust (3 people); Adavu" in told
    assert "Total 5 (computed from 1 count)." in told


def test_how_many_of_an_organisation_were_counted_while_it_ran_is_told() -> None:
    came = AttendanceMark(id="m", session="s", entry="1", at="1", state=Presence.HERE, count=4)
    assert "1 of 1 organisations. Counted then: Vale Trust: 4." in record(VALE, marks=(came,))


@pytest.mark.parametrize("sheet", [attendance_sheet_of, attendee_preview_of])
def test_the_sheets_on_paper_give_the_headcount_of_an_organisation(
    sheet: Callable[[SessionPaper], Report],
) -> None:
    nameless = Attendance(id="2", session="s", grain=Grain.ORGANISATION, count=0)
    paper = SessionPaper(
        consultation=Consultation(id="plan"), session=Session(id="s"), attendance=(VALE, nameless)
    )
    words = in_words(sheet(paper))
    assert "Vale Trust (3 people)" in words
    assert "An organisation without a name (0 people)" in words
