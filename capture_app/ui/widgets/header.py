"""The head of a page: its title, one line of facts and chips below, what one can do at the right."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.flow import Flow
from capture_app.ui.widgets.label import Elided
from capture_app.ui.widgets.painting import restyle

_ONE_ROW = 860
"""Below this width (at 100 % text) facts give way, chips join the title, buttons keep their icon only."""

_LOW = 366
"""Below this height of the window not even the most needed fact has a row of its own."""


@runtime_checkable
class Compactable(Protocol):
    """Something in the header that can do with less room."""

    def set_compact(self, compact: bool) -> None:
        """Say it shorter, or not at all."""


class PageHeader(QFrame):
    """Title, facts and actions. `ruled` draws the line below, for pages whose columns reach up to it."""

    def __init__(
        self, look: Look, title: str, detail: str = "", *, ruled: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Elided(title, "title")
        self._facts: list[QWidget] = []
        self._staying: list[QWidget] = []
        self._chips: list[QWidget] = []
        self._asides: list[QWidget] = []
        self._buttons: list[Button] = []
        self._narrow = False
        self._build()
        restyle(self, "page-head" if ruled else "page-head-plain")
        self.set_title(title)
        if detail:
            self.add_fact(detail)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces and whether one row must do."""
        self._look = look
        space = look.theme.space
        self._row.setContentsMargins(look.px(space.page), look.px(14), look.px(space.page), look.px(10))
        self._row.setSpacing(look.px(space.gap - 4))
        self._words.setSpacing(look.px(4))
        self._second.set_gaps(look.px(14), look.px(2))
        self._first.setSpacing(look.px(14))
        self._fit()

    def set_title(self, title: str) -> None:
        """Another title; it is also the accessible name of the header."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_lead(self, widget: QWidget) -> None:
        """Put something before the title: the way to other pages where there is no column of them."""
        self._row.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignTop)

    def add_fact(self, words: str | QWidget, *, stays: bool = False) -> QWidget:
        """Add a fact to the line below the title, where it may stay whatever the room; gives back its label."""
        fact = Elided(words, "secondary") if isinstance(words, str) else words
        self._facts.append(fact)
        if stays:
            self._staying.append(fact)
        self._place()
        return fact

    def add_chip(self, chip: QWidget) -> None:
        """Add a chip; it stays when there is room for one row only."""
        self._chips.append(chip)
        self._place()

    def clear_facts(self) -> None:
        """Take facts and chips away."""
        for widget in (*self._facts, *self._chips):
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._facts, self._chips, self._staying = [], [], []

    def add_aside(self, widget: QWidget) -> None:
        """Put something that is read (the balance, the time left) before the buttons."""
        self._asides.append(widget)
        self._row.insertWidget(self._row.count() - len(self._buttons), widget, 0, Qt.AlignmentFlag.AlignTop)

    def add_action(self, button: Button) -> None:
        """Put a button at the right end."""
        self._buttons.append(button)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        # What gives way when there is no room must not keep the window from being narrow.
        return QSize(self._look.px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._row, self._words = QHBoxLayout(self), QVBoxLayout()
        self._first, self._second = QHBoxLayout(), Flow()
        self._first.addWidget(self._title)
        self._first.addStretch(1)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._words.addLayout(self._first)
        self._words.addLayout(self._second)
        self._words.addStretch(1)
        self._row.addLayout(self._words, 1)

    def _fit(self) -> None:
        narrow = self.width() * 100 / self._look.scale < _ONE_ROW
        low = self.window().height() * 100 / self._look.scale < _LOW
        for fact in self._facts:
            fact.setVisible(not narrow or (fact in self._staying and not low))
        for part in (*self._asides, *self._buttons):
            if isinstance(part, Compactable):
                part.set_compact(narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    def _place(self) -> None:
        """Chips follow the title in one row, and lead the facts in two."""
        for part in (*self._chips, *self._facts):
            self._first.removeWidget(part)
            self._second.removeWidget(part)
        for number, chip in enumerate(self._chips):
            if self._narrow:
                self._first.insertWidget(1 + number, chip)
            else:
                self._second.addWidget(chip)
        for fact in self._facts:
            self._second.addWidget(fact)
