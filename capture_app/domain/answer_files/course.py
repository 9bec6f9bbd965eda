"""Answers of another tool by the rules of a form: who was not asked, and what is beyond its limits (F2, F6)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from capture_app.domain.forms.course import NOT_ASKED, is_asked, items_asked, ordered
from capture_app.domain.forms.limits import Wrong, wrong_with
from capture_app.domain.heaps import Heap, in_json
from capture_app.domain.values import Answer, Item, Limits
from capture_app.domain.vocabulary import ItemKind

__all__ = ["beyond_limits", "with_passed_over"]

_read = msgspec.json.Decoder(Answer).decode
_NOT_ASKED = in_json(NOT_ASKED)


def with_passed_over(heap: Heap, items: Mapping[str, Item]) -> Heap:
    """Whoever left a question empty that their other answers passed over was not asked it, which is no blank.

    What was answered there all the same stands. A question stays as it is where the file has no answers to what its
    condition is about.
    """
    hangs = _hangs_on(items)
    deciding = sorted(set().union(*hangs.values()) & set(heap.replies))
    told = {key for key in heap.replies if hangs[key] and hangs[key] <= set(deciding)}
    if not told:
        return heap
    sheets = list(zip(*(heap.replies[key] for key in deciding), strict=True))
    come = {sheet: _come(items, deciding, sheet) for sheet in set(sheets)}
    replies = {
        key: [
            _NOT_ASKED if not text and key not in come[sheet] else text
            for text, sheet in zip(texts, sheets, strict=True)
        ]
        for key, texts in heap.replies.items()
        if key in told
    }
    return replace(heap, replies={**heap.replies, **replies})


def _hangs_on(items: Mapping[str, Item]) -> dict[str, frozenset[str]]:
    """By question, the ones that decide whether it comes; a section decides about all that follows it."""
    found, of_section = {}, frozenset[str]()
    for key, item in ordered(items):
        own = frozenset(one.item for one in item.show_if)
        of_section = own if item.kind is ItemKind.SECTION else of_section
        found[key] = of_section | own
    return found


def _come(items: Mapping[str, Item], deciding: Sequence[str], sheet: Sequence[str]) -> frozenset[str]:
    answers = {key: _read(text) for key, text in zip(deciding, sheet, strict=True) if text}
    return frozenset(items_asked(items, answers))


def beyond_limits(heap: Heap, items: Mapping[str, Item]) -> dict[str, int]:
    """How many answers to a question are more or less than it allows, by question; those of none are left out."""
    limited = {key: item for key, item in items.items() if is_asked(item) and item.limits != Limits()}
    found = {
        key: sum(
            times
            for text, times in Counter(heap.replies.get(key, ())).items()
            if text and wrong_with(item, _read(text)) in (Wrong.TOO_LITTLE, Wrong.TOO_MUCH)
        )
        for key, item in limited.items()
    }
    return {key: count for key, count in found.items() if count}
