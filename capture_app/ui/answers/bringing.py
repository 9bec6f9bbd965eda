"""The way of a file of answers: chosen, read in the files lane, shown, and only then put into its box."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.records import Form
from capture_app.services.answers_in import (
    AnswerFile,
    Brought,
    Looked,
    bring_in,
    look_at,
    read_answer_file,
    take_out,
)
from capture_app.services.done import Done
from capture_app.services.questioning import OpenBox
from capture_app.services.workspaces import Workspace
from capture_app.ui.answers.answers_dialog import AnswersDialog
from capture_app.ui.choosing import choose_answer_file
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.label import Prose
from capture_app.words import _, n_


class AnswersIn(QObject):
    """Brings files in for a page about one session. `fail` says there what went wrong."""

    def __init__(
        self,
        page: QWidget,
        workspace: Workspace,
        session: str,
        jobs: Jobs,
        fail: Callable[[BaseException], None],
    ) -> None:
        super().__init__(page)
        self._page, self._workspace, self._session, self._jobs = page, workspace, session, jobs
        self._fail = fail
        self.dialog: AnswersDialog | None = None

    def choose(self, form: str, look: Look) -> None:
        """Ask for the file with the answers to a form."""
        choose_answer_file(self._page, partial(self.take, form, look))

    def take(self, form: str, look: Look, path: Path) -> None:
        """Read a file and show what it would bring."""
        self._jobs.files(
            partial(read_answer_file, path), partial(self._on_read, form, look), self, on_error=self._fail
        )

    def asking_to_take_out(self, form: Form, box: OpenBox, look: Look) -> Question:
        """Whether the answers of a file are really to be taken out; they are, where that is answered."""
        title = _("Take the answers of the file out of “{form}”?").format(form=form.title)
        verb, leave = _("Take them out"), _("Leave them in")
        question = Question(look, title, verb, harmless=leave, grave=True, parent=self._page.window())
        question.add(Prose(taking_out_words(box), look))
        question.answered.connect(question.accept)
        question.accepted.connect(partial(self._take_out, box))
        return question

    def _take_out(self, box: OpenBox) -> None:
        self._jobs.write(
            partial(take_out, self._workspace, box.id), self._on_taken_out, self, on_error=self._fail
        )

    def _on_taken_out(self, _changes: Changes) -> None:
        announce(self._page, _("The answers of the file are taken out"))

    def _on_read(self, form: str, look: Look, file: AnswerFile) -> None:
        job = partial(look_at, self._workspace, self._session, form, file)
        self._jobs.read(job, partial(self._show, look, file), self, on_error=self._fail)

    def _show(self, look: Look, file: AnswerFile, looked: Looked) -> None:
        self.dialog = dialog = AnswersDialog(look, file, looked, parent=self._page.window())
        dialog.looked_again.connect(partial(self._look_again, dialog, file))
        dialog.agreed.connect(partial(self._bring, dialog, file))
        dialog.open()

    def _look_again(self, dialog: AnswersDialog, file: AnswerFile) -> None:
        form, chosen = dialog.looked.form.id, dialog.chosen()
        job = partial(look_at, self._workspace, self._session, form, file, chosen)
        self._jobs.read(job, dialog.show_looked, dialog)

    def _bring(self, dialog: AnswersDialog, file: AnswerFile) -> None:
        job = partial(
            bring_in,
            self._workspace,
            self._session,
            file,
            dialog.looked,
            unnamed=dialog.unnamed.isChecked(),
            expected=dialog.number_expected(),
        )
        self._jobs.write(job, self._on_brought, self, on_error=self._fail)

    def _on_brought(self, done: Done[Brought]) -> None:
        announce(self._page, n_("{count} answer is in now", "{count} answers are in now", done.value.count))


def taking_out_words(box: OpenBox) -> str:
    """What taking out means: nobody's answers are lost, as long as there is the file."""
    words = n_("{count} answer of a file is in.", "{count} answers of a file are in.", box.count)
    gone = _("Taken out, nothing of them is left in this workspace or its backups.")
    kept = _("The file itself stays where it is, and can be brought in again.")
    return f"{words} {gone} {kept}"
