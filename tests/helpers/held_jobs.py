"""Jobs that wait until they are let go, in their turn, as behind a slow disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.helpers.inline_jobs import InlineJobs


class HeldJobs(InlineJobs):
    """Done at once like any inline jobs, until `hold` is called."""

    _waiting: list[tuple[tuple[Any, ...], dict[str, Any]]] | None = None

    def hold(self) -> None:
        """From now on jobs wait."""
        self._waiting = []

    def let_go(self) -> Iterator[None]:
        """Do what waits, one with each step, first come first served; what is asked for meanwhile comes last."""
        while self._waiting:
            args, more = self._waiting.pop(0)
            super()._start(*args, **more)
            yield
        self._waiting = None

    def _start(self, *args: Any, **more: Any) -> None:
        if self._waiting is None:
            super()._start(*args, **more)
        else:
            self._waiting.append((args, more))
