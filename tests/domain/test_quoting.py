"""Which quotations wait for their other words."""

from __future__ import annotations

import pytest

from capture_app.domain.quoting import is_unfinished, next_permission, next_waiting
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import LineKind, Permission


def quotation(text: str, kind: LineKind = LineKind.QUOTATION) -> Line:
    """A line of these words."""
    return Line(id=text, text=text, line_kind=kind)


@pytest.mark.parametrize(
    "text", ["“Who do I", "“Who do I…", "“Who do I …”", "Who do I...", "“", "“”", "“So ... who"]
)
def test_a_quotation_that_stops_or_is_not_closed_waits(text: str) -> None:
    assert is_unfinished(quotation(text))


@pytest.mark.parametrize(
    "text", ["", "“Who do I ring?”", "Who do I ring", "“Who … ring?” she asked", "‘So…’ he said"]
)
def test_one_that_has_its_words_does_not(text: str) -> None:
    assert not is_unfinished(quotation(text))


def test_only_a_quotation_waits() -> None:
    assert not is_unfinished(quotation("and so on…", LineKind.POINT))


def test_one_key_goes_through_what_may_be_said_of_a_permission() -> None:
    seen = [Permission.NOT_ASKED]
    for _press in range(3):
        seen.append(next_permission(seen[-1]))
    assert seen == [Permission.NOT_ASKED, Permission.GIVEN, Permission.REFUSED, Permission.NOT_ASKED]


def test_the_first_follows_the_last_and_one_begins_in_the_question_one_is_at() -> None:
    waiting = [Line(id=key, item=item) for key, item in (("a", "1"), ("b", "1"), ("c", "2"))]
    assert [one and one.id for one in (next_waiting(waiting, at, "2") for at in "abcx")] == [
        "b",
        "c",
        "a",
        "c",
    ]
    assert next_waiting([], "a", "1") is None
