"""Forms on paper in their box: two heaps as closed to every look as the kiosk's, and what is kept at the end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.example import ballots_in
from capture_app.domain.heaps import STEP
from capture_app.domain.plain import canonical, to_plain
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Keyed, WayIn
from capture_app.paths import resource
from capture_app.services.paper import compared, put_right, type_again
from capture_app.services.questioning import answer, close_box, open_box, questionnaires
from capture_app.store.tables import open_box as open_box_row
from capture_app.store.workspace import Workspace
from tests.store.ballot_room import Room, rows_of

EXAMPLE = ballots_in(resource("example", "answers.json").read_text("utf-8"))


@pytest.fixture
def laptop(room: Room, tmp_path: Path) -> Iterator[Workspace]:
    workspace = room.open(room.copy(tmp_path / "laptop"))
    yield workspace
    workspace.close()


@pytest.fixture
def box(room: Room, laptop: Workspace) -> str:
    """A box for fourteen forms on paper, all typed up once."""
    opened = open_box(laptop, room.session, room.form, len(EXAMPLE), WayIn.PAPER).value.id
    for form in EXAMPLE:
        answer(laptop, opened, form)
    return opened


def test_forms_typed_twice_the_same_are_kept_and_the_box_says_so(laptop: Workspace, box: str) -> None:
    for form in reversed(EXAMPLE):
        type_again(laptop, box, form)
    found = compared(laptop, box)
    assert (found.first, found.second, found.same, found.pairs) == (14, 14, 14, ())
    closed = close_box(laptop, box).value
    assert (closed.count, closed.keyed) == (14, Keyed.TWICE)


def test_what_was_settled_is_what_is_kept(laptop: Workspace, box: str) -> None:
    misread = {**EXAMPLE[0], "local": Answer(choice="no", reason="Misread")}
    for form in (misread, *EXAMPLE[1:-1]):
        type_again(laptop, box, form)
    changed, missed = sorted(compared(laptop, box).pairs, key=lambda pair: pair.second is None)
    assert (changed.differing, missed.second) == (("local",), None)
    right = {**EXAMPLE[0], "local": Answer(choice="maybe", reason="Typed anew")}
    put_right(laptop, box, changed, right)
    put_right(laptop, box, missed, missed.first)
    with pytest.raises(NotPossible, match="put right already"):
        put_right(laptop, box, changed, right)
    closed = close_box(laptop, box).value
    assert (closed.count, closed.keyed) == (14, Keyed.TWICE)
    assert right in closed.answers


def test_without_a_second_entry_or_with_one_that_still_differs_the_first_one_is_kept(
    laptop: Workspace, box: str
) -> None:
    type_again(laptop, box, {"local": Answer(choice="no")})
    closed = close_box(laptop, box).value
    assert (closed.count, closed.keyed) == (14, Keyed.ONCE)
    assert {"local": Answer(choice="no")} not in closed.answers


def test_a_pile_begun_in_the_first_edition_is_typed_again_in_this_one(laptop: Workspace, box: str) -> None:
    of_before = (
        canonical(sorted((to_plain(form) for form in EXAMPLE), key=canonical)).encode().ljust(2 * STEP)
    )
    with laptop.unit_of_work() as work:
        work._connection.execute(
            open_box_row.update().where(open_box_row.c.id == box).values(answers=of_before)
        )
        work.commit()
    for form in reversed(EXAMPLE):
        type_again(laptop, box, form)
    assert compared(laptop, box).same == 14
    closed = close_box(laptop, box).value
    assert (closed.count, closed.keyed) == (14, Keyed.TWICE)


def test_the_kiosk_s_box_is_not_typed_up(laptop: Workspace, room: Room) -> None:
    answer(laptop, room.box, EXAMPLE[0])
    assert close_box(laptop, room.box).value.keyed is Keyed.NOT_KEYED


def test_the_second_heap_is_sorted_and_padded_and_gone_when_the_box_closes(
    room: Room, tmp_path: Path
) -> None:
    laptop = room.open(room.copy(tmp_path / "laptop"))
    opened = open_box(laptop, room.session, room.form, len(EXAMPLE), WayIn.PAPER).value.id
    for once, twice in zip(EXAMPLE, reversed(EXAMPLE), strict=True):
        answer(laptop, opened, once)
        type_again(laptop, opened, twice)
    laptop.close()
    (row,) = [one for one in rows_of(laptop.path, room.key)["open_box"] if one[0] == opened]
    first, again = row[-2:]
    assert isinstance(again, bytes)
    assert first == again
    assert len(again) % STEP == 0
    laptop = room.open(laptop.path)
    close_box(laptop, opened)
    laptop.close()
    assert [one[0] for one in rows_of(laptop.path, room.key)["open_box"]] == [room.box]


def test_a_workspace_from_before_has_a_place_for_a_second_entry_when_it_is_opened(
    room: Room, tmp_path: Path
) -> None:
    path = room.copy(tmp_path / "laptop")
    before = room.open(path)
    answer(before, room.box, EXAMPLE[0])
    with before._connection.begin():
        before._connection.exec_driver_sql("ALTER TABLE open_box DROP COLUMN again")
        before._connection.exec_driver_sql("UPDATE meta SET value = 'of before' WHERE name = 'shapes'")
    before.close()
    after = room.open(path)
    assert [one.count for one in questionnaires(after, room.session).open] == [1]
    opened = open_box(after, room.session, room.form, 14, WayIn.PAPER).value.id
    typed = partial(type_again, after, opened)
    assert [typed(form).value for form in EXAMPLE[:2]] == [1, 2]
    after.close()
