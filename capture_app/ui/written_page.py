"""Written feedback: what came in writing from people who are known, and the decisions to fold it in (F4, G2 to G5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.register.described import Register
from capture_app.ui.register.register_page import RegisterPage
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.style import Look
from capture_app.ui.written.registers import RESPONSES, folding_register, response_register
from capture_app.ui.written.response_pane import ResponsePane
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.workspaces import Workspace


class WrittenPage(RegisterPage):
    """Only a lead has it: no pack holds a response."""

    def __init__(
        self, workspace: Workspace, jobs: Jobs, look: Look, *, parent: QWidget | None = None
    ) -> None:
        self._workspace, self._jobs = workspace, jobs
        super().__init__(
            _("Written feedback"),
            _("Confidential, never anonymous"),
            (response_register(), folding_register()),
            workspace,
            jobs,
            look,
            make=self._make_pane,
            parent=parent,
        )

    def _make_pane(self, register: Register) -> RegisterPane:
        if register.key == RESPONSES:
            return ResponsePane(
                register, self._workspace, self._jobs, self._look, lambda: self._keys or KeyMap()
            )
        return RegisterPane(register, self._workspace, self._jobs, self._look)
