"""How a fresh pack comes to the workspace that is on this laptop already: looked at, agreed to, merged into it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from capture_app.ui.app import Preferences
from capture_app.ui.choosing import WORKSPACE, choose_file, own_folder
from capture_app.ui.dialogs.passphrase_field import PassphraseField
from capture_app.ui.dialogs.path_field import PathField
from capture_app.ui.dialogs.take_in_dialog import TakeInDialog
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.sealing import WayIn
    from capture_app.services.done import Done
    from capture_app.services.entering import Entered
    from capture_app.services.replying import Brought, FreshPack
    from capture_app.services.workspaces import Workspace


class FreshPacks(QObject):
    """One at a time; `dialog` is the one that is open, or None.

    Signals:
    entered(Entered, str): it was taken in; the workspace is open, and this is what came, in a sentence.
    first_pack(Path): the file is no fresh pack but a session pack that makes a laptop.
    """

    entered = Signal(object, str)
    first_pack = Signal(object)

    def __init__(self, window: QWidget, jobs: Jobs, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._jobs, self._preferences = window, jobs, preferences
        self.dialog: TakeInDialog | None = None
        self._pack: FreshPack | None = None
        self._workspace: Workspace | None = None
        self._opened_here = False

    def open_here(self, file: Path, workspace: Workspace) -> None:
        """Take a pack into the workspace that is open in the window."""
        self._workspace, self._opened_here = workspace, False
        field = PassphraseField(
            self._preferences.look,
            _("Passphrase of the pack"),
            _("Your project lead gave it to you apart from the file."),
        )
        question = _("What is the passphrase of the session pack ‘{file}’?").format(file=file.stem)
        self._show(TakeInDialog(self._preferences.look, question, field, parent=self._window))
        if self.dialog is not None:
            self.dialog.looked.connect(lambda: self._read(file, field.way_in()))
        field.editor.setFocus()

    def choose_workspace(self, pack: FreshPack) -> None:
        """Ask which workspace a pack that has been read is for."""
        self._pack, look = pack, self._preferences.look
        label = pack.pack.label if pack.pack else ""
        place = PathField(look, _("Workspace of this laptop"), self._proposed(), self._choose)
        field = PassphraseField(
            look, _("Passphrase of the workspace"), _("Forgotten it? Type or paste the recovery key instead.")
        )
        question = _("Which workspace does the new pack for {laptop} go into?").format(laptop=label)
        self._show(TakeInDialog(look, question, place, field, parent=self._window))
        if self.dialog is not None:
            self.dialog.looked.connect(lambda: self._open(place.path(), field.way_in()))

    def _read(self, file: Path, way_in: WayIn | None) -> None:
        self._jobs.files(
            partial(_read_pack, file, way_in), partial(self._on_read, file), self, on_error=self._refused
        )

    def _on_read(self, file: Path, pack: FreshPack) -> None:
        if not pack.fresh:
            self._close()
            self.first_pack.emit(file)
        elif self._workspace is not None:
            self._pack = pack
            job = partial(_foresee, self._workspace, pack)
            self._jobs.read(job, self._on_foreseen, self, on_error=self._refused)

    def _open(self, path: Path, way_in: WayIn | None) -> None:
        if self._pack is not None:
            job = partial(_open_and_foresee, path, way_in, self._pack)
            self._jobs.read(job, self._on_opened, self, on_error=self._refused)

    def _on_opened(self, found: tuple[Workspace, Brought]) -> None:
        self._workspace, self._opened_here = found[0], True
        self._on_foreseen(found[1])

    def _on_foreseen(self, brought: Brought) -> None:
        if self.dialog is not None:
            anything = bool(brought.updated or brought.erased)
            self.dialog.show_brought(brought.laptop, _words(brought), anything=anything)

    def _take_in(self) -> None:
        if self._workspace is not None and self._pack is not None:
            job = partial(_take_in, self._workspace, self._pack)
            self._jobs.write(job, self._on_taken, self, on_error=self._refused)

    def _on_taken(self, done: Done[tuple[Entered, Brought]]) -> None:
        entered, brought = done.value
        self._opened_here = False
        self._close()
        self.entered.emit(entered, _words(brought))

    def _refused(self, error: BaseException) -> None:
        if self.dialog is not None:
            self.dialog.refuse(sentence_of(error))

    def _proposed(self) -> Path:
        recent = [path for path in self._preferences.settings.recent if path.suffix == WORKSPACE]
        return recent[0] if recent else own_folder()

    def _choose(self, _proposed: Path, chosen: object) -> None:
        if callable(chosen):
            choose_file(self._window, _("Workspace of this laptop"), (WORKSPACE,), chosen)

    def _show(self, dialog: TakeInDialog) -> None:
        self.dialog = dialog
        dialog.agreed.connect(self._take_in)
        dialog.rejected.connect(self._close)
        dialog.open()

    def _close(self) -> None:
        """Let go of the dialog, and of a workspace that was opened only to look."""
        if self._opened_here and self._workspace is not None:
            self._jobs.read(self._workspace.close, lambda _none: None, self)
        self._pack, self._workspace, self._opened_here = None, None, False
        if self.dialog is not None:
            dialog, self.dialog = self.dialog, None
            dialog.rest()
            dialog.hide()
            dialog.deleteLater()


# What runs in a lane imports the services there: the window stands before SQLAlchemy is loaded.


def _read_pack(file: Path, way_in: WayIn | None) -> FreshPack:
    from capture_app.services.packing import read_pack

    return read_pack(file, way_in)


def _foresee(workspace: Workspace, pack: FreshPack) -> Brought:
    from capture_app.services.replying import foresee

    return foresee(workspace, pack)


def _open_and_foresee(path: Path, way_in: WayIn | None, pack: FreshPack) -> tuple[Workspace, Brought]:
    from capture_app.services.workspaces import open_workspace

    workspace = open_workspace(path, way_in)
    try:
        return workspace, _foresee(workspace, pack)
    except BaseException:
        workspace.close()
        raise


def _take_in(workspace: Workspace, pack: FreshPack) -> Done[tuple[Entered, Brought]]:
    from capture_app.services.entering import enter_fresh

    return enter_fresh(workspace, pack)


def _words(brought: Brought) -> str:
    from capture_app.services.replying import brought_words

    return brought_words(brought)
