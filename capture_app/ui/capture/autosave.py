"""Saving while somebody types: soon after a key, never two saves of one thing at a time, nothing given up.

A thing is saved as a draft (`save`) and made a change when its author leaves it (`leave`). What could not be
saved stays here and is tried again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from capture_app.domain.changes import Changes
from capture_app.domain.errors import CaptureError
from capture_app.domain.seen import NOTHING, Seen
from capture_app.ui.jobs import Jobs
from capture_app.words import _

PAUSE, LONGEST = 200, 350
"""Milliseconds from the last key, and from the first unsaved one, to the save. Below the 400 after which the
status bar would say "Saving…", so that it keeps still on a sound disk."""
IDLE = 10_000
"""Milliseconds without a key after which a draft becomes a change."""
RETRY = 2_000
"""Milliseconds until a failed save is tried again."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a save gives back: when it was safe on the disk, what the next edit stands on, what it touched."""

    at: datetime
    seen: Seen = NOTHING
    changes: Changes = Changes()


Save = Callable[[Seen], Kept]
Leave = Callable[[], Kept]


@dataclass(slots=True, eq=False)
class _Thing:
    """One thing being edited.

    dirty: newer than what was handed to the store. saving: the store has not got it yet. under_way: it is being
    saved or made a change. drafted: the store holds a draft.
    """

    save: Save
    leave: Leave | None
    seen: Seen
    dirty: bool = True
    saving: bool = False
    under_way: bool = False
    drafted: bool = False
    leaving: bool = False


class Autosave(QObject):
    """Things are named by a key: a record's id, or a record's id and field.

    Signals:
        unsaved(): there is something that is not on the disk yet.
        saved(datetime): everything up to that moment is; the time is that of the commit.
        failed(str): it could not be saved, with the sentence to show. What was typed is still here.
        left(str, Seen): a draft became a change; the next edit of that key stands on this.
    """

    unsaved = Signal()
    saved = Signal(object)
    failed = Signal(str)
    left = Signal(str, object)

    def __init__(self, jobs: Jobs, initiator: QObject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._initiator = jobs, initiator
        self._things: dict[str, _Thing] = {}
        self._waiting: list[Callable[[bool], None]] = []
        self.in_trouble = False
        self._pause = self._timer(PAUSE, self.flush)
        self._longest = self._timer(LONGEST, self.flush)
        self._idle = self._timer(IDLE, self._leave_all)
        self._retry = self._timer(RETRY, self.try_again)

    def put(self, key: str, save: Save, seen: Seen = NOTHING, leave: Leave | None = None) -> None:
        """Take note of a change; a newer one of the same key replaces it. `seen` counts for the first only."""
        thing = self._things.get(key)
        if thing is None:
            self._things[key] = _Thing(save, leave, seen)
        else:
            thing.save, thing.leave, thing.dirty, thing.leaving = save, leave, True, False
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self._idle.start()
        self.unsaved.emit()

    def holds(self, key: str) -> bool:
        """Whether what is known here is newer than what the store has."""
        thing = self._things.get(key)
        return thing is not None and (thing.dirty or thing.under_way)

    def drafted(self, key: str) -> bool:
        """Whether the store has, or is getting, a draft of it."""
        thing = self._things.get(key)
        return thing is not None and (thing.drafted or thing.under_way)

    def leave(self, key: str) -> None:
        """Its author has gone on: save what is left and make it a change."""
        thing = self._things.get(key)
        if thing is not None:
            thing.leaving = True
            self._push(key, thing)

    def forget(self, key: str) -> None:
        """It is not wanted any more; a save under way is not waited for."""
        self._things.pop(key, None)
        self._settled()

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._pause.stop()
        self._longest.stop()
        for key, thing in list(self._things.items()):
            if thing.dirty:
                self._push(key, thing)

    def settle(self, then: Callable[[bool], None]) -> None:
        """Save everything and make it changes, then call back: true, or false if something could not be saved."""
        self._waiting.append(then)
        self._leave_all()
        self._settled()

    def try_again(self) -> None:
        """Save now what could not be saved."""
        self._retry.stop()
        for key, thing in list(self._things.items()):
            if thing.dirty or thing.leaving:
                self._push(key, thing)

    def _leave_all(self) -> None:
        for key in list(self._things):
            self.leave(key)

    def _push(self, key: str, thing: _Thing) -> None:
        """Start the next step of a thing unless one is under way."""
        if thing.under_way:
            return
        if thing.dirty:
            thing.dirty, thing.under_way = False, True
            save, seen = thing.save, thing.seen
            self._run(key, thing, lambda: save(seen), self._on_saved)
        elif thing.leaving and thing.leave is not None and thing.drafted:
            thing.under_way = True
            self._run(key, thing, thing.leave, self._on_left)
        elif thing.leaving or thing.leave is None:
            self._finish(key, thing)

    def _run(
        self, key: str, thing: _Thing, job: Callable[[], Kept], done: Callable[[str, _Thing, Kept], None]
    ) -> None:
        thing.saving = done == self._on_saved

        def deliver(kept: Kept) -> None:
            thing.under_way = thing.saving = False
            done(key, thing, kept)

        def fail(error: BaseException) -> None:
            thing.dirty = thing.dirty or thing.saving
            thing.under_way = thing.saving = False
            self._on_failed(error)

        self._jobs.write(job, deliver, self, self._initiator, on_error=fail)

    def _on_saved(self, key: str, thing: _Thing, kept: Kept) -> None:
        thing.drafted = True
        self._tell_saved(kept.at)
        if thing.leaving or (thing.dirty and not self._pause.isActive()):
            self._push(key, thing)
        elif thing.leave is None and not thing.dirty:
            if kept.seen is not NOTHING:
                self.left.emit(key, kept.seen)
            self._finish(key, thing)

    def _on_left(self, key: str, thing: _Thing, kept: Kept) -> None:
        thing.drafted, thing.seen = False, kept.seen
        if self.in_trouble:
            self._tell_saved(kept.at)
        if key in self._things:
            self.left.emit(key, kept.seen)
        if thing.dirty:
            self._push(key, thing)
        else:
            self._finish(key, thing)

    def _finish(self, key: str, thing: _Thing) -> None:
        if self._things.get(key) is thing:
            del self._things[key]
        self._settled()

    def _tell_saved(self, at: datetime) -> None:
        self.in_trouble = False
        self.saved.emit(at)
        if any(thing.dirty or thing.saving for thing in self._things.values()):
            self.unsaved.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.in_trouble = True
        self._retry.start()
        known = isinstance(error, CaptureError)
        self.failed.emit(error.sentence if isinstance(error, CaptureError) else _not_known())
        self._call_back(False)
        if not known:
            raise error

    def _settled(self) -> None:
        if not self._things:
            self._idle.stop()
            self._pause.stop()
            self._longest.stop()
            self._call_back(True)

    def _call_back(self, all_saved: bool) -> None:
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(all_saved)

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer


def _not_known() -> str:
    return _("Something went wrong while saving. What was typed is still here and is tried again.")
