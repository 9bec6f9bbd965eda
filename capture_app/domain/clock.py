"""Stamps: a clock that never runs backwards and that follows what it has seen (a hybrid logical clock).

A stamp is 16 hexadecimal digits, 12 of milliseconds since 1970 and 4 of a counter, so that text order is
time order. Stamps order what is shown, never what is true.
"""

import time
from collections.abc import Callable, Iterable

Stamp = str

LATEST: Stamp = "f" * 16
"""Not before any other stamp."""

FAR_AHEAD_MS = 48 * 3600 * 1000
"""A clock this far ahead of ours is wrong; its stamps do not move ours."""


def system_milliseconds() -> int:
    """The computer's clock, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def stamp_of(milliseconds: int, counter: int = 0) -> Stamp:
    """The stamp for a moment."""
    return f"{max(milliseconds, 0) & 0xFFFFFFFFFFFF:012x}{counter:04x}"


def milliseconds_of(stamp: Stamp) -> int:
    """The moment a stamp stands for, in milliseconds since 1970."""
    return int(stamp[:12], 16)


class Clock:
    """Gives stamps that rise, whatever the computer's clock does."""

    def __init__(self, last: Stamp = "", now: Callable[[], int] = system_milliseconds) -> None:
        self._last = last or stamp_of(0)
        self._now = now

    @property
    def last(self) -> Stamp:
        """The highest stamp given or seen."""
        return self._last

    def next(self) -> Stamp:
        """A stamp above every stamp given or seen before."""
        self._last = max(stamp_of(self._now()), _following(self._last))
        return self._last

    def see_all(self, stamps: Iterable[Stamp]) -> None:
        """Follow stamps from elsewhere, except those whose clock is far ahead of ours."""
        furthest = self.furthest()
        self._last = max([self._last, *(stamp for stamp in stamps if stamp <= furthest)])

    def furthest(self) -> Stamp:
        """The latest stamp that is believed at present."""
        return stamp_of(self._now() + FAR_AHEAD_MS)

    def ahead_by(self, stamp: Stamp) -> int:
        """How many milliseconds a stamp lies ahead of this computer's clock; 0 or less if it does not."""
        return milliseconds_of(stamp) - self._now()


def _following(stamp: Stamp) -> Stamp:
    return f"{int(stamp, 16) + 1:016x}"
