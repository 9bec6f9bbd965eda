"""What the merge page calls things: the letter a version is taken by, laptops in a row, whose words."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from capture_app.domain.reading_order import in_order
from capture_app.services.conflicts import ConflictView, Version
from capture_app.ui.when import when
from capture_app.words import _

_TAKEN = {"E", "L"}
"""Letters that mean something else in a list of conflicts: write a third, decide later."""


def letters_of(view: ConflictView) -> tuple[str, ...]:
    """The letter of each version: that of its laptop ("Laptop B") where every one has its own, else A, B, C."""
    ends = [version.device.rpartition(" ")[2] for version in view.versions]
    if len(set(ends)) == len(ends) and all(_is_letter(end) for end in ends):
        return tuple(ends)
    free = [letter for letter in ascii_uppercase if letter not in _TAKEN]
    return tuple((free * len(ends))[: len(ends)])


def laptops_of(view: ConflictView) -> str:
    """ "A and B", or the laptops' whole names where they have no letters."""
    ends = [version.device.rpartition(" ")[2] for version in view.versions]
    short = len(set(ends)) == len(ends) and all(_is_letter(end) for end in ends)
    names = sorted(ends) if short else in_order({version.device for version in view.versions})
    return in_a_row(names)


def in_a_row(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return _("{several} and {last}").format(several=", ".join(names[:-1]), last=names[-1])


def title_of(view: ConflictView) -> str:
    """ "Group 2, question 3, line 4 · text"."""
    return f"{view.place} · {view.field_words}"


def written_by(version: Version) -> str:
    """Who wrote a version and when: "Noor A., scribe · today, 11:06"."""
    who = ", ".join(part for part in (version.holder, version.role) if part)
    return " · ".join(part for part in (who, when(version.at)) if part)


def sentence_case(words: str) -> str:
    """The same with a capital at its start."""
    return words[:1].upper() + words[1:]


def _is_letter(end: str) -> bool:
    return len(end) == 1 and end in ascii_uppercase and end not in _TAKEN
