"""A session while it runs: what is now, what comes next, and what has to give way (B6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.record import RecordId
from capture_app.domain.run_sheet import Cut, RunSheet
from capture_app.services import running
from capture_app.services.running import Agenda
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.line_saves import now as local_now
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.problems import sentence_of
from capture_app.ui.session.now_card import NowCard
from capture_app.ui.session.part_table import PartTable
from capture_app.ui.session.run_words import clock, warning_of
from capture_app.ui.style import Look
from capture_app.ui.undo_steps import UndoSteps
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _, n_

_TICK = 5_000
"""Milliseconds between looks at the clock; the words change once a minute."""
_NARROW = 760
_KINDS = frozenset(("Session", "AgendaPart", "PartRun"))


class RunPane(QWidget):
    """`agenda` is the session as it was read last.

    Signals:
    read(Agenda): the session is known, or has changed.
    saved(datetime): what was kept is on the disk. failed(str): it is not; the page shows the sentence itself.
    """

    read = Signal(object)
    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        session: RecordId,
        jobs: Jobs,
        look: Look,
        parent: QWidget | None = None,
        *,
        keymap: KeyMap | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._session, self._jobs, self._look = workspace, session, jobs, look
        self._keys, self._now = keymap or KeyMap(), now
        self.agenda: Agenda | None = None
        self._warned = ""
        self.trouble, self.cut = Banner(look, "bad", ""), Banner(look, "warn", "")
        self.cut_button = Button("", look, size="row")
        self.cut.add_button(self.cut_button)
        self.card = NowCard(look, self._keys["session.next_part"].cap)
        self.table = PartTable(look)
        self.toast = Toast(self, look)
        self.steps = UndoSteps(self, workspace, jobs, self.toast, self._on_failed)
        self.steps.listen(self._keys)
        self._build(look)
        self._connect()
        self._read()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._fit()

    def focus_first(self) -> None:
        """The way on."""
        self.card.go_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """The next part begins; after the last the session ends."""
        sheet = self._sheet()
        if sheet is None or (sheet.now is None and sheet.next is None):
            return
        if sheet.next is None:
            job = partial(running.finish, self._workspace, self._session, self._now())
            self.steps.do(job, _("The session has ended."), self._on_kept)
        else:
            part = sheet.next.part
            job = partial(running.begin, self._workspace, self._session, part.id, self._now())
            self.steps.do(job, _("“{part}” has begun.").format(part=part.title), self._on_kept)

    def leave_out(self) -> None:
        """The next part is not to run; the plan stays as it was."""
        sheet = self._sheet()
        if sheet is not None and sheet.spare is not None:
            part = sheet.spare.part
            job = partial(running.shorten, self._workspace, self._session, part.id, 0)
            self.steps.do(job, _("“{part}” is left out.").format(part=part.title), self._on_kept)

    def resume(self) -> None:
        """The session was ended too soon: its last part runs on."""
        job = partial(running.resume, self._workspace, self._session, self._now())
        self.steps.do(job, _("The session goes on."), self._on_kept)

    def show_time(self) -> None:
        """Show how it stands now; said aloud shortly before a part ends."""
        sheet = self._sheet()
        if sheet is None:
            return
        self.card.show_sheet(sheet)
        self.table.show_sheet(sheet)
        self._show_cut(sheet.cut, sheet.spare is not None)
        warning = warning_of(sheet)
        if warning and warning != self._warned:
            announce(self, warning, assertive=True)
        self._warned = warning

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_time()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._keys.pressed(event, Scope.SESSION) is not None:
            self.go_on()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _sheet(self) -> RunSheet | None:
        return self.agenda.at(self._now()) if self.agenda else None

    def _read(self) -> None:
        job = partial(running.read_agenda, self._workspace, self._session)
        self._jobs.read(job, self._on_read, self, on_error=self._on_failed)

    def _on_read(self, agenda: Agenda) -> None:
        self.agenda = agenda
        for widget in (self.card, self._parts):
            widget.setVisible(bool(agenda.parts))
        self._nothing.setVisible(not agenda.parts)
        self.show_time()
        self.read.emit(agenda)

    def _show_cut(self, cut: Cut | None, spare: bool) -> None:
        self.cut.setVisible(cut is not None)
        if cut is None:
            return
        words = n_("{count} minute has to be cut", "{count} minutes have to be cut", cut.minutes)
        self.cut.show_message("warn", words, _cut_words(cut, spare))
        self.cut_button.setVisible(bool(cut.offers))
        if cut.offers:
            slot, minutes = cut.offers[0]
            self.cut_button.set_words(
                _("{part} to {minutes} min").format(part=slot.part.title, minutes=minutes)
            )

    def _on_cut(self) -> None:
        sheet = self._sheet()
        if sheet is not None and sheet.cut is not None and sheet.cut.offers:
            slot, minutes = sheet.cut.offers[0]
            job = partial(running.shorten, self._workspace, self._session, slot.part.id, minutes)
            self.steps.do(job, _("“{part}” shortened.").format(part=slot.part.title), self._on_kept)

    def _on_kept(self, _none: None) -> None:
        self.trouble.hide()
        self.saved.emit(datetime.now().astimezone())
        self._read()

    def _on_failed(self, error: BaseException) -> None:
        self.trouble.show_message("bad", sentence_of(error), _("What was kept before is safe."))
        self.trouble.show()
        self.failed.emit(sentence_of(error))

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and changes.kinds & _KINDS:
            self._read()

    def _connect(self) -> None:
        self.card.wanted.connect(self.go_on)
        self.card.left_out.connect(self.leave_out)
        self.card.resumed.connect(self.resume)
        self.cut_button.clicked.connect(self._on_cut)
        self._jobs.changed.connect(self._on_changed)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self.show_time)

    def _build(self, look: Look) -> None:
        whole, scroll = QVBoxLayout(self), ScrollColumn(look)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._parts = Card(look, padded=False)
        self._parts.section.column.addWidget(self.table)
        self._nothing = EmptyState(
            look, "clock", _("No agenda yet. Your project lead plans it, and a new pack brings it.")
        )
        for widget in (self.trouble, self.card, self.cut):
            scroll.column.addWidget(widget)
        scroll.column.addWidget(self._parts)
        scroll.column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignCenter)
        scroll.column.addStretch(0)
        whole.addWidget(scroll, 1)
        hidden: tuple[QWidget, ...] = (self.trouble, self.cut, self.card, self._parts, self._nothing)
        for each in hidden:
            each.hide()

    def _fit(self) -> None:
        narrow = self.width() * 100 / self._look.scale < _NARROW
        self.table.set_narrow(narrow)
        self.card.set_narrow(narrow)


def _cut_words(cut: Cut, spare: bool) -> str:
    """What keeps its time, and what to do where no part can give as much; `spare`: one can be left out."""
    kept = _("“{part}” begins at {time} and keeps its {minutes} minutes.").format(
        part=cut.kept.part.title, time=clock(cut.kept.plan), minutes=cut.kept.minutes or 0
    )
    if cut.offers:
        return kept
    none = (
        _("No part before it has that many. End this one now, or leave out the next.")
        if spare
        else _("No part before it has that many. End this one now.")
    )
    return f"{kept} {none}"
