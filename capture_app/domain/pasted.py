"""Text from a document or a chat window as lines: bullets taken off, levels from indentation, messages with their time.

Nothing is thrown away: what is taken off a line stands beside it, so that whoever pastes can be told of it.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from capture_app.domain.chat_heads import Head, looks_like_name, read_bare_time, read_head

_BREAKS = re.compile(r"\r\n?|[\f\x1c\x1d\x1e\x85\u2029]")
_SOFT = re.compile(r"[\v\u2028]")
_SPACES = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(r"[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]")
_JOINERS = re.compile(r"(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
"""Joiners that join nothing; between letters of other scripts and in emoji they are part of the word."""
_GLYPH = "[•·∙◦▪▫■●○‣⁃➢➤❖\uf0a7\uf0b7\uf0d8]"
_MARK = re.compile(
    rf"(?P<mark>{_GLYPH}|[-–—*](?=\s)|[o§](?=\t)"
    r"|\(?\d{1,2}(?:\.\d{1,2})*[.)](?=\s)|\d{1,2}(?:\.\d{1,2})*(?=\t)"
    r"|\(?(?:[A-Za-z]|[ivx]{2,4})\)(?=\s)|(?:[a-z]|[ivx]{2,4})\.(?=\t))\s*(?=\S)"
)
_BARE = re.compile(rf"{_GLYPH}|[-–*o§]")
_WEIGHED = re.compile(r"^\s*\+\s", re.MULTILINE)
"""A plus at the start of a row: then a minus is no bullet, but what speaks against something."""
_TAB, _WRAPPED = 4, 55
_ENDS = tuple(".!?:;…")


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One line: its words on a level counted from 0, and what was taken off before them.

    mark: the bullet or number. head: the head of a message, in which stood `time` ("10:42"), `name` and, as it was
    written there, `day`. chat: it is part of a message. joined: how many breaks inside it were closed. private: not
    everybody could read that message.
    """

    text: str
    level: int = 0
    mark: str = ""
    head: str = ""
    time: str = ""
    name: str = ""
    chat: bool = False
    joined: int = 0
    day: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """One row as pasted. gap: an empty one stands before it."""

    indent: int
    words: str
    gap: bool = False


def tidied(text: str) -> str:
    """Text with one kind of break and of space, without letters nobody sees. A break in a paragraph is "\\v"."""
    text = _SOFT.sub("\v", _BREAKS.sub("\n", text))
    text = _JOINERS.sub("", _UNSEEN.sub("", _SPACES.sub(" ", text)))
    return "".join(letter for letter in text if letter in "\n\t\v" or unicodedata.category(letter) != "Cc")


def read_pasted(text: str) -> tuple[PastedLine, ...]:
    """The lines of a text, in order. A head nothing was said under is a line without words.

    What was not written for everybody is among them, marked `private`; whoever keeps lines leaves it out.
    """
    return _read(text, messages=True)


def read_words(text: str) -> tuple[PastedLine, ...]:
    """The same for the words of one message: whatever stands in them, no other message begins there."""
    return _read(text, messages=False)


def _read(text: str, *, messages: bool) -> tuple[PastedLine, ...]:
    tidy = tidied(text)
    reading = _Reading(_rows(tidy), weighed=bool(_WEIGHED.search(tidy)), messages=messages)
    return tuple(reading.lines())


