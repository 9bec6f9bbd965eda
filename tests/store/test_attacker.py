"""An attacker with every key and file does not learn who answered when; and he would, if something leaked."""

from __future__ import annotations

import logging
import random
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import fmean

import pytest

import capture_app.domain.ballots
import capture_app.domain.heaps
import capture_app.store.backup
import capture_app.store.boxes
from capture_app.domain.heaps import Answers
from capture_app.domain.ids import new_id
from capture_app.domain.plain import canonical, to_plain
from capture_app.domain.records import Box
from capture_app.log import install
from capture_app.store.boxes import Boxes
from capture_app.store.engine import PRAGMAS
from capture_app.store.tables import quarantine
from capture_app.store.workspace import Workspace
from tests.helpers.attacker import clues, tau
from tests.store.ballot_room import Room, live_through, marked_sheets

RESPONDENTS, SHUFFLES, FEW_SHUFFLES, MANY_SHUFFLES = 14, 48, 6, 400
SIGMAS = 5
"""How far a clue may lie off what chance gives: for one that tells nothing, one run in two million is further off,
and there are about a hundred clues."""


@pytest.mark.timeout(1800)  # each session is opened, closed and taken apart
@pytest.mark.parametrize(
    "shuffles", [SHUFFLES, pytest.param(MANY_SHUFFLES, marks=pytest.mark.soak, id="many")]
)
def test_an_attacker_with_every_key_and_file_guesses_the_order_no_better_than_chance(
    room: Room, folder: Path, shuffles: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """He has the key, backups, bundles, the pack, the log, temporary files, and the file itself, open and closed."""
    guesses = _play(room, folder, shuffles, monkeypatch)
    assert "database 0: ballot, place" in guesses
    assert {clue: _how_good(found) for clue, found in guesses.items() if not _is_chance(found)} == {}


def _how_good(found: Sequence[float]) -> tuple[float, float]:
    """The mean tau of a clue, and the mean of its square, which shows a clue that is right and wrong by turns."""
    return fmean(found), fmean(one * one for one in found)


def _is_chance(found: Sequence[float]) -> bool:
    """Whether guesses are no better than anybody's. For n answers tau then has the mean 0 and the variance
    2(2n+5) / 9n(n-1). It is nearly normal, so its square has that mean, and twice its square as variance."""
    variance = 2 * (2 * RESPONDENTS + 5) / (9 * RESPONDENTS * (RESPONDENTS - 1))
    mean, square = _how_good(found)
    off = SIGMAS / len(found) ** 0.5
    return bool(abs(mean) < off * variance**0.5 and square < variance + off * variance * 2**0.5)


def _keep_arrival_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture_app.domain.heaps, "_in_order", list)
    monkeypatch.setattr(capture_app.store.boxes, "sorted_answers", tuple)


def _leave_the_write_ahead_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workspace, "leave_no_trace", lambda _self: None)


def _leave_backups_of_open_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture_app.store.backup, "remove", lambda _backups: None)


def _note_each_answer_until_closing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that are deleted when the box closes, and stay readable in pages that are free."""
    drop_in, close = Boxes.drop_in, Boxes.close

    def noting(boxes: Boxes, box: str, given: Answers) -> int:
        # Each fills a page of its own, so that what is written later does not happen to cover them.
        noted = {"id": new_id(), "content": canonical(to_plain(given)), "reason": " " * 3_000}
        boxes._connection.execute(quarantine.insert().values(noted))
        return drop_in(boxes, box, given)

    def forgetting(boxes: Boxes, box: str, **of_file: str) -> Box:
        closed = close(boxes, box, **of_file)
        boxes._connection.execute(quarantine.delete())
        return closed

    monkeypatch.setattr(Boxes, "drop_in", noting)
    monkeypatch.setattr(Boxes, "close", forgetting)
    monkeypatch.setitem(PRAGMAS, "secure_delete", 0)
    monkeypatch.setattr(Workspace, "rewrite", Workspace.leave_no_trace)


def _number_ballots_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    _keep_arrival_order(monkeypatch)
    numbers = count(1)
    monkeypatch.setattr(
        capture_app.domain.ballots, "ballot_id", lambda *_of: f"01900000-0000-7000-8000-{next(numbers):012x}"
    )


@pytest.mark.parametrize(
    "leak",
    [
        _keep_arrival_order,
        _leave_the_write_ahead_log,
        _leave_backups_of_open_boxes,
        _note_each_answer_until_closing,
        _number_ballots_as_they_come,
    ],
)
def test_the_attacker_would_notice(
    leak: Callable[[pytest.MonkeyPatch], None], room: Room, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leak(monkeypatch)
    guesses = _play(room, folder, FEW_SHUFFLES, monkeypatch)
    assert [clue for clue, found in guesses.items() if not _is_chance(found)] != []


def _play(room: Room, folder: Path, shuffles: int, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[float]]:
    """How good each clue's guess was in sessions to which the same people came, each time in another order.

    Every other time the attacker comes while the workspace is still open.
    """
    marked = marked_sheets(RESPONDENTS)
    chance = random.Random(20230905)
    guesses: dict[str, list[float]] = {}
    for number in range(shuffles):
        order = chance.sample(list(marked), RESPONDENTS)
        home = folder / str(number)
        with _everything_kept_in(home, room, monkeypatch) as workspace:
            live_through(room, workspace, [marked[mark] for mark in order])
            if number % 2:
                found = clues(home, room.key, room.lead, list(marked))
        if not number % 2:
            found = clues(home, room.key, room.lead, list(marked))
        for clue, scores in found.items():
            guesses.setdefault(clue, []).append(tau(order, scores))
        shutil.rmtree(home)
    return guesses


@contextmanager
def _everything_kept_in(home: Path, room: Room, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A new laptop whose log and temporary files stand in `home` too."""
    workspace = room.open(room.copy(home))
    with monkeypatch.context() as patch:
        patch.setattr(sys, "excepthook", sys.excepthook)
        patch.setattr(threading, "excepthook", threading.excepthook)
        patch.setattr(logging.getLogger("capture_app"), "handlers", [])
        patch.setattr(tempfile, "tempdir", str(home))
        install(home)
        (log,) = logging.getLogger("capture_app").handlers
        try:
            yield workspace
        finally:
            workspace.close()
            log.close()
