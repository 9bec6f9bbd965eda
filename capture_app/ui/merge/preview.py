"""What a merge would do: the bundles as cards, erasures by name, and the conflicts side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from capture_app.sealing import WayIn
from capture_app.services.merging import BundleReport, MergeReport
from capture_app.services.workspaces_of_a_laptop import apart_words
from capture_app.ui.keys import KeyMap
from capture_app.ui.merge.bundle_cards import BundleCards
from capture_app.ui.merge.conflict_pane import ConflictPane
from capture_app.ui.style import Look
from capture_app.ui.synthesis.page_column import PageColumn
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.words import _, n_

_NAMED = 6
"""How many places are named; the rest is counted."""


class PreviewView(PageColumn):
    """`pane` holds the decisions, `cards` says which passphrases were tried."""

    def __init__(self, look: Look, keys: KeyMap, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.cards = BundleCards(look)
        self._erasures = Banner(look, "bad", "", icon="warning-octagon")
        self._apart = Banner(look, "warn", "")
        self.pane = ConflictPane(look, keys)
        self._agreed = Card(look)
        words = _("No conflicts. Nothing was written differently on two laptops.")
        self._agreed.add(EmptyState(look, "check-circle", words), 1)
        for widget in (self.cards, self._apart, self._erasures):
            self.column.addWidget(widget)
        self.column.addWidget(self.pane, 1)
        self.column.addWidget(self._agreed, 1)
        self._nothing = QWidget()
        self.column.addWidget(self._nothing, 1)

    def show_report(self, report: MergeReport, ways: Mapping[Path, WayIn]) -> None:
        """Show what would happen; decisions about conflicts that are still there stay."""
        self.cards.show_report(report, ways)
        self.pane.show_conflicts(report.conflicts)
        readable = any(not bundle.refused for bundle in report.bundles)
        self.pane.setVisible(bool(report.conflicts))
        self._agreed.setVisible(readable and not report.conflicts)
        self._nothing.setVisible(not readable)
        self._show_apart([bundle for bundle in report.bundles if bundle.apart])
        self._erasures.setVisible(bool(report.erased))
        if report.erased:
            self._show_erasures(report.erased)

    def _show_apart(self, bundles: Sequence[BundleReport]) -> None:
        """Laptops that wrote in several workspaces: nothing is lost, but somebody may look for their words."""
        self._apart.setVisible(bool(bundles))
        if bundles:
            names = ", ".join(dict.fromkeys(bundle.device for bundle in bundles))
            sentence = _("What came from {laptop} was written in more than one workspace").format(
                laptop=names
            )
            self._apart.show_message(
                "warn", sentence, apart_words(one for bundle in bundles for one in bundle.hand_overs)
            )

    def _show_erasures(self, places: tuple[str, ...]) -> None:
        sentence = n_("This merge erases {count} record", "This merge erases {count} records", len(places))
        named, rest = "; ".join(places[:_NAMED]), len(places) - _NAMED
        more = n_(" and {count} more", " and {count} more", rest) if rest > 0 else ""
        words = _("The project lead has erased this elsewhere: {places}. The words cannot be brought back.")
        self._erasures.show_message(
            "bad", sentence, words.format(places=named + more), icon="warning-octagon"
        )
