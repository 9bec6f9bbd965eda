"""Before anything is dropped: where to drop it, and the conflicts that wait from earlier merges."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from capture_app.services.conflicts import ConflictView
from capture_app.ui.keys import KeyMap
from capture_app.ui.merge.conflict_pane import ConflictPane
from capture_app.ui.merge.decisions import place_of
from capture_app.ui.merge.dropping import DropPlace
from capture_app.ui.style import Look
from capture_app.ui.synthesis.page_column import PageColumn


class WaitingView(PageColumn):
    """`pane` keeps every choice at once; a conflict settled stays in sight, so that it can be settled otherwise."""

    def __init__(self, look: Look, keys: KeyMap, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.place, self.strip = DropPlace(look), DropPlace(look, low=True)
        self.pane = ConflictPane(look, keys, keeps_at_once=True)
        self.column.addWidget(self.strip)
        self.column.addWidget(self.place, 1)
        self.column.addWidget(self.pane, 1)
        self.show_waiting(())

    def show_waiting(self, found: tuple[ConflictView, ...]) -> None:
        """Show what waits, after what was settled here since one came."""
        waiting = {place_of(view) for view in found}
        for view in self.pane.views:
            if place_of(view) in waiting:
                self.pane.decisions.take_back(view)
        settled = tuple(view for view in self.pane.views if self.pane.decisions.of(view) is not None)
        self.show_conflicts((*settled, *found))

    def show_conflicts(self, views: tuple[ConflictView, ...]) -> None:
        """Show these."""
        self.pane.show_conflicts(views)
        self.pane.setVisible(bool(views))
        self.strip.setVisible(bool(views))
        self.place.setVisible(not views)
