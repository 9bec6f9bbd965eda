"""A group says what it thinks of what was written down, and that holds for the words it heard (D1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.records import Line, Sheet
from capture_app.domain.seen import Seen
from capture_app.domain.vocabulary import Heard, LineKind, SheetState, Stance
from capture_app.services.capturing import keep_line
from capture_app.services.history import history
from capture_app.services.pages import sheet_view
from capture_app.services.reading_back import close, confirm_rest, correct, mark, read_back, reopen
from capture_app.services.workspaces import Workspace
from tests.helpers.capture_world import CaptureWorld, line, make_world
from tests.helpers.inline_jobs import InlineJobs


@pytest.fixture
def world(tmp_path: Path) -> Iterator[CaptureWorld]:
    """Three lines of the group, one of them parked, and a note of the scribe."""
    made = make_world(tmp_path, InlineJobs(_raise))
    made.save(
        line(made, "Seven values are too many.", "10"),
        line(made, "Name the advocate early.", "20"),
        line(made, "Ask about travel.", "30", parked=True),
        line(made, "I missed a sentence here.", "40", line_kind=LineKind.SCRIBE_NOTE),
    )
    yield made
    made.close()


def heard(world: CaptureWorld) -> list[tuple[str, Heard | None]]:
    read = world.run(lambda own: read_back(own, world.sheet))
    return [(one.text, one.spoken_of) for one in read.lines]


def line_called(world: CaptureWorld, words: str) -> Line:
    read = world.run(lambda own: read_back(own, world.sheet))
    return next(one for one in read.lines if one.text == words)


def refusal(world: CaptureWorld, job: Callable[[Workspace], object]) -> str:
    """The sentence with which it is refused."""

    def tried(own: Workspace) -> str:
        with pytest.raises(NotPossible) as told:
            job(own)
        return told.value.sentence

    return world.run(tried)


def state(world: CaptureWorld) -> Sheet:
    return world.run(lambda own: sheet_view(own, world.sheet)).sheet


def test_what_the_group_said_is_read_to_it_by_question_and_the_parking_lot_last(world: CaptureWorld) -> None:
    read = world.run(lambda own: read_back(own, world.sheet))
    assert [[one.text for one in question.lines] for question in read.questions] == [
        ["Seven values are too many.", "Name the advocate early."],
        ["Ask about travel."],
    ]
    assert read.questions[-1].number == 0
    assert read.count(None) == 3


def test_the_rest_is_confirmed_in_one_step_and_what_was_said_before_stays(world: CaptureWorld) -> None:
    first = line_called(world, "Seven values are too many.")
    world.run(lambda own: mark(own, first.id, Heard.DISSENT))
    assert world.run(lambda own: confirm_rest(own, world.sheet)).value == 2
    assert [said for _words, said in heard(world)] == [Heard.DISSENT, Heard.CONFIRMED, Heard.CONFIRMED]
    assert state(world).state is SheetState.READ_BACK


def test_a_correction_keeps_what_stood_before_and_is_heard(world: CaptureWorld) -> None:
    first = line_called(world, "Seven values are too many.")
    world.run(lambda own: correct(own, first.id, " Five values are enough. "))
    assert heard(world)[0] == ("Five values are enough.", Heard.CORRECTED)
    told = world.run(lambda own: history(own, "Line", first.id))
    assert "Seven values are too many." in str(told)
    assert "needs words" in refusal(world, lambda own: correct(own, first.id, "  "))
    assert heard(world)[0] == ("Five values are enough.", Heard.CORRECTED)


def test_nobody_has_confirmed_words_that_were_changed_afterwards(world: CaptureWorld) -> None:
    world.run(lambda own: confirm_rest(own, world.sheet))
    assert world.run(lambda own: sheet_view(own, world.sheet)).unheard == 0
    first = line_called(world, "Seven values are too many.")
    changed = replace(first, text="Seven values are not too many.")
    world.run(lambda own: keep_line(own, changed, _seen(own, first)))
    assert heard(world)[0] == ("Seven values are not too many.", None)
    assert world.run(lambda own: sheet_view(own, world.sheet)).unheard == 1
    world.run(lambda own: keep_line(own, first, _seen(own, changed)))
    assert heard(world)[0] == ("Seven values are too many.", Heard.CONFIRMED)


def test_nobody_has_confirmed_a_stance_that_was_changed_afterwards(world: CaptureWorld) -> None:
    first = line_called(world, "Seven values are too many.")
    world.run(lambda own: mark(own, first.id, Heard.CONFIRMED))
    confirmed = line_called(world, "Seven values are too many.")
    world.run(lambda own: keep_line(own, replace(confirmed, stance=Stance.DISAGREED), Seen()))
    assert heard(world)[0] == ("Seven values are too many.", None)
    world.run(lambda own: mark(own, first.id, Heard.CONFIRMED))
    assert heard(world)[0] == ("Seven values are too many.", Heard.CONFIRMED)


def test_what_was_confirmed_before_stances_were_noted_holds_for_its_words(world: CaptureWorld) -> None:
    first = line_called(world, "Seven values are too many.")
    earlier = replace(first, heard=Heard.CONFIRMED, heard_as=first.text, stance=Stance.AGREED)
    assert earlier.spoken_of is Heard.CONFIRMED


def test_a_mark_is_taken_back_and_leaves_nothing(world: CaptureWorld) -> None:
    first = line_called(world, "Seven values are too many.")
    world.run(lambda own: mark(own, first.id, Heard.CONFIRMED))
    world.run(lambda own: mark(own, first.id, None))
    assert line_called(world, "Seven values are too many.") == first


def test_a_closed_worksheet_is_opened_again_only_with_a_reason(world: CaptureWorld) -> None:
    world.run(lambda own: close(own, world.sheet))
    assert state(world).state is SheetState.CLOSED
    assert "Say why" in refusal(world, lambda own: reopen(own, world.sheet, " "))
    assert state(world).state is SheetState.CLOSED
    world.run(lambda own: reopen(own, world.sheet, "The group wants to add a point."))
    assert (state(world).state, state(world).reopened_because) == (
        SheetState.OPEN,
        "The group wants to add a point.",
    )
    told = str(world.run(lambda own: history(own, "Sheet", world.sheet)))
    assert "closed" in told


def test_what_was_read_back_stays_so_when_the_worksheet_is_closed_and_opened_again(
    world: CaptureWorld,
) -> None:
    world.run(lambda own: confirm_rest(own, world.sheet))
    world.run(lambda own: close(own, world.sheet))
    world.run(lambda own: reopen(own, world.sheet, "The group wants to add a point."))
    world.save(line(world, "One more point.", "50"))
    assert state(world).state is SheetState.READ_BACK
    assert world.run(lambda own: sheet_view(own, world.sheet)).unheard == 1


def test_a_reading_back_that_was_undone_does_not_come_back_with_opening_again(world: CaptureWorld) -> None:
    world.run(lambda own: confirm_rest(own, world.sheet))
    world.save(replace(state(world), state=SheetState.OPEN))
    world.run(lambda own: close(own, world.sheet))
    world.run(lambda own: reopen(own, world.sheet, "Closed by a slip."))
    assert state(world).state is SheetState.OPEN


def _raise(error: BaseException) -> None:
    raise error


def _seen(workspace: Workspace, line: Line) -> Seen:
    with workspace.unit_of_work() as work:
        return work.records.seen(Line, line.id)
