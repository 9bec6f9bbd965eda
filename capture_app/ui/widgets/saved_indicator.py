"""Whether what was typed is on the disk: always visible, always true.

Driven only by what happened: the window calls `typed`, `saved` and `failed`. The time shown is that of the
last commit, never of the screen.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.dates import clock_words
from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.painting import advance, line_height, middle, written
from capture_app.words import _

_SAVING_AFTER, _TROUBLE_AFTER = 400, 3000
"""Milliseconds of unsaved text before "Saving…" and before "Not saved since"."""


class SavedState(StrEnum):
    """What is shown."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not_saved"


_FACES = {
    SavedState.SAVED: ("check-circle-fill", "good"),
    SavedState.SAVING: ("clock", "text2"),
    SavedState.NOT_SAVED: ("warning-octagon", "bad"),
}


class SavedIndicator(QWidget):
    """Shows one of three states in a width that never changes.

    Signals:
        trouble(bool): true when text has been unsaved for 3 s or saving failed; false when it is saved again.
    """

    trouble = Signal(bool)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._since: datetime | None = None
        self._saving, self._late = self._timer(_SAVING_AFTER), self._timer(_TROUBLE_AFTER)
        self._saving.timeout.connect(self._on_saving)
        self._late.timeout.connect(self.failed)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.state = SavedState.SAVED
        self._name()

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def typed(self) -> None:
        """There is text that is not on the disk yet."""
        if not self._late.isActive() and self.state is not SavedState.NOT_SAVED:
            self._saving.start()
            self._late.start()

    def saved(self, at: datetime) -> None:
        """Everything typed so far is on the disk since `at`."""
        self._saving.stop()
        self._late.stop()
        self._since = at
        self._show(SavedState.SAVED)

    def also_saved(self, at: datetime) -> None:
        """Something else is on the disk since `at`, such as a pack; says nothing of text that still waits."""
        if self.state is SavedState.SAVED and not self._late.isActive():
            self.saved(at)

    def rest(self) -> None:
        """Nothing waits any more; what was saved last still is."""
        self._saving.stop()
        self._late.stop()
        self._show(SavedState.SAVED)

    def failed(self) -> None:
        """Saving did not succeed; said until it does."""
        self._saving.stop()
        self._late.stop()
        self._show(SavedState.NOT_SAVED)

    def words(self) -> str:
        """What is shown, as text."""
        return self._words(self.state)

    def sizeHint(self) -> QSize:
        widest = max(advance(self._font(), self._words(state)) for state in SavedState)
        return QSize(self._look.px(24) + round(widest), round(line_height(self._font())) + self._look.px(6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect, look = QPainter(self), QRectF(self.rect()), self._look
        icon, tint = _FACES[self.state]
        paint_icon(painter, icon, middle(rect, 0, look.px(17), look.px(17)), look.colour(tint))
        words = rect.adjusted(look.px(22), 0, 0, 0)
        written(painter, words, self.words(), self._font(), look.colour(tint))

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _on_saving(self) -> None:
        self._show(SavedState.SAVING)

    def _show(self, state: SavedState) -> None:
        was, self.state = self.state, state
        self._name()
        self.update()
        if (was is SavedState.NOT_SAVED) != (state is SavedState.NOT_SAVED):
            self.trouble.emit(state is SavedState.NOT_SAVED)

    def _name(self) -> None:
        self.setAccessibleName(self.words())
        self.updateGeometry()

    def _words(self, state: SavedState) -> str:
        time = clock_words(self._since.time(), seconds=True) if self._since else ""
        if state is SavedState.SAVING:
            return _("Saving…")
        if not time:
            return _("Nothing to save yet") if state is SavedState.SAVED else _("Not saved yet")
        pattern = _("Saved {time}") if state is SavedState.SAVED else _("Not saved since {time}")
        return pattern.format(time=time)

    def _font(self) -> QFont:
        return self._look.font(self._look.theme.type.secondary, SEMIBOLD)
