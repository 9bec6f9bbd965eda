"""Values are the same where a file would hold the same, and nowhere else."""

import pytest

from capture_app.domain.plain import canonical, same
from capture_app.domain.record import Plain

VALUES: list[Plain] = [
    None,
    False,
    True,
    0,
    1,
    "",
    "1",
    [],
    [1],
    [True],
    {},
    {"a": 1, "b": 2},
    {"b": 2, "a": 1},
]


@pytest.mark.parametrize("one", VALUES, ids=repr)
@pytest.mark.parametrize("other", VALUES, ids=repr)
def test_values_are_the_same_where_their_text_is(one: Plain, other: Plain) -> None:
    assert same(one, other) == (canonical(one) == canonical(other))
