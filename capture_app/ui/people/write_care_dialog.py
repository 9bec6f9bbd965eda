"""Writes a care file: for whom, what goes in, how it is sealed, and then the receipt (C6 to C8, I3, I4; DESIGN 5)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from capture_app.services.care_out import CareGoes, CareReceipt, Seal, write_care_file, write_for_evaluator
from capture_app.services.handing_over import seal_of
from capture_app.services.passphrases import LEAST
from capture_app.services.workspaces import Workspace
from capture_app.ui.choosing import Purpose, choose_new_file, folder_for, note_folder
from capture_app.ui.dialogs.passphrase_field import PassphraseField
from capture_app.ui.dialogs.path_field import PathField
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.people.care_contents import CareContents
from capture_app.ui.people.care_words import receipt_words
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.segments import Segments
from capture_app.words import _

_PHRASE, _KEY = "phrase", "key"


class WriteCareDialog(Question):
    """`goes` is what a care file of this workspace would hold."""

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        goes: CareGoes,
        jobs: Jobs,
        *,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            look, _("Write a care file for one person?"), _("Write the care file"), parent=parent
        )
        self._workspace, self._jobs = workspace, jobs
        self.who, self.key = QLineEdit(), QLineEdit()
        self.contents = CareContents(look, goes)
        ways = ((_PHRASE, _("A passphrase")), (_KEY, _("Their key")))
        self.way = Segments(look, _("What opens it"), ways)
        proposed = (folder or folder_for(parent, Purpose.CARE)) / goes.file_name
        self.place = PathField(look, _("Write it to"), proposed, self._choose)
        self.phrase = PassphraseField(
            look,
            _("Passphrase of the file"),
            _("At least {count} letters. Tell it to them yourself, apart from the file.").format(count=LEAST),
            again=_("The same passphrase once more"),
        )
        self._fields: list[QWidget] = []
        self._fill(look)
        self.way.set_chosen(_PHRASE)
        self._on_way()
        self.way.chosen.connect(self._on_way)
        self.contents.chosen.connect(self._on_way)
        self.answered.connect(self._on_answered)
        self.who.setFocus()

    def _fill(self, look: Look) -> None:
        whom = Field(look, _("For whom"), self.who, _("One person. Their name stands inside the file."))
        self._key_field = Field(
            look, _("Their key"), self.key, _("It begins with age1. They have the other half.")
        )
        for field in (whom, self.contents, self.way, self.phrase, self._key_field, self.place):
            self.add(field)
            self._fields.append(field)

    def _on_way(self) -> None:
        """What opens it, which for the evaluator is their key and nothing else; and whether it can be written."""
        evaluator, by_key = self.contents.for_evaluator(), self._by_key()
        self.way.setVisible(not evaluator)
        self.phrase.setVisible(not by_key)
        self._key_field.setVisible(by_key)
        self._key_field.set_label(_("The evaluator’s key") if evaluator else _("Their key"))
        nothing = self.contents.nothing()
        self.verb.setEnabled(not nothing)
        self._say(nothing, error=False)

    def _by_key(self) -> bool:
        return self.contents.for_evaluator() or self.way.chosen_key() == _KEY

    def _on_answered(self) -> None:
        trouble, seal = self._trouble(), self._seal()
        if trouble or seal is None:
            self.refuse(trouble)
            return
        self.busy(_("Sealing the file and reading it back…"))
        writes = partial(write_care_file, with_aside=self.contents.aside.isChecked())
        if self.contents.for_evaluator():
            writes = partial(write_for_evaluator)
        job = partial(writes, self._workspace, self.place.path(), self.who.text(), seal)
        self._jobs.read(job, self._on_written, self, on_error=self._on_not_written)

    def _trouble(self) -> str:
        """What has to be filled in first; empty where nothing has."""
        if not self.who.text().strip():
            return _("Say for whom the file is.")
        if self._by_key():
            return "" if self.key.text().strip() else self._no_key()
        if len(self.phrase.words()) < LEAST:
            return _("Type a passphrase of at least {count} letters.").format(count=LEAST)
        return "" if self.phrase.agrees() else _("The two passphrases differ. Type the same one twice.")

    def _no_key(self) -> str:
        if self.contents.for_evaluator():
            return _("Paste the evaluator’s key. Only that opens the file.")
        return _("Paste their key, or choose a passphrase.")

    def _seal(self) -> Seal | None:
        """As was asked for; None where that is not filled in."""
        by_key = self._by_key()
        passphrase = None if by_key else self.phrase.passphrase()
        return seal_of(passphrase, self.key.text().strip() if by_key else "", plain=False)

    def _on_written(self, receipt: CareReceipt) -> None:
        note_folder(self, Purpose.CARE, receipt.path.parent)
        self.rest()
        self.ask(_("The care file is written"))
        for field in self._fields:
            field.hide()
        told = receipt_words(receipt)
        for words in told:
            self.add(Prose(words, self.look))
        self.verb.hide()
        self.harmless.set_words(_("Close"))
        self.harmless.setFocus()
        announce(self, " ".join(told))

    def _on_not_written(self, error: BaseException) -> None:
        self.refuse(sentence_of(error))

    def _choose(self, proposed: Path, chosen: Callable[[Path], None]) -> None:
        choose_new_file(self, _("Where the care file goes"), proposed, chosen, purpose=Purpose.CARE)
