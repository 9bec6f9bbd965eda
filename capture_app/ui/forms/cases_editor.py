"""The cases of a worksheet: each told to a group before it is asked about it (D4)."""

from __future__ import annotations

from PySide6.QtCore import Qt

from capture_app.domain.values import Case
from capture_app.ui.register.editors import LineText, ManyLines, YesOrNo
from capture_app.ui.register.parts_editor import PartRow, PartsEditor
from capture_app.ui.style import Look
from capture_app.words import _


class CaseRow(PartRow[Case]):
    """One case: title, story, and whether it is nobody's own."""

    def __init__(self, look: Look, key: str, case: Case) -> None:
        super().__init__(look, key, "", _("Remove this case"), moves=False)
        self.title, self.text = LineText(), ManyLines(look, 5)
        self.composite = YesOrNo(look, _("put together from several; nobody’s own story"))
        for words, editor in (
            (_("Title of the case"), self.title),
            (_("What is told"), self.text),
            (_("Whose"), self.composite),
        ):
            self.content.addWidget(self.field(words, editor))
        self.show_part(case)

    def part(self) -> Case:
        return Case(
            title=str(self.title.value()),
            text=str(self.text.value()),
            composite=bool(self.composite.value()),
        )

    def show_part(self, part: Case) -> None:
        for editor, value in ((self.title, part.title), (self.text, part.text)):
            if self.is_free(editor):
                editor.show_value(value)
        self.composite.show_value(part.composite)

    def focus_first(self) -> None:
        self.title.control.setFocus(Qt.FocusReason.OtherFocusReason)


class CasesEditor(PartsEditor[Case]):
    """All cases, in the order in which they were written."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Add a case"))

    def make_row(self, key: str, part: Case) -> CaseRow:
        return CaseRow(self._look, key, part)

    def fresh(self, order: str) -> Case:  # noqa: ARG002  # cases have no order of their own
        return Case(title="", text="")  # that it is nobody's own story, somebody has to say
