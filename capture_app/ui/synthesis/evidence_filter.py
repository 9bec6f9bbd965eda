"""Which raw items are shown. Pure values, no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import Stance
from capture_app.services.synthesising import Evidence


class State(Enum):
    """Whether a statement rests on an item."""

    USED = "used"
    PENDING = "pending"


class Source(Enum):
    """Where an item comes from that no group said."""

    MINUTES = "minutes"
    ANSWERS = "answers"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """Everything that narrows the list; what is empty narrows nothing.

    words: all of them stand in the text, whatever their case. theme: put on an item, or asked about by the question
    to which it was said. source: a group's label, minutes, answers or written feedback.
    only: exactly these items, the evidence of one statement, or what `only_called` says.
    """

    words: str = ""
    theme: RecordId = ""
    source: str | Source = ""
    stance: Stance | None = None
    state: State | None = None
    only: frozenset[RecordId] | None = None
    only_called: str = ""

    def keeps(self, item: Evidence) -> bool:
        """Whether an item is shown."""
        return (
            (self.only is None or item.id in self.only)
            and (not self.theme or self.theme in item.asked or self.theme in {tag.id for tag in item.themes})
            and (not self.source or self.source == source_of(item))
            and (self.stance is None or self.stance is item.stance)
            and (self.state is None or self.state is state_of(item))
            and self._has_words(item.text)
        )

    def _has_words(self, text: str) -> bool:
        if not self.words:
            return True
        folded = text.casefold()
        return all(word in folded for word in self.words.casefold().split())


def state_of(item: Evidence) -> State | None:
    """Used or pending; neither where no statement needs to rest on it."""
    if item.waits:
        return State.PENDING
    return State.USED if item.used_in else None


def source_of(item: Evidence) -> str | Source:
    """The group an item comes from, or minutes, answers or written feedback."""
    if item.is_ballot:
        return Source.ANSWERS
    if item.written:
        return Source.WRITTEN
    return item.group or Source.MINUTES


def nearest_word(wanted: str, items: Iterable[Evidence]) -> str:
    """A word of the evidence that is written much like the one nobody wrote; empty if none is."""
    words = {word for item in items for word in re.findall(r"\w{4,}", item.text.casefold())}
    return next(iter(get_close_matches(wanted.casefold(), words, n=1, cutoff=0.8)), "")
