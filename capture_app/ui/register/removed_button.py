"""The way to records that were removed: how many there are, and the history of each, from which it is brought back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from capture_app.services.naming import Choice
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.words import _


class RemovedButton(Button):
    """Stands there only while something was removed.

    Signals:
        chosen(str): what became of this record is wanted.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(_("Removed"), look, "quiet", size="row", icon="clock-counter-clockwise")
        self._removed: Sequence[Choice] = ()
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_removed(self, removed: Sequence[Choice]) -> None:
        """These were removed, by name."""
        self._removed = removed
        self.set_words(_("Removed: {count}").format(count=len(removed)))
        self.setVisible(bool(removed))

    def menu_of_removed(self) -> QMenu:
        """Each of them by name; choosing one leads to its history."""
        menu = QMenu(self)
        menu.setAccessibleName(_("What was removed"))
        for record, words in self._removed:
            menu.addAction(words.replace("&", "&&")).triggered.connect(partial(self.chosen.emit, record))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _on_clicked(self) -> None:
        self.menu_of_removed().popup(self.mapToGlobal(self.rect().topLeft()))
