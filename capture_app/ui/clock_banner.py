"""Says that the clock of this laptop was put back, for as long as that is so."""

from __future__ import annotations

import time
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from capture_app.dates import clock_words, moment_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.words import _

_LOOK, _SLACK = 20_000, 300
"""Milliseconds between looks, and the seconds that a clock may be set right by without a word."""


class ClockBanner(Banner):
    """Remembers the latest moment this laptop's clock ever showed: before this sitting, and in it.

    Stamps keep the order of what is written whatever the clock says; only times that people read are wrong.
    """

    def __init__(self, look: Look, latest: float, parent: QWidget | None = None) -> None:
        """Moments are in seconds since 1970."""
        super().__init__(look, "warn", "", icon="clock", parent=parent)
        self._latest = latest
        button = Button(_("The clock is right"), look, size="row")
        button.clicked.connect(lambda: self.remember(time.time()))
        self.add_button(button)
        self.hide()
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK)
        self._watch.timeout.connect(lambda: self.look_at_clock())
        self._watch.start()

    def remember(self, moment: float) -> None:
        """The latest moment from now on, whatever was before."""
        self._latest = moment
        self.hide()

    def look_at_clock(self, now: float | None = None) -> None:
        """Compare the clock with what it showed before."""
        now = time.time() if now is None else now
        if now >= self._latest - _SLACK:
            self._latest = max(self._latest, now)
            self.hide()
        elif self.isHidden():
            self._say(now)

    def _say(self, now: float) -> None:
        sentence = _("The clock was put back from {latest} to {now}.").format(**_told(now, self._latest))
        self.show_message(
            "warn",
            sentence,
            _("Nothing is lost, and lines keep their order. Times are wrong until it is put right."),
            icon="clock",
        )
        self.show()
        announce(self, sentence)


def _told(now: float, latest: float) -> dict[str, str]:
    """Both moments, with their days where these differ."""
    here, before = (datetime.fromtimestamp(moment).astimezone() for moment in (now, latest))
    if here.date() == before.date():
        return {"now": clock_words(here.time()), "latest": clock_words(before.time())}
    return {"now": moment_words(here), "latest": moment_words(before)}
