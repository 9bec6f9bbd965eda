"""The run sheet: what runs, how long it still has, and what gives way so that the questionnaire keeps its time (B6)."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.records import AgendaPart, PartRun
from capture_app.domain.run_sheet import RunSheet, Stage, run_sheet

DAY = datetime(2024, 5, 16).astimezone()
PLAN = (
    AgendaPart(id="a", title="Welcome", planned_start="09:30", planned_minutes=100),
    AgendaPart(id="b", title="Plenary feedback", planned_start="11:10", planned_minutes=25),
    AgendaPart(id="c", title="Questions and answers", planned_start="11:35", planned_minutes=10),
    AgendaPart(id="d", title="Questionnaire", planned_start="11:45", planned_minutes=15, kept=True),
    AgendaPart(id="e", title="Close", planned_start="12:00", planned_minutes=10),
)


def at(time: str) -> datetime:
    return DAY.replace(hour=int(time[:2]), minute=int(time[3:]))


def sheet(now: str, minutes: dict[str, int] | None = None, **began: str) -> RunSheet:
    """The sheet at this time, with the parts that have begun."""
    decided = minutes or {}
    runs = {
        part: PartRun(
            id=part,
            part=part,
            began=f"2024-05-16T{began[part]}" if part in began else "",
            minutes=decided.get(part),
        )
        for part in {*began, *decided}
    }
    return run_sheet(PLAN, runs, at(now))


def test_before_anything_has_begun_the_first_part_is_next() -> None:
    found = sheet("09:00")
    assert (found.now, found.begun, found.cut) == (None, False, None)
    assert found.next is not None
    assert found.next.part.id == "a"


def test_a_part_that_began_late_says_how_long_it_still_has_and_what_must_give_way() -> None:
    found = sheet("11:28", a="09:34", b="11:16")
    assert [slot.stage for slot in found.slots] == [
        Stage.DONE,
        Stage.NOW,
        Stage.LATER,
        Stage.LATER,
        Stage.LATER,
    ]
    assert (found.minutes_left, found.behind) == (13, 6)
    assert found.cut is not None
    assert (found.cut.kept.part.id, found.cut.minutes) == ("d", 6)
    assert [(slot.part.id, minutes) for slot, minutes in found.cut.offers] == [("c", 4)]


def test_once_that_is_cut_the_questionnaire_begins_as_planned() -> None:
    found = sheet("11:28", {"c": 4}, a="09:34", b="11:16")
    assert found.cut is None
    assert [f"{slot.ends:%H:%M}" for slot in found.slots[1:] if slot.ends] == [
        "11:41",
        "11:45",
        "12:00",
        "12:10",
    ]


def test_a_part_over_its_time_counts_the_minutes_and_pushes_what_comes_after() -> None:
    found = sheet("11:50", a="09:30", b="11:10")
    assert (found.minutes_left, found.behind) == (-15, 15)
    assert found.cut is not None
    assert (found.cut.minutes, found.cut.offers) == (15, ())  # no part before it has that much


def test_a_part_that_was_passed_over_was_left_out() -> None:
    assert [slot.stage for slot in sheet("11:50", a="09:30", c="11:35").slots[:3]] == [
        Stage.DONE,
        Stage.LEFT_OUT,
        Stage.NOW,
    ]


def test_a_part_that_is_to_take_no_time_is_left_out_and_what_is_kept_gains_by_it() -> None:
    late = sheet("11:31", a="09:30", b="11:20")
    assert late.cut is not None
    assert late.spare is not None
    assert late.spare.part.id == "c"
    found = sheet("11:31", {"c": 0}, a="09:30", b="11:20")
    assert [slot.stage for slot in found.slots[1:4]] == [Stage.NOW, Stage.LEFT_OUT, Stage.LATER]
    assert found.cut is None
    assert found.next is not None
    assert (found.next.part.id, found.spare) == ("d", None)  # the questionnaire is kept


def test_a_plan_without_times_and_times_out_of_a_file_do_no_harm() -> None:
    parts = (AgendaPart(id="a", title="Talk"), AgendaPart(id="b", planned_start="soon", planned_minutes=5))
    runs = {
        "a": PartRun(id="a", part="a", began="yesterday"),
        "b": PartRun(id="b", part="b", began="2024-05-16T10:00"),
    }
    found = run_sheet(parts, runs, at("10:02"))
    assert (found.minutes_left, found.behind, found.cut) == (3, None, None)
    assert found.slots[0].stage is Stage.LEFT_OUT


@given(
    st.lists(st.integers(1, 60), min_size=2, max_size=6),
    st.integers(0, 90),
    st.integers(0, 90),
    st.integers(1, 5),
)
def test_what_is_offered_makes_the_kept_part_begin_in_time(
    lengths: list[int], late: int, gone: int, kept: int
) -> None:
    start, parts = at("09:00"), []
    for place, minutes in enumerate(lengths):
        begins = start + timedelta(minutes=sum(lengths[:place]))
        parts.append(
            AgendaPart(
                id=str(place),
                planned_start=f"{begins:%H:%M}",
                planned_minutes=minutes,
                kept=place == min(kept, len(lengths) - 1),
            )
        )
    began = start + timedelta(minutes=late)
    runs = {"0": PartRun(id="0", part="0", began=f"{began:%Y-%m-%dT%H:%M}")}
    found = run_sheet(parts, runs, began + timedelta(minutes=gone)).cut
    for slot, minutes in found.offers if found else ():
        cut = {**runs, slot.part.id: PartRun(id="x", part=slot.part.id, minutes=minutes)}
        assert minutes > 0
        assert run_sheet(parts, cut, began + timedelta(minutes=gone)).cut is None
