"""Takes a fresh pack into this laptop's workspace: asks what is needed, says what it would bring, then does it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


class TakeInDialog(Question):
    """`asked` are the fields that have to be filled in before the pack can be looked at.

    Signals:
    looked(): they are filled in, and what the pack brings should be shown. agreed(): it should be taken in.
    """

    looked = Signal()
    agreed = Signal()

    def __init__(self, look: Look, question: str, *asked: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(look, question, _("Show what it brings"), parent=parent)
        self._asked, self._brings = asked, False
        self._brought, self._safe = Prose("", look, "capture"), Prose("", look, "secondary")
        for widget in (*asked, self._brought, self._safe):
            self.add(widget)
        self._brought.hide()
        self._safe.hide()
        self.answered.connect(self._on_answered)

    def show_brought(self, laptop: str, words: str, *, anything: bool) -> None:
        """Say what the pack would bring `laptop`; where that is nothing, there is nothing to do."""
        self.rest()
        question = _("Take the new pack for {laptop} in?") if anything else _("Nothing new for {laptop}")
        self.ask(question.format(laptop=laptop))
        self._brings = anything
        for widget in self._asked:
            widget.hide()
        self._brought.set_words(words)
        self._safe.set_words(
            _("A backup is made first. What you wrote stays, and so does an open questionnaire.")
        )
        self._brought.show()
        self._safe.setVisible(anything)
        self.verb.set_words(_("Back up and take in"))
        self.verb.setVisible(anything)
        (self.verb if anything else self.harmless).setFocus()
        announce(self, words)

    def _on_answered(self) -> None:
        if self._brings:
            self.busy(_("Making a backup and taking it in…"))
            self.agreed.emit()
        else:
            self.busy(_("Looking into the pack. That takes a few seconds."))
            self.looked.emit()
