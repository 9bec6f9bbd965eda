"""All bundles that were dropped: cards beside each other, then those that need a passphrase or were refused."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from capture_app.sealing import Passphrase, WayIn
from capture_app.services.merging import BundleReport, MergeReport
from capture_app.ui.merge.bundle_card import BundleCard
from capture_app.ui.merge.locked_bundle import LockedBundle
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner

_NARROWEST, _ABREAST = 300, 3


class BundleCards(QWidget):
    """Made anew for every report. `locked` are those that ask for a passphrase.

    Signals:
        passphrase_tried(Path, Passphrase): for the bundle in this file.
    """

    passphrase_tried = Signal(object, object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.locked: list[LockedBundle] = []
        self._cards: list[BundleCard] = []
        self._others: list[QWidget] = []
        self._column, self._grid = QVBoxLayout(self), QGridLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._grid)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._grid.setSpacing(look.px(look.theme.space.gap))
        self._column.setSpacing(look.px(look.theme.space.gap))
        self._arrange()

    def show_report(self, report: MergeReport, ways: Mapping[Path, WayIn]) -> None:
        """Show what each file is; `ways` are the passphrases that were tried."""
        self._clear()
        for bundle in report.bundles:
            if bundle.locked:
                self._add_locked(bundle, bundle.path in ways)
            elif bundle.refused:
                self._others.append(Banner(self._look, "bad", bundle.path.name, bundle.refused))
            else:
                self._cards.append(BundleCard(self._look, bundle, conflicts_of(bundle, report)))
        for widget in self._others:
            self._column.addWidget(widget)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _add_locked(self, bundle: BundleReport, tried: bool) -> None:
        locked = LockedBundle(self._look, bundle.path.name, bundle.refused if tried else "")
        locked.tried.connect(partial(self._on_tried, bundle.path))
        self.locked.append(locked)
        self._others.append(locked)

    def _on_tried(self, path: Path, passphrase: Passphrase) -> None:
        self.passphrase_tried.emit(path, passphrase)

    def _clear(self) -> None:
        for widget in (*self._cards, *self._others):
            widget.hide()
            widget.deleteLater()
        self._cards, self._others, self.locked = [], [], []

    def _arrange(self) -> None:
        """As many abreast as can be read; a last row that is not full keeps the width of the others."""
        room = self.width() // self._look.px(_NARROWEST)
        abreast = max(1, min(_ABREAST, room, len(self._cards)))
        for place, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, place // abreast, place % abreast)
        for column in range(_ABREAST):
            self._grid.setColumnStretch(column, 1 if column < abreast else 0)


def conflicts_of(bundle: BundleReport, report: MergeReport) -> int:
    """In how many conflicts a version of this laptop stands, whichever bundle came first."""
    return sum(any(version.device == bundle.device for version in view.versions) for view in report.conflicts)
