"""What the records give is counted by its own rule, grain by grain, and never made up where nobody said."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.dates import read_date
from capture_app.domain.example import records_in
from capture_app.domain.record import Record
from capture_app.domain.records import (
    Attendance,
    Box,
    Form,
    Organisation,
    OrganisationLink,
    OrganisationName,
    Return,
    Session,
    SessionTheme,
    Theme,
)
from capture_app.domain.totals import Programme, Total, What, in_date_order, totals_of
from capture_app.domain.values import Answer, Item, Option
from capture_app.domain.vocabulary import Capacity, Given, Grain, ItemKind, Nation, OrganisationRelation
from capture_app.reports.total_words import part_words, rule_of

EXAMPLE = Path(__file__).parents[2] / "resources" / "example"


def programme(records: Iterable[Record]) -> Programme:
    found = list(records)
    return Programme(
        sessions=[one for one in found if isinstance(one, Session)],
        attendance=[one for one in found if isinstance(one, Attendance)],
        organisations=[one for one in found if isinstance(one, Organisation)],
        names=[one for one in found if isinstance(one, OrganisationName)],
        related=[one for one in found if isinstance(one, OrganisationLink)],
        returns=[one for one in found if isinstance(one, Return)],
        themes=[one for one in found if isinstance(one, Theme)],
        links=[one for one in found if isinstance(one, SessionTheme)],
        forms=[one for one in found if isinstance(one, Form)],
        boxes=[one for one in found if isinstance(one, Box)],
        called={one.id: one.code for one in found if isinstance(one, Theme)},
    )


@pytest.fixture(scope="module")
def facts() -> Programme:
    """The programme as its report tells it, without anything invented."""
    return programme(records_in((EXAMPLE / "consultation.jsonl").read_text("utf-8")))


def total(facts: Programme, what: What, of: str = "") -> Total:
    (found,) = (one for one in totals_of(facts) if (one.what, one.of) == (what, of))
    return found


def test_the_totals_of_the_report_come_out_of_its_records(facts: Programme) -> None:
    counts = {(one.what, one.of): one.count for one in totals_of(facts)}
    assert {
        (What.COUNTED, ""): 13,
        (What.LISTED, ""): 11,
        (What.ANALYSED, ""): 11,
        (What.SERIES, "partnership"): 5,
        (What.SERIES, "review"): 3,
        (What.HEADCOUNTS, "partnership"): 45,
        (What.HEADCOUNTS, "frontline"): 14,
        (What.HEADCOUNTS, "sectoral"): None,
        (What.HEADCOUNTS, ""): 59,
        (What.LISTINGS, ""): 78,
        (What.SPELLINGS, ""): 49,
        (What.BODIES, ""): 39,
        (What.PEOPLE, ""): 0,
        (What.RETURNS, ""): 14,
        (What.RETURNERS, ""): 4,
        (What.RETURNED_AND_LISTED, ""): 4,
        (What.AREAS, "sectoral"): 7,
    }.items() <= counts.items()


def test_sessions_stand_in_the_order_of_their_dates_and_not_of_their_labels(facts: Programme) -> None:
    labels = [one.label for one in in_date_order(facts.sessions)]
    assert labels.index("Additional partnership workshop") < labels.index("Partnership 4")
    undated = Session(id="u", label="Aardvark")
    assert in_date_order([undated, *facts.sessions])[-1] is undated
    apart = Session(id="v", date=read_date("3 and 9 May 2022"))
    between = Session(id="w", date=read_date("4 May 2022"))
    assert in_date_order([between, apart]) == [apart, between]


def test_a_date_that_was_typed_and_not_read_is_not_counted_as_a_missing_one() -> None:
    given = ("3 May 2024", "in the spring", "9-3 May 2024", "")
    sessions = [Session(id=words, label="One", date=read_date(words)) for words in given]
    found = total(Programme(sessions=sessions), What.DATES)
    assert (found.count, found.unread, found.unsaid) == (1, 2, 1)
    assert rule_of(found).endswith(
        "2 have a date that was not read, and stand as they were typed. 1 has no date."
    )
    assert sorted(part_words(found, part) for part in found.parts) == [
        "One: 3 May 2024",
        "One: 9-3 May 2024, not read",
        "One: in the spring, not read",
        "One: no date given",
    ]


def test_where_entries_may_overlap_nothing_is_added_up(facts: Programme) -> None:
    entry = next(one for one in facts.attendance if one.listing.startswith("Survivor"))
    entries = [replace(one, may_overlap=one is entry) for one in facts.attendance]
    told = replace(facts, attendance=entries)
    partnership, everybody = (total(told, What.HEADCOUNTS, of) for of in ("partnership", ""))
    assert (partnership.count, partnership.overlap) == (None, True)
    assert (everybody.count, everybody.overlap) == (None, True)
    assert total(told, What.HEADCOUNTS, "frontline").count == 14
    assert {part.label.split(",")[0]: part.count for part in partnership.parts}["Partnership 1"] == 10


def test_a_listing_is_no_head_and_a_head_no_listing(facts: Programme) -> None:
    more = [replace(one, id=f"{one.id}x") for one in facts.attendance if one.count is None]
    told = replace(facts, attendance=[*facts.attendance, *more])
    assert total(told, What.HEADCOUNTS).count == total(facts, What.HEADCOUNTS).count
    assert total(told, What.LISTINGS).count == 2 * 78
    assert total(told, What.SPELLINGS).count == 49


def test_those_who_ran_or_watched_are_counted_apart(facts: Programme) -> None:
    counted = next(one for one in facts.attendance if one.count is not None)
    entries = [
        replace(one, capacity=Capacity.STAFF if one is counted else one.capacity) for one in facts.attendance
    ]
    told = replace(facts, attendance=entries)
    assert counted.count is not None
    assert total(told, What.STAFF).count == counted.count
    assert total(told, What.HEADCOUNTS).count == 59 - counted.count


def test_the_area_without_a_session_is_named_among_the_gaps(facts: Programme) -> None:
    parts = {part.label: part.count for part in total(facts, What.AREAS, "sectoral").parts}
    assert [code for code, count in parts.items() if not count] == ["A8"]


def test_a_nation_is_reached_only_by_an_organisation_listed_there(facts: Programme) -> None:
    assert total(facts, What.NATIONS).count == 0
    welsh = next(one for one in facts.organisations if one.name == "Welsh Government")
    bodies = [
        replace(one, nation=Nation.WALES if one is welsh else one.nation) for one in facts.organisations
    ]
    told = total(replace(facts, organisations=bodies), What.NATIONS)
    assert {part.label: part.names for part in told.parts} == {
        "england": (),
        "wales": ("Welsh Government",),
        "scotland": (),
        "northern_ireland": (),
    }
    assert told.unsaid == total(facts, What.NATIONS).unsaid - 1


def test_an_organisation_counts_once_for_its_nation_and_a_headcount_or_a_person_never() -> None:
    body = Organisation(id="o", name="BRC", nation=Nation.SCOTLAND)
    other = Organisation(id="p", name="Vale Trust", nation=Nation.WALES)
    listed = Attendance(id="1", session="a", grain=Grain.ORGANISATION, listing="BRC", organisation="o")
    entries = [
        *(replace(listed, id=one, session=one) for one in "abc"),
        replace(listed, id="2", grain=Grain.CATEGORY, listing="Vale Trust – 1", organisation="p", count=1),
        replace(listed, id="3", grain=Grain.PERSON, listing="Wren", organisation="p"),
        replace(listed, id="4", listing="Vale Trust", organisation="p", capacity=Capacity.OBSERVER),
        *(replace(listed, id=one, listing="River Aid", organisation="") for one in "xy"),
    ]
    found = total(Programme(attendance=entries, organisations=[body, other]), What.NATIONS)
    assert (found.count, found.unsaid) == (1, 1)
    assert [part_words(found, part) for part in found.parts] == [
        "England: none",
        "Wales: none",
        "Scotland: 1 organisation (BRC)",
        "Northern Ireland: none",
    ]
    assert "each counted once" in rule_of(found)


@pytest.mark.parametrize("joint", ["j", "both"], ids=["linked to one", "an entry of its own"])
def test_both_organisations_of_a_joint_listing_count_for_their_nations(joint: str) -> None:
    words = "Jericho / Equiano Project"
    bodies = [
        Organisation(id="j", name="Jericho", nation=Nation.ENGLAND),
        Organisation(id="e", name="Equiano Project", nation=Nation.WALES),
        Organisation(id="both", name=words),
    ]
    entry = Attendance(id="1", session="a", grain=Grain.ORGANISATION, listing=words, organisation=joint)
    ends = (("j", "e"), ("both", "j"), ("e", "both"))
    related = [
        OrganisationLink(id=one + two, organisation=one, other=two, relation=OrganisationRelation.LISTED_WITH)
        for one, two in ends
        if joint == "both" or (one, two) == ("j", "e")
    ]
    told = Programme(attendance=[entry], organisations=bodies, related=related)
    found = total(told, What.NATIONS)
    assert (found.count, found.unsaid) == (2, 0)
    alone = replace(told, attendance=[replace(entry, listing="Jericho", organisation="j")])
    assert total(alone, What.NATIONS).count == 1


@pytest.mark.parametrize("split", [False, True])
def test_blanks_and_refusals_are_no_answers_however_the_box_was_closed(split: bool) -> None:
    item = Item(
        kind=ItemKind.CHOICE,
        prompt="Useful?",
        order="1",
        options=(Option(id="y", label="Yes"), Option(id="n", label="No")),
    )
    said = (Answer(choice="y"), Answer(choice="y"), Answer(given=Given.RATHER_NOT_SAY))
    box = Box(id="b", session="s", form="f", count=4)
    box = (
        replace(box, by_item={"use": said})
        if split
        else replace(box, answers=(*({"use": one} for one in said), {}))
    )
    held = Session(id="s", label="One")
    found = total(programme([held, Form(id="f", items={"use": item}), box]), What.ANSWERS, "Useful?")
    assert (found.count, found.unsaid, found.session) == (2, 2, "s")
    assert [(part.label, part.count) for part in found.parts] == [("Yes", 2), ("No", 0)]


def test_a_session_nobody_asked_has_no_total_of_answers(facts: Programme) -> None:
    assert [one for one in totals_of(facts) if one.what is What.ANSWERS] == []
