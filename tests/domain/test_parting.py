"""Cutting a line and joining two: no word and no mark is lost, and what the group heard stays as it heard it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.parting import joined, parted, seam, why_apart
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import Heard, LineKind, Permission, Side, Stance

TEXTS = st.text(alphabet="ab é.“”字", max_size=12)
LINES = st.builds(
    Line,
    id=st.just("x"),
    text=TEXTS,
    line_kind=st.sampled_from(LineKind),
    side=st.sampled_from([None, *Side]),
    stance=st.sampled_from([None, *Stance]),
    permission=st.sampled_from(Permission),
    hands=st.sampled_from([None, 0, 3]),
    reference=st.sampled_from(["", "page 4"]),
    priority=st.booleans(),
)


def words(text: str) -> str:
    """A text without its spaces."""
    return "".join(text.split())


@given(LINES, st.integers(0, 12))
def test_two_halves_can_always_be_joined_again_to_what_they_were(line: Line, at: int) -> None:
    first, second = parted(line, at)
    assert why_apart(first, second) == ""
    whole = joined(first, second)
    assert words(whole.text) == words(line.text)
    assert replace(whole, text=line.text) == line


@given(LINES, LINES)
def test_joining_keeps_every_word_and_every_mark_or_does_not_happen(above: Line, below: Line) -> None:
    if why_apart(above, below):
        return
    whole = joined(above, below)
    assert words(whole.text) == words(above.text + below.text)
    assert whole.text[seam(above, below) :].strip() == below.text.strip()
    for line in (above, below):
        assert line.stance in (None, whole.stance)
        assert line.side in (None, whole.side)
        assert line.hands in (None, whole.hands)
        assert line.reference in ("", whole.reference)
        assert line.permission in (Permission.NOT_ASKED, whole.permission)
        assert whole.priority >= line.priority


def test_a_stance_stays_with_the_first_half_and_side_and_level_go_to_both() -> None:
    line = Line(
        id="x", text="one two", stance=Stance.AGREED, side=Side.CHAT, level=2, said_at="2024-05-16T11:16"
    )
    first, second = parted(line, 3)
    assert (first.text, first.stance) == ("one", Stance.AGREED)
    assert (second.text, second.stance, second.side, second.level) == ("two", None, Side.CHAT, 2)
    assert second.said_at == line.said_at


def test_what_the_group_heard_stays_apart_until_its_words_change() -> None:
    line = Line(id="x", text="one", heard=Heard.CONFIRMED, heard_as="one")
    other = Line(id="y", text="two")
    assert why_apart(line, other) == why_apart(other, line) == "heard"
    assert why_apart(replace(line, text="one more"), other) == ""
