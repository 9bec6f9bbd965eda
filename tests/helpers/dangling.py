"""What a test of the window left running: threads, timers, windows. Left-overs make later tests fail at random."""

from __future__ import annotations

import gc
import threading
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Running:
    """What runs at one moment."""

    threads: frozenset[threading.Thread]
    timers: frozenset[int]
    windows: frozenset[int]


def running() -> Running:
    """What runs now; widgets that wait to be deleted are deleted first."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return Running(
        frozenset(thread for thread in threading.enumerate() if thread.is_alive()),
        frozenset(id(timer) for timer in _active_timers()),
        frozenset(id(window) for window in QApplication.topLevelWidgets()),
    )


def left_over(before: Running) -> list[str]:
    """What runs now and did not before, in words; empty is good."""
    after = running()
    threads = [f"thread {thread.name}" for thread in after.threads - before.threads]
    timers = [
        f"timer of {type(timer.parent()).__name__}"
        for timer in _active_timers()
        if id(timer) not in before.timers
    ]
    windows = [
        f"window {type(window).__name__}"
        for window in QApplication.topLevelWidgets()
        if id(window) not in before.windows and window.isVisible()
    ]
    return threads + timers + windows


def _active_timers() -> list[QTimer]:
    return [
        thing
        for thing in gc.get_objects()
        if issubclass(type(thing), QTimer)
        and shiboken6.isValid(thing)
        and thing.isActive()
        and _is_ours(thing)
    ]


def _is_ours(timer: QObject) -> bool:
    """Timers made by the test tools themselves have no parent and live in their loops."""
    return timer.parent() is not None
