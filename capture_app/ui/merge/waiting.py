"""Before anything is dropped: where to drop it, the conflicts that wait, and which bundles were merged before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from capture_app.services.conflicts import ConflictView
from capture_app.services.merged_before import CameBack
from capture_app.ui.keys import KeyMap
from capture_app.ui.merge.came_card import CameCard
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
        self.came = CameCard(look)
        self.column.addWidget(self.came)
        self.column.addStretch(0)
        self._came: tuple[CameBack, ...] = ()
        self.show_waiting(())

    def show_came(self, came: Sequence[CameBack]) -> None:
        """Say which bundles were merged before; what is to be dropped next needs less room then."""
        if tuple(came) == self._came:
            return
        self._came = tuple(came)
        self.came.show_came(came)
        for place in (self.place, self.strip):
            place.show_count(len(came))
        self._share()

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
        self._share()

    def first(self) -> QWidget:
        """What one came to do: to settle what waits, or to add bundles."""
        if self.pane.views:
            return self.pane.list
        return self.strip.add if self._came else self.place.add

    def _share(self) -> None:
        views = bool(self.pane.views)
        self.pane.setVisible(views)
        self.strip.setVisible(views or bool(self._came))
        self.place.setVisible(not views and not self._came)
