"""The band at the foot of a page with steps: the harmless way out at the left, the one thing to do at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose


class ActionBar(QFrame):
    """Buttons and notes from the left (`add_left`) and from the right (`add_right`), in the order given."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "band")
        self._row = QHBoxLayout(self)
        self._look, self._left = look, 0
        self._row.addStretch(1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        space = look.theme.space
        self._row.setContentsMargins(*(look.px(v) for v in (space.page, space.gap, space.page, space.gap)))
        self._row.setSpacing(look.px(space.gap))

    def add_left(self, widget: QWidget) -> None:
        """Put a widget after those at the left."""
        self._row.insertWidget(self._left, widget)
        self._left += 1

    def add_note(self, words: str) -> Prose:
        """Say something after what is at the left; it wraps where there is little room."""
        note = Prose(words, self._look, "secondary")
        note.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._row.insertWidget(self._left, note, 1)
        self._row.setStretch(self._left + 1, 0)
        self._left += 1
        return note

    def add_right(self, widget: QWidget) -> None:
        """Put a widget after those at the right."""
        self._row.addWidget(widget)
