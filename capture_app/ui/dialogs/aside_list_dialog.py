"""The lines that are set aside on this laptop: the one place where they can be read, noted and brought back (2.11)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from capture_app.domain.record import RecordId
from capture_app.services.done import Done
from capture_app.services.setting_aside import (
    Aside,
    all_aside,
    bring_back,
    note_done,
    read_aside,
    set_aside_too,
)
from capture_app.services.workspaces import Workspace
from capture_app.ui.dialogs.aside_row import AsideRow
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.label import Prose
from capture_app.words import _

_WIDTH = 620


class AsideListDialog(Question):
    """Read when it opens; words are shown one line at a time, when somebody asks. Deleted when it is closed."""

    def __init__(
        self, look: Look, workspace: Workspace, jobs: Jobs, keys: KeyMap, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, _("Which lines are set aside?"), _("Close"), width=_WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._jobs, self._keys = workspace, jobs, keys
        self.rows: list[AsideRow] = []
        self.harmless.hide()
        self.add(Prose(_what_it_is(), look, "secondary"))
        self.answered.connect(self.accept)
        self._jobs.read(partial(all_aside, workspace), self._show_rows, self, on_error=self._tell)

    def done(self, result: int) -> None:
        """What was noted last is kept too."""
        for row in self.rows:
            row.keep_note()
        super().done(result)

    def _show_rows(self, asides: tuple[Aside, ...]) -> None:
        for aside in asides:
            row = AsideRow(self.look, aside, self._keys)
            row.read_wanted.connect(partial(self._read, row))
            row.noted.connect(partial(self._note, row))
            row.turned.connect(partial(self._turn, row))
            self.rows.append(row)
            self.add(Divider())
            self.add(row)
        if self.rows:
            self.rows[0].read.setFocus()
        else:
            self.add(EmptyState(self.look, "eye-slash", _("No line is set aside on this laptop.")))

    def _read(self, row: AsideRow) -> None:
        for other in self.rows:
            other.show_words("")
        job = partial(read_aside, self._workspace, row.aside.line)
        self._jobs.read(job, row.show_words, row, on_error=self._tell)

    def _note(self, row: AsideRow, note: str) -> None:
        # The dialog may be closing: what was noted is kept all the same, and what goes wrong is told by the window.
        job = partial(note_done, self._workspace, row.aside.line, note)
        self._jobs.write(job, _nothing, self._jobs, self)

    def _turn(self, row: AsideRow, aside: bool) -> None:
        row.keep_note()
        job = (
            partial(_again, self._workspace, row.aside.line)
            if aside
            else partial(_back, self._workspace, row.aside.line)
        )
        self._jobs.write(job, lambda _done: row.show_aside(aside), row, self, on_error=self._tell)

    def _tell(self, error: BaseException) -> None:
        self.refuse(sentence_of(error))


def _back(workspace: Workspace, line: RecordId) -> Done[None]:
    return Done(None, bring_back(workspace, line).changes)


def _again(workspace: Workspace, line: RecordId) -> Done[None]:
    return set_aside_too(workspace, (line,))


def _nothing(_done: Done[None]) -> None:
    """Nobody waits."""


def _what_it_is() -> str:
    return _(
        "They stay on this laptop: no bundle, document, search or read-back has them. Look who can see the screen "
        "before you read one."
    )
