"""The case a question is about, above what the group says to it (D4)."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.values import Case
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _

_HIGHEST = 132
"""Pixels of the story that show at once; the lines below it need the room."""


class CaseCard(QFrame):
    """Title, whose story it is, and the story, which can be folded away and stays so from question to question."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "band")
        self._look, self._folded = look, False
        self.title, self.whose = Label("", "strong"), Prose("", look, "secondary")
        self.story = Prose("", look)
        self.fold = Button("", look, "quiet", size="row")
        self._scroll = ScrollColumn(look, margins=False)
        self._build()
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        side = look.px(12)
        self._column.setContentsMargins(side, look.px(8), side, look.px(10))
        self._column.setSpacing(look.px(4))
        self._fit()

    def show_case(self, case: Case | None) -> None:
        """Show this case; none takes the card away."""
        self.setVisible(case is not None)
        if case is None:
            return
        self.title.setText(case.title)
        self.whose.set_words(
            _("Put together from what several people went through; it is nobody’s own story.")
            if case.composite
            else ""
        )
        self.story.set_words(case.text)
        self._say()

    def set_folded(self, folded: bool) -> None:
        """Fold the story away, or show it again."""
        self._folded = folded
        self._say()

    def _build(self) -> None:
        self._column, head = QVBoxLayout(self), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.fold)
        self._column.addLayout(head)
        self._column.addWidget(self.whose)
        self._column.addWidget(self._scroll)
        self._scroll.column.addWidget(self.story)
        self._scroll.column.addStretch(1)
        self._scroll.setAccessibleName(_("The case"))
        self.fold.clicked.connect(lambda: self.set_folded(not self._folded))

    def _say(self) -> None:
        self.fold.set_words(_("Show the case") if self._folded else _("Fold the case away"))
        self._scroll.setVisible(not self._folded)
        self.whose.setVisible(not self._folded and bool(self.whose.text()))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(1, self.width() - 2 * self._look.px(16))
        needed = self.story.heightForWidth(width) if self.story.hasHeightForWidth() else 0
        self._scroll.setFixedHeight(min(needed or self._look.px(_HIGHEST), self._look.px(_HIGHEST)))
