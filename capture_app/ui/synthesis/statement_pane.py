"""The right side: how many statements there are, the way to a new one, and the list."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.synthesising import Synthesis
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.synthesis.statement_list import StatementList
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.label import Elided, Label
from capture_app.words import _, n_, number_words


class StatementPane(QWidget):
    """`list` has the statements, `add` begins a new one."""

    def __init__(self, look: Look, keys: KeyMap, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = StatementList(look)
        new = keys["evidence.new_statement"]
        self.add = Button(new.words, look, icon="plus", size="row", key=new.cap)
        self.add.clicked.connect(self.list.begin_new)
        self._count = Elided("", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.addWidget(Label(_("Statements"), "heading"))
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        self._head.addWidget(self.add)
        column.addLayout(self._head)
        column.addWidget(Divider())
        column.addWidget(self.list, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._head.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        self._head.setSpacing(look.px(8))

    def show_synthesis(self, synthesis: Synthesis) -> None:
        """Show the statements as they stand."""
        self.list.show_synthesis(synthesis)
        used = [section for section in synthesis.sections if section.statements]
        count = sum(len(section.statements) for section in used)
        sections = n_("{count} section", "{count} sections", len(used))
        words = _("{count} in {sections}").format(count=number_words(count), sections=sections)
        self._count.setText(words if count else _("none yet"))
