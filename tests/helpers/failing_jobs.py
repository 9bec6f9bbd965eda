"""Jobs that are done at once, of which the next write can be made to fail as on a full disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from capture_app.domain.errors import StorageTrouble
from capture_app.ui.jobs import Failed
from tests.helpers.inline_jobs import InlineJobs

T = TypeVar("T")


class FailingJobs(InlineJobs):
    """An error that nobody takes fails the test."""

    def __init__(self) -> None:
        super().__init__(_raise)
        self._sentence = ""

    def fail_next(self, sentence: str) -> None:
        """Let the next write fail with this sentence, before it touches anything."""
        self._sentence = sentence

    def write(
        self,
        fn: Callable[[], T],
        deliver: Callable[[T], None],
        owner: QObject,
        initiator: object = None,
        *,
        on_error: Failed | None = None,
    ) -> None:
        """As always, or failing."""
        sentence, self._sentence = self._sentence, ""

        def fail() -> T:
            raise StorageTrouble(sentence)

        super().write(fail if sentence else fn, deliver, owner, initiator, on_error=on_error)


def _raise(error: BaseException) -> None:
    raise error
