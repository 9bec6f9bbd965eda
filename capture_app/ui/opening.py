"""The ways in: a workspace with its passphrase, a session pack, a new consultation, the example.

Each asks what it needs, works in the lanes, and ends with an open workspace or a sentence in its dialog.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from capture_app.sealing import Passphrase, WayIn
from capture_app.ui.app import Preferences
from capture_app.ui.dialogs.question import Question
from capture_app.ui.fresh_packs import FreshPacks
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import Problems, sentence_of

if TYPE_CHECKING:
    from capture_app.services.entering import Entered, Planned
    from capture_app.services.known_packs import PackHere
    from capture_app.services.replying import FreshPack
    from capture_app.ui.dialogs.example_dialog import Example, Make
    from capture_app.ui.dialogs.new_workspace_dialog import Plan
    from capture_app.ui.dialogs.open_pack_dialog import PackOpening


class Opening(QObject):
    """Signals:
    entered(Entered): a workspace is open, in the store lane.

    `fresh` takes in packs for a workspace that is there already.
    """

    entered = Signal(object)

    def __init__(
        self, window: QWidget, jobs: Jobs, preferences: Preferences, problems: Problems, example: Example
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._preferences = window, jobs, preferences
        self._problems, self._example = problems, example
        self.fresh = FreshPacks(window, jobs, preferences)
        self.dialog: Question | None = None

    def open_workspace(self, path: Path, way_in: WayIn | None = None) -> None:
        """Open a workspace; its passphrase is asked for unless `way_in` is given or it has none."""
        if way_in is not None:
            self._enter(path, way_in)
            return
        self._jobs.read(partial(_needs_key, path), partial(self._ask_or_enter, path), self)

    def open_pack(self, pack: Path) -> None:
        """Make this laptop ready from a session pack, or lead to the workspace that was made of it before."""
        from capture_app.ui.dialogs.open_pack_dialog import proposed_for

        known = self._preferences.settings
        job = partial(_look_for_workspace, pack, proposed_for(pack), known.packs, known.recent)
        self._jobs.read(job, partial(self._ask_pack, pack), self)

    def plan(self) -> None:
        """Make a lead's workspace for a new consultation."""
        from capture_app.ui.dialogs.new_workspace_dialog import NewWorkspaceDialog

        dialog = NewWorkspaceDialog(self._preferences.look, parent=self._window)
        dialog.given.connect(self._plan)
        self._show(dialog)

    def try_example(self, *, as_scribe: bool = False) -> None:
        """Make the example for practice, and open its lead's workspace or a scribe's."""
        from capture_app.ui.dialogs.example_dialog import ExampleDialog

        make = self._example.scribe if as_scribe else self._example.lead
        words = self._example.passphrase()
        dialog = ExampleDialog(self._preferences.look, words, as_scribe=as_scribe, parent=self._window)
        dialog.given.connect(partial(self._make_example, make, dialog.told.emit))
        self._show(dialog)

    def _ask_pack(self, pack: Path, here: PackHere) -> None:
        if here.workspace is None:
            self._ask_new(pack, here)
            return
        from capture_app.ui.dialogs.known_pack_dialog import KnownPackDialog

        look, made = self._preferences.look, here.workspace
        dialog = KnownPackDialog(look, pack, made, certain=here.certain, parent=self._window)
        dialog.answered.connect(partial(self._instead, partial(self.open_workspace, made)))
        dialog.second_wanted.connect(partial(self._instead, partial(self._ask_new, pack, here, second=True)))
        self._show(dialog)

    def _ask_new(self, pack: Path, here: PackHere, *, second: bool = False) -> None:
        from capture_app.ui.dialogs.open_pack_dialog import OpenPackDialog

        dialog = OpenPackDialog(self._preferences.look, pack, here.free, second=second, parent=self._window)
        dialog.given.connect(partial(self._enter_pack, here.mark))
        self._show(dialog)

    def _instead(self, ask: Callable[[], None]) -> None:
        self._close_dialog()
        ask()

    def _ask_or_enter(self, path: Path, needs_key: bool) -> None:
        if not needs_key:
            self._enter(path, None)
            return
        from capture_app.ui.dialogs.passphrase_dialog import PassphraseDialog

        dialog = PassphraseDialog(self._preferences.look, path.stem, parent=self._window)
        dialog.given.connect(partial(self._enter, path))
        self._show(dialog)

    def _enter(self, path: Path, way_in: WayIn | None) -> None:
        self._jobs.read(partial(_enter, path, way_in), self._is_open, self, on_error=self._refused)

    def _enter_pack(self, mark: str, opening: PackOpening) -> None:
        then = partial(self._has_opened, mark)
        self._jobs.read(partial(_enter_pack, opening), then, self, on_error=self._refused)

    def _has_opened(self, mark: str, found: Entered | FreshPack) -> None:
        from capture_app.services.entering import Entered

        if isinstance(found, Entered):
            self._preferences.opened_pack(mark, found.workspace.path)
            self._is_open(found)
        else:
            self._close_dialog()
            self.fresh.choose_workspace(found)

    def _plan(self, plan: Plan) -> None:
        self._jobs.read(partial(_plan, plan), self._is_planned, self, on_error=self._refused)

    def _make_example(self, make: Make, tell: Callable[[str], None], folder: Path, passphrase: str) -> None:
        self._jobs.files(
            partial(make, folder, passphrase, tell),
            lambda lead: self._enter(lead, Passphrase(passphrase)),
            self,
            on_error=self._refused,
        )

    def _is_planned(self, planned: Planned) -> None:
        if not planned.recovery_key:
            self._is_open(planned.entered)
            return
        from capture_app.ui.dialogs.recovery_key_dialog import RecoveryKeyDialog

        self._close_dialog()
        dialog = RecoveryKeyDialog(
            self._preferences.look,
            planned.recovery_key,
            self._jobs,
            planned.entered.workspace.path,
            title=planned.entered.about.title,
            parent=self._window,
        )
        dialog.answered.connect(partial(self._is_open, planned.entered))
        self._show(dialog)

    def _is_open(self, entered: Entered) -> None:
        self._close_dialog()
        self.entered.emit(entered)

    def _refused(self, error: BaseException) -> None:
        if self.dialog is None:
            self._problems.show(error)
        else:
            self.dialog.refuse(sentence_of(error))

    def _show(self, dialog: Question) -> None:
        self.dialog = dialog
        dialog.rejected.connect(self._close_dialog)
        dialog.open()

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            dialog, self.dialog = self.dialog, None
            dialog.rest()
            dialog.hide()
            dialog.deleteLater()


# What runs in a lane imports the services there: the window stands before SQLAlchemy is loaded.


def _needs_key(path: Path) -> bool:
    from capture_app.services.workspaces import needs_key

    return needs_key(path)


def _look_for_workspace(
    pack: Path, proposed: Path, packs: Mapping[str, Path], recent: Sequence[Path]
) -> PackHere:
    from capture_app.services.known_packs import look_for_workspace

    return look_for_workspace(pack, proposed, packs, recent)


def _enter(path: Path, way_in: WayIn | None) -> Entered:
    from capture_app.services.entering import enter

    return enter(path, way_in)


def _enter_pack(opening: PackOpening) -> Entered | FreshPack:
    from capture_app.services.entering import enter_pack

    return enter_pack(opening.pack, opening.way_in, opening.workspace, opening.passphrase)


def _plan(plan: Plan) -> Planned:
    from capture_app.services.entering import plan as make

    return make(plan.path, plan.title, plan.stage, plan.passphrase)
