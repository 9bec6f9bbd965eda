"""A pasted list of what speaks for something and against it: which line of it belongs in which column (D5)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from capture_app.domain.pasted import PastedLine
from capture_app.domain.weighing import NEITHER

_NAMES = (("for", "pro", "pros", "arguments for"), ("against", "con", "cons", "contra", "arguments against"))
_SIGNS = (re.compile(r"\+\s+"), re.compile(r"[-–—−]\s+"))
"""As they are left on pasted lines: a minus stays only where a plus stands, and is a bullet elsewhere."""


@dataclass(frozen=True, slots=True)
class Sided:
    """A line, and the place of its side in `FOR_AND_AGAINST`; `NEITHER` where the list does not say it."""

    line: PastedLine
    side: int


def sided(lines: Sequence[PastedLine], names: tuple[str, str]) -> tuple[Sided, ...]:
    """The lines without the signs and heads that say where they belong, in order; `names` are those of the columns.

    What stands under a head is of its side up to the next head, and what stands deeper than a line of a side is, too.
    Nothing is taken off a line where no line says a side, and none of a message in a chat.
    """
    reading = _Reading(tuple(({*each, name.casefold()}) for each, name in zip(_NAMES, names, strict=True)))
    found = tuple(one for line in lines if (one := reading.read(line)) is not None)
    return tuple(_levelled(found)) if any(one.side != NEITHER for one in found) else _unsaid(lines)


def _unsaid(lines: Sequence[PastedLine]) -> tuple[Sided, ...]:
    return tuple(Sided(line, NEITHER) for line in lines)


class _Reading:
    """Goes through the lines once, and remembers the head and the last line that said its side."""

    def __init__(self, names: tuple[set[str], ...]) -> None:
        self._names = names
        self._head, self._above, self._level = NEITHER, NEITHER, 0

    def read(self, line: PastedLine) -> Sided | None:
        """A line with its side; None for a head."""
        if line.chat:
            return Sided(line, NEITHER)
        head, _colon, rest = line.text.partition(":")
        side = self._named(head)
        if side != NEITHER and not rest.strip():
            self._head, self._above = side, NEITHER
            return None
        if side == NEITHER or not _colon:
            side, rest = self._signed(line.text)
        if side != NEITHER:
            self._above, self._level = side, line.level
            return Sided(replace(line, text=rest.strip()), side)
        if self._above != NEITHER and line.level > self._level:
            return Sided(line, self._above)
        self._above = NEITHER
        return Sided(line, self._head)

    def _named(self, words: str) -> int:
        bare = words.strip().casefold()
        return next((side for side, names in enumerate(self._names) if bare in names), NEITHER)

    def _signed(self, text: str) -> tuple[int, str]:
        for side, sign in enumerate(_SIGNS):
            if found := sign.match(text):
                return side, text[found.end() :]
        return NEITHER, text


def _levelled(found: Sequence[Sided]) -> list[Sided]:
    """Each side begins at the outermost level, wherever its head stood."""
    least = {
        side: min(one.line.level for one in found if one.side == side) for side in {one.side for one in found}
    }
    return [
        replace(one, line=replace(one.line, level=one.line.level - least[one.side]))
        if one.side != NEITHER
        else one
        for one in found
    ]
