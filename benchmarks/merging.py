"""Merging, against a bare executemany of the same rows to the same tables and index; each size in a new process."""

import resource
import subprocess
import sys
from time import perf_counter
from typing import Any

from benchmarks import saying, world
from benchmarks.saving import COLUMNS, REVISION, SHOW, log_row
from capture_app.domain.view import view
from capture_app.store.projected import PROJECTED

SIZES = (1_000, 10_000, 100_000)


def run() -> None:
    """Every size, and how the cost of a record grows."""
    saying.heading("Merge (goal: at least half the rate of the rival; flat from 1k to 100k)")
    costs = []
    for size in SIZES:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.merging", str(size)],
            capture_output=True,
            text=True,
            check=True,
        )
        ours, rival, peak = map(float, done.stdout.split())
        costs.append(ours / size)
        saying.row(
            f"{size:,} new records",
            f"{size / ours:8,.0f} /s   rival {size / rival:8,.0f} /s   share {rival / ours:5.2f}   "
            f"{ours / size * 1e6:5.1f} µs each   peak {peak:,.0f} MB",
        )
    saying.row("cost of a record at the largest size over the smallest", f"{costs[-1] / costs[0]:.2f}")


def once(size: int) -> tuple[float, float, float]:
    """Seconds for ours, seconds for the rival, and the peak memory of ours in MB."""
    entries = world.revisions(world.lines(size))
    with world.folder() as folder:
        ours, _ = world.workspace(folder / "ours.capture")
        start = perf_counter()
        with ours.unit_of_work() as work:
            work.receive(entries, [])
            work.commit()
        taken = perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        ours.close()
        theirs, key = world.workspace(folder / "theirs.capture")
        theirs.close()
        connection = world.bare(folder / "theirs.capture", key)
        rows = _rows(entries)
        start = perf_counter()
        _write(connection, *rows)
        return taken, perf_counter() - start, peak


def _rows(entries: list[Any]) -> tuple[list[Any], list[Any], list[Any]]:
    projected = PROJECTED["Line"]
    views = [view([entry]) for entry in entries]
    shown = [projected.row(one) for one in views]
    texts = [str(one.body["text"]) for one in views]
    return (
        [log_row(entry) for entry in entries],
        [tuple(row[name] for name in COLUMNS) for row in shown],
        [
            (number, entry.record, text)
            for number, (entry, text) in enumerate(zip(entries, texts, strict=True), 1)
        ],
    )


def _write(connection: Any, log: list[Any], shown: list[Any], words: list[Any]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(REVISION, log)
    connection.executemany(SHOW, shown)
    connection.executemany(
        "INSERT INTO search_entry (number, record, kind, scope, text) VALUES (?, ?, 'Line', '0line 0ssession', ?)",
        words,
    )
    connection.execute("COMMIT")


if __name__ == "__main__":
    sys.stdout.write("{} {} {}\n".format(*once(int(sys.argv[1]))))
