"""Below the agenda of a session: taking over the parts of a template (B7)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.services.agendas import TemplateChoice
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class TemplateUse(QWidget):
    """Signals:
    wanted(str): use this template for the session.
    """

    wanted = Signal(str)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = DropDown(look, _("Agenda template"))
        self._button = Button(_("Use for this session"), look, size="row", icon="copy")
        self._none = Prose(_("There is none yet. Make one under Agenda templates, above."), look, "caption")
        self._said = Prose("", look, "secondary")
        row = FlowRow(look, 8)
        row.add(self._list)
        row.add(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(6))
        for widget in (Label(_("From a template"), "heading"), self._none, row, self._said):
            column.addWidget(widget)
        self._row = row
        self._button.clicked.connect(lambda: self.wanted.emit(str(self._list.currentData())))
        self.show_templates((), "")

    def show_templates(self, templates: Sequence[TemplateChoice], used: str) -> None:
        """The templates there are; `used` is the one this session's agenda came from."""
        chosen = used or str(self._list.currentData() or "")
        self._list.clear()
        for one in templates:
            self._list.addItem(one.title, one.id)
        self._list.setCurrentIndex(max(0, self._list.findData(chosen)))
        self._row.setVisible(bool(templates))
        self._none.setVisible(not templates)
        name = next((one.title for one in templates if one.id == used), "")
        self.say(_("This agenda was made from ‘{template}’.").format(template=name) if name else "")

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """What came of it."""
        self._said.set_kind("bad" if wrong else "secondary")
        self._said.set_words(sentence)
        self._said.setVisible(bool(sentence))
