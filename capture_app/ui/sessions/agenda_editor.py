"""The parts of an agenda template, one in a row, put in order by buttons (B7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.ids import new_id
from capture_app.domain.ordering import between, placed
from capture_app.domain.values import PlannedPart
from capture_app.domain.vocabulary import Rule
from capture_app.ui.register.editors import FieldEditor, LineText, OneOf, WholeNumber, YesOrNo
from capture_app.ui.register.grid import FieldGrid
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.field import Field
from capture_app.words import _

Parts = Mapping[str, PlannedPart]
"""The parts of a template by their keys."""


class PlannedRow(QWidget):
    """One part. Signals: typed(), chosen(), left(); moved(int): up by -1 or down by 1; removed()."""

    typed = Signal()
    chosen = Signal()
    left = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, look: Look, key: str, part: PlannedPart) -> None:
        super().__init__()
        self.key, self.order = key, part.order
        self._title, self._minutes, self._owner = LineText(), WholeNumber(), LineText()
        self._rule = OneOf(look, _("Rule for naming speakers"), Rule, empty=False)
        self._kept = YesOrNo(look, _("begins and lasts as planned"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(4), 0, look.px(8))
        line.setSpacing(look.px(8))
        fields = [(self._field(look, *one), one[1] is self._title) for one in self._named()]
        line.addWidget(FieldGrid(look, fields, dense=True), 1)
        self._up = self._button(look, line, _("Move up"), "arrow-up")
        self._down = self._button(look, line, _("Move down"), "arrow-down")
        gone = self._button(look, line, _("Remove this part"), "trash")
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        gone.clicked.connect(self.removed)
        self.show_part(part)

    def part(self) -> PlannedPart:
        """What stands in it. Raises ValueError where the minutes are no number."""
        return PlannedPart(
            title=str(self._title.value()),
            order=self.order,
            minutes=cast("int | None", self._minutes.value()),
            owner=str(self._owner.value()),
            rule=cast(Rule, self._rule.value()),
            kept=bool(self._kept.value()),
        )

    def show_part(self, part: PlannedPart) -> None:
        """Show a part; an editor in which somebody types keeps what it has."""
        self.order = part.order
        shown = ((self._title, part.title), (self._minutes, part.minutes), (self._owner, part.owner))
        for editor, value in shown:
            if not editor.control.hasFocus():
                editor.show_value(value)
        self._rule.show_value(part.rule)
        self._kept.show_value(part.kept)

    def set_place(self, *, first: bool, last: bool) -> None:
        """Where it stands among the parts."""
        self._up.setEnabled(not first)
        self._down.setEnabled(not last)

    def focus_first(self) -> None:
        """Put the cursor into its title."""
        self._title.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self) -> tuple[tuple[str, FieldEditor], ...]:
        return (
            (_("Part"), self._title),
            (_("Minutes"), self._minutes),
            (_("Who leads it"), self._owner),
            (_("Rule for naming speakers"), self._rule),
            (_("If time runs short"), self._kept),
        )

    def _field(self, look: Look, words: str, editor: FieldEditor) -> Field:
        editor.control.setAccessibleName(words)
        editor.typed.connect(self.typed)
        editor.chosen.connect(self.chosen)
        editor.left.connect(self.left)
        return Field(look, words, editor)

    def _button(self, look: Look, line: QHBoxLayout, words: str, icon: str) -> Button:
        button, holder = Button(words, look, "quiet", icon=icon), QVBoxLayout()
        button.set_compact(True)
        holder.setContentsMargins(0, look.px(20), 0, 0)
        holder.addWidget(button)
        holder.addStretch(1)
        line.addLayout(holder)
        return button


class PlannedParts(FieldEditor):
    """All parts of a template; its value is the mapping of them by key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[PlannedRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        add = Button(_("Add a part"), look, "quiet", size="row", icon="plus")
        add.clicked.connect(self.add)
        self._hold(add)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(0, self._list)
            column.setAlignment(add, Qt.AlignmentFlag.AlignLeft)

    def set_look(self, look: Look) -> None:
        """Rows made from now on."""
        self._look = look

    def value(self) -> object:
        return {row.key: row.part() for row in self._rows}

    def show_value(self, value: object) -> None:
        parts = sorted(cast(Parts, value).items(), key=lambda each: (each[1].order, each[0]))
        known = {row.key: row for row in self._rows}
        self._rows = [known.pop(key) if key in known else self._made(key, part) for key, part in parts]
        for gone in known.values():
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for row, (_key, part) in zip(self._rows, parts, strict=True):
            row.show_part(part)
        self._arrange()

    def add(self) -> None:
        """Begin a part at the end."""
        order = between(max((row.order for row in self._rows), default=""))
        row = self._made(new_id(), PlannedPart(title="", order=order))
        self._rows.append(row)
        self._arrange()
        row.focus_first()

    def _made(self, key: str, part: PlannedPart) -> PlannedRow:
        row = PlannedRow(self._look, key, part)
        row.typed.connect(self.typed)
        row.chosen.connect(self.chosen)
        row.left.connect(self.left)
        row.moved.connect(lambda step: self._on_moved(row, step))
        row.removed.connect(lambda: self._on_removed(row))
        return row

    def _arrange(self) -> None:
        for place, row in enumerate(self._rows):
            self._list.removeWidget(row)
            self._list.insertWidget(place, row)
            row.set_place(first=place == 0, last=place == len(self._rows) - 1)
            row.show()

    def _on_moved(self, row: PlannedRow, step: int) -> None:
        for place, order in placed([one.order for one in self._rows], self._rows.index(row), step).items():
            self._rows[place].order = order
        self._rows.sort(key=lambda one: (one.order, one.key))
        self._arrange()
        self.chosen.emit()

    def _on_removed(self, row: PlannedRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._arrange()
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()
