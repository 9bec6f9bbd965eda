"""Long jobs that are killed at any moment: merging, erasing, closing a box, backing up, setting lines aside.

However it ends, the workspace opens and is sound, and the same job done again leaves what it leaves undisturbed.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import repeat
from pathlib import Path
from unittest.mock import patch

from capture_app.domain import heaps
from capture_app.domain.errors import StorageTrouble
from capture_app.domain.ids import new_id
from capture_app.domain.records import Line
from capture_app.services.capturing import type_line
from capture_app.services.checking import check_workspace
from capture_app.services.dumping import dump, dump_digest
from capture_app.services.erasing import erase_record
from capture_app.services.handing_over import hand_over
from capture_app.services.merging import merge
from capture_app.services.questioning import answer, close_box
from capture_app.services.searching import search
from capture_app.services.setting_aside import all_aside, read_aside, set_aside
from capture_app.store.backup import backups_folder, backups_in
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace, open_workspace
from tests.helpers.attacker import loot
from tests.store.ballot_room import EXPECTED, Room, marked_sheets

SECRET = "quokkawort"


@dataclass(frozen=True, slots=True)
class Job:
    """One kind of job. open: gets the workspace it works on. prepare: once, before. do: the job, or what is left
    of it. left: what has to be the same in the end however often it was cut off."""

    open: Callable[[Room, Path], Workspace]
    prepare: Callable[[Room, Path], None]
    do: Callable[[Room, Workspace], None]
    left: Callable[[Room, Workspace], object]


@dataclass(slots=True)
class CutOff:
    """What a number of kills did; the lists hold the seeds of those that went wrong. unfinished: came in time."""

    kills: int = 0
    unfinished: int = 0
    damaged: list[int] = field(default_factory=list)
    different: list[int] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.damaged or self.different)


def cut_off(job: Job, room: Room, folder: Path, kills: int, seed: int) -> CutOff:
    """Kill the job so many times, each in a copy of the same folder, and do it again."""
    prepared = folder / "prepared"
    room.copy(prepared)
    shutil.copy(room.path.with_name("lead.capture"), prepared)
    job.prepare(room, prepared)
    wanted, lasted = _undisturbed(job, room, shutil.copytree(prepared, folder / "undisturbed"))
    found = CutOff()
    for number in range(seed, seed + kills):
        home = shutil.copytree(prepared, folder / str(number))
        found.kills += 1
        found.unfinished += _killed(job, room, home, random.Random(number).uniform(0, lasted))
        try:
            workspace = job.open(room, home)
        except StorageTrouble:
            found.damaged.append(number)
            continue
        if not check_workspace(workspace).sound:
            found.damaged.append(number)
        job.do(room, workspace)
        if job.left(room, workspace) != wanted:
            found.different.append(number)
        workspace.close()
        shutil.rmtree(home)
    return found


def _undisturbed(job: Job, room: Room, home: Path) -> tuple[object, float]:
    """What the job leaves, and how many seconds it takes."""
    began = time.monotonic()
    workspace = job.open(room, home)
    job.do(room, workspace)
    lasted = time.monotonic() - began
    left = job.left(room, workspace)
    workspace.close()
    return left, lasted


def _killed(job: Job, room: Room, home: Path, after: float) -> bool:
    """Do the job in a process of its own and kill that after so many seconds; whether it was still at it."""
    child = os.fork()
    if child == 0:
        job.do(room, job.open(room, home))
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


# Merging what a laptop brings


def _lead(_room: Room, home: Path) -> Workspace:
    return open_workspace(home / "lead.capture")


def _bring(room: Room, home: Path) -> None:
    laptop = room.open(home / room.path.name)
    _write(laptop, 300)
    hand_over(laptop, home / "laptop-a.wsbundle")
    laptop.close()


def _merge(_room: Room, lead: Workspace) -> None:
    merge(lead, [lead.path.with_name("laptop-a.wsbundle")])


def _digest(_room: Room, lead: Workspace) -> object:
    return dump_digest(lead)


# Erasing what somebody said


def _say(_room: Room, home: Path) -> None:
    lead = open_workspace(home / "lead.capture")
    _write(lead, 100)
    with lead.unit_of_work() as work:
        work.records.save(Line(id=new_id(), text=f"{SECRET} was said"))
        work.commit()
    lead.back_up()
    lead.close()


def _erase(_room: Room, lead: Workspace) -> None:
    with lead.unit_of_work() as work:
        said = [line.id for line in work.records.all(Line) if SECRET in line.text]
    for line in said:
        erase_record(lead, line)


def _words_left(_room: Room, lead: Workspace) -> object:
    files = [path.read_bytes() for path in lead.path.parent.rglob("*") if path.is_file()]
    with lead.unit_of_work() as work:
        markers, lines = len(work.log.erasures()), len(work.records.all(Line))
    return sum(SECRET[1:].encode() in content for content in files), markers, lines


# Closing a box


def _laptop(room: Room, home: Path) -> Workspace:
    return room.open(home / room.path.name)


def _ask(room: Room, home: Path) -> None:
    laptop = _laptop(room, home)
    with patch.object(heaps, "PRESSED", 0):  # so that a half of them is found wherever it lies
        for given in marked_sheets(EXPECTED).values():
            answer(laptop, room.box, given)
    laptop.back_up()
    laptop.close()


def _close(room: Room, laptop: Workspace) -> None:
    with laptop.unit_of_work() as work:
        still_open = work.boxes.any_open()
    if still_open:
        close_box(laptop, room.box)
    else:
        laptop.back_up()


def _closed(room: Room, laptop: Workspace) -> object:
    open_backups = [one for one in backups_in(backups_folder(laptop.path)) if one.during_questionnaire]
    marks = [mark.encode() for mark in marked_sheets(EXPECTED)]
    files = loot(laptop.path.parent, room.key, room.lead)
    halves = [name for name, content in files.items() if 0 < sum(m in content for m in marks) < EXPECTED]
    return dump(laptop), len(open_backups), halves


# Backing up


def _fill(room: Room, home: Path) -> None:
    laptop = _laptop(room, home)
    _write(laptop, 300)
    laptop.close()


def _back_up(_room: Room, laptop: Workspace) -> None:
    laptop.back_up()


def _backed_up(room: Room, laptop: Workspace) -> object:
    folder = backups_folder(laptop.path)
    kinds = {path.suffix for path in folder.iterdir()}
    return kinds, {_digest_of(room, backup.path) for backup in backups_in(folder)}


def _digest_of(room: Room, path: Path) -> str:
    copy = room.open(path)
    found = dump_digest(copy)
    copy.close()
    return found


# Setting lines aside


def _tell(room: Room, home: Path) -> None:
    laptop = _laptop(room, home)
    with laptop.unit_of_work() as work:
        for number in range(40):
            work.records.save(Line(id=new_id(), text=f"{SECRET} {number}"))
        work.commit()
    laptop.close()


def _set_aside(_room: Room, laptop: Workspace) -> None:
    """Each line is typed further and set aside. Whatever a kill left, a line is set aside whole or stands as ever."""
    with laptop.unit_of_work() as work:
        lines = [line for line in map(work.records.get, repeat(Line), _told(work)) if SECRET in line.text]
        for line in lines:
            whole = line.text.endswith("aside")
            assert whole or not work.records.is_set_aside(line.id)
            assert bool(work.records.all(Line, id=line.id)) is not work.records.is_set_aside(line.id)
        seen = {line.id: work.records.seen(Line, line.id) for line in lines}
        waiting = [line for line in lines if not work.records.is_set_aside(line.id)]
    for line in waiting:
        number = line.text.split()[1]
        type_line(laptop, replace(line, text=f"{SECRET} {number} half"), seen[line.id])
        set_aside(laptop, replace(line, text=f"{SECRET} {number} aside"), seen[line.id])


def _told(work: UnitOfWork) -> list[str]:
    return sorted(record for (record,) in work.projection.values_of_every(Line, "id"))


def _aside(_room: Room, laptop: Workspace) -> object:
    told = [read_aside(laptop, one.line) for one in all_aside(laptop)]
    return sorted(told), search(laptop, SECRET).count, any(SECRET in line for line in dump(laptop))


def _write(workspace: Workspace, lines: int) -> None:
    with workspace.unit_of_work() as work:
        for number in range(lines):
            work.records.save(Line(id=new_id(), text=f"Line {number} of what was said"))
        work.commit()


JOBS: Mapping[str, Job] = {
    "merge": Job(_lead, _bring, _merge, _digest),
    "erase": Job(_lead, _say, _erase, _words_left),
    "close-box": Job(_laptop, _ask, _close, _closed),
    "back-up": Job(_laptop, _fill, _back_up, _backed_up),
    "set-aside": Job(_laptop, _tell, _set_aside, _aside),
}
