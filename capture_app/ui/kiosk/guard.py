"""Keeps whoever answers in the kiosk: no menu, nothing dropped on it, no other size of its window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindowStateChangeEvent
from PySide6.QtWidgets import QApplication, QWidget

_SWALLOWED = {
    QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter,
    QEvent.Type.Drop,
    QEvent.Type.EnterWhatsThisMode,
}
"""What would open something else, or bring something in. Scroll bars have menus, too."""


class Guard(QObject):
    """Watches over `window` until `let_go`, if `on`: whoever only tries a questionnaire leaves as they like.

    A window that filled the screen and was made another size, or put out of sight, fills it again at once.
    """

    def __init__(self, window: QWidget, *, on: bool) -> None:
        super().__init__(window)
        self._window, self._on = window, on
        app = QApplication.instance()
        if on and app is not None:
            app.installEventFilter(self)

    def let_go(self) -> None:
        """The window may close."""
        self._on = False
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWindowStateChangeEvent) and watched is self._window:
            if event.oldState() & Qt.WindowState.WindowFullScreen:
                QTimer.singleShot(0, self, self._fill)
            return False
        if event.type() not in _SWALLOWED or not isinstance(watched, QWidget):
            return False
        return watched.window() is self._window

    def _fill(self) -> None:
        fills = self._window.isFullScreen() and not self._window.isMinimized()
        if self._on and not fills:
            self._window.showFullScreen()
            self._window.raise_()
            self._window.activateWindow()
