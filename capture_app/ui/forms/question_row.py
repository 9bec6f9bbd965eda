"""One question of a form, as it is written: its words, how it is answered, what it is about (D1 to D9, F1, F2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt

from capture_app.domain.forms.course import ONLY_READ
from capture_app.domain.values import Condition, Item, Limits, Option
from capture_app.domain.vocabulary import About, FormPurpose, ItemKind, Scale
from capture_app.services.naming import Choice
from capture_app.ui.forms.conditions_editor import ConditionsEditor, Earlier
from capture_app.ui.forms.kinds import KINDS, LIMITED, has_options
from capture_app.ui.forms.limit_text import LimitText
from capture_app.ui.forms.option_lines import OptionLines, lines_of, options_in
from capture_app.ui.register.another import Another
from capture_app.ui.register.editors import FieldEditor, LineText, ManyLines, OneOf, YesOrNo
from capture_app.ui.register.grid import FieldGrid
from capture_app.ui.register.parts_editor import PartRow
from capture_app.ui.style import Look
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.field import Field
from capture_app.words import _


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
        kind, scale = cast(ItemKind, self.kind.value()), cast(Scale, self.scale.value())
        lines, figure, chosen = (kind is one for one in (ItemKind.LINES, ItemKind.FIGURE, ItemKind.CHOICE))
        before = self._item
        return Item(
            kind=kind,
            prompt=str(self.prompt.value()),
            order=self.order,
            help=str(self.help.value()),
            about=cast(About, self.about.value()),
            options=self._options(self.options, before.options) if has_options(kind, scale) else (),
            reason=bool(self.reason.value()) if chosen else False,
            unit=str(self.unit.value()) if figure else "",
            of=str(self.of.value()) if figure else "",
            scale=scale if lines else before.scale if before.kind is kind is ItemKind.MATRIX else Scale.NONE,
            case=str(self.case.value()) if lines else "",
            theme=str(self.theme.value()),
            rows=self._options(self.rows, before.rows) if kind is ItemKind.MATRIX else (),
            show_if=cast(tuple[Condition, ...], self.read(self.show_if, before.show_if)),
            limits=self._limits() if kind in LIMITED else Limits(),
            wanted=bool(self.wanted.value()) if self._is_asked() else False,
        )

    def show_part(self, part: Item) -> None:
        self._item = part
        typed = (
            *((self.prompt, part.prompt), (self.help, part.help), (self.unit, part.unit), (self.of, part.of)),
            *((self.options, lines_of(part.options)), (self.rows, lines_of(part.rows))),
            *((self.least, part.limits.least), (self.most, part.limits.most)),
            (self.message, part.limits.message),
        )
        for editor, value in typed:
            if self.is_free(editor):
                editor.show_value(value)
        chosen = (
            *((self.kind, part.kind), (self.scale, part.scale), (self.reason, part.reason)),
            *((self.about, part.about), (self.case, part.case), (self.theme, part.theme)),
            (self.wanted, part.wanted),
        )
        for one, member in chosen:
            one.show_value(member)
        if self.is_free(self.show_if):
            self.show_if.show_value(part.show_if)
        self._fit()

    def set_place(self, place: int, count: int) -> None:
        super().set_place(place, count)
        self._edge.setVisible(place > 0)

    def set_named(self, themes: Sequence[Choice], cases: Sequence[Choice]) -> None:
        """The sections and areas a question can ask about, and the cases it can be about."""
        self._cases = cases
        self.theme.set_choices(themes)
        self.case.set_choices(cases)
        self._fit()

    def set_earlier(self, earlier: Earlier) -> None:
        """The questions before it, on whose answers it can depend; with them it has its number."""
        self.show_if.set_earlier(earlier)
        words = {ItemKind.NOTE: _("Note"), ItemKind.SECTION: _("Heading")}
        number = _("Question {number}").format(number=len(earlier) + 1)
        self._seen[self.prompt].set_label(words.get(cast(ItemKind, self.kind.value()), number))

    def focus_first(self) -> None:
        self.prompt.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, look: Look) -> None:
        self.prompt, self.options, self.rows = ManyLines(look, 2), OptionLines(look, 4), OptionLines(look, 3)
        self.help, self.unit, self.of, self.message = LineText(), LineText(), LineText(), LineText()
        self.least, self.most = LimitText(), LimitText()
        kinds = KINDS[self._purpose]
        self.kind = OneOf(look, _("Answered with"), ItemKind, empty=False, among=kinds, narrow=True)
        self.scale = OneOf(look, _("The group decides"), Scale, empty=False, narrow=True)
        self.about = OneOf(look, _("What it is about"), About, empty=False, narrow=True)
        self.reason = YesOrNo(look, _("with room for a reason"))
        self.wanted = YesOrNo(look, _("asked once more if left blank"))
        self.theme, self.case = Another(look, _("Section or area")), Another(look, _("Case"))
        self.show_if = ConditionsEditor(look)

    def _lay_out(self, look: Look) -> None:
        self._seen: dict[FieldEditor, Field] = {}
        wide = {self.prompt, self.help, self.options, self.rows, self.message, self.show_if}
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
            (_("Left blank"), self.wanted, ""),
            (_("At least"), self.least, ""),
            (_("At most"), self.most, ""),
            (_("Options"), self.options, _("One in each line.")),
            (_("Rows"), self.rows, _("What it is asked of, one in each line.")),
            (_("Said to who goes beyond"), self.message, _("Empty: the program says what would be right.")),
            (_("When it is asked"), self.show_if, ""),
        )

    def _options(self, editor: OptionLines, before: tuple[Option, ...]) -> tuple[Option, ...]:
        return options_in(str(self.read(editor, lines_of(before))), before)

    def _limits(self) -> Limits:
        kind, before = cast(ItemKind, self.kind.value()), self._item.limits
        self.least.kind = self.most.kind = kind
        chosen = kind in (ItemKind.MULTIPLE, ItemKind.RANK)
        self.least.options = len(self._item.options) if chosen else None
        least = str(self.read(self.least, before.least))
        self.most.least = least
        most = str(self.read(self.most, before.most))
        limited = bool(least or most)
        return Limits(
            least=least, most=most, message=str(self.message.value()) if limited else before.message
        )

    def _is_asked(self) -> bool:
        kind = cast(ItemKind, self.kind.value())
        return self._purpose is not FormPurpose.WORKSHEET and kind not in ONLY_READ

    def _fit(self) -> None:
        kind, scale = cast(ItemKind, self.kind.value()), cast(Scale, self.scale.value())
        worksheet, asked = self._purpose is FormPurpose.WORKSHEET, self._is_asked()
        lines, figure = kind is ItemKind.LINES, kind is ItemKind.FIGURE
        limited = asked and kind in LIMITED
        shown = {
            self.scale: lines,
            self.about: asked,
            self.theme: worksheet or asked,
            self.case: lines and bool(self._cases),
            self.unit: figure,
            self.of: figure,
            self.reason: kind is ItemKind.CHOICE,
            self.wanted: asked,
            self.least: limited,
            self.most: limited,
            self.message: limited and bool(self._item.limits.least or self._item.limits.most),
            self.options: has_options(kind, scale),
            self.rows: kind is ItemKind.MATRIX,
            self.show_if: not worksheet,
        }
        for editor, visible in shown.items():
            self._seen[editor].setVisible(visible)
            if not visible:
                self.take_back(editor)
