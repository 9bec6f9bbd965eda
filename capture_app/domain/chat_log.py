"""A whole chat as a file holds it: its messages as lines, and how much of it is nobody else's business.

Zoom's saved chat is read here, in the shapes it had over the years; what else looks like a chat is read as when it is
pasted (practice 2.6). A message counts only if it was written for everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from capture_app.domain.chat_heads import is_for_all, read_untimed
from capture_app.domain.meeting_file import FileKind, LeftOut, MeetingFile
from capture_app.domain.pasted import PastedLine, read_pasted, read_words, tidied
from capture_app.domain.times import read_time
from capture_app.words import _

_CLOCK = r"(?P<time>\d{1,2}:\d\d)(?::\d\d)?(?P<half>\s?[AaPp][Mm])?"
_EVERYBODY = r"Everyone\b[^:]*|All\s[^:]*"
_ONE = r"[^:]*\((?:Direct Message|Privately)\)"
_ENDS = r"\s*:(?=\s|$)"
_HEADS = (
    re.compile(
        rf"{_CLOCK}\s+From\s+(?P<name>\S(?:(?!\s:\s).)*?)\s+[Tt]o\s+(?P<to>{_EVERYBODY}|{_ONE}){_ENDS}"
    ),
    re.compile(rf"{_CLOCK}\s+From\s+(?P<name>\S.*?)(?:\s+[Tt]o\s+(?P<to>[^:]+?))?{_ENDS}"),
    re.compile(rf"{_CLOCK}\t(?P<name>[^\t:][^\t]{{0,80}}?):(?=\t)"),
)
"""With whom it went to, with any other recipient or none, and what is saved with a recording."""
_TO_ONE = re.compile(rf"From\s+(?P<name>\S.{{0,80}}?)\s+[Tt]o\s+(?P<to>{_ONE}){_ENDS}")
_NOT_ALL = "Me"
"""Whom a message went to that was not for everybody, where it does not matter who that was."""
_LONGEST = 400
"""Letters of a row within which a head ends."""
_REACTION = re.compile(
    r"Reacted to [\"“].*[\"”] with \S.{0,60}|Removed an? \S.{0,60}? reaction from [\"“].*[\"”]", re.DOTALL
)
_REPLY = re.compile(r"Replying to [\"“](?P<quoted>.*?)[\"”]\s*\n(?P<words>.*)", re.DOTALL)
_EARLIEST = "05:00"
"""No session begins before; a chat that does is timed from the start of a recording."""


@dataclass(slots=True)
class Message:
    """Who wrote to whom, when, and in which rows; `to` is empty where everybody could read it.

    time: "10:42", empty where it is not known. day: as it was written there. head: what was taken off.
    """

    time: str
    name: str
    to: str = ""
    rows: list[str] = field(default_factory=list)
    head: str = ""
    day: str = ""

    @property
    def is_for_all(self) -> bool:
        """Whether it was written for everybody, and not for one person or for the hosts alone."""
        return is_for_all(self.to)


def read_chat(text: str) -> MeetingFile | None:
    """The chat in a text; None if there is none in it."""
    tidy = tidied(text)
    messages, outside = _saved_by_zoom(tidy)
    return chat_of(messages, outside) if messages else _like_pasted(tidy)


def chat_of(messages: Iterable[Message], outside: int = 0) -> MeetingFile:
    """The chat that these messages make; `outside` rows of the file belong to none of them."""
    lines: list[PastedLine] = []
    private = reactions = empty = counted = 0
    for message in messages:
        words = "\n".join(message.rows).strip("\n")
        if not message.is_for_all:
            private += 1
        elif not words.strip():
            empty += 1
        elif _REACTION.fullmatch(words.strip()):
            reactions += 1
        else:
            counted += 1
            lines += _lines_of(message, words)
    return _timed(
        MeetingFile(FileKind.CHAT, tuple(lines), counted, LeftOut(private, reactions, empty, outside))
    )


def _lines_of(message: Message, words: str) -> Iterator[PastedLine]:
    reply = _REPLY.fullmatch(words.strip())
    for number, line in enumerate(read_words(reply["words"] if reply else words)):
        told = replace(line, time=message.time, day=message.day, chat=True)
        if number:
            yield told
            continue
        quoted = " ".join(reply["quoted"].split()) if reply else ""
        said = (
            _("Reply to “{quoted}”: {words}").format(quoted=quoted, words=line.text) if quoted else line.text
        )
        yield replace(told, text=said, head=message.head, name=message.name)


def _saved_by_zoom(tidy: str) -> tuple[list[Message], int]:
    """The messages, and how many rows with words stand before the first."""
    messages: list[Message] = []
    outside = 0
    for row in tidy.split("\n"):
        message = _begun(row.rstrip())
        if message is not None:
            messages.append(message)
        elif messages:
            messages[-1].rows.append(row.removeprefix("\t"))
        else:
            outside += bool(row.strip())
    return messages, outside


def _begun(row: str) -> Message | None:
    for shape in _HEADS:
        found = shape.match(row, 0, _LONGEST)
        time = read_time(found["time"] + (found["half"] or "")) if found else ""
        if found and time:
            rest = row[found.end() :].strip()
            to = (found.groupdict().get("to") or "").strip()
            return Message(time, found["name"].strip(), to, [rest] if rest else [], found[0])
    return _begun_untimed(row)


def _begun_untimed(row: str) -> Message | None:
    """A message before which the program wrote no time; of one to a single person no word is kept either."""
    one = _TO_ONE.match(row, 0, _LONGEST)
    if one:
        return Message("", one["name"], one["to"], [row[one.end() :].strip()], one[0])
    head = read_untimed(row)
    if head is None or not head.sure:
        return None
    to = "" if not head.private else _NOT_ALL
    return Message("", head.name, to, [head.rest] if head.rest else [], head.raw)


def _like_pasted(tidy: str) -> MeetingFile | None:
    lines = read_pasted(tidy)
    told = tuple(line for line in lines if line.chat and line.text and not line.private)
    private = sum(line.private and bool(line.head) for line in lines)
    if not (told or private):
        return None
    empty = sum(line.chat and not line.text and not line.private for line in lines)
    outside = sum(not line.chat for line in lines)
    counted = sum(bool(line.head) for line in told)
    return _timed(MeetingFile(FileKind.CHAT, told, counted, LeftOut(private, empty=empty, outside=outside)))


def _timed(chat: MeetingFile) -> MeetingFile:
    """Without times where they are none of the day."""
    first = next((line.time for line in chat.lines if line.time), _EARLIEST)
    if first >= _EARLIEST:
        return chat
    return replace(chat, lines=tuple(replace(line, time="") for line in chat.lines), untimed=True)
