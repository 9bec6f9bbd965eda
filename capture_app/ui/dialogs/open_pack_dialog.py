"""Opens a session pack: its passphrase, and where this laptop keeps what will be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture_app.sealing import Passphrase, WayIn
from capture_app.ui.choosing import WORKSPACE, Purpose, choose_new_file, own_folder
from capture_app.ui.dialogs.passphrase_field import PassphraseField
from capture_app.ui.dialogs.path_field import PathField
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.choices import Check
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class PackOpening:
    """How to open a pack, and where and under which passphrase this laptop's workspace is made."""

    pack: Path
    way_in: WayIn | None
    workspace: Path
    passphrase: Passphrase | None


def proposed_for(pack: Path) -> Path:
    """Where this laptop keeps what is written after opening a pack, unless told otherwise."""
    return own_folder() / f"{pack.stem}{WORKSPACE}"


class OpenPackDialog(Question):
    """`second`: a workspace was made of this pack before, and another one is wanted on purpose.

    Signals:
    given(PackOpening): everything needed is there.
    """

    given = Signal(object)

    def __init__(
        self,
        look: Look,
        pack: Path,
        place: Path | None = None,
        *,
        second: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        question = _("What is the passphrase of the session pack ‘{file}’?").format(file=pack.stem)
        verb = _("Make a second one") if second else _("Open and begin")
        super().__init__(look, question, verb, parent=parent)
        self._pack = pack
        if second:
            self.add(_second_workspace(look))
        self.field = PassphraseField(
            look, _("Passphrase of the pack"), _("Your project lead gave it to you apart from the file.")
        )
        self.place = PathField(
            look, _("Keep what is written here in"), place or proposed_for(pack), self._choose
        )
        self.same = Check(_("The same passphrase on this laptop"), look)
        self.same.setChecked(True)
        self.own = PassphraseField(
            look, _("Passphrase for this laptop"), again=_("The same passphrase once more")
        )
        for widget in (self.field, self.place, self.same, self.own):
            self.add(widget)
        self.own.hide()
        self.same.toggled.connect(self._on_same)
        self.answered.connect(self._on_answered)
        self.field.editor.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why the pack did not open."""
        super().refuse(sentence)
        self.field.editor.setFocus()
        self.field.editor.selectAll()

    def _on_same(self, same: bool) -> None:
        self.own.setVisible(not same)

    def _on_answered(self) -> None:
        own = self.field if self.same.isChecked() else self.own
        if not own.words():
            # Without one, only the project lead's key would open this laptop's workspace again.
            self.refuse_at(
                own.editor, _("Type a passphrase first. What is written on this laptop is kept under it.")
            )
        elif not own.agrees():
            self.refuse_at(own.editor, _("The two passphrases differ. Type the same one twice."))
        else:
            self.busy(_("Opening the pack and making this laptop ready. That takes a few seconds."))
            way_in, place = self.field.way_in(), self.place.path()
            self.given.emit(PackOpening(self._pack, way_in, place, own.passphrase()))

    def _choose(self, proposed: Path, chosen: Callable[[Path], None]) -> None:
        choose_new_file(
            self, _("Where this laptop keeps what is written"), proposed, chosen, purpose=Purpose.WORKSPACE
        )


def _second_workspace(look: Look) -> Banner:
    return Banner(
        look,
        "warn",
        _("This makes a second, empty workspace for the same laptop."),
        _(
            "What was written before stays in the first one and does not show in this one. "
            "Tell your project lead that both have to be handed over."
        ),
    )
