"""How many minutes are left, in words a glance can take in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Label
from capture_app.words import _


class TimeLeft(QWidget):
    """ "12 min" over "left in this breakout"; in one row ("12 min left") where the header is low."""

    def __init__(self, look: Look, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = Label("", "time-left" if large else "title")
        self._of = Label("", "secondary")
        self._compact, self._time = False, 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self._minutes, self._of):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(label)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self.setContentsMargins(look.px(8), 0, look.px(8), 0)

    def set_time(self, minutes: int, of: str) -> None:
        """`of` says of what: "left in this breakout". Below zero it says how late it is."""
        self._time = minutes
        self._minutes.setProperty("late", minutes < 0)
        self.style().unpolish(self._minutes)
        self.style().polish(self._minutes)
        self._of.setText(of)
        self._say()
        self.setAccessibleName(f"{self._minutes.text()} {of}")

    def set_compact(self, compact: bool) -> None:
        """Say it in one line, where there is one row only."""
        self._compact = compact
        self._of.setVisible(not compact)
        self._say()

    def _say(self) -> None:
        whole = _("{minutes} min left") if self._compact else _("{minutes} min")
        words = _("{minutes} min over") if self._time < 0 else whole
        self._minutes.setText(words.format(minutes=abs(self._time)))
