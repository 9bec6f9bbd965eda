"""Takes a care file in: opens it, says what it would bring, then does it after a backup (C6 to C8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture_app.sealing import WayIn
from capture_app.services.care_in import (
    CareBrought,
    CareFile,
    CareTaken,
    foresee_care,
    opens_with_own_key,
    read_care_file,
    take_in_care,
)
from capture_app.services.workspaces import Workspace
from capture_app.ui.dialogs.passphrase_field import PassphraseField
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.people.care_words import brought_words, taken_words
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class _Opened:
    file: CareFile
    brought: CareBrought


class OpenCareDialog(Question):
    """Asks for nothing where the key of this workspace opens the file.

    Signals:
        taken(datetime): it was taken in, and that is on the disk.
    """

    taken = Signal(object)

    def __init__(
        self, look: Look, workspace: Workspace, path: Path, jobs: Jobs, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            look, _("Open the care file ‘{file}’?").format(file=path.name), _("Open"), parent=parent
        )
        self._workspace, self._path, self._jobs = workspace, path, jobs
        self._opened: _Opened | None = None
        self.field = PassphraseField(
            look,
            _("Passphrase"),
            _(
                "As you were told it. If it is sealed to your key, paste that: it begins with AGE-SECRET-KEY-1."
            ),
        )
        self.add(self.field)
        self.field.hide()
        self.answered.connect(self._on_answered)
        self.busy(_("Looking at the file…"))
        job = partial(opens_with_own_key, workspace, path)
        jobs.read(job, self._on_looked, self, on_error=self._on_no_file)

    def _on_looked(self, own: bool) -> None:
        self.rest()
        if own:
            self._open(None)
        else:
            self.field.show()
            self.field.editor.setFocus()

    def _on_no_file(self, error: BaseException) -> None:
        self.refuse(sentence_of(error))
        self.verb.hide()
        self.harmless.set_words(_("Close"))

    def _on_answered(self) -> None:
        if self._opened is not None:
            self.busy(_("Making a backup and taking it in…"))
            job = partial(take_in_care, self._workspace, self._opened.file)
            self._jobs.write(job, self._on_taken, self, self, on_error=self._on_failed)
        elif (way_in := self.field.way_in()) is None:
            self.refuse(_("Type the passphrase first."))
        else:
            self._open(way_in)

    def _open(self, way_in: WayIn | None) -> None:
        self.busy(_("Opening the file. With a passphrase that takes about two seconds, on purpose."))
        job = partial(_look_into, self._workspace, self._path, way_in)
        self._jobs.read(job, self._on_opened, self, on_error=self._on_failed)

    def _on_opened(self, opened: _Opened) -> None:
        self.rest()
        self._opened = opened
        self.ask(_("Take this care file in?"))
        self.field.hide()
        told = brought_words(opened.brought)
        for words in (*told, _("A backup is made first. It stays on this laptop, in confidence.")):
            self.add(Prose(words, self.look))
        self.verb.set_words(_("Back up and take in"))
        self.verb.setFocus()
        announce(self, " ".join(told))

    def _on_taken(self, taken: CareTaken) -> None:
        self.rest()
        self.verb.hide()
        self.harmless.set_words(_("Close"))
        self.harmless.setFocus()
        words = taken_words(taken.brought)
        self.ask(_("The care file was taken in"))
        self._say(words, error=False)
        announce(self, words)
        self.taken.emit(datetime.now().astimezone())

    def _on_failed(self, error: BaseException) -> None:
        self.refuse(sentence_of(error))
        if self.field.isVisible():
            self.field.editor.setFocus()
            self.field.editor.selectAll()


def _look_into(workspace: Workspace, path: Path, way_in: WayIn | None) -> _Opened:
    found = read_care_file(workspace, path, way_in)
    return _Opened(found, foresee_care(workspace, found))
