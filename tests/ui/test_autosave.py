"""What is said about saving while several things are saved at once: never that it is saved too soon, or too late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject

from capture_app.ui.capture.autosave import Autosave, Kept
from capture_app.ui.jobs import Failed
from tests.helpers.inline_jobs import InlineJobs

T = TypeVar("T")


class SlowJobs(InlineJobs):
    """Writes are done one by one, when the test says so."""

    def __init__(self) -> None:
        super().__init__(_raise)
        self._waiting: list[Callable[[], None]] = []

    def write(
        self,
        fn: Callable[[], T],
        deliver: Callable[[T], None],
        owner: QObject,
        initiator: object = None,
        *,
        on_error: Failed | None = None,
    ) -> None:
        """Wait for `go_on`."""
        write = super().write
        self._waiting.append(lambda: write(fn, deliver, owner, initiator, on_error=on_error))

    def go_on(self) -> None:
        """Do the write that has waited longest."""
        self._waiting.pop(0)()


@pytest.fixture
def slow(qapp: object) -> Iterator[SlowJobs]:
    jobs = SlowJobs()
    yield jobs
    jobs.close()


def _raise(error: BaseException) -> None:
    raise error


def _keep(*_seen: object) -> Kept:
    return Kept(datetime.now().astimezone())


def test_what_is_on_the_disk_is_said_to_be_saved_while_a_line_that_was_left_becomes_a_change(
    slow: SlowJobs,
) -> None:
    owner = QObject()
    autosave = Autosave(slow, owner, owner)
    told: list[str] = []
    autosave.unsaved.connect(lambda: told.append("unsaved"))
    autosave.saved.connect(lambda _at: told.append("saved"))
    autosave.put("line", _keep, leave=_keep)
    autosave.flush()
    slow.go_on()
    autosave.put("headcount", _keep)
    autosave.flush()
    autosave.leave("line")
    slow.go_on()
    assert told[-1] == "saved", "the headcount and the line's words are on the disk"
    slow.go_on()
    assert told[-1] == "saved"


def test_a_save_under_way_is_not_said_to_be_saved(slow: SlowJobs) -> None:
    owner = QObject()
    autosave = Autosave(slow, owner, owner)
    told: list[str] = []
    autosave.unsaved.connect(lambda: told.append("unsaved"))
    autosave.saved.connect(lambda _at: told.append("saved"))
    for key in ("line", "headcount"):
        autosave.put(key, _keep)
    autosave.flush()
    slow.go_on()
    assert told[-1] == "unsaved"
    slow.go_on()
    assert told[-1] == "saved"
