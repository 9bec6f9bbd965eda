"""Makes the example consultation in a folder the person picks, with a passphrase that is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from capture_app.ui.choosing import Purpose, choose_folder, own_folder
from capture_app.ui.dialogs.path_field import PathField
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Prose
from capture_app.words import _

Make = Callable[[Path, str, Callable[[str], None]], Path]


@dataclass(frozen=True, slots=True)
class Example:
    """How the example is made: `lead` plays it in a new folder and gives the lead's workspace; `scribe` makes a
    laptop with an empty worksheet and gives its workspace. Both are for practice.

    Each is given the folder, the passphrase of everything in it, and what to tell each step to. It runs away
    from the window's thread.
    """

    lead: Make
    scribe: Make
    passphrase: Callable[[], str]


class ExampleDialog(Question):
    """`as_scribe`: what is made is a scribe's laptop, else the lead's workspace with all that came back.

    Signals:
    given(Path, str): the folder to make it in, and the passphrase.
    told(str): what is being done; emitted from any thread.
    """

    given = Signal(object, str)
    told = Signal(str)

    def __init__(
        self,
        look: Look,
        passphrase: str,
        *,
        as_scribe: bool = False,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, _question(as_scribe), _("Make the example"), parent=parent)
        self._as_scribe = as_scribe
        if as_scribe:
            self.verb.set_words(_("Begin to practise"))
        self.add(Prose(_what(as_scribe), look))
        self.add(Prose(_("It is for practice: nothing in it can leave this laptop."), look, "secondary"))
        name = _("Workshop Capture practice") if as_scribe else _("Workshop Capture example")
        proposed = (folder or own_folder()) / name
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
        if self._as_scribe:
            self.busy(_("Making the laptop ready. That takes about ten seconds."))
        else:
            self.busy(_("Making the example. That takes about half a minute."))
        self.given.emit(self.place.path(), self.phrase.text())

    def _choose(self, proposed: Path, chosen: Callable[[Path], None]) -> None:
        choose_folder(
            self,
            _("Where the example goes"),
            lambda folder: chosen(folder / proposed.name),
            purpose=Purpose.WORKSPACE,
        )


def _question(as_scribe: bool) -> str:
    if as_scribe:
        return _("Where should the laptop to practise on go?")
    return _("Where should the example go?")


def _what(as_scribe: bool) -> str:
    if as_scribe:
        return _("The laptop of a scribe of the example: an empty worksheet, ready to type on.")
    return _(
        "A project lead, three laptops, their bundles, the merge and the reports. "
        "What people say in it is invented, and labelled so."
    )
