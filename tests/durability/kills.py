"""Starts a scribe, kills it at a random moment, opens what it left, and holds that against what it had typed.

Everything is loaded once; each scribe is a fork of this process, made before there is any window.
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.records import Line, Sheet
from capture_app.services.checking import check_workspace
from capture_app.store.workspace import open_workspace
from tests.durability.scribe import Task, type_until_killed
from tests.durability.script import strokes, typed
from tests.store.ballot_room import Room

AFTER_READY = 2.5
"""Seconds of typing within which the kill comes."""
WHILE_OPENING = 0.4
"""One scribe in ten is killed within so many seconds of its start, ready or not."""
GIVEN_UP = 60.0
MOST_LOST = 1000
"""Milliseconds of typing that may be lost."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a scribe told before it died: strokes sent, when each was, how many were shown as saved."""

    times: tuple[int, ...]
    saved: int


@dataclass(slots=True)
class Summary:
    """What a number of kills did. Every list holds the seeds of kills that went wrong, and should be empty.

    typing: kills after the first stroke. drafts: lines that were kept from a draft. in_wal: kills that left a
    write-ahead log to recover from. worst_loss_ms: the longest time of typing that was lost.
    """

    kills: int = 0
    typing: int = 0
    strokes: int = 0
    drafts: int = 0
    in_wal: int = 0
    worst_loss_ms: int = 0
    seconds: int = 0
    damaged: list[int] = field(default_factory=list)
    saved_lost: list[int] = field(default_factory=list)
    too_much_lost: list[int] = field(default_factory=list)
    never_typed: list[int] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.damaged or self.saved_lost or self.too_much_lost or self.never_typed)


def kill_scribes(room: Room, folder: Path, kills: int, seed: int) -> Summary:
    """So many kills, each of a scribe with a workspace of its own, at moments that `seed` decides."""
    summary = Summary()
    sheet = _sheet_in(room)
    began = time.monotonic()
    for number in range(kills):
        path = room.copy(folder / str(number))
        task = Task(path, room.lead, sheet, "item/helps", seed + number)
        told, killed = _one_kill(task, random.Random(seed + number))
        _judge(summary, task, told, killed)
        shutil.rmtree(path.parent)
    summary.seconds = round(time.monotonic() - began)
    return summary


def _one_kill(task: Task, chance: random.Random) -> tuple[Told, int]:
    """Gives what the scribe told, and the moment of its death in nanoseconds of the monotonic clock."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        type_until_killed(task, writing)
        os._exit(0)
    os.close(writing)
    said = b""
    if chance.random() < 0.9:
        said = _until_ready(reading)
        time.sleep(chance.uniform(0, AFTER_READY))
    else:
        time.sleep(chance.uniform(0, WHILE_OPENING))
    killed = time.monotonic_ns()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        said += pipe.read()
    return _told(said), killed


def _until_ready(reading: int) -> bytes:
    said = b""
    while b"\n" not in said:
        if not select.select([reading], [], [], GIVEN_UP)[0]:
            raise TimeoutError("The scribe did not come up.")
        part = os.read(reading, 65536)
        if not part:
            raise ChildProcessError("The scribe ended by itself.")
        said += part
    return said


def _told(said: bytes) -> Told:
    """Takes the lines apart; one that the kill cut off does not count."""
    times: list[int] = []
    saved = 0
    for line in said.decode().split("\n")[:-1]:
        what, *rest = line.split(" ")
        if what == "key":
            times.append(int(rest[1]))
        elif what == "saved":
            saved = int(rest[0])
        elif what == "broken":
            raise ChildProcessError(line)
    return Told(tuple(times), saved)


def _judge(summary: Summary, task: Task, told: Told, killed: int) -> None:
    """Open what was left and count what is wrong with it."""
    summary.kills += 1
    summary.typing += bool(told.times)
    summary.strokes += len(told.times)
    wal = task.path.with_name(f"{task.path.name}-wal")
    summary.in_wal += wal.exists() and wal.stat().st_size > 0
    try:
        found, drafts, sound = _left_in(task)
    except StorageTrouble:
        sound = False
    if not sound:
        summary.damaged.append(task.seed)
        return
    summary.drafts += drafts
    # The kill may come between a stroke and the word of it.
    sent = list(islice(strokes(task.seed), len(told.times) + 1))
    kept = typed(sent).kept(found)
    if kept < 0:
        summary.never_typed.append(task.seed)
    elif kept < told.saved:
        summary.saved_lost.append(task.seed)
    lost = (killed - told.times[kept]) // 1_000_000 if 0 <= kept < len(told.times) else 0
    summary.worst_loss_ms = max(summary.worst_loss_ms, lost)
    if lost > MOST_LOST:
        summary.too_much_lost.append(task.seed)


def _left_in(task: Task) -> tuple[Sequence[str], int, bool]:
    """The lines to the question in their order, how many of them were drafts, and whether the file is sound."""
    workspace = open_workspace(task.path, task.key)
    try:
        sound = check_workspace(workspace).sound
        with workspace.unit_of_work() as work:
            lines = work.records.all(Line, sheet=task.sheet)
        return [line.text.rstrip() for line in lines if line.text.strip()], workspace.recovered, sound
    finally:
        workspace.close()


def _sheet_in(room: Room) -> str:
    workspace = room.open(room.path)
    with workspace.unit_of_work() as work:
        sheet = work.records.all(Sheet)[0].id
    workspace.close()
    return sheet
