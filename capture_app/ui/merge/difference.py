"""Which words of a version differ from what stood there before. Pure text, no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from capture_app.ui.widgets.wrapping import Span

_WORD = re.compile(r"[\w’'-]+|[^\w\s]")


def changed_words(before: str, now: str) -> tuple[Span, ...]:
    """The parts of `now` that `before` does not have at that place, whole words at a time."""
    old, new = _words(before), _words(now)
    matcher = SequenceMatcher(None, [word for word, _ in old], [word for word, _ in new], autojunk=False)
    return tuple(_joined(new, first, last) for first, last in _fresh(matcher) if first < last)


def _words(text: str) -> list[tuple[str, int]]:
    return [(found.group(), found.start()) for found in _WORD.finditer(text)]


def _fresh(matcher: SequenceMatcher[str]) -> Iterator[tuple[int, int]]:
    for what, _from, _to, first, last in matcher.get_opcodes():
        if what != "equal":
            yield first, last


def _joined(words: list[tuple[str, int]], first: int, last: int) -> Span:
    start = words[first][1]
    word, place = words[last - 1]
    return Span(start, place + len(word) - start)
