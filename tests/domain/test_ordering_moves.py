"""A sibling put up or down by one changes as few keys as it can, and never the order of the others."""

from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.ordering import placed, spread

ROWS = st.integers(1, 12).flatmap(
    lambda count: st.tuples(
        st.lists(st.sampled_from(["", "08", "0G", "0O", "zz", "zzV"]), min_size=count, max_size=count).map(
            sorted
        ),
        st.integers(0, count - 1),
        st.sampled_from([-1, 1]),
    )
)


@given(ROWS)
def test_one_step_swaps_two_neighbours_and_leaves_the_rest(told: tuple[list[str], int, int]) -> None:
    orders, place, step = told
    changed = placed(orders, place, step)
    now = sorted(range(len(orders)), key=lambda row: (changed.get(row, orders[row]), row))
    wanted = list(range(len(orders)))
    if 0 <= place + step < len(orders):
        wanted[place], wanted[place + step] = wanted[place + step], wanted[place]
    assert now == wanted


def test_where_there_is_room_only_the_one_that_moved_gets_a_new_key() -> None:
    assert list(placed(spread(4), 2, -1)) == [2]
