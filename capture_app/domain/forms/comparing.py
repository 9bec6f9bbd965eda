"""Whether the answers to two editions of a form can be put side by side, question by question (F3)."""

from dataclasses import dataclass
from enum import StrEnum

from capture_app.domain.forms.course import is_asked, ordered
from capture_app.domain.records import Form
from capture_app.domain.values import Item, Option
from capture_app.domain.vocabulary import ItemKind

__all__ = ["Apart", "Broken", "apart", "breaks"]


class Broken(StrEnum):
    """What keeps the answers to a question of two editions from being compared."""

    GONE = "gone"
    KIND = "kind"
    REWORDED = "reworded"
    OPTIONS = "options"
    ORDER = "order"
    CONDITION = "condition"
    LIMITS = "limits"


@dataclass(frozen=True, slots=True)
class Apart:
    """One question of an earlier edition that a later one asks otherwise. `prompt` is the earlier words."""

    item: str
    prompt: str
    broken: Broken


def breaks(before: Form, after: Form) -> tuple[Apart, ...]:
    """What of an earlier edition can no longer be compared, in the earlier order; one reason for each question."""
    found = []
    for key, item in ordered(before.items):
        later = after.items.get(key)
        why = apart(item, later) if is_asked(item) else None
        if why is not None:
            found.append(Apart(key, item.prompt, why))
    return tuple(found)


def apart(item: Item, later: Item | None) -> Broken | None:
    """Why a question and its later edition are not the same question; None where they are."""
    if later is None:
        return Broken.GONE
    if item.kind is not later.kind:
        return Broken.KIND
    if _letters(item.prompt) != _letters(later.prompt):
        return Broken.REWORDED
    if _said(item.options) != _said(later.options) or _said(item.rows) != _said(later.rows):
        return Broken.OPTIONS
    if item.kind is ItemKind.SCALE and _ids(item.options) != _ids(later.options):
        return Broken.ORDER
    if item.show_if != later.show_if:
        return Broken.CONDITION
    return Broken.LIMITS if _between(item) != _between(later) else None


def _between(item: Item) -> tuple[str, str]:
    return item.limits.least, item.limits.most


def _letters(words: str) -> str:
    """Words without what does not change a question: blanks and capitals."""
    return " ".join(words.casefold().split())


def _said(options: tuple[Option, ...]) -> frozenset[tuple[str, str]]:
    return frozenset((one.id, _letters(one.label)) for one in options)


def _ids(options: tuple[Option, ...]) -> tuple[str, ...]:
    return tuple(one.id for one in options)
