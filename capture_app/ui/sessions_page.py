"""The lead's sessions: whole sessions set up, worksheets given, packs made; their agendas, and written feedback."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from capture_app.services.card import still_to_say
from capture_app.ui.forms.form_pane import FormPane
from capture_app.ui.forms.form_register import FORMS, form_register
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.register.described import Register
from capture_app.ui.register.register_page import RegisterPage
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.sessions.session_pane import SessionPane
from capture_app.ui.sessions.session_register import SESSIONS, session_register
from capture_app.ui.sessions.template_pane import TEMPLATES, TemplatePane, template_register
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.written.registers import FOLDINGS, RESPONSES, folding_register, response_register
from capture_app.ui.written.response_pane import ResponsePane
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.domain.changes import Changes
    from capture_app.services.workspaces import Workspace


class SessionsPage(RegisterPage):
    """Signals:
    synthesis_wanted(str): write the synthesis of this session.
    card_wanted(): go to the data-protection card, which comes before the first session (practice 2.13).
    """

    synthesis_wanted = Signal(str)
    card_wanted = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, look: Look, *, parent: QWidget | None = None
    ) -> None:
        self._workspace, self._jobs, self._allowed = workspace, jobs, True
        self._gate = Banner(
            look,
            "warn",
            _("Fill in the data-protection card first."),
            _("It says who is responsible, on what basis, until when, and whom to call in danger."),
            icon="shield-warning",
        )
        self.card_button = Button(_("Fill in the card"), look, size="row", icon="shield-check")
        self._gate.add_button(self.card_button)
        self._gate_holder = QWidget()
        self._gate_row = QHBoxLayout(self._gate_holder)
        self._gate_row.addWidget(self._gate)
        super().__init__(
            _("Sessions"),
            _("In the order of their dates"),
            _registers(),
            workspace,
            jobs,
            look,
            make=self._make_pane,
            parent=parent,
        )
        self._column.insertWidget(2, self._gate_holder)
        self.card_button.clicked.connect(self.card_wanted)
        jobs.changed.connect(self._on_changed)
        self._set_allowed(True)
        self._read_card()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        super().set_look(look)
        page = look.px(look.theme.space.page)
        self._gate_row.setContentsMargins(page, 0, page, look.px(10))

    def show_part(self, key: str) -> None:
        """Turn to the sessions, or to what is made for them and comes back about them."""
        super().show_part(key)
        self._show_gate(key)

    def session_pane(self) -> SessionPane:
        """The register of sessions."""
        pane = self._panes[SESSIONS]
        assert isinstance(pane, SessionPane)  # noqa: S101
        return pane

    def focus_first(self) -> None:
        """Where one works: the list, or the way to the card."""
        pane = self.pane()
        if not self._gate_holder.isHidden() and not pane.list.model().rowCount():
            self.card_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_first()

    def _make_pane(self, register: Register) -> RegisterPane:
        if register.key == TEMPLATES:
            return TemplatePane(register, self._workspace, self._jobs, self._look)
        if register.key == FORMS:
            return FormPane(register, self._workspace, self._jobs, self._look, lambda: self._keys or KeyMap())
        if register.key == RESPONSES:
            return ResponsePane(
                register, self._workspace, self._jobs, self._look, lambda: self._keys or KeyMap()
            )
        if register.key == FOLDINGS:
            return RegisterPane(register, self._workspace, self._jobs, self._look)
        pane = SessionPane(register, self._workspace, self._jobs, self._look)
        pane.synthesis_wanted.connect(self.synthesis_wanted)
        pane.card_wanted.connect(self.card_wanted)
        pane.set_allowed(self._allowed)
        pane.read_if_stale()  # while the rest of the page is made and shown
        return pane

    def _read_card(self) -> None:
        self._jobs.read(partial(still_to_say, self._workspace), self._on_card, self)

    def _on_card(self, lacking: str) -> None:
        words = _("Fill in the data-protection card first.")
        self._gate.show_message("warn", words, lacking, icon="shield-warning")
        self._set_allowed(not lacking)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if "DataProtection" in changes.kinds:
            self._read_card()

    def _set_allowed(self, allowed: bool) -> None:
        self._allowed = allowed
        self.session_pane().set_allowed(allowed)
        self._show_gate(self.pane().register.key)

    def _show_gate(self, key: str) -> None:
        self._gate_holder.setVisible(key == SESSIONS and not self._allowed)


def _registers() -> tuple[Register, ...]:
    """What the switch leads to."""
    return (
        session_register(),
        form_register(),
        template_register(),
        response_register(),
        folding_register(),
    )
