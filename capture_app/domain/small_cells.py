"""Which counts may be told in public, so that nobody works out what a single person answered (F2, practice 2.9).

A table here is one question's answers parted among its options: their sum, the number who answered, is always told.
A count below the fewest is hidden. Where a hidden one could be worked out from the sum, the next smallest are hidden
as well, all that are equal, for which of them was chosen would tell too; until those hidden hold at least the fewest
people together and could stand otherwise. Zero counts as small: that nobody said something tells what all others said.
"""

from collections.abc import Mapping, Set
from typing import TypeAlias

__all__ = ["FEWEST", "Counts", "between", "hidden", "may_follow"]

FEWEST = 5
"""The least count that is told in public unless a consultation asks for more."""

Counts: TypeAlias = Mapping[str, int]
"""How many chose each option, of which everybody who answered chose exactly one."""


def hidden(counts: Counts, fewest: int = FEWEST) -> frozenset[str]:
    """The options whose counts are kept back. All of them where fewer than the fewest answered."""
    if sum(counts.values()) < fewest:
        return frozenset(counts)
    kept_back = {option for option, count in counts.items() if count < fewest}
    while len(kept_back) < len(counts) and not _covered(counts, kept_back, fewest):
        smallest = min(counts[option] for option in counts if option not in kept_back)
        kept_back |= {option for option, count in counts.items() if count == smallest}
    return frozenset(kept_back)


def _covered(counts: Counts, kept_back: Set[str], fewest: int) -> bool:
    """Whether those hidden cannot be worked out: none, or enough people who could stand in more than one way."""
    if not kept_back:
        return True
    people, most = sum(counts[option] for option in kept_back), (fewest - 1) * len(kept_back)
    return len(kept_back) > 1 and people >= fewest and people != most


def between(earlier: Counts, now: Counts) -> Counts | None:
    """What the people answered who came between two tables; None where not only people were added."""
    options = {*earlier, *now}
    added = {option: now.get(option, 0) - earlier.get(option, 0) for option in options}
    return added if min(added.values(), default=0) >= 0 else None


def may_follow(earlier: Counts, now: Counts, fewest: int = FEWEST) -> bool:
    """Whether a table may be told after an earlier one, though anybody can take the one from the other.

    Those who came between are a table themselves, told by the difference. It may be told if they are at least the
    fewest, if nothing of them is hidden that both tables show, and if both hide the same, so that what one shows does
    not give away what the other hides.
    """
    if earlier == now:
        return True
    added = between(earlier, now)
    if added is None or sum(added.values()) < fewest:
        return False
    kept_back = hidden(now, fewest)
    return kept_back == hidden(earlier, fewest) and hidden(added, fewest) <= kept_back
