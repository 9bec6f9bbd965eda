"""How days and numbers are written in a file, where a person said so or its other cells tell. Never guessed (F6).

A tool writes the days of a column in one way, so that "13/04/2024" tells how "03/04/2024" is meant. Numbers people
type, each in their own way: nobody's comma says what another one's point means.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from capture_app.domain.forms.readings import days_of

__all__ = ["Habits", "habits_of"]


@dataclass(frozen=True, slots=True)
class Habits:
    """What a person said of a file, or its other cells tell. None: nothing tells.

    day_first: "03/04/2024" is in April. comma: "1,200" is a little more than one.
    """

    day_first: bool | None = None
    comma: bool | None = None


def habits_of(said: Habits, days: Iterable[str]) -> Habits:
    """What was said, and where nothing was, what days tell that can be read in one way only, if they agree."""
    if said.day_first is not None:
        return said
    return Habits(_agreed(days_of(words) for words in days), said.comma)


def _agreed(readings: Iterable[tuple[str, str]]) -> bool | None:
    told = {bool(one) for one, other in readings if bool(one) != bool(other)}
    return told.pop() if len(told) == 1 else None
