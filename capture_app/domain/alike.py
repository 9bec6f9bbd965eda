"""Whether two names look alike. It only ever says so: what follows from it is for a person to decide (C5)."""

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

SMALL_WORDS = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the"})
"""Words that names carry or leave out as it comes."""

SPELT_ALIKE = 86
"""From this likeness on (of 100) two spellings are shown side by side. Two police forces stay below it."""

LONGEST_INITIALS = 8


class Why(StrEnum):
    """In which way two names are alike."""

    SAME_WORDS = "same_words"
    ONE_HOLDS_THE_OTHER = "one_holds_the_other"
    INITIALS = "initials"
    SPELT_ALIKE = "spelt_alike"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, of 100, and in which way."""

    score: int
    why: Why


def alike(one: str, other: str) -> Likeness | None:
    """How two names are alike, whichever is given first; None if they are not."""
    mine, its = words_of(one), words_of(other)
    if not mine or not its:
        return None
    if set(mine) == set(its):
        return Likeness(100, Why.SAME_WORDS)
    if set(mine) < set(its) or set(its) < set(mine):
        return Likeness(95, Why.ONE_HOLDS_THE_OTHER)
    if _are_initials(one, other) or _are_initials(other, one):
        return Likeness(90, Why.INITIALS)
    score = max(_spelling(mine, its), _spelling(its, mine))
    return Likeness(score, Why.SPELT_ALIKE) if score >= SPELT_ALIKE else None


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name without capitals, apostrophes, signs and small words; all of them if there are no others."""
    words = re.findall(r"\w+", re.sub(r"['’‘`]", "", name.casefold()))
    return tuple(word for word in words if word not in SMALL_WORDS) or tuple(words)


def _are_initials(short: str, long: str) -> bool:
    """ "HFJ" of "Hope for Justice", with the small words or without."""
    letters = short.strip().casefold()
    if not 1 < len(letters) <= LONGEST_INITIALS or not letters.isalpha():
        return False
    every = re.findall(r"\w+", long.casefold())
    choices = (every, [word for word in every if word not in SMALL_WORDS])
    return any(letters == "".join(word[0] for word in words) for words in choices if len(words) > 1)


def _spelling(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    ordered = fuzz.ratio(" ".join(one), " ".join(other))
    sorted_ = fuzz.ratio(" ".join(sorted(one)), " ".join(sorted(other)))
    return int(max(ordered, sorted_))
