"""Minutes for the lead: two people's beside each other, and the version that is agreed of them (E1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line, Session
from capture_app.services import agreeing
from capture_app.services.agreeing import Agreeing
from capture_app.services.workspaces import Workspace
from capture_app.ui.agreeing.abreast_model import LineCell
from capture_app.ui.agreeing.agreeing_frame import AgreeingFrame
from capture_app.ui.agreeing.left_out_question import ask_to_leave_out
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.undo_steps import UndoSteps
from capture_app.ui.widgets.announce import announce
from capture_app.words import _

_KINDS = frozenset(("AgendaPart", "Line", "LineSource", "LineTheme", "Minutes", "Session", "SetAside"))


@dataclass(frozen=True, slots=True)
class _Read:
    """What the page reads in one go; `told` is None where nobody took minutes."""

    sessions: tuple[Session, ...]
    told: Agreeing | None


class AgreeingPage(AgreeingFrame):
    """Everything right of the lead's navigation. `dialog` is what was asked last.

    Signals:
        saved(datetime): what was done is on the disk. failed(str): it is not; the page shows the sentence itself.
        history_wanted(str, str): what became of a record, by kind and id.
    """

    saved = Signal(object)
    failed = Signal(str)
    history_wanted = Signal(str, str)

    def __init__(
        self,
        workspace: Workspace,
        session: RecordId,
        jobs: Jobs,
        look: Look,
        parent: QWidget | None = None,
        *,
        keys: KeyMap | None = None,
    ) -> None:
        super().__init__(look, keys or KeyMap(), parent)
        self._workspace, self._session, self._jobs = workspace, session, jobs
        self._writing: Callable[[str], None] | None = None
        self.dialog: Question | None = None
        self.steps = UndoSteps(self, workspace, jobs, self.toast, self._on_failed)
        self.steps.listen(self._keys)
        self._connect_page()
        self._read()

    def show_history(self) -> None:
        """What became of the line one is at."""
        view = self.agreed.view_at() if self.agreed.hasFocus() else None
        line = view.line if view else self.abreast.line()
        if line is not None:
            self.history_wanted.emit(Line.__name__, line.id)

    def act(self, action: str) -> None:
        """Do what a key or a button says ("minutes.take") at the line one is at."""
        if self._told is not None and self._told.is_agreed:
            self.toast.tell(
                _("These minutes stand as agreed. Open them again before you change anything in them.")
            )
            return
        verbs = {
            "minutes.take": self._take,
            "minutes.mark": self._mark,
            "minutes.join": self._join,
            "minutes.reword": self._reword,
            "minutes.drop": self._drop,
            "minutes.same": self._stays,
        }
        verbs[action]()

    def _take(self) -> None:
        cell = self.abreast.cell()
        if cell is None or self._is_taken(cell):
            return
        job = partial(agreeing.take_over, self._workspace, self._session, [cell.line.id])
        self.steps.do(job, _("Line taken over."), partial(self._on_taken, on=True), offer=False)
        announce(self, _("Line taken over."))

    def _is_taken(self, cell: LineCell) -> bool:
        if cell.taken:
            self.toast.tell(_("This line is in the agreed version already."))
        return cell.taken

    def _mark(self) -> None:
        cell = self.abreast.cell()
        if cell is None or self._told is None or self._is_taken(cell):
            return
        marked = self.abreast.marked
        if cell.line.id in marked:
            marked.remove(cell.line.id)
        else:
            marked.append(cell.line.id)
        self.abreast.show_streams(self._told, self.pair())
        self.show_what_can_be_done()

    def _join(self) -> None:
        lines = self.abreast.to_join()
        if len(lines) < 2:
            self.toast.tell(_("Mark two lines first, or go to a row with two."))
            return
        if self._told is not None and any(line.id in self._told.taken for line in lines):
            self.toast.tell(_("One of these lines is in the agreed version already."))
            return
        said = _("Lines joined.")
        if len({line.part for line in lines}) > 1:
            said = _("Lines joined. They stand in the part with the strictest rule.")
        self._writing = partial(self._on_joined, [line.id for line in lines], said)
        self.begin_wording(" ".join(line.text.strip() for line in lines))

    def _on_joined(self, lines: Sequence[RecordId], said: str, text: str) -> None:
        job = partial(agreeing.take_over, self._workspace, self._session, lines, text)
        self.steps.do(job, said, partial(self._on_taken, on=True))

    def _reword(self) -> None:
        view = self.agreed.view_at()
        if view is not None:
            self._writing = partial(self._on_reworded, view.line.id)
            self.begin_wording(view.line.text)

    def _on_reworded(self, line: RecordId, text: str) -> None:
        job = partial(agreeing.reword, self._workspace, line, text)
        self.steps.do(job, _("Line worded otherwise."), self._on_kept)

    def _drop(self) -> None:
        view = self.agreed.view_at()
        if view is not None:
            job = partial(agreeing.drop_line, self._workspace, view.line.id)
            self.steps.do(job, _("Line taken out of the agreed version."), self._on_kept)

    def _stays(self) -> None:
        view = self.agreed.view_at()
        if view is None:
            return
        if view.changed and view.origins:
            job = partial(agreeing.accept_change, self._workspace, view.line.id)
            self.steps.do(job, _("The agreed line stays as it is."), self._on_kept)
        else:
            self.toast.tell(_("What this line comes from has not changed since."))

    def _on_worded(self, text: str) -> None:
        if self._writing is not None:
            self._writing(text)

    def _on_taken(self, line: RecordId, *, on: bool) -> None:
        self._on_kept()
        self.agreed.go_to(line)
        if on:
            self.abreast.go_on()

    def _on_kept(self, _value: object = None) -> None:
        self.trouble.hide()
        self.end_wording()
        self.saved.emit(datetime.now().astimezone())
        self._read()

    def _on_failed(self, error: BaseException) -> None:
        words = _("What was kept before is safe, and what you typed is still here.")
        self.trouble.show_message("bad", sentence_of(error), words)
        self.trouble.show()
        announce(self, sentence_of(error), assertive=True)
        self.failed.emit(sentence_of(error))

    def _on_agree(self, on: bool) -> None:
        left_out = self._told.left_out if on and self._told is not None and self._told.lines else ()
        if left_out:
            self.dialog = asked = ask_to_leave_out(self._look, left_out, self)
            asked.answered.connect(asked.accept)
            asked.accepted.connect(partial(self._agree, on=True))
            asked.finished.connect(asked.deleteLater)
            asked.open()
        else:
            self._agree(on=on)

    def _agree(self, *, on: bool) -> None:
        words = _("The minutes stand as agreed.") if on else _("The minutes are open again.")
        job = partial(agreeing.set_agreed, self._workspace, self._session, on)
        self.steps.do(job, words, self._on_kept)

    def _on_session(self, session: RecordId) -> None:
        if session and session != self._session:
            self._session = session
            self.end_wording()
            self.abreast.marked.clear()
            self._read()

    def _on_takers(self) -> None:
        if self._told is not None:
            self.abreast.show_streams(self._told, self.pair())
            self.show_what_can_be_done()

    def _read(self) -> None:
        job = partial(_read, self._workspace, self._session)
        self._jobs.read(job, self._on_read, self, on_error=self._on_not_read)

    def _on_read(self, read: _Read) -> None:
        first = self._told is None
        if read.told is not None:
            self._session = read.told.session.id
        self.show_sessions(read.sessions, self._session)
        if read.told is None:
            return
        self.show_agreeing(read.told)
        if first and self.isVisible():
            self.focus_first()

    def _on_not_read(self, error: BaseException) -> None:
        if self._told is None:
            self.show_not_read(error)
        else:
            self._on_failed(error)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and changes.kinds & _KINDS:
            self._read()

    def _connect_page(self) -> None:
        self.acted.connect(self.act)
        self.agree_wanted.connect(self._on_agree)
        self.session_chosen.connect(self._on_session)
        self.takers_chosen.connect(self._on_takers)
        self.worded.connect(self._on_worded)
        self.not_read.again.connect(self._read)
        self.steps.undone.connect(self._on_kept)
        self.steps.redone.connect(self._on_kept)
        self._jobs.changed.connect(self._on_changed)


def _read(workspace: Workspace, session: RecordId) -> _Read:
    """The session meant, or the first of which minutes were taken where it has none."""
    sessions = agreeing.sessions_with_minutes(workspace)
    wanted = session if any(one.id == session for one in sessions) else sessions[0].id if sessions else ""
    return _Read(sessions, agreeing.read_agreeing(workspace, wanted) if wanted else None)
