"""One question of a form, as it is written: its words, how it is answered, and what it asks about (D1 to D9, F1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import Qt

from capture_app.domain.values import Item
from capture_app.domain.vocabulary import About, FormPurpose, ItemKind, Scale
from capture_app.services.forms import options_of
from capture_app.services.naming import Choice
from capture_app.ui.forms.option_lines import OptionLines, labels_in
from capture_app.ui.register.another import Another
from capture_app.ui.register.editors import FieldEditor, LineText, ManyLines, OneOf, YesOrNo
from capture_app.ui.register.grid import FieldGrid
from capture_app.ui.register.parts_editor import PartRow
from capture_app.ui.style import Look
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.field import Field
from capture_app.words import _

KINDS: Mapping[FormPurpose, Sequence[ItemKind]] = {
    FormPurpose.WORKSHEET: tuple(ItemKind),
    FormPurpose.QUESTIONNAIRE: (ItemKind.CHOICE, ItemKind.FIGURE, ItemKind.TEXT),
    FormPurpose.WRITTEN_FEEDBACK: (ItemKind.CHOICE, ItemKind.FIGURE, ItemKind.TEXT),
}
"""What a question of each kind of form can ask for; the first is what a new one begins with."""


class QuestionRow(PartRow[Item]):
    """Only the fields that go with how it is answered can be seen."""

    def __init__(self, look: Look, key: str, item: Item, purpose: FormPurpose) -> None:
        super().__init__(look, key, item.order, _("Remove this question"))
        self._item, self._purpose = item, purpose
        self._cases: Sequence[Choice] = ()
        self._edge = Divider()
        self._make(look)
        self._lay_out(look)
        for chosen in (self.kind, self.scale):
            chosen.chosen.connect(self._fit)
        self.show_part(item)

    def part(self) -> Item:
        kind = cast(ItemKind, self.kind.value())
        lines, options = kind is ItemKind.LINES, self._asks_for_options()
        figure, chosen = kind is ItemKind.FIGURE, kind is ItemKind.CHOICE
        labels = labels_in(str(self.read(self.options, _words_of(self._item)))) if options else ()
        return Item(
            kind=kind,
            prompt=str(self.prompt.value()),
            order=self.order,
            help=str(self.help.value()),
            about=cast(About, self.about.value()),
            options=options_of(labels, self._item.options),
            reason=bool(self.reason.value()) if chosen else False,
            unit=str(self.unit.value()) if figure else "",
            of=str(self.of.value()) if figure else "",
            scale=cast(Scale, self.scale.value()) if lines else Scale.NONE,
            case=str(self.case.value()) if lines else "",
            theme=str(self.theme.value()),
        )

    def show_part(self, part: Item) -> None:
        self._item = part
        typed = (
            (self.prompt, part.prompt),
            (self.help, part.help),
            (self.unit, part.unit),
            (self.of, part.of),
        )
        for editor, value in (*typed, (self.options, _words_of(part))):
            if self.is_free(editor):
                editor.show_value(value)
        chosen = (
            *((self.kind, part.kind), (self.scale, part.scale), (self.reason, part.reason)),
            *((self.about, part.about), (self.case, part.case), (self.theme, part.theme)),
        )
        for one, member in chosen:
            one.show_value(member)
        self._fit()

    def set_place(self, place: int, count: int) -> None:
        super().set_place(place, count)
        self._edge.setVisible(place > 0)
        self._seen[self.prompt].set_label(_("Question {number}").format(number=place + 1))

    def set_named(self, themes: Sequence[Choice], cases: Sequence[Choice]) -> None:
        """The sections and areas a question can ask about, and the cases it can be about."""
        self._cases = cases
        self.theme.set_choices(themes)
        self.case.set_choices(cases)
        self._fit()

    def focus_first(self) -> None:
        self.prompt.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, look: Look) -> None:
        self.prompt, self.options = ManyLines(look, 2), OptionLines(look, 4)
        self.help, self.unit, self.of = LineText(), LineText(), LineText()
        self.kind = OneOf(
            look, _("Answered with"), ItemKind, empty=False, among=KINDS[self._purpose], narrow=True
        )
        self.scale = OneOf(look, _("The group decides"), Scale, empty=False, narrow=True)
        self.about = OneOf(look, _("What it is about"), About, empty=False, narrow=True)
        self.reason = YesOrNo(look, _("with room for a reason"))
        self.theme, self.case = Another(look, _("Section or area")), Another(look, _("Case"))

    def _lay_out(self, look: Look) -> None:
        self._seen: dict[FieldEditor, Field] = {}
        wide = {self.prompt, self.help, self.options}
        fields = []
        for words, editor, helps in self._named():
            self._seen[editor] = self.field(words, editor, helps)
            fields.append((self._seen[editor], editor in wide))
        self.content.addWidget(self._edge)
        self.content.addWidget(FieldGrid(look, fields, dense=True))

    def _named(self) -> tuple[tuple[str, FieldEditor, str], ...]:
        return (
            (_("Question"), self.prompt, ""),
            (_("Help below it"), self.help, ""),
            (_("Answered with"), self.kind, ""),
            (_("The group decides"), self.scale, ""),
            (_("What it is about"), self.about, ""),
            (_("Section or area"), self.theme, ""),
            (_("Case"), self.case, ""),
            (_("Counted in"), self.unit, ""),
            (_("Of what"), self.of, ""),
            (_("Besides"), self.reason, ""),
            (_("Options"), self.options, _("One in each line.")),
        )

    def _asks_for_options(self) -> bool:
        kind = self.kind.value()
        decides = kind is ItemKind.LINES and self.scale.value() is not Scale.NONE
        return decides or kind is ItemKind.CHOICE

    def _fit(self) -> None:
        kind = self.kind.value()
        lines = kind is ItemKind.LINES
        shown = {
            self.scale: lines,
            self.about: self._purpose is not FormPurpose.WORKSHEET,
            self.case: lines and bool(self._cases),
            self.unit: kind is ItemKind.FIGURE,
            self.of: kind is ItemKind.FIGURE,
            self.reason: kind is ItemKind.CHOICE,
            self.options: self._asks_for_options(),
        }
        for editor, visible in shown.items():
            self._seen[editor].setVisible(visible)
        if not shown[self.options]:
            self.take_back(self.options)


def _words_of(item: Item) -> str:
    return "\n".join(option.label for option in item.options)
