"""Makes the example consultation in a folder the person picks, with a passphrase that is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from capture_app.ui.choosing import choose_folder, own_folder
from capture_app.ui.dialogs.path_field import PathField
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class Example:
    """How the example is made: `make` plays it in a new folder and gives the lead's workspace.

    It is given the folder, the passphrase of everything in it, and what to tell each step to. It runs away
    from the window's thread.
    """

    make: Callable[[Path, str, Callable[[str], None]], Path]
    passphrase: Callable[[], str]


class ExampleDialog(Question):
    """Signals:
    given(Path, str): the folder to make it in, and the passphrase.
    told(str): what is being done; emitted from any thread.
    """

    given = Signal(object, str)
    told = Signal(str)

    def __init__(
        self, look: Look, passphrase: str, *, folder: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, _("Where should the example go?"), _("Make the example"), parent=parent)
        self.add(
            Prose(
                _(
                    "A project lead, three laptops, their bundles, the merge and the reports. "
                    "What people say in it is invented, and labelled so."
                ),
                look,
            )
        )
        proposed = (folder or own_folder()) / _("Workshop Capture example")
        self.place = PathField(look, _("In a new folder"), proposed, self._choose)
        self.phrase = QLineEdit(passphrase)
        self.phrase.setReadOnly(True)
        self.add(self.place)
        self.add(
            Field(look, _("Passphrase of everything in it"), self.phrase, _("Write it down or copy it now."))
        )
        self.answered.connect(self._on_answered)
        self.told.connect(self.busy)
        self.verb.setFocus()

    def _on_answered(self) -> None:
        self.busy(_("Making the example. That takes about half a minute."))
        self.given.emit(self.place.path(), self.phrase.text())

    def _choose(self, proposed: Path, chosen: Callable[[Path], None]) -> None:
        choose_folder(self, _("Where the example goes"), lambda folder: chosen(folder / proposed.name))
