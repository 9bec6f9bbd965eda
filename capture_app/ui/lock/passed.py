"""How much time has gone by, as people feel it."""

from __future__ import annotations

import time
from collections.abc import Callable


class Passed:
    """Called, it gives the seconds since it was made: those slept through too, and all where a clock is put back.

    The time of day goes on in sleep but can be put back; the steady clock cannot, but on some systems sleeps too.
    """

    def __init__(
        self, of_day: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._of_day, self._steady = of_day, steady
        self._last, self._sum = (of_day(), steady()), 0.0

    def __call__(self) -> float:
        now = self._of_day(), self._steady()
        self._sum += max(after - before for before, after in zip(self._last, now, strict=True))
        self._last = now
        return self._sum
