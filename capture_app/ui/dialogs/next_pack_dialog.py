"""Makes one more pack for a laptop the lead knows: a fresh one, or one for a new laptop in its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from capture_app.domain.changes import Changes
from capture_app.sealing import Passphrase
from capture_app.services.laptops import LaptopRow
from capture_app.services.passphrases import LEAST, check_passphrase
from capture_app.services.replacing import Replacement, make_in_place
from capture_app.services.replying import make_reply
from capture_app.ui.choosing import BUNDLE, Purpose, choose_new_file, folder_for, note_folder
from capture_app.ui.dialogs.passphrase_field import PassphraseField
from capture_app.ui.dialogs.path_field import PathField
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Prose
from capture_app.words import _, n_

if TYPE_CHECKING:
    from capture_app.services.workspaces import Workspace


class NextPackDialog(Question):
    """`lost`: another laptop takes the place of this one. Otherwise the pack goes into the workspace it has.

    Signals:
    made(): it is written.
    """

    made = Signal()

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        laptop: LaptopRow,
        jobs: Jobs,
        *,
        lost: bool = False,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, _question(laptop, lost), _("Make the pack"), parent=parent)
        self._workspace, self._laptop, self._jobs, self._lost = workspace, laptop, jobs, lost
        self.label = QLineEdit(_("{laptop}, second one").format(laptop=laptop.label))
        self.holder = QLineEdit(laptop.holder)
        self.place = PathField(
            look,
            _("Write it to"),
            (folder or folder_for(parent, Purpose.PACKS)) / _file_name(laptop),
            self._choose,
        )
        self.phrase = PassphraseField(
            look,
            _("Passphrase of the pack"),
            _("At least {count} letters. Tell it to whoever holds the laptop, apart from the file.").format(
                count=LEAST
            ),
            again=_("The same passphrase once more"),
        )
        self.add(Prose(_refuses(laptop) if lost else _brings(laptop), look))
        for words, editor in ((_("New laptop"), self.label), (_("Who holds it"), self.holder)):
            field = Field(look, words, editor)
            self.add(field)
            if not lost:
                field.hide()
        self.add(self.place)
        self.add(self.phrase)
        self.answered.connect(self._on_answered)

    def _on_answered(self) -> None:
        if not self.phrase.words():
            self.refuse_at(self.phrase.editor, _("Type a passphrase for the pack first."))
        elif not self.phrase.agrees():
            self.refuse_at(self.phrase.editor, _("The two passphrases differ. Type the same one twice."))
        elif self._lost and not self.label.text().strip():
            self.refuse(_("Give the new laptop a name."))
        else:
            self.busy(_("Making the pack…"))
            self._jobs.write(self._job(), self._on_made, self, on_error=self._on_not_made)

    def _job(self) -> Callable[[], Changes]:
        file, passphrase = self.place.path(), self.phrase.passphrase()
        if not self._lost:
            return partial(_reply, self._workspace, self._laptop, file, passphrase)
        new = Replacement(self._laptop.device, self.label.text().strip(), self.holder.text().strip())
        return partial(_replace, self._workspace, new, file, passphrase)

    def _on_made(self, _changes: Changes) -> None:
        note_folder(self, Purpose.PACKS, self.place.path().parent)
        self.rest()
        self._scroll.hide()
        self.verb.hide()
        self.harmless.set_words(_("Go on"))
        self._say(_("The pack is written: {file}").format(file=self.place.path()), error=False)
        self.harmless.setFocus()
        announce(self, self.said())
        self.made.emit()

    def _on_not_made(self, error: BaseException) -> None:
        self.refuse(sentence_of(error))

    def _choose(self, proposed: Path, chosen: Callable[[Path], None]) -> None:
        choose_new_file(self, _("Where the pack goes"), proposed, chosen, purpose=Purpose.PACKS)


def _question(laptop: LaptopRow, lost: bool) -> str:
    if lost:
        return _("Make a pack for a new laptop in the place of {laptop}?").format(laptop=laptop.label)
    return _("Make a new pack for {laptop}?").format(laptop=laptop.label)


def _refuses(laptop: LaptopRow) -> str:
    return _(
        "From now on, bundles of {laptop} are refused. What came from it stays. If it turns up again, you can say "
        "so and take its bundles after all."
    ).format(laptop=laptop.label)


def _brings(laptop: LaptopRow) -> str:
    goes = _("Opened on {laptop}, it goes into the workspace that is there. Nothing written on it is lost.")
    if not laptop.unknown:
        return goes.format(laptop=laptop.label)
    knows = n_(
        "{{laptop}} does not know {count} record yet. The pack brings it.",
        "{{laptop}} does not know {count} records yet. The pack brings them.",
        laptop.unknown,
    )
    return f"{knows} {goes}".format(laptop=laptop.label)


def _file_name(laptop: LaptopRow) -> str:
    """Session and laptop, nothing about people: whoever carries the file reads its name."""
    words = "-".join(f"{laptop.session} {laptop.label} new pack".lower().split())
    return "".join(letter for letter in words if letter.isalnum() or letter == "-") + BUNDLE


def _reply(workspace: Workspace, laptop: LaptopRow, file: Path, passphrase: Passphrase | None) -> Changes:
    check_passphrase(passphrase)
    make_reply(workspace, laptop.device, file, passphrase)
    return Changes(frozenset({laptop.device}), frozenset({"Device"}))


def _replace(workspace: Workspace, new: Replacement, file: Path, passphrase: Passphrase | None) -> Changes:
    check_passphrase(passphrase)
    make_in_place(workspace, new, file, passphrase)
    return Changes(frozenset({new.lost}), frozenset({"Device"}))