class _Reading:
    """Goes through the rows once; what was read so far says what the next row is."""

    def __init__(self, rows: Sequence[_Row], *, weighed: bool, messages: bool) -> None:
        """`messages`: some may begin in these rows."""
        self._rows, self._weighed, self._messages = rows, weighed, messages
        self._lines: list[PastedLine] = []
        self._levels = _Levels()
        self._head: Head | None = None
        self._pending = ""
        self._last: _Row | None = None

    def lines(self) -> list[PastedLine]:
        """Every line there is."""
        at = 0
        while at < len(self._rows):
            found = self._head_at(at) if self._messages else None
            if found:
                head, used = found
                self._begin(head)
                at += used
            else:
                self._take(self._rows[at])
                at += 1
        self._end_message()
        return self._lines

    def _head_at(self, at: int) -> tuple[Head, int] | None:
        """The head of a message that begins at a row, and how many rows it takes."""
        row = self._rows[at].words
        head = read_head(row)
        if head and (head.sure or head.rest or self._says_something(at + 1)):
            return head, 1
        below = self._rows[at + 1].words if at + 1 < len(self._rows) else ""
        time = read_bare_time(below)
        if time and looks_like_name(row) and self._says_something(at + 2):
            return Head(f"{row} {below}", time, row), 2
        return None

    def _says_something(self, at: int) -> bool:
        return at < len(self._rows) and not read_head(self._rows[at].words)

    def _begin(self, head: Head) -> None:
        self._end_message()
        self._head, self._pending, self._last = head, head.raw, None
        self._levels = _Levels()
        if head.rest:
            self._take(_Row(0, head.rest))

    def _end_message(self) -> None:
        """A message without words leaves its head alone on a line."""
        if self._head and self._pending:
            self._lines.append(self._dressed(PastedLine("")))

    def _take(self, row: _Row) -> None:
        mark = "" if self._weighed and row.words[0] in "-–—" else _mark_of(row.words)
        if not mark and self._goes_on(row):
            before = self._lines[-1]
            joined = f"{before.text} {_one_space(row.words)}"
            self._lines[-1] = replace(before, text=joined, joined=before.joined + 1)
        else:
            words, soft = _without_soft(row.words[len(mark) :])
            level = self._levels.of(row.indent, _kind_of(mark.strip()))
            line = PastedLine(words, level, mark.strip(), joined=soft)
            self._lines.append(self._dressed(line))
        self._last = row

    def _dressed(self, line: PastedLine) -> PastedLine:
        """A line with what the message it stands in says of it; only the first has the head and the name."""
        if self._head is None:
            return line
        raw, self._pending = self._pending, ""
        name = self._head.name if raw else ""
        told = replace(line, head=raw, name=name, time=self._head.time, day=self._head.day, chat=True)
        return replace(told, private=self._head.private)

    def _goes_on(self, row: _Row) -> bool:
        """Whether a row is the rest of the paragraph before it, broken by the width of a page."""
        last = self._last
        if last is None or row.gap or not self._lines or not row.words[0].islower():
            return False
        begun = self._lines[-1]
        if last.words.endswith(_ENDS) or begun.text[:1].islower():
            return False
        return len(last.words) >= _WRAPPED or (bool(begun.mark) and row.indent > last.indent)


class _Levels:
    """Which level an indentation means, with a bullet of another kind below one at the same place standing deeper."""

    def __init__(self) -> None:
        self._steps: list[tuple[int, str]] = []

    def of(self, indent: int, kind: str) -> int:
        """The level of the next line, from 0."""
        for place, (known, mark) in enumerate(self._steps):
            if known == indent and (not kind or mark in ("", kind)):
                self._steps[place:] = [(indent, kind)]
                return place
        while self._steps and self._steps[-1][0] > indent:
            self._steps.pop()
        self._steps.append((indent, kind))
        return len(self._steps) - 1


def _rows(tidy: str) -> list[_Row]:
    """The rows with something in them; a bullet alone on its row belongs to the next one."""
    rows: list[_Row] = []
    gap, bullet = False, ""
    for raw in tidy.split("\n"):
        for part in _parted(raw):
            words = part.strip()
            if not words:
                gap = True
                continue
            if _BARE.fullmatch(words) and not bullet:
                bullet = part.rstrip()
                continue
            whole = f"{bullet}\t{words}" if bullet else part
            rows.append(_Row(_indent(whole), whole.strip(), gap and bool(rows)))
            gap, bullet = False, ""
    return [*rows, _Row(_indent(bullet), bullet.strip())] if bullet else rows


def _parted(raw: str) -> list[str]:
    """A paragraph, or its rows where a break inside it begins another bullet."""
    first, *others = raw.split("\v")
    parts = [first]
    for other in others:
        if _mark_of(other.strip()):
            parts.append(other)
        else:
            parts[-1] += f"\v{other}"
    return parts


def _without_soft(words: str) -> tuple[str, int]:
    parts = [part for part in map(_one_space, words.split("\v")) if part]
    return " ".join(parts), max(0, len(parts) - 1)


def _one_space(words: str) -> str:
    return " ".join(words.split())


def _indent(part: str) -> int:
    wide = part.replace("\v", " ").expandtabs(_TAB)
    return len(wide) - len(wide.lstrip())


def _mark_of(words: str) -> str:
    found = _MARK.match(words)
    return found[0] if found else ""


def _kind_of(mark: str) -> str:
    """What marks of one list have in common: the bullet itself, or how deep its number is."""
    bare = mark.strip("().")
    if bare[:1].isdigit():
        return "1" * len(bare.split("."))
    return "a" if bare.isascii() and bare.isalpha() and bare != "o" else mark
