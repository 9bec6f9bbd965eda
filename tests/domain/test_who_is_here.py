"""Who is here, worked out from marks: in any order, per grain, and a person once (C3, X23, practice 2.6)."""

from __future__ import annotations

from itertools import permutations

from capture_app.domain.records import Attendance, AttendanceMark
from capture_app.domain.vocabulary import Grain, Presence, Side
from capture_app.domain.who_is_here import attendees, counted, people_in

HERE, LEFT = Presence.HERE, Presence.LEFT


def entry(key: str, grain: Grain = Grain.PERSON, **fields: object) -> Attendance:
    return Attendance(id=key, session="s", grain=grain, listing=key, **fields)  # type: ignore[arg-type]


def mark(key: str, time: str, device: str = "a", **fields: object) -> AttendanceMark:
    made = f"{key}-{time}-{device}"
    at = f"2024-05-16T{time}"
    return AttendanceMark(id=made, session="s", entry=key, device=device, at=at, **fields)  # type: ignore[arg-type]


def test_a_move_and_a_leaving_stand_beside_the_coming_and_no_order_of_arrival_changes_what_is_shown() -> None:
    marks = (
        mark("Amara", "09:31:00", state=HERE, side=Side.ROOM),
        mark("Amara", "10:40:00", side=Side.REMOTE),
        mark("Amara", "10:41:00", group="g2"),
        mark("Amara", "11:20:00", state=LEFT),
    )
    shown = {attendees([entry("Amara")], order) for order in permutations(marks)}
    (row,) = shown.pop()
    assert shown == set()
    assert (row.state, row.since, row.group) == (LEFT, "2024-05-16T11:20:00", "g2")
    assert [(one.state, one.side) for one in row.trail] == [
        (HERE, Side.ROOM),
        (None, Side.REMOTE),
        (None, None),
        (LEFT, None),
    ]


def test_a_group_changed_elsewhere_does_not_make_somebody_who_is_here_expected_again() -> None:
    marks = [
        mark("Amara", "09:31:00", state=HERE, side=Side.ROOM),
        mark("Amara", "09:50:00", "b", group="g1"),
    ]
    (row,) = attendees([entry("Amara")], marks)
    assert row.here
    assert row.group == "g1"


def test_somebody_in_the_room_for_one_laptop_and_on_the_call_for_another_is_one_person() -> None:
    twice = [entry("Amara", person="p"), entry("Amara on the call", person="p"), entry("Dele")]
    marks = [
        mark("Amara", "09:31:00", "a", state=HERE, side=Side.ROOM),
        mark("Amara on the call", "09:33:00", "b", state=HERE, side=Side.REMOTE),
    ]
    rows = attendees(twice, marks)
    assert [row.entry.listing for row in rows] == ["Amara", "Dele"]
    count = counted(rows, Grain.PERSON)
    assert (count.here, count.room, count.remote, count.both, count.expected) == (1, 0, 0, 1, 1)


def test_who_is_seen_again_on_another_laptop_did_not_come_later() -> None:
    marks = [
        mark("Amara", "09:31:00", state=HERE, side=Side.ROOM),
        mark("Amara", "09:45:00", "b", state=HERE, side=Side.ROOM),
    ]
    (row,) = attendees([entry("Amara")], marks)
    assert row.since == "2024-05-16T09:31:00"


def test_no_grain_makes_a_number_of_another() -> None:
    entries = [
        entry("Vale Trust", Grain.ORGANISATION, count=4),
        entry("NGO", Grain.CATEGORY, count=12),
        entry("Amara", organisation="vale"),
    ]
    marks = [mark(one.id, "09:31:00", state=HERE, side=Side.ROOM) for one in entries[:2]]
    rows = attendees(entries, marks)
    person, organisation, category = (
        counted(rows, grain) for grain in (Grain.PERSON, Grain.ORGANISATION, Grain.CATEGORY)
    )
    assert (person.here, person.people) == (0, None)
    assert (organisation.here, organisation.people) == (1, None)
    assert (category.here, category.people, category.uncounted) == (1, None, 1)


def test_headcounts_are_added_up_only_where_all_have_a_number_and_none_may_overlap() -> None:
    entries = [entry("NGO", Grain.CATEGORY), entry("Police", Grain.CATEGORY)]
    marks = [
        mark("NGO", "09:31:00", state=HERE, side=Side.ROOM, count=12),
        mark("Police", "09:32:00", state=HERE, side=Side.REMOTE, count=0),
    ]
    rows = attendees(entries, marks)
    assert counted(rows, Grain.CATEGORY).people == 12
    assert (people_in(rows, Side.ROOM), people_in(rows, Side.REMOTE)) == (12, 0)
    overlapping = [entries[0], entry("Police", Grain.CATEGORY, may_overlap=True)]
    count = counted(attendees(overlapping, marks), Grain.CATEGORY)
    assert count.people is None
    assert count.overlap


def test_a_group_planned_beforehand_is_nothing_that_was_seen() -> None:
    planned = mark("Amara", "09:00:00", group="g1")
    (row,) = attendees([entry("Amara")], [planned])
    assert (row.group, row.seen, row.came) == ("g1", False, False)
    (row,) = attendees([entry("Amara")], [planned, mark("Amara", "09:31:00", side=Side.ROOM)])
    assert row.seen
