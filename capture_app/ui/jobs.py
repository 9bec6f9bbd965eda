"""Work away from the window's thread. A page asks here, goes on, and gets the answer when it is there.

Two lanes of one thread each: the store lane, where every database job runs in order, and the files lane
for zips, hashes and reports. Jobs are given values and give values back, never widgets. Results come back
on the window's thread, and only while the widget that asked still exists.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Protocol, TypeVar, runtime_checkable

import shiboken6
from PySide6.QtCore import QObject, Signal

from capture_app.domain.changes import Changes
from capture_app.domain.errors import Cancelled

T = TypeVar("T")
Failed = Callable[[BaseException], None]


@runtime_checkable
class Touching(Protocol):
    """What a write may give back: anything that says what it touched."""

    @property
    def changes(self) -> Changes:
        """The records the write touched."""


@dataclass(frozen=True, slots=True)
class _Done:
    """A finished job on its way to the window's thread."""

    future: Future[object]
    deliver: Callable[[object], None]
    owner: QObject
    on_error: Failed | None
    initiator: object
    writes: bool


class Jobs(QObject):
    """The two lanes.

    Signals:
        changed(Changes, initiator): after every write that touched something. A page reads again if the
            change concerns it and it is not the initiator.
    """

    changed = Signal(object, object)
    _finished = Signal()
    _stepped = Signal(object)

    def __init__(
        self,
        failed: Failed,
        *,
        store: Executor | None = None,
        files: Executor | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`failed` is told of every error that no caller takes; it runs on the window's thread."""
        super().__init__(parent)
        self._failed = failed
        self._store = store or ThreadPoolExecutor(1, "store")
        self._files = files or ThreadPoolExecutor(1, "files")
        self._done: SimpleQueue[_Done] = SimpleQueue()
        self._closed = False
        # From a lane these are queued to this object's thread; from the same thread they are plain calls.
        self._finished.connect(self._on_finished)
        self._stepped.connect(self._on_stepped)

    def read(
        self,
        fn: Callable[[], T],
        deliver: Callable[[T], None],
        owner: QObject,
        *,
        on_error: Failed | None = None,
    ) -> None:
        """Run `fn` in the store lane; give its result to `deliver` while `owner` lives."""
        self._start(self._store, fn, deliver, owner, on_error, None, writes=False)

    def write(
        self,
        fn: Callable[[], T],
        deliver: Callable[[T], None],
        owner: QObject,
        initiator: object = None,
        *,
        on_error: Failed | None = None,
    ) -> None:
        """Run `fn` in the store lane; its result's `changes` (or a `Changes` itself) go out by `changed`.

        The signal is sent even when `owner` is gone: the disk has changed all the same.
        """
        self._start(self._store, fn, deliver, owner, on_error, initiator, writes=True)

    def files(
        self,
        fn: Callable[[], T],
        deliver: Callable[[T], None],
        owner: QObject,
        *,
        on_error: Failed | None = None,
    ) -> None:
        """Run `fn`, which reads or writes files and not the workspace, in the files lane."""
        self._start(self._files, fn, deliver, owner, on_error, None, writes=False)

    def steps(self, on_progress: Callable[[int, int], None], owner: QObject) -> Steps:
        """What a long job counts with and can be cancelled by; made before the job and passed into it."""
        return Steps(on_progress, owner, self._stepped.emit)

    def close(self) -> None:
        """Wait for both lanes and hand out what they finished. Nothing can be asked afterwards."""
        for lane in (self._files, self._store):
            lane.shutdown(wait=True)
        self._closed = True
        self._on_finished()

    def _start(
        self,
        lane: Executor,
        fn: Callable[[], T],
        deliver: Callable[[T], None],
        owner: QObject,
        on_error: Failed | None,
        initiator: object,
        *,
        writes: bool,
    ) -> None:
        def hand_over(future: Future[T]) -> None:
            # Runs in the lane. A queue, so that `close` can hand results out without the event loop.
            self._done.put(_Done(future, deliver, owner, on_error, initiator, writes))  # type: ignore[arg-type]
            self._finished.emit()

        if self._closed and not writes:
            return  # what is looked at while the program ends has nobody to come back to
        lane.submit(fn).add_done_callback(hand_over)

    def _on_finished(self) -> None:
        while True:
            try:
                done = self._done.get_nowait()
            except Empty:
                return
            self._finish(done)

    def _on_stepped(self, steps: Steps) -> None:
        steps.show()

    def _finish(self, done: _Done) -> None:
        error = done.future.exception()
        alive = shiboken6.isValid(done.owner)
        if error is not None:
            self._tell(error, done.on_error if alive else None)
            return
        result = done.future.result()
        if alive:
            done.deliver(result)
        if done.writes and (changes := _changes_of(result)):
            self.changed.emit(changes, done.initiator)

    def _tell(self, error: BaseException, on_error: Failed | None) -> None:
        if on_error is not None:
            on_error(error)
        elif not isinstance(error, Cancelled):
            self._failed(error)


def _changes_of(result: object) -> Changes | None:
    if isinstance(result, Changes):
        return result
    return result.changes if isinstance(result, Touching) else None


class Steps:
    """Counts a long job's steps towards the window, and stops it when asked.

    The job calls it as `steps(3, 7)`; that call raises `Cancelled` once somebody pressed Cancel. Only the
    newest count is shown, so a fast job does not flood the window.
    """

    def __init__(
        self, on_progress: Callable[[int, int], None], owner: QObject, wake: Callable[[Steps], None]
    ) -> None:
        self._on_progress, self._owner, self._wake = on_progress, owner, wake
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._unseen: tuple[int, int] | None = None

    def __call__(self, count: int, total: int) -> None:
        """Report `count` of `total`; called by the job. Raises Cancelled after `cancel`."""
        if self._cancelled.is_set():
            raise Cancelled
        with self._lock:
            waiting, self._unseen = self._unseen is not None, (count, total)
        if not waiting:
            self._wake(self)

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._cancelled.set()

    def show(self) -> None:
        """Pass the newest count on; runs on the window's thread."""
        with self._lock:
            newest, self._unseen = self._unseen, None
        if newest is not None and shiboken6.isValid(self._owner):
            self._on_progress(*newest)
