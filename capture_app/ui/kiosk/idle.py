"""Notices that nobody is there any more: asks after a minute, and says so when the next minute is over too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

ASKS_AFTER, WIPES_AFTER = 60, 60
"""Seconds without a touch before it asks, and from then on before it wipes."""

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
}
_STEP = 10
"""Seconds between two words about the time left, so that nothing flickers."""


class IdleWatch(QObject):
    """Watches while `watch` says so.

    Signals:
        left(int): nobody has touched anything; so many seconds are left.
        gone(): the time is over.
    """

    left = Signal(int)
    gone = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._quiet = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_STEP * 1000)
        self._clock.timeout.connect(self.pass_time)

    def watch(self, on: bool) -> None:
        """Begin from nothing, or stop."""
        self._quiet = 0
        app = QApplication.instance()
        if on and app is not None:
            app.installEventFilter(self)
            self._clock.start()
        else:
            self._clock.stop()
            if app is not None:
                app.removeEventFilter(self)

    def pass_time(self) -> None:
        """Ten seconds have gone by without a touch."""
        self._quiet += _STEP
        remaining = ASKS_AFTER + WIPES_AFTER - self._quiet
        if remaining <= 0:
            self.watch(False)
            self.gone.emit()
        elif self._quiet >= ASKS_AFTER:
            self.left.emit(remaining)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # While it asks, only the answer counts: a sleeve on the touchpad is not a person.
        if event.type() in _TOUCHES and self._quiet < ASKS_AFTER:
            self._quiet = 0
            self._clock.start()
        return False
