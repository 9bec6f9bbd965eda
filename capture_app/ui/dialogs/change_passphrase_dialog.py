"""Asks for the passphrase of the open workspace and for another, and puts that in its place."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from capture_app.services.ways_in import change_passphrase, left_words
from capture_app.services.workspaces import Workspace
from capture_app.ui.dialogs.passphrase_field import PassphraseField
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


class ChangePassphraseDialog(Question):
    """It stays until the passphrase is changed or nobody wants that any more, and then says what was done."""

    def __init__(
        self, look: Look, workspace: Workspace, jobs: Jobs, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            look,
            _("Change the passphrase of ‘{file}’?").format(file=workspace.path.name),
            _("Change it"),
            parent=parent,
        )
        self._workspace, self._jobs = workspace, jobs
        self.now = PassphraseField(
            look,
            _("The passphrase until now"),
            _("Forgotten it? Type or paste the recovery key here instead."),
        )
        self.new = PassphraseField(look, _("New passphrase"), again=_("The same passphrase once more"))
        note = _(
            "The recovery key stays as it is, and the backups beside the workspace change with it. Copies that you "
            "made elsewhere still open with the old passphrase."
        )
        self._fields = (self.now, self.new, Prose(note, look, "secondary"))
        for field in self._fields:
            self.add(field)
        self.answered.connect(self._on_answered)
        self.now.editor.setFocus()

    def _on_answered(self) -> None:
        now, new = self.now.way_in(), self.new.passphrase()
        if now is None:
            self._ask_again(self.now, _("Type the passphrase that opens the workspace now."))
        elif new is None:
            self._ask_again(self.new, _("Type the new passphrase twice."))
        elif not self.new.agrees():
            self._ask_again(self.new, _("The two passphrases differ. Type the same one twice."))
        elif new == now:
            self._ask_again(self.new, _("That is the passphrase it has already. Type another one twice."))
        else:
            self.busy(_("Changing the passphrase. That takes about four seconds, on purpose."))
            job = partial(change_passphrase, self._workspace, now, new)
            self._jobs.read(job, self._on_changed, self, on_error=self._on_not_changed)

    def _ask_again(self, field: PassphraseField, sentence: str) -> None:
        self.refuse(sentence)
        field.editor.setFocus()

    def _on_not_changed(self, error: BaseException) -> None:
        self._ask_again(self.now, sentence_of(error))
        self.now.editor.selectAll()

    def _on_changed(self, left: int) -> None:
        self.rest()
        self.ask(_("The passphrase is changed"))
        for field in self._fields:
            field.hide()
        said = [_("From now on the new one opens this workspace, and unlocks the window.")]
        if left:
            said.append(left_words(left))
        for words in said:
            self.add(Prose(words, self.look))
        self.verb.hide()
        self.harmless.set_words(_("Close"))
        self.harmless.setFocus()
        announce(self, " ".join(said))
