"""From going to a page for the first time to its painted content, against the bare questions that read the same rows.

A lead with 13 sessions and 10,000 lines, a scribe who wrote 10,000 lines in one session, and a facilitator
of twelve parts with sixty entries of who is expected. The results of a questionnaire that 10,000 people answered.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from benchmarks import saying, world

if TYPE_CHECKING:
    from capture_app.bootstrap import Program
    from capture_app.ui.desk import Desk

ROUNDS = 5
GOAL = "300 ms"
GOALS = {"groups": "150 ms", "results": "500 ms"}
"""Of what is shown in a page that is there already, and of the page that counts most."""

LINES_OF = 'SELECT * FROM the_line WHERE session = ? AND visible_ = 1 ORDER BY "order", id'
SESSIONS = (
    "SELECT * FROM the_session WHERE visible_ = 1",
    "SELECT * FROM the_group WHERE visible_ = 1",
    "SELECT session, count(*) FROM the_line WHERE visible_ = 1 GROUP BY session",
)
THEMES = (
    "SELECT * FROM the_theme",
    "SELECT * FROM the_themelabel",
    "SELECT theme, count(*) FROM the_linetheme GROUP BY 1",
)
ROWS: Mapping[str, Sequence[str]] = {
    "sessions": SESSIONS,
    "bundles": ("SELECT id, state_ FROM the_line WHERE state_ IS NOT NULL",),
    "synthesis": (LINES_OF, "SELECT * FROM the_linetheme", "SELECT * FROM the_statementlink", *THEMES),
    "groups": (
        "SELECT id, sheet, item, stance, parked, text, line_kind FROM the_line WHERE session = ? AND visible_ = 1",
        "SELECT line, theme, indirect FROM the_linetheme",
        *THEMES[:2],
    ),
    "results": ("SELECT id, form, answers FROM ballot WHERE session = ?", *SESSIONS[:1], *THEMES[:2]),
    "search": (*SESSIONS[:1], *THEMES),
    "session": ("SELECT * FROM the_agendapart", "SELECT * FROM the_partrun"),
    "here": ("SELECT * FROM the_attendance WHERE visible_ = 1", "SELECT * FROM the_attendancemark"),
    "worksheet": (LINES_OF + " LIMIT 2000", *THEMES),
    "minutes": (LINES_OF + " LIMIT 2000", *THEMES),
    "hand_over": ("SELECT device, incarnation, count(*) FROM revision GROUP BY 1, 2", *SESSIONS[2:]),
}
"""What a page reads, by the beginning of its key; `?` is the session."""


def run() -> None:
    """Each page is gone to in a new process, so that it is made anew; the median counts."""
    saying.heading(f"Going to a page (goal: {GOAL} each)")
    with world.folder() as folder:
        lead, scribe, desk = (folder / f"{role}.capture" for role in ("lead", "scribe", "facilitator"))
        ways = {
            lead: world.lead_of_sessions(lead),
            scribe: world.worksheet(scribe, dict.fromkeys("abcde", 2000)),
            desk: world.facilitator(desk),
        }
        for path, identity in ways.items():
            _say(path, [_measured(path, identity.secret) for _round in range(ROUNDS)])
        answered = folder / "10,000 answers.capture"
        identity = world.answered(answered)
        _say(answered, [_measured(answered, identity.secret, "results") for _round in range(ROUNDS)])


def _say(path: Path, rounds: Sequence[Mapping[str, tuple[float, float]]]) -> None:
    for name in rounds[0]:
        ours, rival = zip(*(each[name] for each in rounds), strict=True)
        key = name.partition("/")[0]
        words, goal = f"{path.stem}: {key}", GOALS.get(key, GOAL)
        if key in ROWS:
            saying.against(words, ours, rival, goal)
        else:  # it reads next to nothing
            saying.row(words, f"{median(ours):8.3f} ms   goal {goal}")


def _measured(path: Path, secret: str, only: str = "") -> dict[str, tuple[float, float]]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CAPTURE_BENCH_KEY": secret}
    command = [sys.executable, "-m", "benchmarks.pages", str(path), only]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, tuple[float, float]] = json.loads(done.stdout.splitlines()[-1])
    return found


def _measure(path: Path, secret: str, only: str) -> None:
    """All pages but that of results, which is empty there; or `only` one."""
    from capture_app.bootstrap import Program
    from capture_app.sealing import Identity
    from capture_app.store.key_file import key_path, read_key

    program = Program(None)
    asked = _Asked(program)
    program.show()
    program.window.open_file(path, Identity(secret))
    while program.window.desk is None:
        program.app.processEvents()
    desk = program.window.desk
    _rest(2000)
    desk.spelling.begin()  # once in a sitting, some seconds after somebody began to write, whatever page is opened then
    _rest(2000)
    assert desk.spelling.speller is not None
    first, *others = desk._placed
    wanted = [only] if only else [key for key in (*others, first) if key != "results"]
    ours = {key: _go(asked, desk, key) for key in wanted}
    if "synthesis" in ours:
        ours["groups"] = _compare(asked, desk)
    session = desk._session or desk.entered.about.session
    program.jobs.read(desk.entered.workspace.close, lambda _none: None, program.app)
    program.close()
    rival = _bare(path, read_key(key_path(path), Identity(secret)), session, ours)
    sys.stdout.write("\n" + json.dumps({key: (ours[key], rival[key]) for key in ours}) + "\n")
    sys.stdout.flush()
    os._exit(0)


class _Asked:
    """How many jobs of a program are on their way."""

    def __init__(self, program: Program) -> None:
        self._app, self._jobs, self._count = program.app, program.jobs, 0
        self._start, self._finish = self._jobs._start, self._jobs._finish
        self._jobs._start = self._on_start  # type: ignore[method-assign]
        self._jobs._finish = self._on_finish  # type: ignore[method-assign]

    def wait(self) -> None:
        """Until every answer is in and everything has its place.

        Asleep between events as in a program that runs: the lanes need the one interpreter.
        """
        from PySide6.QtCore import QEvent, QEventLoop

        while self._count:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        for _deeper in range(3):
            self._app.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _on_start(self, *values: Any, **named: Any) -> None:
        self._count += 1
        self._start(*values, **named)

    def _on_finish(self, done: Any) -> None:
        self._finish(done)
        self._count = max(0, self._count - 1)  # one may have begun before anybody counted


def _go(asked: _Asked, desk: Desk, key: str) -> float:
    """Milliseconds from going to a page that was not made yet to its content."""
    page = desk._made.pop(key, None)
    if page is not None:
        desk._stack.removeWidget(page)
        page.deleteLater()
    _rest(500)
    start = perf_counter()
    desk.show_page(key)
    asked.wait()
    desk.page().repaint()
    return (perf_counter() - start) * 1000


def _compare(asked: _Asked, desk: Desk) -> float:
    """Milliseconds until the groups of a session stand side by side, for the first time."""
    from capture_app.ui.synthesis_page import SynthesisPage

    desk.show_page("synthesis")
    asked.wait()
    page = desk.page()
    assert isinstance(page, SynthesisPage)
    _rest(500)
    start = perf_counter()
    page.switch()
    asked.wait()
    page.repaint()
    return (perf_counter() - start) * 1000


def _rest(milliseconds: int) -> None:
    """Somebody reads what is shown; meanwhile the program does what it does when nothing else is to be done."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _bare(path: Path, key: str, session: str, wanted: Mapping[str, float]) -> dict[str, float]:
    connection = world.bare(path, key)
    found = {}
    for name in wanted:
        statements = ROWS.get(name.partition("/")[0], ())
        start = perf_counter()
        for statement in statements:
            connection.execute(statement, (session,) * statement.count("?")).fetchall()
        found[name] = (perf_counter() - start) * 1000
    return found


if __name__ == "__main__":
    _measure(Path(sys.argv[1]), os.environ["CAPTURE_BENCH_KEY"], sys.argv[2])
