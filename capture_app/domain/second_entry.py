"""Two heaps of the same forms, typed up twice and in any order: what agrees, and every reading that differs (F6)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from capture_app.domain.assignment import cheapest
from capture_app.domain.ballots import sorted_answers
from capture_app.domain.heaps import Answers
from capture_app.domain.plain import canonical, to_plain

__all__ = ["Compared", "Pair", "compare", "differing", "settled", "text_of"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings that are most likely of one form; None where it was typed in one of the two entries only."""

    first: Answers | None
    second: Answers | None

    @property
    def differing(self) -> tuple[str, ...]:
        """The questions that were read differently; none where there is one reading only."""
        return (
            differing(self.first, self.second) if self.first is not None and self.second is not None else ()
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """How many forms each entry has, how many agree, and what is left, in an order that content gives."""

    first: int
    second: int
    same: int
    pairs: tuple[Pair, ...]


def differing(one: Answers, other: Answers) -> tuple[str, ...]:
    """The questions to which these are not the same answers, a blank being none."""
    return tuple(key for key in sorted({*one, *other}) if one.get(key) != other.get(key))


def compare(first: Sequence[Answers], second: Sequence[Answers]) -> Compared:
    """Take away what is equal, as often as it is in both; pair the rest so that as little as can be differs.

    Nothing that differs is left out: whatever stands in one heap and not in the other is in some pair.
    """
    mine, theirs = _without(first, second), _without(second, first)
    places = cheapest([[len(differing(one, other)) for other in theirs] for one in mine])
    pairs = [
        Pair(one, theirs[place] if place is not None else None)
        for one, place in zip(mine, places, strict=True)
    ]
    pairs += [Pair(None, other) for place, other in enumerate(theirs) if place not in places]
    return Compared(len(first), len(second), len(first) - len(mine), tuple(pairs))


def settled(
    heaps: tuple[Sequence[Answers], Sequence[Answers]], pair: Pair, right: Answers | None
) -> tuple[list[Answers], list[Answers]] | None:
    """Both heaps with the right reading in place of a pair, without the pair where there was no such form.

    None where the pair is no longer in them: somebody has put it right meanwhile.
    """
    made = []
    for heap, reading in zip(heaps, (pair.first, pair.second), strict=True):
        texts = [text_of(one) for one in heap]
        rest = list(heap)
        if reading is not None:
            if text_of(reading) not in texts:
                return None
            del rest[texts.index(text_of(reading))]
        made.append([*rest, right] if right is not None else rest)
    return made[0], made[1]


def text_of(answers: Answers) -> str:
    """Answers as text: equal for equal answers."""
    return canonical(to_plain(answers))


def _without(heap: Iterable[Answers], other: Iterable[Answers]) -> tuple[Answers, ...]:
    """What is left of a heap when all that is in the other too is taken away, sorted by content."""
    common, left = Counter(map(text_of, other)), []
    for one in heap:
        text = text_of(one)
        if common[text]:
            common[text] -= 1
        else:
            left.append(one)
    return sorted_answers(left)
