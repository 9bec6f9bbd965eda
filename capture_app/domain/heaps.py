"""Heaps of answer sheets: what an open box holds, and what a file of answers brings.

What many people answered alike to a question is written once. Nothing here knows who answered, or when.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from zlib import compress, decompressobj

import msgspec

from capture_app.domain.plain import canonical, to_plain
from capture_app.domain.values import Answer

__all__ = ["STEP", "Answers", "Heap", "heap_of", "how_many", "in_json", "packed", "unpacked"]

Answers = Mapping[str, Answer]
"""One respondent's answers by item id."""

STEP = 8192
"""Bytes by which a stored heap grows, so that its size hardly tells how many answered: some dozen fit in the first."""

PRESSED = 1
"""How hard a heap is compressed: a little, which takes no time. Of a form everybody gives much the same answers."""


@dataclass(frozen=True, slots=True)
class Heap:
    """The sheets of `count` people, question by question.

    replies: by item id, what each of them answered, as canonical JSON; empty where a sheet says nothing.
    """

    count: int = 0
    replies: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def sheets(self) -> tuple[Answers, ...]:
        """What each of them answered. An answer that many gave is one object of them all."""
        read = msgspec.json.Decoder(Answer).decode
        known = {text: read(text) for text in set(chain.from_iterable(self.replies.values())) if text}
        if not self.replies:
            return tuple({} for _sheet in range(self.count))
        return tuple(
            {item: known[text] for item, text in zip(self.replies, texts, strict=True) if text}
            for texts in zip(*self.replies.values(), strict=True)
        )


class _Stored(msgspec.Struct):
    """A heap as `packed` writes it. said: by place in `items`, each answer once. sheets: by place in `items` too, the
    place of an answer in `said`, counted from one; zero where a sheet says nothing."""

    items: list[str]
    said: list[list[msgspec.Raw]]
    sheets: list[list[int]]


class _Counted(msgspec.Struct):
    """Of a stored heap how many sheets it has; what stands on them is not looked at."""

    sheets: list[msgspec.Raw]


_read_stored = msgspec.json.Decoder(_Stored).decode
_count_stored = msgspec.json.Decoder(_Counted).decode
_read_listed = msgspec.json.Decoder(list[dict[str, Answer]]).decode
_LISTED = b"["
"""How a heap begins that was stored before 2026-11-27: every sheet written out."""


def in_json(answer: Answer) -> str:
    """An answer as it stands in a heap: equal text for equal answers."""
    return canonical(to_plain(answer))


def heap_of(sheets: Sequence[Answers]) -> Heap:
    """The sheets as a heap, in the order they are in."""
    each = {id(answer): answer for sheet in sheets for answer in sheet.values()}
    texts = {place: in_json(answer) for place, answer in each.items()}
    items = sorted(set(chain.from_iterable(sheets)))
    return Heap(
        len(sheets),
        {item: [texts[id(sheet[item])] if item in sheet else "" for sheet in sheets] for item in items},
    )


def packed(heap: Heap) -> bytes:
    """A heap as it is stored: sorted by content, so that nothing tells who came when, compressed, and padded.

    Heaps of equal sheets are equal bytes on one machine, whatever their order.
    """
    said = {item: sorted(filter(None, set(texts))) for item, texts in heap.replies.items()}
    items = sorted((item for item in said if said[item]), key=lambda item: (-len(said[item]), item))
    sheets = zip(*(_places(said[item], heap.replies[item]) for item in items), strict=True)
    stored = {
        "items": items,
        "said": [msgspec.Raw(f"[{','.join(said[item])}]".encode()) for item in items],
        "sheets": _in_order(sheets) if items else [()] * heap.count,
    }
    pressed = compress(canonical(stored).encode(), level=PRESSED)
    return pressed.ljust(-(-len(pressed) // STEP) * STEP)


def _places(said: Iterable[str], texts: Iterable[str]) -> list[int]:
    """Where in `said` each text stands, counted from one; zero for nothing."""
    places = {text: place for place, text in enumerate(said, start=1)} | {"": 0}
    return list(map(places.__getitem__, texts))


def _in_order(sheets: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The order of content, which tells nothing of who came when."""
    return sorted(sheets)


def unpacked(stored: bytes) -> Heap:
    """What `packed` put away, now or in an earlier edition."""
    if stored.startswith(_LISTED):
        return heap_of(_read_listed(stored.rstrip()))
    found = _read_stored(_pressed_out(stored))
    said = [["", *(bytes(text).decode() for text in texts)] for texts in found.said]
    columns = zip(*found.sheets, strict=True) if found.items else ()
    replies = {
        item: [texts[place] for place in places]
        for item, texts, places in zip(found.items, said, columns, strict=True)
    }
    return Heap(len(found.sheets), replies)


def how_many(stored: bytes) -> int:
    """How many sheets are in a stored heap."""
    if stored.startswith(_LISTED):
        return len(_read_listed(stored.rstrip()))
    return len(_count_stored(_pressed_out(stored)).sheets)


def _pressed_out(stored: bytes) -> bytes:
    return decompressobj().decompress(stored)
