"""A poll out of a table: one line a question with how often each answer was given, and never who gave it (X2, 2.6).

Zoom's poll reports and the answers of Microsoft Forms are known, which polls in Teams are. Nothing of the columns
that say who answered is kept; where people answer in their own words, names and addresses come out of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from capture_app.domain.chat_heads import time_in
from capture_app.domain.meeting_file import (
    FileKind,
    LeftOut,
    MeetingFile,
    is_address,
    names_of,
    without_people,
)
from capture_app.domain.named import Names
from capture_app.domain.pasted import PastedLine, tidied
from capture_app.words import n_

Table = Sequence[Sequence[str]]

_WHEN = frozenset(
    ("submitted date/time", "submitted date and time", "completion time", "start time", "timestamp")
)
_NAMED = frozenset(("user name", "username", "name", "full name", "first name", "last name", "display name"))
_ADDRESSED = frozenset(("email", "e-mail", "user email", "email address", "e-mail address"))
_OTHER = frozenset(("#", "id", "last modified time", "total points", "quiz feedback", "grade posted time"))
_KNOWN = _WHEN | _NAMED | _ADDRESSED | _OTHER
_MARKING = re.compile(r"(?:points|feedback) - ", re.IGNORECASE)
_PERSONAL = re.compile(
    r"(?:what(?:'|’)?s |what is |please (?:enter|give|type|write) |enter )?(?:your )?"
    r"(?:(?:full|first|last|family|own) )*"
    r"(?:names?|surname|e-?mail(?: address)?|(?:tele|mobile )?phone(?: number)?)(?: and (?:e-?mail|surname|names?))?",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r";(?=\S|$)")
"""Between answers of which several could be chosen; in somebody's own words a space follows."""
_LONGEST_CHOICE, _CHOICES, _LONGEST_SINGLE = 80, 12, 30
"""A longer answer or more different ones are people's own words; so is a longer one where no two are alike."""


@dataclass(slots=True)
class _Question:
    """One question with its answers in the order of the rows, when the last came, and who is named beside them."""

    words: str
    answers: list[str] = field(default_factory=list)
    time: str = ""
    names: set[str] = field(default_factory=set)


def read_poll(table: Table) -> MeetingFile | None:
    """The poll in a table; None if there is none in it, or none that asks anything but who somebody is."""
    questions = [one for one in _questions(table) if one.answers]
    kept = [one for one in questions if not _is_personal(one)]
    lines = [line for one in kept for line in _lines_of(one)]
    if not kept:
        return None
    left_out = LeftOut(personal=len(questions) - len(kept))
    return MeetingFile(FileKind.POLL, tuple(lines), len(kept), left_out)


def is_head(row: Sequence[str]) -> bool:
    """Whether the columns of a poll are named in a row: it says when, and who or which number."""
    names = {_plain(cell) for cell in row}
    return bool(names & _WHEN) and bool(names & (_NAMED | _ADDRESSED | _OTHER))


def _questions(table: Table) -> Iterator[_Question]:
    """Those of all polls in the table; each poll begins with the names of its columns and ends with an empty row."""
    head: Sequence[str] = ()
    asked: dict[str, _Question] = {}
    for row in table:
        if is_head(row):
            yield from asked.values()
            head, asked = row, {}
        elif not any(cell.strip() for cell in row):
            yield from asked.values()
            head, asked = (), {}
        elif head:
            _take(head, row, asked)
    yield from asked.values()


def _take(head: Sequence[str], row: Sequence[str], asked: dict[str, _Question]) -> None:
    """Put one person's answers to their questions."""
    known = dict(zip(map(_plain, head), row, strict=False))
    time = next((time_in(known[name]) for name in known if name in _WHEN - {"start time"}), "")
    names = {known[name].strip() for name in known if name in _NAMED}
    for key, words, answer in _pairs(head, row):
        if answer.strip():
            question = asked.setdefault(key, _Question(words))
            question.answers.append(answer)
            question.time = max(question.time, time)
            question.names |= {name for name in names if name}


def _pairs(head: Sequence[str], row: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """A key, the question and the answer; older reports name no question above, but before each answer."""
    columns = [at for at, name in enumerate(head) if name.strip() and _plain(name) not in _KNOWN]
    if columns:
        for at in columns:
            if at < len(row) and not _MARKING.match(head[at].strip()):
                yield str(at), head[at], row[at]
        return
    begins = len([name for name in head if name.strip()])
    for at in range(begins, len(row) - 1, 2):
        if row[at].strip():
            yield row[at], row[at], row[at + 1]


def _is_personal(question: _Question) -> bool:
    """Whether it asks who somebody is, by its words or by what was answered."""
    asks = _PERSONAL.fullmatch(_plain(question.words).rstrip(" ?:*."))
    addresses = sum(is_address(one) for one in question.answers)
    return asks is not None or 2 * addresses >= len(question.answers)


def _lines_of(question: _Question) -> Iterator[PastedLine]:
    people = names_of(question.names)
    words = _tidy(question.words, people)
    whole = [_tidy(one, people) for one in question.answers]
    chosen = [[part for part in map(str.strip, _SEVERAL.split(one)) if part] for one in whole]
    counts = Counter(part for parts in chosen for part in parts)
    if _are_own_words(counts):
        yield from _in_own_words(words, whole, question.time)
        return
    several = any(len(parts) > 1 for parts in chosen)
    told = "; ".join(f"{one} {count}" for one, count in _most_first(counts))
    yield _line(f"{words} {told} ({_answers(len(whole), several=several)})", question.time)


def _are_own_words(counts: Counter[str]) -> bool:
    longest = max(map(len, counts), default=0)
    alone = max(counts.values(), default=0) == 1 < len(counts)
    return len(counts) > _CHOICES or longest > (_LONGEST_SINGLE if alone else _LONGEST_CHOICE)


def _in_own_words(words: str, answers: Sequence[str], time: str) -> Iterator[PastedLine]:
    """The question, and below it what was written, by letter: the order of coming would tell who wrote it."""
    yield _line(f"{words} ({_answers(len(answers), several=False)})", time)
    for one, count in sorted(Counter(answers).items(), key=lambda told: (told[0].casefold(), told[0])):
        yield _line(f"{one} ({count})" if count > 1 else one, time, level=1)


def _line(text: str, time: str, level: int = 0) -> PastedLine:
    return PastedLine(text, level, time=time, chat=True)


def _answers(count: int, *, several: bool) -> str:
    if several:
        return n_("{count} answer, several choices each", "{count} answers, several choices each", count)
    return n_("{count} answer", "{count} answers", count)


def _most_first(counts: Counter[str]) -> list[tuple[str, int]]:
    """By how often, then by letter: never in the order in which they came."""
    return sorted(counts.items(), key=lambda told: (-told[1], told[0].casefold(), told[0]))


def _tidy(words: str, people: Names) -> str:
    return without_people(" ".join(tidied(words).split()), people)


def _plain(name: str) -> str:
    return " ".join(tidied(name).split()).casefold()
