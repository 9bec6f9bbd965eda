"""What a scribe types, stroke by stroke, and what has to be left of it after a crash."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

ENTER, BACK, UP, DOWN, END = "enter", "backspace", "up", "down", "end"
"""Strokes of one key; every other stroke is the letter itself."""

_WORDS = ("people", "waiting", "room", "rather", "both", "letter", "nobody", "asked", "twice", "again")


def strokes(seed: int) -> Iterator[str]:
    """Typing without end: words with a running number, a slip now and then, and a look back at the line before."""
    chance = random.Random(seed)
    numbers = count(1)
    first = True
    while True:
        if not first:
            yield ENTER
        yield from _words(chance, numbers, chance.randint(2, 6))
        if not first and chance.random() < 0.25:
            yield from (UP, END, " ", *_words(chance, numbers, 1), DOWN, END)
        first = False


def _words(chance: random.Random, numbers: Iterator[int], many: int) -> Iterator[str]:
    for place in range(many):
        if place:
            yield " "
        yield from chance.choice(_WORDS)
        if chance.random() < 0.2:
            yield from ("x", BACK)
        yield from str(next(numbers))


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: `versions[i][k]` is what line i said after k strokes, and "" before it was there."""

    versions: Sequence[Sequence[str]]
    count: int

    def has_kept(self, found: Sequence[str], after: int) -> bool:
        """Whether these lines are what was typed up to stroke `after`, or more of it; nothing else, none twice.

        Each line counts for itself: two lines are saved one after the other.
        """
        left = list(found)
        for versions in self.versions:
            later = versions[after:]
            if left and left[0] in later:
                left.pop(0)
            elif "" not in later:
                return False
        return not left

    def kept(self, found: Sequence[str]) -> int:
        """Up to which stroke nothing is missing; -1 if what was found was never typed."""
        return max((stroke for stroke in range(self.count + 1) if self.has_kept(found, stroke)), default=-1)


def typed(sent: Sequence[str]) -> Typed:
    """The lines as they came to be by these strokes."""
    lines, row = [""], 0
    history = [_shown(lines)]
    for stroke in sent:
        if stroke in (ENTER, UP, DOWN):
            lines[row] = lines[row].strip()
            row += -1 if stroke == UP else 1
            if stroke == ENTER:
                lines.insert(row, "")
        elif stroke == BACK:
            lines[row] = lines[row][:-1]
        elif stroke != END:
            lines[row] += stroke
        history.append(_shown(lines))
    versions = [
        [moment[place] if place < len(moment) else "" for moment in history] for place in range(len(lines))
    ]
    return Typed(versions, len(sent))


def _shown(lines: Sequence[str]) -> list[str]:
    return [line.rstrip() for line in lines]
