"""Notices that nobody has touched the program for some minutes.

It looks at the window and the input that have the keyboard, not at every event of the program: that would cost
something at each key. Sleep counts too: the first touch after it comes too late. A clock that is put back gives nobody
more time.
"""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from capture_app.ui.lock.passed import Passed

_TOUCHES = {
    QEvent.Type.InputMethod,
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
}


class IdleLock(QObject):
    """Signals:
    due(): so many minutes went by without a touch.
    """

    due = Signal()

    def __init__(self, parent: QObject, now: Callable[[], float] | None = None) -> None:
        """`now` gives seconds that only grow."""
        super().__init__(parent)
        self._now, self._seconds, self._touched = now or Passed(), 0, 0.0
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.look)
        self._watched: list[QObject] = []

    def watch(self, minutes: int) -> None:
        """Begin from nothing; 0 stops."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and bool(minutes) != bool(self._seconds):
            for changed in (app.focusWindowChanged, app.focusObjectChanged):
                changed.connect(self._follow) if minutes else changed.disconnect(self._follow)
        self._seconds, self._touched = 60 * minutes, self._now()
        self._follow()
        self._clock.stop()
        if minutes:
            self._clock.start(self._seconds * 1000)

    def look(self) -> None:
        """Say so if the time is over; else look again when it may be."""
        left = self._touched + self._seconds - self._now()
        if self._seconds and left <= 0:
            self._touched = self._now()
            self.due.emit()
        if self._seconds:
            self._clock.start(max(1, round(left if left > 0 else self._seconds)) * 1000)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in _TOUCHES or not self._seconds:
            return False
        late = self._now() - self._touched >= self._seconds
        if late:
            # The laptop slept: whoever woke it is not to see what was there.
            self.look()
        self._touched = self._now()
        return late

    def _follow(self, _changed: object = None) -> None:
        for watched in self._watched:
            if shiboken6.isValid(watched):
                watched.removeEventFilter(self)
        held: list[QObject | None] = [QGuiApplication.focusWindow(), QGuiApplication.focusObject()]
        self._watched = [one for one in held if one is not None and self._seconds]
        for watched in self._watched:
            watched.installEventFilter(self)
