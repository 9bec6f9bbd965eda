"""Search in 100,000 lines, against the bare question to the same index through a bare connection to the same file."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks import saying, world
from capture_app.domain.ids import new_id
from capture_app.domain.records import Line, Session
from capture_app.services.searching import Narrow, search
from capture_app.store.workspace import Workspace

LINES, SESSIONS, ROUNDS = 100_000, 13, 15
WORDS = 12_000
"""Different words that are said beside those of `world.SAID`; few are said often, most seldom, as in speech."""
GOAL = "under 50 ms"
BARE = (
    "SELECT e.record, e.kind, snippet(search, 0, '', '', '…', 24) FROM search "
    "JOIN search_entry e ON e.number = search.rowid WHERE search MATCH ? ORDER BY rank LIMIT 100"
)


def run() -> None:
    """Words that are said seldom and often, narrowed and not, and one that nobody said."""
    with world.folder() as folder:
        path = folder / "lead.capture"
        made, key = world.workspace(path)
        searches = _searches(*_fill(made))
        saying.heading(f"Search in {LINES:,} lines ({GOAL})")
        ours = [[_timed(made, words, narrow) for _ in range(ROUNDS)] for _name, words, narrow in searches]
        made.close()
        rival = _bare(path, key, searches)
        for (name, _words, _narrow), mine, its in zip(searches, ours, rival, strict=True):
            saying.against(name, mine, its, GOAL)


Search = tuple[str, str, Narrow]


def _searches(words: Sequence[str], sessions: Sequence[str]) -> list[Search]:
    seldom, often = words[3000], words[20]
    one = Narrow(session=sessions[3])
    return [
        ("a word said seldom", seldom, Narrow()),
        ("a word said often", often, Narrow()),
        ("two words", f"host {often}", Narrow()),
        ("the beginning of a word", often[:5], Narrow()),
        ("a word in every fourth line", "independence", Narrow()),
        ("a word said often, in one session", often, one),
        ("the same, on which no statement rests", often, replace(one, used=False)),
        ("nothing found, another word offered", "independance", Narrow()),
    ]


def _fill(made: Workspace) -> tuple[list[str], list[str]]:
    """Lines in many words; gives the words, the most said first, and the sessions."""
    chance = random.Random(1)
    words = _words(chance)
    weights = [1 / place for place in range(1, WORDS + 1)]
    sessions = [new_id() for _session in range(SESSIONS)]
    with made.unit_of_work() as work:
        for number, session in enumerate(sessions, start=1):
            work.records.save(Session(id=session, label=f"Session {number}"))
        for session in sessions:
            lines = world.lines(LINES // SESSIONS + 1, session)
            said = [replace(one, text=_said(one, chance.choices(words, weights, k=9))) for one in lines]
            work.receive(world.revisions(said), [])
        work.commit()
    return words, sessions


def _said(line: Line, words: Sequence[str]) -> str:
    return f"{line.text} {' '.join(words)}."


def _words(chance: random.Random) -> list[str]:
    """Made-up words of two to four syllables."""
    syllables = [f"{first}{vowel}" for first in "bcdfghjklmnprstvw" for vowel in "aeiou"]
    found: dict[str, None] = {}
    while len(found) < WORDS:
        found["".join(chance.choices(syllables, k=chance.randint(2, 4)))] = None
    return list(found)


def _timed(workspace: Workspace, words: str, narrow: Narrow) -> float:
    start = perf_counter()
    search(workspace, words, narrow)
    return (perf_counter() - start) * 1000


def _bare(path: Path, key: str, searches: Sequence[Search]) -> list[list[float]]:
    connection = world.bare(path, key)
    try:
        return [[_asked(connection, words) for _ in range(ROUNDS)] for _name, words, _narrow in searches]
    finally:
        connection.close()


def _asked(connection: Any, words: str) -> float:
    asked = " ".join(f'"{word}"' for word in words.split())
    start = perf_counter()
    connection.execute(BARE, (f"text : ({asked}*)",)).fetchall()
    return (perf_counter() - start) * 1000
