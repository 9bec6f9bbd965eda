"""Which themes the letters after a # could mean. Pure values, so that it can be tried without a window."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from capture_app.domain.record import RecordId
from capture_app.services.themes import ThemeTag

MOST = 8
"""Themes offered at a time."""
_LONGEST, _WORDS = 40, 4
_MARK = re.compile(r"(?:^|\s)#(\??)([^#\n]*)$")
_ENDS = re.compile(r"[.,;:!?()\"“”]|\s\s")


@dataclass(frozen=True, slots=True)
class Mark:
    """A theme being written: the letters after its mark. `touched`: the mark was "#?", so it is only touched on."""

    letters: str
    touched: bool = False

    @property
    def length(self) -> int:
        """How many letters the mark and what follows it are."""
        return len(self.letters) + 1 + self.touched


def mark_before(text: str, position: int) -> Mark | None:
    """The # or #? before the cursor with its letters, or None if no theme is being written there.

    A name may have spaces in it, but a sentence that goes on is no name.
    """
    found = _MARK.search(text[:position])
    if not found:
        return None
    letters = found.group(2)
    too_long = len(letters) > _LONGEST or len(letters.split()) > _WORDS
    if too_long or letters[:1].isspace() or _ENDS.search(letters):
        return None
    return Mark(letters, touched=bool(found.group(1)))


def matches(themes: Sequence[ThemeTag], letters: str, recent: Sequence[RecordId]) -> list[ThemeTag]:
    """At most eight: what is written out, by code, by the start of the name or of a word in it; recent ones first."""
    wanted = letters.strip().casefold()
    ranked = [(rank, theme) for theme in themes if (rank := _rank(theme, wanted)) is not None]
    ages = {theme: age for age, theme in enumerate(recent)}
    ranked.sort(key=lambda entry: (entry[0], ages.get(entry[1].id, len(ages))))
    return [theme for _rank_, theme in ranked[:MOST]]


def is_new(themes: Sequence[ThemeTag], letters: str) -> bool:
    """Whether the letters could name a topic that is not there yet."""
    wanted = letters.strip().casefold()
    return bool(wanted) and all(theme.label.casefold() != wanted for theme in themes)


def match_in(label: str, letters: str) -> tuple[int, int]:
    """Which letters of a name are the ones written, as a start and an end; (0, 0) if it is found by its code."""
    wanted, name = letters.strip().casefold(), label.casefold()
    if not wanted:
        return 0, 0
    for start in _word_starts(name):
        if name.startswith(wanted, start):
            return start, start + len(wanted)
    return 0, 0


def is_written_out(theme: ThemeTag, letters: str) -> bool:
    """Whether the letters are all of a theme's code or name."""
    wanted = letters.strip().casefold()
    return bool(wanted) and wanted in (theme.code.casefold(), theme.label.casefold())


def _rank(theme: ThemeTag, wanted: str) -> int | None:
    if is_written_out(theme, wanted):
        return 0
    if theme.code and theme.code.casefold().startswith(wanted):
        return 1
    name = theme.label.casefold()
    if name.startswith(wanted):
        return 2
    return 3 if any(name.startswith(wanted, start) for start in _word_starts(name)) else None


def _word_starts(name: str) -> list[int]:
    return [found.start() for found in re.finditer(r"\w+", name)]
