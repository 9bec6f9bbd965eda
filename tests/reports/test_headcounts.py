"""Headcounts in the summary: what is listed, and what was counted at the door beside it (C3, X23)."""

from capture_app.domain.vocabulary import Side
from capture_app.reports.appendix import attendees, workshops_of
from tests.reports.test_appendix import counted, material


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
