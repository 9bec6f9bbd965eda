"""The places in a menu behind one button, for windows too narrow or text too large for a column of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from capture_app.ui.icons import icon
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.nav import Place
from capture_app.words import _


class NavMenu(Button):
    """Stands before the title (`PageHeader.set_lead`).

    Signals:
        chosen(str): the key of the place somebody wants to go to.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, places: Sequence[Place], *, parent: QWidget | None = None) -> None:
        super().__init__(_("Pages"), look, icon="list", parent=parent)
        self._actions: dict[Place, QAction] = {}
        self._menu = QMenu(self)
        self.set_compact(True)
        for place in places:
            action = self._menu.addAction(place.words)
            action.setCheckable(True)
            action.triggered.connect(partial(self._on_triggered, place.key))
            self._actions[place] = action
        self.clicked.connect(self._open)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        super().set_look(look)
        for place, action in self._actions.items():
            action.setIcon(icon(place.icon, look))

    def set_current(self, key: str) -> None:
        """Mark the page that is shown."""
        for place, action in self._actions.items():
            action.setChecked(place.key == key)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _on_triggered(self, key: str, _checked: bool) -> None:
        self.set_current(key)
        self.chosen.emit(key)
