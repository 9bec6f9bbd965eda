"""What is typed is on the disk soon, once at a time, and never lost: not by a fault, a drop, or what arrives."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from capture_app.domain.changes import Changes
from capture_app.domain.clock import Clock
from capture_app.domain.codec import body_of
from capture_app.domain.errors import StorageTrouble
from capture_app.domain.plain import canonical
from capture_app.domain.records import Line
from capture_app.domain.seen import Seen
from capture_app.services.workspaces import Workspace
from capture_app.store.author import Author
from capture_app.ui.capture import line_saves
from capture_app.ui.capture.autosave import Autosave, Kept
from capture_app.ui.jobs import Jobs
from capture_app.ui.style import Look
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import CaptureWorld, line, opened_worksheet, press, type_text
from tests.helpers.render import settle


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    """The page at the question about values, ready to be typed into."""
    return opened_worksheet(world, look, qtbot)


def told_by_others(page: WorksheetPage, world: CaptureWorld) -> None:
    """Say that something arrived from elsewhere."""
    world.jobs.changed.emit(Changes.of([("Line", "somewhere")]), None)
    settle(page)


def test_the_time_of_saving_is_that_of_the_disk_and_saves_do_not_queue_up(
    world: CaptureWorld, page: WorksheetPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    at = datetime(2024, 5, 16, 14, 3, 22).astimezone()

    def type_line(_workspace: object, line: Line, _seen: object) -> datetime:
        kept.append(line.text)
        return at

    monkeypatch.setattr(line_saves, "type_line", type_line)
    said: list[object] = []
    page.unsaved.connect(lambda: said.append("unsaved"))
    page.saved.connect(said.append)
    with qtbot.waitSignal(page.saved, timeout=5000):
        type_text(page, "Seven values")
    assert said[0] == "unsaved"
    assert said[-1] == at
    assert kept == ["Seven values"]


def test_what_was_typed_is_there_after_the_window_was_dropped(
    world: CaptureWorld, look: Look, qtbot: QtBot
) -> None:
    page = opened_worksheet(world, look, qtbot)
    with qtbot.waitSignal(page.saved, timeout=5000):
        type_text(page, "never left")
    page.deleteLater()
    settle(page)

    again = opened_worksheet(world, look, qtbot)
    assert again.pane.model.at(0).line.text == "never left"
    assert world.texts() == ["never left"]


def test_a_failed_save_keeps_the_text_says_so_and_is_tried_again(
    world: CaptureWorld, page: WorksheetPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "The disk is full, so this was not saved."

    def full(*_line: object) -> datetime:
        raise StorageTrouble(sentence)

    with monkeypatch.context() as broken:
        broken.setattr(line_saves, "type_line", full)
        with qtbot.waitSignal(page.save_failed, timeout=5000) as told:
            type_text(page, "still here")
        assert told.args == [sentence]
        page.show_item("item/purpose")
        page.show_item("item/values")
        assert page.pane.model.at(0).line.text == "still here"
        answers: list[bool] = []
        page.settle(answers.append)
        assert answers == [False]
    with qtbot.waitSignal(page.saved, timeout=5000):
        pass
    answers.clear()
    page.settle(answers.append)
    assert answers == [True]
    assert world.texts() == ["still here"]


def test_what_arrives_meanwhile_never_takes_typed_text_away(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "mine, not saved")
    page.pane.editor.set_cursor(4)
    world.save(line(world, "theirs", "zz"))
    told_by_others(page, world)
    type_text(page, ", too")
    assert page.pane.editor.text() == "mine, too, not saved"
    page.settle()
    assert world.texts() == ["mine, too, not saved", "theirs"]


def test_a_line_changed_elsewhere_while_it_is_edited_is_marked_and_both_stand(
    world: CaptureWorld, look: Look, qtbot: QtBot
) -> None:
    ours = line(world, "first wording", "08")
    world.save(ours)
    page = opened_worksheet(world, look, qtbot)
    press(page, Qt.Key.Key_Up)
    type_text(page, " of ours")
    world.run(lambda own: _write_elsewhere(own, ours))
    page.settle()
    told_by_others(page, world)
    (view,) = world.lines()
    assert view.contested == ("text",)
    face = page.pane.model.face_of(page.pane.model.at(0))
    assert "Two versions" in [chip.words for chip in face.chips]


def _write_elsewhere(own: Workspace, ours: Line) -> None:
    """Another laptop's change of the same line, as a merge brings it."""
    with own.unit_of_work() as work:
        other = Author("another", "incarnation", "scribe", 0, Clock())
        seen = work.records.seen(Line, ours.id)
        entry = other.write(
            "Line",
            ours.id,
            canonical(body_of(replace(ours, text="wording of theirs"))),
            version=Line.version,
            parents=seen.parents,
            sets=("text",),
        )
        work.receive([entry], [])
        work.commit()


class HeldLane(Executor):
    """A lane in which a job waits until somebody lets it go, as on a slow disk."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Keep it waiting."""
        future: Future[Any] = Future()
        self.waiting.append(lambda: future.set_result(fn(*args, **kwargs)))
        return future

    def let_one_go(self) -> None:
        """Do the oldest."""
        self.waiting.pop(0)()


def test_on_a_slow_disk_one_save_of_a_line_waits_at_a_time_and_the_next_stands_on_the_last(
    qtbot: QtBot,
) -> None:
    lane = HeldLane()
    jobs = Jobs(_raise, store=lane, files=lane)
    autosave = Autosave(jobs, jobs)
    done: list[tuple[str, Seen]] = []
    first, then = Seen(parents=("first",)), Seen(parents=("then",))

    def typed(words: str) -> None:
        def save(seen: Seen) -> Kept:
            done.append((words, seen))
            return Kept(datetime.now().astimezone())

        autosave.put("line", save, first, lambda: Kept(datetime.now().astimezone(), then))
        autosave.flush()

    for words in ("S", "Se", "Sev"):
        typed(words)
    assert len(lane.waiting) == 1
    lane.let_one_go()
    lane.let_one_go()
    assert done == [("S", first), ("Sev", first)]

    autosave.leave("line")
    typed("Seven")
    assert len(lane.waiting) == 1
    answers: list[bool] = []
    autosave.settle(answers.append)
    while lane.waiting:
        lane.let_one_go()
    assert done[-1] == ("Seven", then)
    assert answers == [True]
    assert not autosave.holds("line")
    jobs.close()


def _raise(error: BaseException) -> None:
    raise error
