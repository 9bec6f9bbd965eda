"""Locks the window and opens it again.

Everything typed becomes a change first. Pages, dialogs and menus are taken out of sight, for eyes and for
screen readers; the status bar stays, because what it says of saving must be true while nobody is there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from capture_app.sealing import WayIn
from capture_app.ui.app import Preferences
from capture_app.ui.jobs import Jobs
from capture_app.ui.lock.idle_lock import IdleLock
from capture_app.ui.lock.lock_screen import LockScreen
from capture_app.ui.problems import sentence_of
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.done import Done
    from capture_app.services.workspaces import Workspace
    from capture_app.ui.desk import Desk


class Locker(QObject):
    """`desk` gives what stands in the window, `tell` shows a sentence. `screen` is there while it is locked."""

    def __init__(
        self,
        window: QWidget,
        jobs: Jobs,
        preferences: Preferences,
        desk: Callable[[], Desk | None],
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._preferences = window, jobs, preferences
        self._desk, self._tell = desk, tell
        self.screen: LockScreen | None = None
        self._title = ""
        self._hidden: list[QWidget] = []
        self.idle = IdleLock(self)
        self.idle.due.connect(self.nobody_is_here)
        self._minutes = -1
        preferences.changed.connect(self._follow)
        self._follow()

    def lock(self) -> None:
        """Lock at once, or say why that cannot be."""
        desk = self._desk()
        if desk is None or self.screen is not None:
            return
        if not desk.entered.about.encrypted:
            self._tell(_("This workspace has no passphrase, so it cannot be locked. Close it instead."))
            return
        desk.settle(lambda _all_saved: self._keep_all(desk))
        self._hide_others()
        self._title = self._window.windowTitle()
        self._window.setWindowTitle(_("Locked — Workshop Capture"))
        self.screen = LockScreen(self._preferences.look)
        self.screen.given.connect(self._try)
        desk.cover(self.screen)
        self.screen.field.editor.setFocus()

    def nobody_is_here(self) -> None:
        """The time is over. The kiosk looks after itself, and what has no passphrase stays open."""
        desk = self._desk()
        if desk is not None and desk.entered.about.encrypted and not _kiosk_is_shown():
            self.lock()

    def _follow(self) -> None:
        if self._minutes != self._preferences.settings.idle_lock:
            self._minutes = self._preferences.settings.idle_lock
            self.idle.watch(self._minutes)

    def _keep_all(self, desk: Desk) -> None:
        if self._desk() is desk:
            job = partial(_keep_all, desk.entered.workspace)
            self._jobs.write(job, lambda _kept: None, self, on_error=partial(_tell, desk))

    def _try(self, way_in: WayIn) -> None:
        desk = self._desk()
        if desk is not None:
            job = partial(_check, desk.entered.workspace, way_in)
            self._jobs.read(job, lambda _none: self._open(), self, on_error=self._refused)

    def _refused(self, error: BaseException) -> None:
        if self.screen is not None:
            self.screen.refuse(sentence_of(error))

    def _open(self) -> None:
        desk, screen, self.screen = self._desk(), self.screen, None
        if desk is None or screen is None:
            return
        self._window.setWindowTitle(self._title)
        desk.uncover(screen)
        desk.focus_page()
        for window in self._hidden:
            if shiboken6.isValid(window):
                window.show()
        self._hidden = []

    def _hide_others(self) -> None:
        """Menus and lists go for good; dialogs come back afterwards as they were."""
        QToolTip.hideText()
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        self._hidden = [one for one in shown if one is not self._window and not _is_kiosk(one)]
        for window in self._hidden:
            window.hide()


def _tell(desk: Desk, error: BaseException) -> None:
    desk.unsaved.failed(None, sentence_of(error))


def _kiosk_is_shown() -> bool:
    return any(_is_kiosk(one) and one.isVisible() for one in QApplication.topLevelWidgets())


def _is_kiosk(window: QWidget) -> bool:
    from capture_app.ui.kiosk.kiosk_window import KioskWindow

    return isinstance(window, KioskWindow)


def _keep_all(workspace: Workspace) -> Done[int]:
    from capture_app.services.capturing import keep_all

    return keep_all(workspace)


def _check(workspace: Workspace, way_in: WayIn) -> None:
    from capture_app.services.workspaces import check_way_in

    check_way_in(workspace, way_in)
