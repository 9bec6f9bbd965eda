"""Two streams of minutes stand beside each other: nothing is lost, and nothing changes its order (E1)."""

from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.abreast import NEAR, abreast, minute_of
from capture_app.domain.records import Line


def stream(name: str) -> st.SearchStrategy[list[Line]]:
    """Lines that may have no time, or one that goes back."""
    times = st.lists(st.one_of(st.none(), st.integers(0, 12)), max_size=8)
    return times.map(
        lambda minutes: [
            Line(id=f"{name}{place}", said_at="" if at is None else f"2024-05-16T11:{at:02}")
            for place, at in enumerate(minutes)
        ]
    )


@given(stream("a"), stream("b"))
def test_every_line_stands_once_and_in_the_order_of_its_taker(left: list[Line], right: list[Line]) -> None:
    rows = abreast(left, right)
    assert [one for one, _other in rows if one] == left
    assert [other for _one, other in rows if other] == right
    assert all(one or other for one, other in rows)


@given(stream("a"), stream("b"))
def test_only_lines_of_about_the_same_minute_share_a_row(left: list[Line], right: list[Line]) -> None:
    for one, other in abreast(left, right):
        if one and other and one.said_at and other.said_at:
            assert abs((minute_of(one) or 0) - (minute_of(other) or 0)) <= NEAR


def test_what_two_people_wrote_down_within_a_minute_stands_in_one_row() -> None:
    rows = abreast(
        [Line(id="a", said_at="2024-05-16T11:17"), Line(id="b", said_at="2024-05-16T11:22")],
        [Line(id="c", said_at="2024-05-16T11:18"), Line(id="d", said_at="2024-05-16T11:20")],
    )
    assert [(one.id if one else "", other.id if other else "") for one, other in rows] == [
        ("a", "c"),
        ("", "d"),
        ("b", ""),
    ]


def test_a_line_out_of_its_time_stands_alone_and_the_others_go_on_beside_each_other() -> None:
    left, right = (
        [
            Line(id=f"{name}{place}", said_at=f"2024-05-16T11:{minute:02}")
            for place, minute in enumerate(minutes)
        ]
        for name, minutes in (("a", (5, 20, 6, 7)), ("b", (5, 6, 7)))
    )
    assert [(one.id if one else "", other.id if other else "") for one, other in abreast(left, right)] == [
        ("a0", "b0"),
        ("a1", ""),
        ("a2", "b1"),
        ("a3", "b2"),
    ]
