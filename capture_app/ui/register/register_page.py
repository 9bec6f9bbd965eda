"""A page of one or several registers: a switch between them, and the one that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.workspaces import Workspace
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.register.described import Register
from capture_app.ui.register.part_switch import PartSwitch
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.style import Look
from capture_app.ui.widgets.header import PageHeader

MakePane = Callable[[Register], RegisterPane]


class RegisterPage(QWidget):
    """Panes are made when they are first shown.

    Signals: those of `RegisterPane`.
    """

    saved = Signal(object)
    unsaved = Signal()
    failed = Signal(str)
    refused = Signal(object, str)
    history_wanted = Signal(str, str)

    def __init__(
        self,
        title: str,
        detail: str,
        parts: Sequence[Register],
        workspace: Workspace,
        jobs: Jobs,
        look: Look,
        *,
        make: MakePane | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._parts = look, {part.key: part for part in parts}
        self._make = make or (lambda part: RegisterPane(part, workspace, jobs, self._look))
        self._panes: dict[str, RegisterPane] = {}
        self._keys: KeyMap | None = None
        self.header = PageHeader(look, title, detail)
        self._stack = QStackedWidget()
        self._switch = PartSwitch(look, [(part.key, part.title()) for part in parts])
        self._switch.chosen.connect(self.show_part)
        self._column, self._row, self._body = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._row.addWidget(self._switch, 1)
        self._body.addWidget(self._stack)
        self._column.addWidget(self.header)
        self._column.addLayout(self._row)
        self._column.addLayout(self._body, 1)
        self._switch.setVisible(len(parts) > 1)
        self.set_look(look)
        self.show_part(parts[0].key)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        page = look.px(look.theme.space.page)
        self._row.setContentsMargins(page, 0, page, look.px(10))
        self._body.setContentsMargins(page, 0, page, look.px(14))

    def listen(self, keys: KeyMap) -> None:
        """Let the keys of undo and redo work in its registers."""
        self._keys = keys
        for pane in self._panes.values():
            pane.steps.listen(keys)

    def show_part(self, key: str) -> None:
        """Turn to a register; what was typed in the one before is kept."""
        self.keep_typed()
        if key not in self._panes:
            pane = self._make(self._parts[key])
            pane.saved.connect(self.saved)
            pane.unsaved.connect(self.unsaved)
            pane.failed.connect(self.failed)
            pane.refused.connect(self.refused)
            pane.history_wanted.connect(self.history_wanted)
            if self._keys is not None:
                pane.steps.listen(self._keys)
            self._panes[key] = pane
            self._stack.addWidget(pane)
        self._switch.set_chosen(key)
        self._stack.setCurrentWidget(self._panes[key])

    def pane(self) -> RegisterPane:
        """The register that is shown."""
        return next(pane for pane in self._panes.values() if pane is self._stack.currentWidget())

    def go_to(self, key: str, record: RecordId) -> None:
        """Show a record of a register."""
        self.show_part(key)
        self.pane().go_to(record)

    def keep_typed(self) -> None:
        """Have what is being typed kept."""
        for pane in self._panes.values():
            pane.keep_typed()

    def focus_first(self) -> None:
        """Where one works."""
        self.pane().focus_first()
