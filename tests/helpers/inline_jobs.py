"""Jobs that are done when the call returns, for tests of pages. The real lanes have tests of their own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import ParamSpec, TypeVar

from capture_app.ui.jobs import Failed, Jobs

P = ParamSpec("P")
T = TypeVar("T")


class _AtOnce(ThreadPoolExecutor):
    """A lane that is waited for; still one thread, because a workspace stays with the thread that opened it."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run it now."""
        future = super().submit(fn, *args, **kwargs)
        wait([future])
        return future


class InlineJobs(Jobs):
    """Jobs whose answers are there at once, delivered before the asking call returns."""

    def __init__(self, failed: Failed) -> None:
        super().__init__(failed, store=_AtOnce(1, "store"), files=_AtOnce(1, "files"))
