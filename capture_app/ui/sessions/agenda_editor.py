"""The parts of an agenda template, one in a row (B7)."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt

from capture_app.domain.values import PlannedPart
from capture_app.domain.vocabulary import Rule
from capture_app.ui.register.editors import FieldEditor, LineText, OneOf, WholeNumber, YesOrNo
from capture_app.ui.register.grid import FieldGrid
from capture_app.ui.register.parts_editor import PartRow, PartsEditor
from capture_app.ui.style import Look
from capture_app.words import _


def part_words() -> str:
    """What two fields of a part mean (B6, practice 2.5)."""
    return _(
        "Rule for naming speakers: open, names may stand; Chatham House Rule, what was said and never who said it; "
        "confidential, only what those present agree to pass on. A part that begins and lasts as planned keeps its "
        "time when others run late, as the questionnaire should."
    )


class PlannedRow(PartRow[PlannedPart]):
    """One part of the agenda."""

    def __init__(self, look: Look, key: str, part: PlannedPart) -> None:
        super().__init__(look, key, part.order, _("Remove this part"))
        self._part = part
        self._title, self._minutes, self._owner = LineText(), WholeNumber(), LineText()
        self._rule = OneOf(look, _("Rule for naming speakers"), Rule, empty=False)
        self._kept = YesOrNo(look, _("begins and lasts as planned"))
        fields = [(self.field(*one), one[1] is self._title) for one in self._named()]
        self.content.addWidget(FieldGrid(look, fields, dense=True))
        self.show_part(part)

    def part(self) -> PlannedPart:
        return PlannedPart(
            title=str(self._title.value()),
            order=self.order,
            minutes=cast("int | None", self.read(self._minutes, self._part.minutes)),
            owner=str(self._owner.value()),
            rule=cast(Rule, self._rule.value()),
            kept=bool(self._kept.value()),
        )

    def show_part(self, part: PlannedPart) -> None:
        self._part = part
        shown = ((self._title, part.title), (self._minutes, part.minutes), (self._owner, part.owner))
        for editor, value in shown:
            if self.is_free(editor):
                editor.show_value(value)
        self._rule.show_value(part.rule)
        self._kept.show_value(part.kept)

    def focus_first(self) -> None:
        self._title.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self) -> tuple[tuple[str, FieldEditor], ...]:
        return (
            (_("Part"), self._title),
            (_("Minutes"), self._minutes),
            (_("Who leads it"), self._owner),
            (_("Rule for naming speakers"), self._rule),
            (_("If time runs short"), self._kept),
        )


class PlannedParts(PartsEditor[PlannedPart]):
    """All parts of a template."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Add a part"))

    def make_row(self, key: str, part: PlannedPart) -> PlannedRow:
        return PlannedRow(self._look, key, part)

    def fresh(self, order: str) -> PlannedPart:
        return PlannedPart(title="", order=order)
