"""The register of responses, and what is done with the one that is shown (F4, G2 to G5)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import Response
from capture_app.services import responses
from capture_app.ui.choosing import choose_kept_file
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.register.described import Register
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.words import _, n_

if TYPE_CHECKING:
    from capture_app.services.done import Done
    from capture_app.services.responses import FileNoted
    from capture_app.services.workspaces import Workspace
    from capture_app.ui.written.typing_dialog import TypingDialog


class ResponsePane(RegisterPane):
    """`dialog` is the one in which a response is typed up. `keys` are asked for when it is opened."""

    def __init__(
        self, register: Register, workspace: Workspace, jobs: Jobs, look: Look, keys: Callable[[], KeyMap]
    ) -> None:
        super().__init__(register, workspace, jobs, look)
        self._keys = keys
        self.dialog: TypingDialog | None = None
        self.type_button = Button(_("Type it up…"), look, size="row", icon="pencil-line")
        self.lines_button = Button(_("A line for each paragraph"), look, size="row", icon="list-bullets")
        self.file_button = Button(_("Choose its file…"), look, size="row", icon="folder-open")
        self.return_button = Button(_("Note a return"), look, size="row", icon="tray")
        self._buttons = (self.type_button, self.lines_button, self.file_button, self.return_button)
        verbs = (self.type_up, self.make_lines, self._choose_file, self.note_return)
        for button, verb in zip(self._buttons, verbs, strict=True):
            button.clicked.connect(verb)
        self.add_verbs(*self._buttons)
        self.promise = Banner(
            look, "priv", responses.promise_title(), responses.told_words(), icon="lock-simple"
        )
        self.ahead.addWidget(self.promise)

    def opened(self, record: Record, *, new: bool) -> None:
        super().opened(record, new=new)
        # They stand from the beginning, or what one is about to press would move once the first field is kept.
        self.verbs.show()
        for button in self._buttons:
            button.setEnabled(not new)
        if isinstance(record, Response) and record.form:
            self.lines_button.setEnabled(False)

    def type_up(self) -> None:
        """Open the sheet of the response, to write its lines question by question."""
        self.keep_typed()
        self._ask(partial(responses.type_up, self._workspace, self.current), self._on_sheet)

    def make_lines(self) -> None:
        """Make a line of each paragraph that came."""
        self.keep_typed()
        self._ask(partial(responses.lines_of_words, self._workspace, self.current), self._on_lines)

    def note_file(self, path: Path) -> None:
        """Keep the name and the digest of a file, which stays where it is."""
        job, response = partial(responses.what_file, path), self.current
        self._jobs.read(job, partial(self._on_file, response), self, on_error=self._on_not_done)

    def note_return(self) -> None:
        """Note that the organisation gave something back; only because somebody asks for it."""
        self.do(partial(responses.note_return, self._workspace, self.current), _("Noted among the returns."))

    def _choose_file(self) -> None:
        self.keep_typed()
        choose_kept_file(self, _("Choose the file of the response"), self.note_file)

    def _on_file(self, response: RecordId, file: FileNoted) -> None:
        self.do(partial(responses.note_file, self._workspace, response, file), _("The file was noted."))

    def _on_sheet(self, done: Done[RecordId]) -> None:
        from capture_app.ui.written.typing_dialog import TypingDialog

        self.dialog = TypingDialog(
            self._look, self._workspace, done.value, self._jobs, self._keys(), parent=self.window()
        )
        self.dialog.open()

    def _on_lines(self, done: Done[int]) -> None:
        words = n_("{count} line was made.", "{count} lines were made.", done.value)
        self.say(words if done.value else _("Each paragraph is a line already."))

    def _ask(self, job: Callable[[], object], then: Callable[..., None]) -> None:
        self._jobs.write(job, then, self, self, on_error=self._on_not_done)
