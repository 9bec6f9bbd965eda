"""The lead's bundles: what they would change, conflicts side by side, then backup, merge and receipt.

Nothing changes before "Back up and merge". Conflicts left undecided wait here and can be settled later.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.errors import Cancelled, CaptureError
from capture_app.sealing import Passphrase, WayIn
from capture_app.services.conflicts import ConflictView, conflicts, settle
from capture_app.services.merged_before import CameBack, merged_before
from capture_app.services.merging import Merged, MergeReport, merge, preview_merge
from capture_app.services.noting import Noted, noting
from capture_app.services.workspaces import Workspace
from capture_app.ui.jobs import Jobs, Steps
from capture_app.ui.keys import KeyMap
from capture_app.ui.merge.decisions import Decision, Place, Settled, place_of, shown_now
from capture_app.ui.merge.dropping import choose_bundles, files_in, show_folder_of
from capture_app.ui.merge.merge_frame import MergeFrame, Stage
from capture_app.ui.style import Look
from capture_app.ui.undo_steps import Act, UndoSteps
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _

__all__ = ["MergePage", "Stage"]


class MergePage(MergeFrame):
    """Everything right of the lead's navigation.

    Signals:
        saved(datetime): a merge or a settled conflict is on the disk.
        failed(str): it is not, and why; the page shows the sentence itself.
        synthesis_wanted(str): what came of this session should be read.
    """

    saved = Signal(object)
    failed = Signal(str)
    synthesis_wanted = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        look: Look,
        parent: QWidget | None = None,
        *,
        keys: KeyMap | None = None,
    ) -> None:
        super().__init__(look, keys or KeyMap(), parent)
        self._workspace, self._jobs = workspace, jobs
        self._paths: list[Path] = []
        self._ways: dict[Path, WayIn] = {}
        self._steps: Steps | None = None
        self._stale = False
        self._settled: dict[Place, Decision] = {}
        self.toast = Toast(self, look, above=16)
        self.steps = UndoSteps(self.waiting, workspace, jobs, self.toast, self._tell)
        self.steps.listen(keys or KeyMap())
        self._connect()
        self._read_waiting()

    def add_bundles(self, paths: Sequence[Path]) -> None:
        """Look at these files too; nothing is changed. After a receipt a new list begins."""
        if self.merging:
            return  # what is being merged is no longer to be changed
        if self.stage is Stage.RECEIPT:
            self._forget()
        fresh = [path for path in dict.fromkeys(paths) if path not in self._paths]
        if fresh:
            self._paths += fresh
            self._check()

    def merge(self) -> None:
        """Back up and merge what was looked at."""
        steps = self._begin()
        decided = dict(self.preview.pane.decisions.values())
        job = partial(merge, self._workspace, tuple(self._paths), dict(self._ways), decided, steps)
        self.set_merging(True)
        self._jobs.write(job, self._on_merged, self, self, on_error=partial(self._on_not_merged, steps))

    def cancel(self) -> None:
        """Merge nothing and forget the files."""
        self._forget()
        self.show_stage(Stage.WAITING)
        self._read_waiting(and_go_there=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_bundles(files_in(event.mimeData()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._look_again()

    def _connect(self) -> None:
        self.setAcceptDrops(True)
        for button in (self.add_button, self.waiting.place.add, self.waiting.strip.add):
            button.clicked.connect(self._choose)
        self.receipt.more_wanted.connect(self._choose)
        self.receipt.settle_wanted.connect(self.cancel)
        self.receipt.synthesis_wanted.connect(self.synthesis_wanted)
        self.receipt.backup_wanted.connect(show_folder_of)
        self.preview.cards.passphrase_tried.connect(self._on_passphrase)
        self.waiting.pane.decided.connect(self._on_settled)
        self.foot.cancelled.connect(self.cancel)
        self.foot.merge_wanted.connect(self.merge)
        self.foot.stopped.connect(self._on_stop)
        self.steps.undone.connect(partial(self._show_decided, again=False))
        self.steps.redone.connect(partial(self._show_decided, again=True))
        self._jobs.changed.connect(self._on_changed)

    def _choose(self) -> None:
        choose_bundles(self, self.add_bundles)

    def _forget(self) -> None:
        self._on_stop()
        self._steps = None
        self._paths, self._ways, self.report = [], {}, None
        self.show_trouble("")
        self.preview.pane.show_conflicts(())
        self.waiting.show_conflicts(())

    def _begin(self) -> Steps:
        self._on_stop()
        self.show_trouble("")
        self._steps = self._jobs.steps(self.foot.show_progress, self)
        self.start_work(_("Checking {count} of {total} bundles"))
        return self._steps

    def _check(self) -> None:
        """Look at all files together: what one changes may depend on the others."""
        steps = self._begin()
        job = partial(preview_merge, self._workspace, tuple(self._paths), dict(self._ways), steps)
        deliver = partial(self._on_report, steps)
        self._jobs.read(job, deliver, self, on_error=partial(self._on_error, steps))

    def _read_waiting(self, *, and_go_there: bool = False) -> None:
        self._stale = False
        self._jobs.read(
            partial(_waiting, self._workspace),
            partial(self._on_waiting, and_go_there),
            self,
            on_error=self._tell,
        )

    def _on_waiting(self, go_there: bool, found: _Waiting) -> None:
        self.waiting.show_came(found.came)
        self.waiting.show_waiting(found.conflicts)
        if self.stage is Stage.WAITING:
            self.show_stage(Stage.WAITING)
            if go_there:
                self.take_focus()

    def _on_report(self, steps: Steps, report: MergeReport) -> None:
        if steps is not self._steps:
            return  # other files have been added since
        self._stale = False
        self.finish_work()
        self.show_report(report, self._ways)
        announce(self, self.header.accessibleName())

    def _on_merged(self, merged: Merged) -> None:
        self.set_merging(False)
        self.finish_work()
        self._forget()
        self.show_merged(merged)
        self.saved.emit(datetime.now().astimezone())
        announce(self, self.header.accessibleName())

    def _on_error(self, steps: Steps, error: BaseException) -> None:
        """Back to what was looked at before; files that could not be looked at are forgotten."""
        if steps is not self._steps:
            return
        self.set_merging(False)
        self.finish_work()
        self._paths = [bundle.path for bundle in self.report.bundles] if self.report else []
        self._tell(error)

    def _on_not_merged(self, steps: Steps, error: BaseException) -> None:
        self._on_error(steps, error)
        if isinstance(error, CaptureError) and not isinstance(error, Cancelled):
            self.failed.emit(error.sentence)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, CaptureError):
            raise error
        self.show_trouble(error.sentence)

    def _on_stop(self) -> None:
        if self._steps is not None:
            self._steps.cancel()

    def _on_passphrase(self, path: Path, passphrase: Passphrase) -> None:
        self._ways[path] = passphrase
        self._check()

    def _on_settled(self, view: ConflictView, decision: Decision) -> None:
        self.name_stage()
        job = partial(noting, self._workspace, partial(settle, self._workspace, view, decision.value))
        settled = Settled(view, self._settled.get(place_of(view)) or shown_now(view), decision)
        self._settled[place_of(view)] = decision
        deliver = partial(self._on_kept, settled)
        self._jobs.write(job, deliver, self, self, on_error=partial(self._on_not_kept, view))

    def _on_kept(self, settled: Settled, noted: Noted[None]) -> None:
        self.show_trouble("")
        self.steps.note(_("Settled: {place}.").format(place=settled.view.place), noted.steps, settled)
        self.saved.emit(datetime.now().astimezone())

    def _show_decided(self, act: Act, *, again: bool) -> None:
        """What stands after an undo is a decision too: it can be taken otherwise, and no version is lost."""
        if isinstance(act.about, Settled):
            decision = act.about.after if again else act.about.before
            self._settled[place_of(act.about.view)] = decision
            self.waiting.pane.decisions.decide(act.about.view, decision)
            self.waiting.show_conflicts(self.waiting.pane.views)
            self.saved.emit(datetime.now().astimezone())

    def _on_not_kept(self, view: ConflictView, error: BaseException) -> None:
        self.waiting.pane.decisions.take_back(view)
        self.waiting.show_conflicts(self.waiting.pane.views)
        self.name_stage()
        self._tell(error)
        if isinstance(error, CaptureError):
            self.failed.emit(error.sentence)

    def _on_changed(self, _changes: Changes, initiator: object) -> None:
        self._stale = initiator is not self
        if self._stale and self.isVisible():
            self._look_again()

    def _look_again(self) -> None:
        if self.stage is Stage.PREVIEW:
            self._check()
        elif self.stage is Stage.WAITING:
            self._read_waiting()


class _Waiting(NamedTuple):
    """What waits for a person, and which bundles were merged before."""

    conflicts: tuple[ConflictView, ...]
    came: tuple[CameBack, ...]


def _waiting(workspace: Workspace) -> _Waiting:
    return _Waiting(tuple(conflicts(workspace)), merged_before(workspace))
