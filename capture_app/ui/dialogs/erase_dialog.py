"""Asks before everything from one person is erased: what will be emptied, and what only repeats their words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture_app.domain.record import RecordId
from capture_app.services import erasing
from capture_app.services.done import Done
from capture_app.services.erasing import Foreseen
from capture_app.services.wording import kind_words
from capture_app.services.workspaces import Workspace
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, n_

REASON = "withdrawn"
"""The short word that travels with the order to erase."""


class EraseDialog(Question):
    """The harmless button is the default; the other one says how many records lose their words.

    Signals:
        erased(): it is done.
    """

    erased = Signal()

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        jobs: Jobs,
        person: RecordId,
        name: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            look,
            _("Erase everything from this person, here and wherever this is merged? This cannot be undone."),
            _("Erase"),
            harmless=_("Keep"),
            grave=True,
            parent=parent,
        )
        self._workspace, self._jobs, self._person = workspace, jobs, person
        self.add(Prose(name, look, "strong"))
        self.verb.setEnabled(False)
        self.answered.connect(self._on_answered)
        job = partial(erasing.foresee_person, workspace, person)
        jobs.read(job, self._on_foreseen, self, on_error=self._on_error)

    def _on_foreseen(self, found: Foreseen) -> None:
        count = len(found.records)
        self.verb.set_words(n_("Erase {count} item", "Erase {count} items", count))
        self.verb.setEnabled(bool(count))
        self._add_list(_("This loses its words, in every version:"), found.places)
        if found.repeats:
            repeats = [f"{kind_words(hit.kind)}: {hit.extract}" for hit in found.repeats]
            self._add_list(_("This only repeats the name or the words, and stays. Look at it:"), repeats)
        self.add(
            Prose(
                _("Sticks, prints, mails and backups kept elsewhere are not reached."), self.look, "secondary"
            )
        )
        self.harmless.setFocus()

    def _add_list(self, title: str, places: Sequence[str]) -> None:
        self.add(Label(title, "label"))
        for place in places:
            self.add(Prose(place, self.look, lead="•"))

    def _on_answered(self) -> None:
        self.busy(_("Erasing…"))
        job = partial(erasing.erase_person, self._workspace, self._person, REASON)
        self._jobs.write(job, self._on_done, self, on_error=self._on_error)

    def _on_done(self, _done: Done[tuple[RecordId, ...]]) -> None:
        self.rest()
        self.erased.emit()
        self.accept()

    def _on_error(self, error: BaseException) -> None:
        self.refuse(sentence_of(error))
