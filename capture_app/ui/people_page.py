"""People and organisations; and, behind a switch of its own, what is known of people in confidence."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.care_out import CareGoes, preview_care
from capture_app.services.entering import Entered
from capture_app.ui.choosing import CARE_FILE, choose_file
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.people.open_care_dialog import OpenCareDialog
from capture_app.ui.people.organisation_pane import OrganisationPane
from capture_app.ui.people.person_pane import PersonPane
from capture_app.ui.people.registers import ORGANISATIONS, PEOPLE, in_confidence, seen_by_others
from capture_app.ui.people.write_care_dialog import WriteCareDialog
from capture_app.ui.register.described import Register
from capture_app.ui.register.register_page import RegisterPage
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.header import PageHeader
from capture_app.words import _

_NARROW = 760
"""Below this width (at 100 % text) room is kept for what one works on."""


class PeoplePage(QWidget):
    """Whoever comes to the page finds what others may see; what is in confidence is opened by hand each time.

    Signals: those of `RegisterPane`.
    """

    saved = Signal(object)
    unsaved = Signal()
    failed = Signal(str)
    refused = Signal(object, str)
    history_wanted = Signal(str, str)

    def __init__(self, entered: Entered, jobs: Jobs, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entered, self._jobs, self._look = entered, jobs, look
        self._panes: list[RegisterPane] = []
        self.header = PageHeader(look, _("People and organisations"), _("Who takes part, and as what"))
        self.switch = Button("", look, icon="lock-simple")
        self.switch.clicked.connect(self._on_switch)
        self.header.add_action(self.switch)
        self.banner = Banner(look, "priv", _("Only on this laptop."))
        self.write_button = Button(_("Write a care file…"), look, size="row", icon="export")
        self.open_button = Button(_("Open one…"), look, size="row", icon="folder-open")
        self.open_button.say_of(_("a care file"))
        self.write_button.clicked.connect(self.ask_to_write)
        self.open_button.clicked.connect(self._on_open)
        for button in (self.write_button, self.open_button):
            self.banner.add_button(button)
        self.dialog: Question | None = None
        self._open = self._parts(seen_by_others())
        self._private = self._parts(in_confidence())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._open)
        self._stack.addWidget(self._private)
        self._column, self._strip = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._strip.addWidget(self.banner)
        self._column.addWidget(self.header)
        self._column.addLayout(self._strip)
        self._column.addWidget(self._stack, 1)
        self.set_look(look)
        self.show_confidence(shown=False)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._tell_rule()
        self._fit_strip()

    def show_confidence(self, *, shown: bool) -> None:
        """Show what is in confidence, or put it away; what was typed is kept."""
        self.keep_typed()
        self._stack.setCurrentWidget(self._private if shown else self._open)
        self.banner.setVisible(shown)
        self._fit_strip()
        self.switch.set_words(_("Put away") if shown else _("In confidence"))
        self.switch.set_icon("eye-slash" if shown else "lock-simple")

    def in_confidence(self) -> bool:
        """Whether what is in confidence is on the screen."""
        return self._stack.currentWidget() is self._private

    def listen(self, keys: KeyMap) -> None:
        """Let the keys of undo and redo work in its registers."""
        self._open.listen(keys)
        self._private.listen(keys)

    def show_part(self, key: str) -> None:
        """Turn to a register, of either side."""
        private = key in {part.key for part in in_confidence()}
        self.show_confidence(shown=private)
        (self._private if private else self._open).show_part(key)

    def go_to(self, key: str, record: RecordId) -> None:
        """Show a record of a register."""
        self.show_part(key)
        self.pane().go_to(record)

    def pane(self) -> RegisterPane:
        """The register that is shown."""
        return (self._private if self.in_confidence() else self._open).pane()

    def keep_typed(self) -> None:
        """Have what is being typed kept."""
        self._open.keep_typed()
        self._private.keep_typed()

    def focus_first(self) -> None:
        """Where one works."""
        self.pane().focus_first()

    def ask_to_write(self) -> None:
        """Ask for whom a care file is, after showing what would go in."""
        self.keep_typed()
        self._jobs.read(partial(preview_care, self._entered.workspace), self._on_goes, self)

    def open_care_file(self, path: Path) -> None:
        """Look into a care file, and ask whether it should be taken in."""
        self.keep_typed()
        dialog = OpenCareDialog(self._look, self._entered.workspace, path, self._jobs, parent=self.window())
        dialog.taken.connect(self.saved)
        self.dialog = dialog
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rule()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.show_confidence(shown=False)

    def _on_goes(self, goes: CareGoes) -> None:
        self.dialog = WriteCareDialog(
            self._look, self._entered.workspace, goes, self._jobs, parent=self.window()
        )
        self.dialog.open()

    def _on_open(self) -> None:
        choose_file(self, _("Open a care file"), (CARE_FILE,), self.open_care_file)

    def _on_switch(self) -> None:
        self.show_confidence(shown=not self.in_confidence())
        self.focus_first()

    def _tell_rule(self) -> None:
        """The rule in force; where there is little room its second sentence is left to the ears."""
        rest = _(
            "None of this goes into a pack or bundle, nor on a page that may be projected. A care "
            "file takes it to one person."
        )
        narrow = self.width() * 100 / self._look.scale < _NARROW
        self.banner.show_message("priv", _("Only on this laptop."), "" if narrow else rest)
        self.banner.setAccessibleDescription(rest)

    def _fit_strip(self) -> None:
        page = self._look.px(self._look.theme.space.page)
        below = self._look.px(12) if not self.banner.isHidden() else 0
        self._strip.setContentsMargins(page, 0, page, below)

    def _parts(self, parts: tuple[Register, ...]) -> RegisterPage:
        page = RegisterPage("", "", parts, self._entered.workspace, self._jobs, self._look, make=self._made)
        page.header.hide()
        page.saved.connect(self.saved)
        page.unsaved.connect(self.unsaved)
        page.failed.connect(self.failed)
        page.refused.connect(self.refused)
        page.history_wanted.connect(self.history_wanted)
        return page

    def _made(self, part: Register) -> RegisterPane:
        kinds = {ORGANISATIONS: OrganisationPane, PEOPLE: PersonPane}
        pane = kinds.get(part.key, RegisterPane)(part, self._entered.workspace, self._jobs, self._look)
        if isinstance(pane, PersonPane):
            pane.erased.connect(self._forget)
        self._panes.append(pane)
        return pane

    def _forget(self) -> None:
        for pane in self._panes:
            pane.steps.forget()
