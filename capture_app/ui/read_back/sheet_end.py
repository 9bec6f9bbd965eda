"""How writing on a worksheet ends: it is read back, closed, or opened again with a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import SheetState
from capture_app.services import reading_back
from capture_app.services.done import Done
from capture_app.services.workspaces import Workspace
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


class SheetEnd(QObject):
    """Asks over a page, and writes. The page hears of the change as of any other.

    Signals:
        left(): the dialog is gone; one goes on writing.
    """

    left = Signal()

    def __init__(
        self, page: QWidget, workspace: Workspace, sheet: RecordId, jobs: Jobs, keys: KeyMap
    ) -> None:
        super().__init__(page)
        self._page, self._workspace, self._sheet, self._jobs = page, workspace, sheet, jobs
        self._keys = keys

    def read_back(self, look: Look) -> None:
        """Read the worksheet to its group."""
        from capture_app.ui.read_back.read_back_dialog import ReadBackDialog

        where = (self._workspace, self._sheet, self._jobs)
        dialog = ReadBackDialog(look, *where, keys=self._keys, parent=self._page)
        dialog.finished.connect(lambda _how: self.left.emit())
        dialog.open()

    def turn(self, state: SheetState, look: Look) -> None:
        """Close a worksheet, asked twice where it was not read back; open a closed one, asked why."""
        if state is SheetState.CLOSED:
            self._ask_why(look)
        elif state is SheetState.OPEN:
            self._ask_unread(look)
        else:
            self._write(partial(reading_back.close, self._workspace, self._sheet), None)

    def _ask_unread(self, look: Look) -> None:
        asked = Question(
            look, _("Close it without reading it back?"), _("Close the worksheet"), parent=self._page
        )
        asked.add(
            Prose(
                _("The group has not confirmed what is written. A closed worksheet can be opened again."),
                look,
            )
        )
        job = partial(reading_back.close, self._workspace, self._sheet)
        asked.answered.connect(lambda: self._write(job, asked))
        self._open(asked)

    def _ask_why(self, look: Look) -> None:
        asked = Question(look, _("Why is the worksheet opened again?"), _("Open it again"), parent=self._page)
        why = QPlainTextEdit()
        why.setTabChangesFocus(True)
        why.setFixedHeight(look.px(72))
        asked.add(
            Field(look, _("Reason"), why, _("It is kept with the worksheet, and so is all that stood there."))
        )
        asked.answered.connect(lambda: self._reopen(why.toPlainText(), asked))
        self._open(asked)
        why.setFocus()

    def _open(self, asked: Question) -> None:
        asked.finished.connect(lambda _how: self.left.emit())
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _reopen(self, why: str, asked: Question) -> None:
        self._write(partial(reading_back.reopen, self._workspace, self._sheet, why), asked)

    def _write(self, job: Callable[[], Done[None]], asked: Question | None) -> None:
        """Do it; the question stays open with a sentence where it cannot be done."""

        def failed(error: BaseException) -> None:
            if asked is not None:
                asked.refuse(sentence_of(error))

        def deliver(_done: Done[None]) -> None:
            if asked is not None:
                asked.accept()

        self._jobs.write(job, deliver, self, self, on_error=failed if asked is not None else None)
