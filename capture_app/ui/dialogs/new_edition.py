"""Asks why a new edition of a form or an agenda differs from the one before, and begins it (B7, F3)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from capture_app.domain.record import RecordId
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.field import Field
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.done import Done


class NewEdition(Question):
    """`question` is asked; `help_line` says what may stand there, and what stays as it is.

    Signals:
        made(str): the record of the new edition.
    """

    made = Signal(str)

    def __init__(
        self,
        question: str,
        help_line: str,
        begin: Callable[[str], Done[RecordId]],
        jobs: Jobs,
        look: Look,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`begin` is given the reason; it runs in the store lane."""
        super().__init__(look, question, _("Begin the new edition"), parent=parent)
        self._begin, self._jobs = begin, jobs
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Reason"))
        self.add(Field(look, _("Reason"), self.reason, help_line))
        self.answered.connect(self._on_answered)

    def _on_answered(self) -> None:
        job = partial(self._begin, self.reason.text())
        self._jobs.write(
            job, self._on_begun, self, self, on_error=lambda error: self.refuse(sentence_of(error))
        )

    def _on_begun(self, done: Done[RecordId]) -> None:
        self.accept()
        self.made.emit(done.value)
