"""The band at the foot of the preview: the way out, what would change, and the one button that changes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from capture_app.services.merging import MergeReport
from capture_app.ui.style import Look
from capture_app.ui.widgets.action_bar import ActionBar
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.progress_line import ProgressLine
from capture_app.words import _, n_, number_words

_NARROW = 900


class MergeFoot(ActionBar):
    """While something runs its place is taken by how far it is.

    Signals:
        cancelled(): nothing is merged. merge_wanted(): back up and merge.
        stopped(): what runs should stop.
    """

    cancelled = Signal()
    merge_wanted = Signal()
    stopped = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        self._waiting: Prose | None = None
        super().__init__(look, parent=parent)
        self.cancel = Button(_("Cancel"), look)
        self.merge = Button(_("Back up and merge"), look, "primary", icon="git-merge")
        self._summary = Prose("", look, "secondary")
        waiting = self._waiting = Prose("", look, "secondary")
        self._progress = ProgressLine(look)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self._progress.setSizePolicy(policy)
        for widget in (self.cancel, self._summary, self._progress):
            self.add_left(widget)
        for widget in (waiting, self.merge):
            self.add_right(widget)
        self.cancel.clicked.connect(self.cancelled)
        self.merge.clicked.connect(self.merge_wanted)
        self._progress.cancelled.connect(self.stopped)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        super().set_look(look)
        self._fit()

    def show_report(self, report: MergeReport, waiting: int) -> None:
        """Say what would change, and how many conflicts would wait."""
        parts = [
            n_("record new or changed", "records new or changed", report.new),
            _("{touched} of {all} sessions touched").format(
                touched=len(report.touched), all=number_words(report.sessions)
            ),
            n_("{count} record erased", "{count} records erased", len(report.erased))
            if report.erased
            else _("no erasures"),
        ]
        self._summary.set_words(" · ".join(parts), lead=number_words(report.new))
        self.show_waiting(waiting)
        words = _("Back up, erase and merge") if report.erased else _("Back up and merge")
        self.merge.set_words(words)
        usable = any(not bundle.refused for bundle in report.bundles)
        self.merge.setEnabled(usable)
        self.merge.setToolTip("" if usable else _("None of these files can be taken in."))

    def show_waiting(self, waiting: int) -> None:
        """How many conflicts are left undecided."""
        words = n_(
            "{count} conflict will wait on this page", "{count} conflicts will wait on this page", waiting
        )
        if self._waiting is not None:
            self._waiting.set_words(words if waiting else "")

    def start(self, pattern: str) -> None:
        """Something runs now; `pattern` is a sentence with {count} and {total}."""
        self._set_busy(True)
        self._progress.start(pattern)

    def show_progress(self, count: int, total: int) -> None:
        """How far it is."""
        self._progress.show_progress(count, total)

    def finish(self) -> None:
        """It is over."""
        self._progress.finish()
        self._set_busy(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.cancel, self._summary, self.merge):
            widget.setVisible(not busy)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() * 100 / self._look.scale >= _NARROW
        if self._waiting is not None:
            self._waiting.setVisible(wide and self.merge.isVisibleTo(self))
