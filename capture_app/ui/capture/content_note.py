"""What may be hard to hear or to read in a session, calmly above what is written there (I11)."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.wording import heavy_title
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _

_HIGHEST = 76
"""Pixels of the note that show at once; the lines below it need the room."""


class ContentNote(QFrame):
    """Can be folded to one line, and put away until the window is opened again."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "band")
        self._look, self._folded, self._away, self._words = look, False, False, ""
        self.title, self.note = Prose(heavy_title(), look, "strong"), Prose("", look)
        self.fold = Button("", look, "quiet", size="row")
        self.away = Button(_("Put away for now"), look, "quiet", size="row")
        self._scroll = ScrollColumn(look, margins=False)
        self._build()
        self.set_look(look)
        self._say()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        side = look.px(look.theme.space.page)
        self._column.setContentsMargins(side, look.px(6), side, look.px(8))
        self._column.setSpacing(look.px(2))
        self._head.setSpacing(look.px(8))
        self._fit()

    def show_note(self, words: str) -> None:
        """Show this note; none takes it away. Another one than was put away stands there again."""
        words = words.strip()
        if words != self._words:
            self._words, self._away = words, False
            self.note.set_words(words)
            self.setAccessibleDescription(words)
        self._say()

    def set_folded(self, folded: bool) -> None:
        """Fold it to one line, or show all of it again."""
        self._folded = folded
        self._say()

    def put_away(self) -> None:
        """Take it away for this sitting."""
        self._away = True
        self._say()

    def _build(self) -> None:
        self._column, self._head = QVBoxLayout(self), QHBoxLayout()
        self._head.addWidget(Icon("info", self._look, "accent", 20))
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.fold)
        self._head.addWidget(self.away)
        self._column.addLayout(self._head)
        self._column.addWidget(self._scroll)
        self._scroll.column.addWidget(self.note)
        self._scroll.column.addStretch(1)
        self._scroll.setAccessibleName(self.title.text())
        self.fold.clicked.connect(lambda: self.set_folded(not self._folded))
        self.away.clicked.connect(self.put_away)

    def _say(self) -> None:
        self.setVisible(bool(self._words) and not self._away)
        self.fold.set_words(_("Show the note") if self._folded else _("Fold away"))
        self._scroll.setVisible(not self._folded)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(1, self.width() - 2 * self._look.px(self._look.theme.space.page))
        needed = self.note.heightForWidth(width) if self.note.hasHeightForWidth() else 0
        self._scroll.setFixedHeight(min(needed or self._look.px(_HIGHEST), self._look.px(_HIGHEST)))
