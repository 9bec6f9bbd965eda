"""A file of 10,000 answers brought in, against reading it with csv or openpyxl and inserting the rows as they are."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from openpyxl import Workbook, load_workbook

from benchmarks import saying, world
from capture_app.domain.ids import new_id
from capture_app.domain.records import Form, Session
from capture_app.domain.vocabulary import FormPurpose
from capture_app.services.answers_in import bring_in, look_at, read_answer_file
from capture_app.services.keeping import keep
from capture_app.store.workspace import Workspace

PEOPLE, ROUNDS = 10_000, 5
GOAL = "2.0"
HEADS = (
    "Timestamp",
    "Would it help?",
    *(f"Question {one}" for one in range(7)),
    "What did we miss?",
    "How far?",
)
TABLE = f"CREATE TABLE answer ({', '.join(f'c{place}' for place in range(len(HEADS)))})"
INSERT = f"INSERT INTO answer VALUES ({', '.join('?' * len(HEADS))})"

Rows = Iterable[Sequence[Any]]


def run() -> None:
    """Both kinds of file, ours and the rival's in turn, each into an encrypted file with the same settings."""
    saying.heading(f"A file of {PEOPLE:,} answers to ten questions brought in")
    with world.folder() as folder:
        made, _key = world.workspace(folder / "ours.capture")
        theirs, key = world.workspace(folder / "theirs.capture")
        theirs.close()
        rival = world.bare(folder / "theirs.capture", key)
        rival.execute(TABLE)
        form = Form(
            id=new_id(), purpose=FormPurpose.QUESTIONNAIRE, title="At the end", items=world.questions()
        )
        keep(made, form)
        for name, write, read in (("csv", _write_csv, _read_csv), ("xlsx", _write_xlsx, _read_xlsx)):
            path = folder / f"answers.{name}"
            write(path, _rows())
            _compare(f"as .{name}", made, form.id, path, partial(_bare_of, rival, read, path))
        rival.close()
        made.close()


def _compare(words: str, made: Workspace, form: str, path: Path, rival: Callable[[], None]) -> None:
    mine, its = [], []
    for number in range(ROUNDS):
        session = Session(id=new_id(), label=f"Session {number}")
        keep(made, session)
        mine.append(_timed(partial(_bring, made, session.id, form, path)))
        its.append(_timed(rival))
    saying.against(words, mine, its, GOAL)


def _bring(made: Workspace, session: str, form: str, path: Path) -> None:
    """Read, look at, and put into a box, as a person has it done."""
    file = read_answer_file(path)
    looked = look_at(made, session, form, file)
    if bring_in(made, session, file, looked).value.count != PEOPLE:
        raise AssertionError("Somebody's answers did not come in.")


def _bare_of(connection: Any, read: Callable[[Path], Rows], path: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(INSERT, read(path))
    connection.execute("COMMIT")


def _timed(work: Callable[[], None]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def _rows() -> list[list[str]]:
    return [list(HEADS), *(_row(number) for number in range(PEOPLE))]


def _row(number: int) -> list[str]:
    """What one person answered, as a tool writes it."""
    chosen = [f"Answer {(number * (one + 3)) % 5 + 1}" for one in range(8)]
    said = f"{world.SAID[number % len(world.SAID)]}, {number}."
    return [f"2026-11-20 09:{number // 60 % 60:02}:{number % 60:02}", *chosen, said, str(number % 300)]


def _write_csv(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _read_csv(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


def _write_xlsx(path: Path, rows: Rows) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(list(row))
    book.save(path)


def _read_xlsx(path: Path) -> Rows:
    book = load_workbook(path, read_only=True)
    yield from book.worksheets[0].iter_rows(values_only=True)
    book.close()
