"""The messages on a page of Teams that was saved from a browser.

What is gone by are the marks with which Teams names its own parts; where none of them is there, the page is read by
its words. Several messages of one person in a row have the name on the first only, and one's own have none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from capture_app.domain.chat_heads import time_in
from capture_app.domain.chat_log import Message
from capture_app.exchange.page_text import Tag, parts_of

_AUTHOR = frozenset(("message-author-name",))
_BODY = frozenset(("messagebodycontent", "message-body-content"))
_QUOTED = frozenset(("quoted-reply-card",))
_PREVIEW = frozenset(("quoted-reply-preview-content",))


@dataclass(slots=True)
class _Part:
    """A part of the page that is being read, how deep in it one is, and its words."""

    kind: str
    depth: int
    words: list[str] = field(default_factory=list)

    def text(self) -> str:
        return "".join(self.words)


def teams_messages(page: str) -> list[Message]:
    """The messages in their order; none where it is no page of Teams."""
    reading = _Reading()
    for part in parts_of(page):
        if isinstance(part, str):
            reading.hear(part)
        elif part.ends:
            reading.close(part)
        else:
            reading.open(part)
    return reading.messages


class _Reading:
    """Goes through the page once: `name`, `time` and `day` are those of the message that comes."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self._parts: list[_Part] = []
        self._depth = 0
        self._name = self._time = self._day = self._quoted = ""

    def open(self, tag: Tag) -> None:
        """A tag begins."""
        if "chatmymessage" in tag.told.get("class", "").casefold():
            self._name = ""
        kind = _kind_of(tag)
        if kind == "time":
            self._day = tag.told.get("datetime", "")[:10]
        if tag.holds:
            self._depth += 1
            if kind:
                self._parts.append(_Part(kind, self._depth))
        if tag.is_block:
            self.hear("\n")

    def hear(self, words: str) -> None:
        """Words belong to the part opened last: what is quoted is no part of the message around it."""
        if self._parts:
            self._parts[-1].words.append(words)

    def close(self, tag: Tag) -> None:
        """A tag ends; a part that was not ended before what stands around it ends with that."""
        if not tag.holds:
            return
        while self._parts and self._parts[-1].depth >= self._depth:
            self._end(self._parts.pop())
        self._depth = max(0, self._depth - 1)
        if tag.is_block:
            self.hear("\n")

    def _end(self, part: _Part) -> None:
        text = part.text()
        match part.kind:
            case "author":
                self._name = " ".join(text.split())
            case "time":
                self._time = time_in(text)
            case "preview":
                self._quoted = " ".join(text.split())
            case "body":
                self._say(text)

    def _say(self, text: str) -> None:
        """A message is whole; one that answers another begins as Zoom's does."""
        rows = text.strip().split("\n")
        if self._quoted:
            rows = [f"Replying to “{self._quoted}”", *rows]
        self.messages.append(Message(self._time, self._name, rows=rows, head=self._name, day=self._day))
        self._quoted = ""


def _kind_of(tag: Tag) -> str:
    """What a part of the page is to us; empty if it is only around others."""
    called = tag.told.get("data-tid", "").casefold()
    if tag.name == "time":
        return "time"
    for names, kind in ((_AUTHOR, "author"), (_QUOTED, "quoted"), (_PREVIEW, "preview"), (_BODY, "body")):
        if called in names:
            return kind
    is_body = "data-message-content" in tag.told or _is_content(tag.told.get("id", ""))
    return "body" if is_body else ""


def _is_content(name: str) -> bool:
    return name.startswith("content-") and name[8:].isdigit()
