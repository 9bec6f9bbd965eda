"""A laptop in a room where a questionnaire is answered: one workspace made by the lead's pack, to copy many times."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as driver

from capture_app.domain.example import records_in
from capture_app.domain.ids import new_id
from capture_app.domain.record import Record
from capture_app.domain.records import Consultation, Form, Line, Sheet
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import FormPurpose, Role
from capture_app.exchange.locks import Seal
from capture_app.paths import resource
from capture_app.sealing import Identity
from capture_app.services.handing_over import hand_over
from capture_app.services.packing import ForWhom, make_pack, open_pack
from capture_app.services.questioning import answer, close_box, open_box
from capture_app.services.workspaces import begin_as_lead, new_workspace
from capture_app.store.key_file import key_path, read_key
from capture_app.store.workspace import Workspace, open_workspace

BOX_KEY = "5e" * 32
EXPECTED, HALFWAY = 14, 7
START = 1_700_000_000_000

Sheets = Mapping[str, Mapping[str, Answer]]
"""Respondents' answers, each under a word that stands in it and nowhere else."""


@dataclass(frozen=True, slots=True)
class Room:
    """The workspace to copy and its pack, the keys to all of it, and the box that is open in it."""

    path: Path
    pack: Path
    key: str
    lead: Identity
    session: str
    form: str
    box: str

    def copy(self, folder: Path) -> Path:
        """The same workspace in a new folder, with its pack."""
        folder.mkdir()
        for source in (self.path, key_path(self.path), self.pack):
            shutil.copy(source, folder / source.name)
        return folder / self.path.name

    def open(self, path: Path, start: int = START) -> Workspace:
        """Open a copy; its clock starts at `start` milliseconds, and every box gets `BOX_KEY`."""
        ticks = count(start)
        return open_workspace(path, self.lead, now=lambda: next(ticks), key_source=lambda _size: BOX_KEY)


def room_in(folder: Path) -> Room:
    """Plan the example consultation, make a pack and open it. The lead's key opens the workspace: no slow scrypt."""
    planned = new_workspace(folder / "lead.capture", None).workspace
    records = [*_records("consultation.jsonl"), *_records("prepared.jsonl")]
    with planned.unit_of_work() as work:
        for record in records:
            work.records.save(record)
        begin_as_lead(work, next(one for one in records if isinstance(one, Consultation)))
        lead = Identity(work.facts.get("lead_identity"))
        work.commit()
    session = next(one.session for one in records if isinstance(one, Sheet))
    whom = ForWhom("Laptop A", "Ines R.", Role.FACILITATOR, session)
    pack = make_pack(planned, whom, folder / "laptop.wsbundle", None).path
    planned.close()
    path = folder / "laptop.capture"
    laptop = open_pack(pack, None, path, None)
    with laptop.unit_of_work() as work:
        work.facts.put("session", "")  # else every bundle brings a report of it, which takes most of the time
        work.commit()
    form = next(one for one in records if isinstance(one, Form) and one.purpose is FormPurpose.QUESTIONNAIRE)
    box = open_box(laptop, session, form.id, EXPECTED).value.id
    laptop.close()
    return Room(path, pack, read_key(key_path(path), lead), lead, session, form.id, box)


def marked_sheets(number: int) -> Sheets:
    """Answers of very different lengths, so that the box grows step by step. The words mean nothing."""
    chance = random.Random(number)
    words = ["".join(chance.choices("bcdfghjkmnpqrstvwz", k=12)) for _ in range(number)]
    return {
        word: {
            "local": Answer(choice=chance.choice(["yes", "maybe", "no"]), reason=f"{word} said so"),
            "change": Answer(text=" ".join(["more", "time"] * chance.randrange(300))),
        }
        for word in words
    }


def live_through(
    room: Room, workspace: Workspace, arrivals: Sequence[Mapping[str, Answer]], seal: Seal | None = None
) -> None:
    """Ask everybody in this order, while somebody types, backs up and hands over; then close and hand over."""
    folder = workspace.path.parent
    for turn, given in enumerate(arrivals):
        answer(workspace, room.box, given)
        type_something(workspace, turn)
        if turn % 5 == 2:
            workspace.back_up()
        if turn == HALFWAY:
            hand_over(workspace, folder / "halfway.wsbundle", seal=seal)
    close_box(workspace, room.box)
    hand_over(workspace, folder / "closed.wsbundle", seal=seal)


def type_something(workspace: Workspace, turn: int) -> None:
    """The minutes go on meanwhile: what is typed takes places in the file between two answers."""
    with workspace.unit_of_work() as work:
        work.records.save(Line(id=new_id(), text=f"Noted after {turn}. " * 40))
        work.commit()


@contextmanager
def memory_folder() -> Iterator[Path]:
    """A folder that goes afterwards; in memory where the system has such a place, because many are wanted."""
    memory = Path("/dev/shm")  # noqa: S108 nothing secret is kept there, and the folder in it has a random name
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def rows_of(path: Path, key: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of a workspace that is closed, those of the index too, as they stand."""
    connection = driver.connect(str(path))
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables}
    finally:
        connection.close()


def _records(name: str) -> tuple[Record, ...]:
    return records_in(resource("example", name).read_text("utf-8"))
