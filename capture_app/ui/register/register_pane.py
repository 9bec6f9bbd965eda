"""One register: its list at the left, the form of the chosen record at the right, everything kept as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.errors import NotPossible
from capture_app.domain.record import Record, RecordId
from capture_app.domain.seen import NOTHING
from capture_app.services import keeping, registers
from capture_app.services.done import Done
from capture_app.services.keeping import Entry, Step
from capture_app.services.naming import step_words
from capture_app.services.registers import Listed, Looked, Offering, Opened
from capture_app.services.wording import kind_words
from capture_app.services.workspaces import Workspace
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.register.described import Register
from capture_app.ui.register.frame import RegisterFrame
from capture_app.ui.register.record_list import Shown
from capture_app.ui.register.removal import Removal
from capture_app.ui.style import Look
from capture_app.ui.undo_steps import UndoSteps
from capture_app.ui.widgets.announce import announce
from capture_app.words import _


class RegisterPane(RegisterFrame):
    """The record that is shown is `current`.

    Signals:
        saved(datetime): a change is on the disk. unsaved(): something typed is not yet.
        failed(str): it could not be saved; the pane shows the sentence itself.
        refused(object, str): what stands in a form, given by the object, and cannot be kept; empty if nothing is left.
        history_wanted(str, str): the history of a record, by kind and id.
    """

    saved = Signal(object)
    unsaved = Signal()
    failed = Signal(str)
    refused = Signal(object, str)
    history_wanted = Signal(str, str)

    def __init__(
        self,
        register: Register,
        workspace: Workspace,
        jobs: Jobs,
        look: Look,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, register, parent)
        self._workspace, self._jobs = workspace, jobs
        self.steps = UndoSteps(self, workspace, jobs, self.toast, self._on_failed)
        self.removal = Removal(self, workspace, jobs, self._on_not_done)
        self._new: Record | None = None
        self._wanted: RecordId = ""
        self._records: tuple[Record, ...] = ()
        self._more_told: Mapping[RecordId, str] = {}
        self._stale = True
        self._writing, self._passed_over = 0, False
        self._connect()

    @property
    def current(self) -> RecordId:
        """The record whose form is shown; empty if there is none."""
        return self.form.entry.record.id if self.form.entry else ""

    def add(self) -> None:
        """Begin a new record; it is kept once something stands in it."""
        self.keep_typed()
        shared = {**self.register.only, **self.register.fresh}
        self._new = registers.fresh(self.register.kind, shared, self._records)
        self.list.leave()
        self._show(Opened(Entry(self._new, NOTHING), {}))
        self.panes.show_pane("second")
        self.form.focus_first()

    def go_to(self, record: RecordId) -> None:
        """Open a record of the list; where there is room for one side only, its form."""
        self.list.go_to(record)
        self.panes.show_pane("second")

    def show_later(self, record: RecordId) -> None:
        """Open a record that was made elsewhere, once the list has it."""
        self._wanted = record
        self._read()

    def keep_typed(self) -> None:
        """Have what is being typed kept."""
        self.form.keep_typed()

    def read_if_stale(self) -> None:
        """Read what it shows, unless that was read and nothing has changed since."""
        if self._stale:
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read_if_stale()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.steps.take_key(event):
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(lambda: self._take_away(self.register.kind, self.current))
        self.history_button.clicked.connect(
            lambda: self.history_wanted.emit(self.register.kind.__name__, self.current)
        )
        self.removed_button.chosen.connect(
            lambda record: self.history_wanted.emit(self.register.kind.__name__, record)
        )
        self.form.history_wanted.connect(self.history_wanted)
        self.form.typed.connect(self.unsaved)
        self.form.noted.connect(self._on_noted)
        self.form.kept.connect(self._on_kept)
        self.form.given_up.connect(self.show_given_up)
        self.form.weighed.connect(self._tell_refused)
        self.form.removed.connect(lambda record: self._take_away(type(record), record.id))
        self._jobs.changed.connect(self._on_changed)
        for signal in (self.steps.undone, self.steps.redone):
            signal.connect(lambda _act: self._on_saved(datetime.now().astimezone()))

    # What the workspace tells.

    def _read(self) -> None:
        self._stale = False
        register, refers = self.register, {*self.register.names, *self.register.kinds()}
        offering = [Offering(kind, text.name, text.in_use, text.known) for kind, text in register.texts()]
        look = Looked(register.told, tuple(offering), register.sort, register.whole())
        job = partial(registers.listed, self._workspace, register.kind, register.only, tuple(refers), look)
        self._jobs.read(job, self._on_listed, self, on_error=self._on_not_read)

    def _on_listed(self, listed: Listed) -> None:
        self._records, self._more_told = listed.records, listed.told
        self.form.set_records((*listed.records, *listed.whole))
        self.form.set_choices(listed.choices, listed.offers)
        if self.register.single:
            self._on_single(listed.records)
            return
        names = listed.names()
        rows = [Shown(one.id, *self.register.line(one, names)) for one in listed.records]
        kept = self._new is not None and any(row.record == self._new.id for row in rows)
        record, self._new = (self._new.id, None) if kept and self._new else ("", self._new)
        here = self.list.current
        self.show_rows([Shown(row.record, row.title or _("Not named yet"), row.detail) for row in rows])
        self.show_counts(self.register.counts(listed.records))
        self.removed_button.show_removed(() if self.add_button.isHidden() else listed.removed)
        if kept:
            self.list.go_to(record)
        if any(row.record == self._wanted for row in rows):
            wanted, self._wanted, self._new = self._wanted, "", None
            self.list.go_to(wanted)
        if here and self.list.current == here and self._new is None:
            self._open(here)  # where one came to another record, that is being opened already

    def _on_single(self, records: tuple[Record, ...]) -> None:
        wanted = self.register.single
        if any(one.id == wanted for one in records):
            self._open(wanted)
        else:
            fields: dict[str, Any] = dict(self.register.fresh)
            self._show(Opened(Entry(self.register.kind(id=wanted, **fields), NOTHING), {}))

    def _on_chosen(self, record: RecordId) -> None:
        self.keep_typed()
        if record:
            self._new = None
            self.wait_for(record)
            self._open(record)
        elif self._new is None:
            self.show_nothing()

    def _open(self, record: RecordId) -> None:
        rows = dict.fromkeys((spec.kind, spec.by) for spec in self.register.rows())
        job = partial(registers.opened, self._workspace, self.register.kind, record, rows)
        self._jobs.read(job, partial(self._on_opened, record), self, on_error=self._on_not_read)

    def _on_opened(self, record: RecordId, found: Opened | None) -> None:
        if self._writing and record == self.current:
            self._passed_over = (
                True  # it may be from before what is being written: that would seem to be lost
            )
            return
        if found is not None and record == (self.register.single or self.list.current) and self._new is None:
            self._show(found)

    def _show(self, found: Opened) -> None:
        self.show_form()
        self.form.show_entry(found.entry, found.rows)
        self.form.show_removed(found.removed)
        if self.register.told_below:
            self.form.say_below(self._more_told.get(found.entry.record.id, ""))
        self.opened(found.entry.record, new=found.entry.seen is NOTHING)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        kinds = {self.register.kind.__name__, *(spec.kind.__name__ for spec in self.register.rows())}
        watched = (*self.register.names, *self.register.watches, *self.register.kinds())
        kinds |= {kind.__name__ for kind in watched}
        kinds |= {
            one.__name__
            for kind, text in self.register.texts()
            for one in registers.asked_alike(kind, text.name)
        }
        if not changes.kinds & kinds:
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    # What is changed here.

    def _on_noted(self, entry: Entry[Any]) -> None:
        job = partial(keeping.note, self._workspace, entry.record, entry.seen)
        self._jobs.read(job, self._on_saved, self, on_error=self._on_failed)

    def _on_kept(self, entry: Entry[Any]) -> None:
        seen = None if entry.seen is NOTHING else entry.seen
        job = partial(keeping.keep, self._workspace, entry.record, seen)
        for rows in self.register.rows():
            if rows.alone and isinstance(entry.record, rows.kind):
                job = partial(keeping.keep_alone, self._workspace, entry.record, seen, rows.by, rows.alone)
        self._write(job, self._note)

    def _take_away(self, kind: type[Record], record: RecordId) -> None:
        """Remove a record, at once or after asking; a row that was put away comes back where it stays."""
        words = _("{what} removed.").format(what=kind_words(kind.__name__))
        job = partial(keeping.take_away, self._workspace, kind, record)
        remove, listed = partial(self.do, job, words), kind is self.register.kind
        self.removal.begin(self._look, kind, record, remove, self._read, listed=listed)

    def do(self, job: Callable[[], Done[Step]], words: str) -> None:
        """Do something that a page adds to the form, and say so; it can be undone like what is typed."""
        self.keep_typed()
        if not self.register.single:
            # The button that was pressed may go with what it did, and the keyboard must not leave the page.
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._write(job, partial(self._note, words=words), self._on_not_done)

    def _note(self, step: Step, words: str = "") -> None:
        if step.moved:
            self.steps.note(words or step_words(step), [step], offer=bool(words))

    def _write(
        self,
        job: Callable[[], Done[Step]],
        then: Callable[[Step], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        def deliver(done: Done[Step]) -> None:
            self._end_writing()
            self.show_trouble("")
            then(done.value)
            self._on_saved(datetime.now().astimezone())

        def refuse(error: BaseException) -> None:
            self._end_writing()
            (failed or self._on_failed)(error)

        self._writing += 1
        self._jobs.write(job, deliver, self, self, on_error=refuse)

    def _end_writing(self) -> None:
        """Read anew what was passed over while something was being written."""
        self._writing -= 1
        if self._passed_over and not self._writing:
            self._passed_over = False
            self._read()
        self._tell_refused()

    def _tell_refused(self) -> None:
        """What was put right is said once it is saved, so that nothing seems to be safe before."""
        words = self.form.refused()
        if words or not self._writing:
            self.refused.emit(self.form, words)

    def _on_saved(self, at: datetime) -> None:
        self.show_trouble("")
        self.saved.emit(at)

    def _on_failed(self, error: BaseException) -> None:
        self.show_trouble(sentence_of(error))
        self.failed.emit(sentence_of(error))

    def _on_not_done(self, error: BaseException) -> None:
        """What a button was to do was not done. What may not be done leaves all that is typed as safe as it was."""
        if isinstance(error, NotPossible):
            self.show_trouble(sentence_of(error), typed=False)
            announce(self, sentence_of(error), assertive=True)
        else:
            self._on_failed(error)

    def _on_not_read(self, error: BaseException) -> None:
        self.show_trouble(sentence_of(error))
