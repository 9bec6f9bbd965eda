"""Paper forms of one questionnaire from the first key to closing: which page is shown, and what it asks of services."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.errors import NotPossible
from capture_app.domain.heaps import Answers
from capture_app.domain.records import Form
from capture_app.domain.second_entry import Compared, Pair
from capture_app.services.paper import compared, put_right, type_again
from capture_app.services.questioning import OpenBox, answer, close_box, questionnaires
from capture_app.services.workspaces import Workspace
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.keying.closing import ask_to_close
from capture_app.ui.keying.keying_sheet import KeyingSheet
from capture_app.ui.keying.mismatches import MismatchView
from capture_app.ui.keying.paper_desk import PaperDesk
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.words import _


class PaperForms(QStackedWidget):
    """`sheet` is the page where forms are typed, while they are.

    Signals:
        left(): back to the questionnaires.
        refused(object, str): a form is half typed; or nothing is any more.
    """

    left = Signal()
    refused = Signal(object, str)

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        box: OpenBox,
        form: Form,
        jobs: Jobs,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._workspace, self._jobs = look, workspace, jobs
        self._box, self._form, self._compared = box, form, Compared(box.count, 0, 0, ())
        self.sheet: KeyingSheet | None = None
        self.dialog: Question | None = None
        self.desk, self.differs = PaperDesk(look, form), MismatchView(look, form)
        self.addWidget(self.desk)
        self.addWidget(self.differs)
        self._connect()
        self.desk.show_box(box, self._compared)
        self._read()

    def set_look(self, look: Look) -> None:
        """Used for the pages made from now on."""
        self._look = look

    def focus_first(self) -> None:
        """Where one works."""
        shown = self.currentWidget()
        if isinstance(shown, KeyingSheet | MismatchView | PaperDesk):
            shown.focus_first()

    def keep_typed(self) -> None:
        """A half-typed form cannot be kept, only told of: it is nowhere but in memory."""
        if self.sheet is not None and self.sheet.begun:
            words = _("A paper form is typed in part only. Finish it or leave it out, under Questions.")
            self.refused.emit(self, words)

    def type(self, *, again: bool) -> None:
        """Type forms up; `again` for the second entry."""
        take = partial(type_again if again else answer, self._workspace, self._box.id)
        self.sheet = KeyingSheet(
            self._look,
            self._form,
            self._jobs,
            take,
            count=(self._box.again or 0) if again else self._box.count,
            expected=self._box.count if again else self._box.expected,
            again=again,
        )
        self.sheet.left.connect(self._on_typed)
        self.sheet.form_begun.connect(self._on_begun)
        self.addWidget(self.sheet)
        self._turn_to(self.sheet)

    def _turn_to(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.focus_first()

    def _on_typed(self) -> None:
        sheet, self.sheet = self.sheet, None
        self._turn_to(self.desk)
        self.refused.emit(self, "")
        if sheet is not None:
            self.removeWidget(sheet)
            sheet.deleteLater()

    def _on_begun(self, begun: bool) -> None:
        if not begun:
            self.refused.emit(self, "")

    def _read(self) -> None:
        job = partial(_look_into, self._workspace, self._box)
        self._jobs.read(job, self._show, self, on_error=self._on_error)

    def _show(self, found: tuple[OpenBox, Compared]) -> None:
        self._box, self._compared = found
        self.desk.show_box(self._box, self._compared)
        if self.currentWidget() is self.differs:
            self.differs.show_compared(self._compared)

    def _look_at_differences(self) -> None:
        self.differs.show_trouble("")
        self.differs.show_compared(self._compared)
        self._turn_to(self.differs)

    def _on_settled(self, pair: Pair, right: Answers | None) -> None:
        job = partial(put_right, self._workspace, self._box.id, pair, right)
        self._jobs.write(job, lambda _done: self.differs.show_trouble(""), self, on_error=self._on_error)

    def _ask_close(self) -> None:
        self.dialog = ask_to_close(self._look, self._form, self._box, self._compared, self)
        self.dialog.answered.connect(self._close)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        job = partial(close_box, self._workspace, self._box.id)
        self._jobs.write(job, lambda _done: self.left.emit(), self, on_error=self._on_error)

    def _on_changed(self, changes: Changes) -> None:
        if self._box.id in changes.records and "OpenBox" in changes.kinds:
            self._read()

    def _on_error(self, error: BaseException) -> None:
        for page in (self.desk, self.differs):
            page.show_trouble(sentence_of(error))

    def _connect(self) -> None:
        self._jobs.changed.connect(self._on_changed)
        self.desk.typing_wanted.connect(lambda again: self.type(again=again))
        self.desk.looking_wanted.connect(self._look_at_differences)
        self.desk.close_wanted.connect(self._ask_close)
        self.desk.left.connect(self.left)
        self.differs.settled.connect(self._on_settled)
        self.differs.left.connect(lambda: self._turn_to(self.desk))


def _look_into(workspace: Workspace, box: OpenBox) -> tuple[OpenBox, Compared]:
    """The box as it is now, and its two entries beside each other. Raises NotPossible if it is closed."""
    found = [one for one in questionnaires(workspace, box.session).open if one.id == box.id]
    if not found:
        raise NotPossible(_("This questionnaire is closed. Nothing was added."))
    return found[0], compared(workspace, box.id)
