"""Keeps whoever answers in the kiosk: no menu, nothing dropped on it, no other size of its window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_SWALLOWED = {
    QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter,
    QEvent.Type.Drop,
    QEvent.Type.EnterWhatsThisMode,
}
"""What would open something else, or bring something in. Scroll bars have menus, too."""


class Guard(QObject):
    """Watches over `window` until `let_go`; for it to be as large as the screen again, it must have been."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._on = window, True
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def let_go(self) -> None:
        """The window may close."""
        self._on = False
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def state_changed(self, before: Qt.WindowState) -> None:
        """The window was made another size, or put out of sight: as soon as that is done, it fills the screen again."""
        if self._on and before & Qt.WindowState.WindowFullScreen and not self._fills():
            QTimer.singleShot(0, self, self._fill)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _SWALLOWED or not isinstance(watched, QWidget):
            return False
        return watched.window() is self._window

    def _fills(self) -> bool:
        return self._window.isFullScreen() and not self._window.isMinimized()

    def _fill(self) -> None:
        if self._on and not self._fills():
            self._window.showFullScreen()
            self._window.raise_()
            self._window.activateWindow()
