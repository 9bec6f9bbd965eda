"""The way out of the kiosk, for whoever knows the number that was chosen when it was started."""

from __future__ import annotations

import secrets

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from capture_app.ui.kiosk.screen import Screen
from capture_app.ui.style import Look
from capture_app.words import _

_TRIES, _HOLD = 3, 10_000
"""Wrong numbers before it waits, and for how many milliseconds."""


class StaffScreen(Screen):
    """Signals:
    passed(): the number was right.
    """

    passed = Signal()

    def __init__(self, look: Look, number: str, *, parent: QWidget | None = None) -> None:
        super().__init__(
            look,
            "lock-simple",
            "",
            other=_("Go back"),
            asks=_("Number of the staff"),
            parent=parent,
        )
        self._number, self._wrong = number, 0
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(_HOLD)
        self._hold.timeout.connect(self.wait_is_over)
        self.wanted.connect(self._on_wanted)

    def ask(self, *, not_in: bool) -> None:
        """Begin anew. `not_in` says that somebody handed answers in and they could not be saved."""
        self.tell(_("Leave the kiosk"), _("Go back"))
        self.field.set_label(_("Number of the staff"))
        self.forget()
        words = _("Answers that are handed in stay. Half-finished ones are wiped.")
        if not_in:
            words = _("One person’s answers could not be saved yet. Leaving wipes them.")
        self.say(_("Leave the kiosk?"), words)
        self.focus_first()

    def forget(self) -> None:
        """Take away what was typed, so that it cannot be called back either."""
        self.editor.setText("")  # `clear` could be undone, and would give the number away
        if self.button.isEnabled():
            self.field.clear_error()

    def _on_wanted(self) -> None:
        typed, wanted = self.editor.text().encode(), self._number.encode()
        if secrets.compare_digest(typed, wanted):
            self._wrong = 0
            self.passed.emit()
            return
        self._wrong += 1
        self.editor.setText("")
        self.field.set_error(_("That is not the number."))
        if self._wrong % _TRIES == 0:
            self.button.setEnabled(False)
            self.field.set_error(_("That is not the number. You can try again in ten seconds."))
            self._hold.start()

    def wait_is_over(self) -> None:
        """The number can be typed again."""
        self.button.setEnabled(True)
        self.field.clear_error()
