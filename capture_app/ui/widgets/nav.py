"""What the side navigation and the rail share: places, one Tab stop, arrows between, counters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.words import _

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Place:
    """A page one can go to: its key in code, its words, its icon."""

    key: str
    words: str
    icon: str


class NavItem(QAbstractButton):
    """One place, painted by a subclass. `checked` is the page shown."""

    def __init__(self, place: Place, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place, self._look = place, look
        self.count = 0
        self.warns = False
        self.icons_only = False
        self.setCheckable(True)
        self.setText(place.words)
        self.setAccessibleName(place.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def set_count(self, count: int, *, warns: bool) -> None:
        """Show how many wait there; 0 shows nothing."""
        self.count, self.warns = count, warns
        waiting = _("{place}, {count} waiting") if warns else _("{place}, {count}")
        self.setAccessibleName(
            waiting.format(place=self.place.words, count=count) if count else self.place.words
        )
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A button would pass the focus on in its own way; the column it stands in knows better.
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """A place is left by going to another, never by pressing it again."""
        self.setChecked(True)


class Navigation(QFrame):
    """A column of places; one Tab stop, arrows move inside, Enter or Space goes.

    Signals:
        chosen(str): the key of the place somebody wants to go to.
    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        item: type[NavItem],
        places: Sequence[Place],
        foot: Sequence[Place],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAccessibleName(_("Pages"))
        self._items = [item(place, look) for place in (*places, *foot)]
        self._column = QVBoxLayout(self)
        for number, entry in enumerate(self._items):
            if number == len(places):
                self._column.addStretch(1)
            self._column.addWidget(entry)
            entry.clicked.connect(self._on_clicked)
        if not foot:
            self._column.addStretch(1)
        self._one_tab_stop()

    def set_current(self, key: str) -> None:
        """Mark the page that is shown."""
        for entry in self._items:
            entry.setChecked(entry.place.key == key)
        self._one_tab_stop()

    def set_icons_only(self, icons_only: bool) -> None:
        """Show icons alone, named by their tooltips, where the window is narrow."""
        for entry in self._items:
            entry.icons_only = icons_only
            entry.setToolTip(entry.place.words if icons_only else "")
            entry.updateGeometry()
            entry.update()

    def set_counter(self, key: str, count: int, *, warns: bool = False) -> None:
        """Show a number beside a place; `warns` for what somebody must look at."""
        for entry in self._items:
            if entry.place.key == key:
                entry.set_count(count, warns=warns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        held = next((i for i, entry in enumerate(self._items) if entry.hasFocus()), None)
        if step is None or held is None:
            super().keyPressEvent(event)
            return
        goal = max(0, min(len(self._items) - 1, held + step))
        self._items[goal].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        clicked = next(entry for entry in self._items if entry is self.sender())
        self.set_current(clicked.place.key)
        self.chosen.emit(clicked.place.key)

    def _one_tab_stop(self) -> None:
        stop = next((entry for entry in self._items if entry.isChecked()), self._items[0])
        for entry in self._items:
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry is stop else Qt.FocusPolicy.ClickFocus)
