"""One bundle: whose laptop, when it was made, what it brings, and what is wrong with it if anything is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.merging import BundleReport
from capture_app.ui.style import Look
from capture_app.ui.when import when
from capture_app.ui.widgets.chip import Chip
from capture_app.ui.widgets.figures import Figures
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.tag import Tag
from capture_app.words import _, n_


def owner_of(bundle: BundleReport) -> str:
    """ "Laptop A · Ines R."."""
    return " · ".join(part for part in (bundle.device, bundle.holder) if part)


def origin_of(bundle: BundleReport) -> str:
    """ "Session 4 · today, 12:16"."""
    made = when(bundle.made) if bundle.made else ""
    return " · ".join(part for part in (bundle.session, made) if part)


def warnings_of(bundle: BundleReport) -> Iterator[str]:
    """What a person should know before merging this, besides what is missing."""
    if bundle.clock_ahead:
        yield n_("Its clock was {count} hour ahead", "Its clock was {count} hours ahead", bundle.clock_ahead)
    if bundle.waiting:
        yield n_("{count} record waits for parts", "{count} records wait for parts", bundle.waiting)
    if bundle.set_aside:
        yield n_("{count} change is set aside", "{count} changes are set aside", bundle.set_aside)
    if bundle.emptied:
        yield n_("{count} erased change stays empty", "{count} erased changes stay empty", bundle.emptied)
    if bundle.erasures_refused:
        yield n_("{count} request to erase", "{count} requests to erase", bundle.erasures_refused)


class BundleCard(QFrame):
    """A bundle that is in order. `conflicts`: in how many conflicts a version of this laptop stands."""

    def __init__(
        self, look: Look, bundle: BundleReport, conflicts: int, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(f"{owner_of(bundle)}, {origin_of(bundle)}")
        self._column, self._head, self._words = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        self._build_head(look, bundle)
        counts = [
            (bundle.new, n_("new change", "new changes", bundle.new)),
            (bundle.known, _("already here")),
            (conflicts, _("conflict") if conflicts == 1 else _("conflicts")),
        ]
        self._column.addWidget(Figures(look, counts))
        for warning in warnings_of(bundle):
            self._column.addWidget(Tag(look, "warning", warning, "warn"))
        self._column.addStretch(1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._column.setContentsMargins(look.px(16), look.px(11), look.px(14), look.px(9))
        self._column.setSpacing(look.px(6))
        self._head.setSpacing(look.px(9))

    def _build_head(self, look: Look, bundle: BundleReport) -> None:
        top = Qt.AlignmentFlag.AlignVCenter
        self._words.setSpacing(0)
        self._words.addWidget(Prose(owner_of(bundle), look, "strong"))
        self._words.addWidget(Prose(origin_of(bundle), look, "secondary"))
        self._head.addWidget(Icon("laptop", look, "accent", 22), 0, top)
        self._head.addLayout(self._words, 1)
        self._head.addWidget(self._chip(look, bundle), 0, top)
        self._column.addLayout(self._head)

    def _chip(self, look: Look, bundle: BundleReport) -> Chip:
        if bundle.missing:
            words = n_("{count} change missing", "{count} changes missing", bundle.missing)
            chip = Chip(words, look, "warn", icon="warning")
            chip.setToolTip(_("Changes made on this laptop that are neither in the bundle nor here."))
            return chip
        chip = Chip(_("Known laptop"), look, "good", icon="shield-check")
        chip.setToolTip(_("Signed with the key of a session pack made here."))
        return chip
