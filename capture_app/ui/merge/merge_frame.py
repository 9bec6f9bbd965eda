"""What the merge page is made of, and which part of it is seen; it knows nothing of workspaces."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from capture_app.sealing import WayIn
from capture_app.services.merging import Merged, MergeReport
from capture_app.ui.keys import KeyMap
from capture_app.ui.merge.merge_foot import MergeFoot
from capture_app.ui.merge.preview import PreviewView
from capture_app.ui.merge.receipt import Receipt
from capture_app.ui.merge.waiting import WaitingView
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Elided
from capture_app.words import _, n_


class Stage(Enum):
    """How far one is: nothing dropped (conflicts may wait), the preview, the receipt."""

    WAITING = "waiting"
    PREVIEW = "preview"
    RECEIPT = "receipt"


class MergeFrame(QWidget):
    """Header, one of three views, and the foot. `report` is the preview that is shown, if one is."""

    def __init__(self, look: Look, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = Stage.WAITING
        self.merging = False
        self.report: MergeReport | None = None
        self.waiting, self.preview = WaitingView(look, keys), PreviewView(look, keys)
        self.receipt, self.foot = Receipt(look), MergeFoot(look)
        self.preview.pane.changed.connect(lambda: self.foot.show_waiting(self.preview.pane.waiting()))
        self._views: dict[Stage, QWidget] = {
            Stage.WAITING: self.waiting,
            Stage.PREVIEW: self.preview,
            Stage.RECEIPT: self.receipt,
        }
        self._build(look)
        self.set_look(look)
        self.show_stage(Stage.WAITING)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        page = look.px(look.theme.space.page)
        self._trouble_row.setContentsMargins(page, 0, page, 0)

    def set_letter_keys(self, on: bool) -> None:
        """Whether single letters act in the lists of conflicts (WCAG 2.1.4)."""
        for pane in (self.preview.pane, self.waiting.pane):
            pane.letter_keys = on

    def show_stage(self, stage: Stage) -> None:
        """Go to one of the three."""
        self.stage = stage
        self._stack.setCurrentWidget(self._views[stage])
        self.foot.setVisible(stage is Stage.PREVIEW)
        self.name_stage()

    def take_focus(self) -> None:
        """Put the keyboard where the work is, if the page is seen."""
        if self.isVisible():
            self.focus_first()

    def focus_first(self) -> None:
        """Go to what one came for."""
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> QWidget:
        """What one came to do: the focus goes there when the page is opened."""
        waiting, preview = self.waiting, self.preview
        match self.stage:
            case Stage.WAITING:
                return waiting.first()
            case Stage.PREVIEW:
                if preview.pane.views:
                    return preview.pane.list
                return self.foot.merge if self.foot.merge.isEnabled() else self.add_button
            case Stage.RECEIPT:
                return self.receipt.settle if self.receipt.waiting else self.receipt.more

    def show_report(self, report: MergeReport, ways: Mapping[Path, WayIn]) -> None:
        """The preview."""
        self.report = report
        self.preview.show_report(report, ways)
        self.foot.show_report(report, self.preview.pane.waiting())
        self.show_stage(Stage.PREVIEW)
        self.take_focus()

    def show_merged(self, merged: Merged) -> None:
        """The receipt."""
        self._merged = sum(not bundle.refused for bundle in merged.report.bundles)
        self.receipt.show_merged(merged)
        self.show_stage(Stage.RECEIPT)
        self.take_focus()

    def show_trouble(self, sentence: str) -> None:
        """What went wrong, over the page; nothing for an empty sentence."""
        self._trouble.setVisible(bool(sentence))
        if sentence:
            self._trouble.show_message("bad", sentence)
            announce(self, sentence, assertive=True)

    def start_work(self, pattern: str) -> None:
        """Something runs; `pattern` is a sentence with {count} and {total}."""
        self.foot.show()
        self.foot.start(pattern)

    def finish_work(self) -> None:
        """It is over."""
        self.foot.finish()
        self.foot.setVisible(self.stage is Stage.PREVIEW)

    def set_merging(self, merging: bool) -> None:
        """While the merge runs nothing else can be decided."""
        self.merging = merging
        self._stack.setEnabled(not merging)
        self.add_button.setEnabled(not merging)

    def name_stage(self) -> None:
        """Say in the header what is seen."""
        title, fact = self._words()
        self.header.set_title(title)
        self._fact.setText(fact)

    def _words(self) -> tuple[str, str]:
        match self.stage:
            case Stage.PREVIEW:
                bundles = self.report.bundles if self.report else ()
                if all(bundle.refused for bundle in bundles):
                    return _("Nothing to merge yet"), _("Nothing was taken in, and nothing has changed.")
                count = len(bundles)
                title = n_("Merge preview · {count} bundle", "Merge preview · {count} bundles", count)
                return title, _("Nothing has changed yet. A checked backup is made before the merge.")
            case Stage.RECEIPT:
                title = n_("Merged · {count} bundle", "Merged · {count} bundles", self._merged)
                if self.receipt.waiting:
                    return title, _("Conflicts that were not decided wait on this page.")
                return title, _("All that was taken in is in this workspace now.")
            case Stage.WAITING:
                return self._waiting_words()

    def _waiting_words(self) -> tuple[str, str]:
        pane = self.waiting.pane
        if not pane.views:
            return _("Bundles"), _("What the laptops bring back. Nothing changes before you have seen it.")
        waiting = pane.waiting()
        title = n_("Bundles · {count} conflict waits", "Bundles · {count} conflicts wait", waiting)
        if not waiting:
            title = _("Bundles · every conflict is settled")
        return title, _("Each choice is kept at once; all versions stay in the history.")

    def _build(self, look: Look) -> None:
        self._merged = 0
        self.header = PageHeader(look, _("Bundles"))
        self.add_button = Button(_("Add bundles"), look, icon="plus")
        self._fact = Elided("", "secondary")
        self.header.add_action(self.add_button)
        self.header.add_fact(self._fact)
        self._trouble = Banner(look, "bad", "")
        self._trouble.hide()
        self._trouble_row = QVBoxLayout()
        self._trouble_row.addWidget(self._trouble)
        self._stack = QStackedWidget()
        for view in self._views.values():
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._trouble_row)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
