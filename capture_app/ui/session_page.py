"""The facilitator's session: how it runs, what the team says of it afterwards, and closing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.running import Agenda
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.line_saves import now as local_now
from capture_app.ui.capture.sheet_header import session_words
from capture_app.ui.going import HAND_OVER
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.register.own_form import OwnForm
from capture_app.ui.register.part_switch import PartSwitch
from capture_app.ui.session.closing_pane import ClosingPane
from capture_app.ui.session.debrief import DEBRIEF, debrief_of
from capture_app.ui.session.run_pane import RunPane
from capture_app.ui.style import Look
from capture_app.ui.widgets.header import PageHeader
from capture_app.words import _

RUN, CLOSE = "run", "close"
"""The keys of the parts in which the session runs, and in which it is closed."""


class SessionPage(QWidget):
    """The part in which the session runs is `run`; the debrief is `debrief`, once the session is known.

    Signals:
        saved(datetime): what was kept is on the disk. unsaved(): something typed is not yet.
        failed(str): it could not be kept; the page shows the sentence itself.
        page_wanted(str): go to another page of the window.
    """

    saved = Signal(object)
    unsaved = Signal()
    failed = Signal(str)
    refused = Signal(object, str)
    page_wanted = Signal(str)

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
        self._keys = keymap or KeyMap()
        self.header = PageHeader(look, _("Session"))
        self.run = RunPane(workspace, session, jobs, look, keymap=self._keys, now=now)
        self.closing = ClosingPane(workspace, session, jobs, look, now)
        self.debrief: OwnForm | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.run)
        self.switch = PartSwitch(
            look, [(RUN, _("As it runs")), (DEBRIEF, _("Debrief")), (CLOSE, _("Close the session"))]
        )
        self.switch.chosen.connect(self.show_part)
        self.run.read.connect(self._on_read)
        for part in (self.run, self.closing):
            part.saved.connect(self.saved)
            part.failed.connect(self.failed)
        self.closing.debrief_wanted.connect(self._on_debrief_wanted)
        self.closing.hand_over_wanted.connect(lambda: self.page_wanted.emit(HAND_OVER))
        self._build()
        self.set_look(look)
        self.show_part(RUN)
        if self.run.agenda is not None:
            self._on_read(self.run.agenda)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        page = look.px(look.theme.space.page)
        self._strip.setContentsMargins(page, 0, page, look.px(10))
        self._margin.setContentsMargins(page, 0, page, look.px(14))

    def show_part(self, key: str) -> None:
        """Turn to a part; what was typed in the one before is kept."""
        self.keep_typed()
        self._stack.setCurrentWidget({RUN: self.run, DEBRIEF: self._debriefing, CLOSE: self.closing}[key])
        self.switch.set_chosen(key)

    def keep_typed(self) -> None:
        """Have what is being typed kept."""
        if self.debrief is not None:
            self.debrief.keep_typed()

    def focus_first(self) -> None:
        """Where one works."""
        if self._stack.currentWidget() is self.run:
            self.run.focus_first()
        elif self._stack.currentWidget() is self.closing:
            self.closing.focus_first()
        elif self.debrief is not None:
            self.debrief.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        runs = self._stack.currentWidget() is self.run
        if runs and self._keys.pressed(event, Scope.SESSION) is not None:
            self.run.go_on()
        else:
            super().keyPressEvent(event)

    def _on_read(self, agenda: Agenda) -> None:
        self.header.set_title(_("Session · {session}").format(session=session_words(agenda.session)))
        if self.debrief is None:
            register = debrief_of(self._session, agenda.device)
            self.debrief = OwnForm(register, self._workspace, self._jobs, self._look)
            self.debrief.saved.connect(self.saved)
            self.debrief.unsaved.connect(self.unsaved)
            self.debrief.failed.connect(self.failed)
            self.debrief.refused.connect(self.refused)
            self.debrief.steps.listen(self._keys)
            self._margin.addWidget(self.debrief)

    def _on_debrief_wanted(self) -> None:
        self.show_part(DEBRIEF)
        self.focus_first()

    def _build(self) -> None:
        whole, self._strip = QVBoxLayout(self), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._debriefing = QWidget()
        self._margin = QVBoxLayout(self._debriefing)
        for part in (self._debriefing, self.closing):
            self._stack.addWidget(part)
        self._strip.addWidget(self.switch, 1)
        whole.addWidget(self.header)
        whole.addLayout(self._strip)
        whole.addWidget(self._stack, 1)
