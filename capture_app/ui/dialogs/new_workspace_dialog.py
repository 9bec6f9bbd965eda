"""Plans a consultation: its title, where its workspace is kept, and the passphrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from capture_app.sealing import Passphrase
from capture_app.services.passphrases import LEAST
from capture_app.ui.choosing import WORKSPACE, Purpose, choose_new_file, folder_for
from capture_app.ui.dialogs.passphrase_field import PassphraseField
from capture_app.ui.dialogs.path_field import PathField
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.choices import Check
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class Plan:
    """What a new workspace is made from."""

    path: Path
    title: str
    stage: str
    passphrase: Passphrase | None


class NewWorkspaceDialog(Question):
    """Signals:
    given(Plan): the lead has said everything.
    """

    given = Signal(object)

    def __init__(self, look: Look, *, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Which consultation do you plan?"), _("Make the workspace"), parent=parent)
        self._folder = folder or folder_for(parent, Purpose.WORKSPACE)
        self._own_place = False
        self.title, self.stage = QLineEdit(), QLineEdit()
        self._title = Field(look, _("Title of the consultation"), self.title)
        self.place = PathField(
            look,
            _("Keep its workspace in"),
            self._folder / _("consultation{ending}").format(ending=WORKSPACE),
            self._choose,
            _("A folder of this laptop, not one that is copied to other machines."),
        )
        self.phrase = PassphraseField(
            look,
            _("Passphrase"),
            _("Several words that only you know: at least {count} letters.").format(count=LEAST),
            again=_("The same passphrase once more"),
        )
        self.without = Check(_("Do without a passphrase"), look)
        warning = _("Without a passphrase anybody with this laptop can read everything.")
        self._open_to_all = Prose(warning, look, "warn")
        self._fill(look)

    def _fill(self, look: Look) -> None:
        self.add(self._title)
        self.add(Field(look, _("Stage, if it has several"), self.stage))
        self.add(self.place)
        self.add(self.phrase)
        self.add(self.without)
        self.add(self._open_to_all)
        self.title.textEdited.connect(self._on_title)
        self.place.editor.textEdited.connect(self._on_place)
        self.without.toggled.connect(self._on_without)
        self.answered.connect(self._on_answered)
        self._on_without(False)
        self.title.setFocus()

    def _on_title(self, title: str) -> None:
        self._title.clear_error()
        if not self._own_place:
            words = "-".join("".join(c for c in title.lower() if c.isalnum() or c.isspace()).split())
            name = words[:60] or _("consultation")
            self.place.set_path(self._folder / f"{name}{WORKSPACE}")

    def _on_place(self) -> None:
        self._own_place = True

    def _on_without(self, without: bool) -> None:
        self.phrase.setEnabled(not without)
        self._open_to_all.setVisible(without)

    def _on_answered(self) -> None:
        title = self.title.text().strip()
        if not title:
            self._title.set_error(_("Give the consultation a title first."))
            self.title.setFocus()
        elif not self.without.isChecked() and not self.phrase.words():
            self.refuse_at(
                self.phrase.editor, _("Type a passphrase twice, or tick “Do without a passphrase”.")
            )
        elif not self.without.isChecked() and not self.phrase.agrees():
            self.refuse_at(self.phrase.editor, _("The two passphrases differ. Type the same one twice."))
        else:
            self.busy(_("Making the workspace and its keys. That takes a few seconds."))
            stage = self.stage.text().strip()
            passphrase = None if self.without.isChecked() else self.phrase.passphrase()
            self.given.emit(Plan(self.place.path(), title, stage, passphrase))

    def _choose(self, proposed: Path, chosen: Callable[[Path], None]) -> None:
        def take(path: Path) -> None:
            self._own_place = True
            chosen(path)

        choose_new_file(self, _("Where the workspace is kept"), proposed, take, purpose=Purpose.WORKSPACE)
