"""Handing the keyboard over, for a page: what is typed is kept, the screen covered, and who types now asked (I11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from capture_app.services.card import card_here
from capture_app.services.watching import LooksOn
from capture_app.ui.capture.capture_pane import Setting
from capture_app.ui.capture.curtain import Curtain
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.words import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from capture_app.services.done import Done

NamesWriter = Callable[..., "Done[None]"]
"""The job that keeps who types from now on; it gets their name, and `knowing` where they observe and go on."""


class Settles(Protocol):
    """A page that makes everything typed a change, then says whether all of it is saved; `saved` follows later."""

    saved: SignalInstance

    def settle(self, then: Callable[[bool], None] | None = None) -> None:
        """Do so."""


class HandOn(QObject):
    """`curtain` is there while the keyboard is being handed over; `look` is how it looks.

    Signals:
        gone_on(): somebody writes again.
        saved(datetime): who types now is on the disk since then.
    """

    gone_on = Signal()
    saved = Signal(object)

    def __init__(self, page: QWidget, settles: Settles, setting: Setting, look: Look) -> None:
        super().__init__(page)
        self._page, self._settles, self._setting, self.look = page, settles, setting, look
        self._keep: NamesWriter | None = None
        self.curtain: Curtain | None = None
        self._waits, self._named, self._told = False, "", ""
        settles.saved.connect(self._on_saved)

    def keep_with(self, keep: NamesWriter) -> None:
        """How the name of whoever types now is kept."""
        self._keep = keep

    def begin(self) -> None:
        """Cover the screen at once; that everything is saved is said when it is."""
        if self.curtain is not None:
            return
        self.curtain = curtain = Curtain(self.look, parent=self._page.window())
        curtain.gone_on.connect(self._on_go_on)
        curtain.showFullScreen()
        curtain.name.setFocus()
        self._settles.settle(self._on_settled)
        job = partial(card_here, self._setting.workspace)
        self._setting.jobs.read(job, curtain.show_whom_to_call, curtain)

    def _on_saved(self, _at: datetime) -> None:
        """Something that could not be saved is: ask again whether that was all."""
        if self.curtain is not None and self._waits:
            self._waits = False
            self._settles.settle(self._on_settled)

    def _on_settled(self, all_saved: bool) -> None:
        self._waits = not all_saved
        if self.curtain is not None:
            self.curtain.say(
                _("Paused. Everything is saved.")
                if all_saved
                else _("Paused. Not everything is saved yet: it is still here, and saving is tried again.")
            )

    def _on_go_on(self, name: str) -> None:
        if not name or self._keep is None:
            self._open()
            return
        self._named = name
        keep = partial(self._keep, knowing=True) if name == self._told else self._keep
        self._setting.jobs.write(
            partial(keep, name), self._on_kept, self, self._page, on_error=self._on_refused
        )

    def _on_kept(self, _done: Done[None]) -> None:
        self.saved.emit(datetime.now().astimezone())
        self._open()

    def _on_refused(self, error: BaseException) -> None:
        if self.curtain is not None and isinstance(error, LooksOn):
            self._told = self._named
            self.curtain.refuse(error.sentence)
        elif self.curtain is not None:
            without = _("Take the name out to go on without it.")
            self.curtain.refuse(f"{sentence_of(error)} {without}")

    def _open(self) -> None:
        if self.curtain is not None:
            curtain, self.curtain = self.curtain, None
            curtain.accept()
        self.gone_on.emit()
