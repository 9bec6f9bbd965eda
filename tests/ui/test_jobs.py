"""The real lanes: in order, answers on the window's thread, none for widgets that are gone, none lost at the end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from capture_app.domain.changes import Changes
from capture_app.domain.errors import Cancelled, NotPossible
from capture_app.ui.jobs import Jobs, Steps

TOUCHED = Changes.of([("Line", "a")])


class Heard:
    """Errors that nobody took."""

    def __init__(self) -> None:
        self.errors: list[BaseException] = []


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def lanes(qtbot: QtBot, heard: Heard) -> Iterator[Jobs]:
    jobs = Jobs(heard.errors.append)
    yield jobs
    jobs.close()


def test_store_jobs_run_one_after_another_on_one_thread_away_from_the_window(
    lanes: Jobs, qtbot: QtBot
) -> None:
    owner, order, threads = QObject(), list[int](), set[int]()
    answers: list[int] = []

    def job(number: int) -> int:
        threads.add(threading.get_ident())
        order.append(number)
        return number

    for number in range(50):
        ask = lanes.read if number % 2 else lanes.write
        ask(partial(job, number), answers.append, owner)
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert order == answers == list(range(50))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_answers_and_errors_come_on_the_thread_of_the_window(lanes: Jobs, qtbot: QtBot) -> None:
    owner, seen = QObject(), list[QThread]()

    def fail() -> None:
        raise NotPossible("No.")

    lanes.read(lambda: 1, lambda _answer: seen.append(QThread.currentThread()), owner)
    lanes.read(fail, print, owner, on_error=lambda _error: seen.append(QThread.currentThread()))
    lanes.files(lambda: 1, lambda _answer: seen.append(QThread.currentThread()), owner)
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert set(seen) == {owner.thread()}


def test_a_widget_that_is_gone_gets_no_answer_but_its_write_is_still_told_to_the_others(
    lanes: Jobs, qtbot: QtBot
) -> None:
    owner, answers, gate = QObject(), list[object](), threading.Event()

    def write() -> Changes:
        gate.wait()
        return TOUCHED

    lanes.write(write, answers.append, owner)
    shiboken6.delete(owner)
    with qtbot.waitSignal(lanes.changed) as told:
        gate.set()
    assert told.args == [TOUCHED, None]
    assert answers == []


def test_only_a_write_that_touched_something_is_told_and_with_who_began_it(lanes: Jobs, qtbot: QtBot) -> None:
    owner, told = QObject(), list[tuple[object, object]]()
    lanes.changed.connect(lambda changes, initiator: told.append((changes, initiator)))
    done: list[object] = []
    lanes.read(lambda: TOUCHED, done.append, owner)
    lanes.write(lambda: Changes(), done.append, owner, "quiet")
    lanes.write(lambda: "no changes in this", done.append, owner, "words")
    lanes.write(lambda: TOUCHED, done.append, owner, "page")
    qtbot.waitUntil(lambda: len(done) == 4)
    assert told == [(TOUCHED, "page")]


def test_an_error_that_no_caller_takes_reaches_the_one_handler(
    lanes: Jobs, qtbot: QtBot, heard: Heard
) -> None:
    def fail() -> None:
        raise NotPossible("That session is closed.")

    lanes.read(fail, print, QObject())
    qtbot.waitUntil(lambda: len(heard.errors) == 1)
    assert str(heard.errors[0]) == "That session is closed."


def test_a_long_job_counts_towards_the_window_and_stops_when_asked(
    lanes: Jobs, qtbot: QtBot, heard: Heard
) -> None:
    owner, counts, stopped = QObject(), list[tuple[int, int]](), list[BaseException]()
    steps = lanes.steps(lambda count, total: counts.append((count, total)), owner)
    begun = threading.Event()

    def check_bundles(steps: Steps) -> None:
        for count in range(1, 1_000_000):
            steps(count, 1_000_000)
            begun.set()

    lanes.files(lambda: check_bundles(steps), print, owner, on_error=stopped.append)
    qtbot.waitUntil(lambda: bool(counts))
    steps.cancel()
    qtbot.waitUntil(lambda: bool(stopped))
    assert isinstance(stopped[0], Cancelled)
    assert counts == sorted(counts)
    assert heard.errors == []


def test_stopping_is_silent_where_nobody_asked_to_hear_of_it(lanes: Jobs, qtbot: QtBot, heard: Heard) -> None:
    owner, after = QObject(), list[int]()

    def stop() -> None:
        raise Cancelled

    lanes.read(stop, print, owner)
    lanes.read(lambda: 1, after.append, owner)
    qtbot.waitUntil(lambda: after == [1])
    assert heard.errors == []


def test_closing_waits_for_the_last_save_and_hands_out_its_answer(qtbot: QtBot, heard: Heard) -> None:
    """The window asks for a save and closes at once: the save must happen, and its failure must be heard."""
    jobs, owner, answers = Jobs(heard.errors.append), QObject(), list[str]()
    gate = threading.Event()

    def save() -> str:
        gate.wait(timeout=10)
        return "saved"

    def fail() -> None:
        raise NotPossible("The disk is full.")

    jobs.write(save, answers.append, owner)
    jobs.write(fail, print, owner)
    gate.set()
    jobs.close()
    assert answers == ["saved"]
    assert [str(error) for error in heard.errors] == ["The disk is full."]
