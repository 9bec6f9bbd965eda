"""What was understood of a file of a meeting: a chat or a poll as lines, and what of it becomes no line (practice 2.6).

Pure values. Whoever shows it says what is left out before anything is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from capture_app.domain.named import Names
from capture_app.domain.pasted import PastedLine
from capture_app.domain.records import AgendaPart
from capture_app.domain.times import read_time
from capture_app.domain.vocabulary import Rule
from capture_app.words import _

_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++")
_DIGITS = re.compile(r"\d+")
_ASIDE = re.compile(r"\s*\([^()]*\)$")

Said = tuple[str, str]
"""A line that is there already: the time of the day it was said at, "10:42", and its words."""


class FileKind(StrEnum):
    """What a file of a meeting holds."""

    CHAT = "chat"
    POLL = "poll"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much of a file becomes no line.

    private: messages that were not for everybody. reactions: to messages. empty: messages without words, such as
    pictures. outside: rows that belong to no message. personal: questions of a poll that ask who somebody is.
    other_days: lines of messages of other days than the session's.
    """

    private: int = 0
    reactions: int = 0
    empty: int = 0
    outside: int = 0
    personal: int = 0
    other_days: int = 0


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """A chat of so many messages, or a poll of so many questions (`counted`), as lines in their order.

    untimed: the file counts from the start of a recording, so its times are not taken.
    """

    kind: FileKind
    lines: tuple[PastedLine, ...]
    counted: int
    left_out: LeftOut = LeftOut()
    untimed: bool = False

    @property
    def people(self) -> Names:
        """Those who wrote in it, to be taken out of what others wrote. Worked out anew each time."""
        return names_of(line.name for line in self.lines if line.name)

    @property
    def span(self) -> tuple[str, str]:
        """The first and the last time in it; empty where it has none."""
        times = sorted(line.time for line in self.lines if line.time)
        return (times[0], times[-1]) if times else ("", "")


def of_day(file: MeetingFile, day: str) -> MeetingFile:
    """Only what was written on a day ("2024-05-16"): the chat of a meeting that recurs goes on from one to the next.

    A message whose day is not told stays, and so does everything where the session has no certain day.
    """
    lines = tuple(line for line in file.lines if not day or not line.day or _may_be(line.day, day))
    gone = len(file.lines) - len(lines)
    counted = file.counted if not gone else sum(bool(line.head or line.name) for line in lines)
    return replace(file, lines=lines, counted=counted, left_out=replace(file.left_out, other_days=gone))


def rule_at(parts: Sequence[AgendaPart], shown: AgendaPart | None, time: str) -> Rule:
    """The strictest rule that may bind what was written at a time and goes to the part shown.

    By plan, the part last begun holds until the next begins; what has no time may be of any part.
    """
    bound = list(parts) if not time else _begun_last(parts, time)
    rules = [part.rule for part in (*bound, *((shown,) if shown else ()))]
    return next((rule for rule in rules if rule is not Rule.OPEN), Rule.OPEN)


def _begun_last(parts: Sequence[AgendaPart], time: str) -> list[AgendaPart]:
    begun = [(begins, part) for part in parts if (begins := read_time(part.planned_start)) and begins <= time]
    return [max(begun, key=lambda told: told[0])[1]] if begun else []


def worded(line: PastedLine, people: Names, *, locked: bool) -> PastedLine:
    """A line as it will stand: its name before it as words, or where names are `locked` no name and address anywhere.

    people: those who wrote in the same file.
    """
    if not locked:
        return replace(line, text=f"{line.name}: {line.text}" if line.name else line.text, name="", head="")
    return replace(line, text=without_people(line.text, people), name="", head="")


def without_people(text: str, people: Names) -> str:
    """The words without these people and without addresses of e-mail."""
    return people.taken_out(_ADDRESS.sub(_("[an address]"), text))


def names_of(names: Iterable[str]) -> Names:
    """People by their names as they were shown, without what stands behind in brackets, and by their first name."""
    return Names(dict.fromkeys(_ways_to_call(names), _("[a person]")))


def _ways_to_call(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        bare = _ASIDE.sub("", name)
        yield from (name, bare)
        if len(bare.split()) in (2, 3):
            yield bare.split()[0]


def is_address(text: str) -> bool:
    """Whether a text is an address of e-mail and nothing else."""
    return bool(_ADDRESS.fullmatch(text.strip()))


def not_there(file: MeetingFile, there: Iterable[Said]) -> tuple[PastedLine, ...]:
    """The lines of a file that are not there yet, however their names were dealt with when they came.

    The same words of two people in one minute are two lines, and are looked for twice.
    """
    left = Counter(there)
    at_any_time = Counter(words for _time, words in left.elements())
    people, fresh = file.people, []
    for line in file.lines:
        found = _found(line, people, left, at_any_time)
        if found is None:
            fresh.append(line)
        else:
            left[found] -= 1
            at_any_time[found[1]] -= 1
    return tuple(fresh)


def _found(line: PastedLine, people: Names, left: Counter[Said], at_any_time: Counter[str]) -> Said | None:
    wordings = {worded(line, people, locked=locked).text for locked in (False, True)} | {line.text}
    for words in sorted(wordings):
        if line.time and left[line.time, words] > 0:
            return line.time, words
        if not line.time and at_any_time[words] > 0:
            return next(said for said in left if said[1] == words and left[said] > 0)
    return None


def _may_be(told: str, day: str) -> bool:
    """Whether a day as it was written may be this one: "16/05/2024", "5/16/24", "16/5" and "2024-05-16" may."""
    year, month, dom = map(int, day.split("-"))
    parts = list(map(int, _DIGITS.findall(told)[:3]))
    years = (year, year % 100)
    return (
        (len(parts) == 2 and parts in ([dom, month], [month, dom]))
        or (len(parts) == 3 and parts[2] in years and parts[:2] in ([dom, month], [month, dom]))
        or (len(parts) == 3 and parts == [year, month, dom])
    )
