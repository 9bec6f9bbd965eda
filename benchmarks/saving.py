"""One save, against one prepared transaction that writes the same rows to the same tables and index."""

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from typing import Any

from benchmarks import saying, world
from capture_app.domain.plain import canonical
from capture_app.domain.records import Line
from capture_app.store.projected import PROJECTED
from capture_app.store.workspace import Workspace

ROUNDS = 300
TABLE = PROJECTED["Line"].table
COLUMNS = [column.name for column in TABLE.columns]
REVISION = (
    "INSERT INTO revision (id, record, kind, parents, sets, device, incarnation, number, stamp, role, version, "
    "subjects, saw, digest, salt, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
QUOTED = ", ".join('"' + name + '"' for name in COLUMNS)
SHOW = f"INSERT INTO {TABLE.name} ({QUOTED}) VALUES ({', '.join('?' * len(COLUMNS))})"
CHANGE = (
    SHOW
    + " ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f'"{name}" = excluded."{name}"' for name in COLUMNS if name != "id")
)
# The index follows by the file's own triggers, for us and for the rival.
ENTRY = "INSERT INTO search_entry (number, record, kind, scope, text) VALUES (?, ?, 'Line', '0line 0own', ?)"


def run() -> None:
    """New lines and changed lines, ours and the rival's in turn."""
    with world.folder() as folder:
        ours, _ = world.workspace(folder / "ours.capture")
        theirs, key = world.workspace(folder / "theirs.capture")
        theirs.close()
        rival = _Rival(world.bare(folder / "theirs.capture", key))
        wanted = world.lines(ROUNDS)
        saying.heading("One save")
        _compare("a new line", ours, wanted, rival.add)
        changed = [replace(line, text=line.text + " Changed.") for line in wanted]
        _compare("a changed line", ours, changed, rival.change)
        ours.close()


def _compare(words: str, ours: Workspace, wanted: list[Line], write: Callable[[Any], None]) -> None:
    mine, its = [], []
    for line in wanted:
        start = perf_counter()
        with ours.unit_of_work() as work:
            entry = work.records.save(line)
            work.commit()
        mine.append((perf_counter() - start) * 1000)
        with ours.unit_of_work() as work:
            row = work.projection.row("Line", line.id)
        assert entry is not None
        assert row is not None
        start = perf_counter()
        write((entry, [row[name] for name in COLUMNS], line.text))
        its.append((perf_counter() - start) * 1000)
    saying.against(words, mine, its, "1.5")


class _Rival:
    """Writes the same rows by hand."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._number = 0
        self._numbers: dict[str, int] = {}

    def add(self, what: Any) -> None:
        entry, row, text = what
        self._number += 1
        self._numbers[entry.record] = self._number
        self._run(entry, row, SHOW, [(ENTRY, (self._number, entry.record, text))])

    def change(self, what: Any) -> None:
        entry, row, text = what
        number = self._numbers[entry.record]
        self._run(
            entry,
            row,
            CHANGE,
            [
                ("UPDATE search_entry SET text = ? WHERE number = ?", (text, number)),
            ],
        )

    def _run(self, entry: Any, row: list[Any], show: str, index: list[tuple[str, tuple[Any, ...]]]) -> None:
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        run(REVISION, log_row(entry))
        run(show, row)
        for statement, values in index:
            run(statement, values)
        run("COMMIT")


def log_row(entry: Any) -> tuple[Any, ...]:
    """A revision as a row of the log."""
    return (
        entry.id,
        entry.record,
        entry.kind,
        canonical(entry.parents),
        canonical(entry.sets),
        entry.device,
        entry.incarnation,
        entry.number,
        entry.stamp,
        entry.role,
        entry.version,
        canonical(entry.subjects),
        canonical(entry.saw),
        entry.digest,
        entry.salt,
        entry.body,
    )
