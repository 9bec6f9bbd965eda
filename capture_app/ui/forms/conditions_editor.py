"""When a question is asked: what must have been answered to earlier ones (F2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.values import Condition, Item
from capture_app.domain.vocabulary import ItemKind, When
from capture_app.services.wording import choice_words
from capture_app.ui.forms.kinds import CHOSEN, COMPARED
from capture_app.ui.forms.limit_text import LimitText
from capture_app.ui.register.editors import FieldEditor
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.choices import Check, DropDown
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Prose
from capture_app.words import _

Earlier = Sequence[tuple[str, Item]]
"""The questions before this one, by key, in their order."""

_BY_OPTION = (When.ANY_OF, When.NONE_OF)
_BY_SIZE = (When.AT_LEAST, When.AT_MOST)
_ALWAYS = (When.ANSWERED, When.NOT_ANSWERED)


class ConditionRow(QWidget):
    """One condition: of which question, in which way, and with which answers.

    Signals: chosen(), typed(), left(), as of an editor; removed().
    """

    chosen = Signal()
    typed = Signal()
    left = Signal()
    removed = Signal()

    def __init__(self, look: Look, earlier: Earlier, condition: Condition) -> None:
        super().__init__()
        self._look, self._earlier, self._condition = look, dict(earlier), condition
        self.question, self.when = DropDown(look, _("Depends on")), DropDown(look, _("In which way"))
        self.options, self.limit = FlowRow(look), LimitText()
        self.limit.control.setAccessibleName(_("Number or day"))
        self._checks: dict[str, Check] = {}
        self._never = Prose(_("Tick an answer, or it is never asked."), look, "warn")
        self._gone = Button(_("Remove this condition"), look, "quiet", icon="trash")
        self._gone.set_compact(True)
        self._lay_out()
        for key, item in earlier:
            self.question.addItem(item.prompt or _("A question without words"), key)
        if condition.item not in self._earlier:
            self.question.addItem(_("a question that does not come before this one"), condition.item)
        self.question.setCurrentIndex(self.question.findData(condition.item))
        self._fit()
        self.question.activated.connect(self._on_question)
        self.when.activated.connect(self._on_when)
        self.limit.typed.connect(self.typed)
        self.limit.left.connect(self.left)
        self._gone.clicked.connect(self.removed)

    def condition(self) -> Condition:
        """The condition as it stands. Raises ValueError with a sentence for a number or day that is none.

        Of a question that is not before this one nothing is on offer, so that what stands there stays.
        """
        if self._condition.item not in self._earlier:
            return self._condition
        when = When(self.when.currentData())
        values: tuple[str, ...] = ()
        if when in _BY_OPTION:
            values = tuple(key for key, check in self._checks.items() if check.isChecked())
        elif when in _BY_SIZE:
            limit = str(self.limit.value())
            values = (limit,) if limit else ()
        return Condition(item=str(self.question.currentData()), when=when, values=values)

    def _lay_out(self) -> None:
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.question, self.when):
            widget.let_shrink()
            row.addWidget(widget, 1)
        row.addWidget(self.limit, 1)
        row.addWidget(self._gone)
        column.addLayout(row)
        column.addWidget(self.options)
        column.addWidget(self._never)

    def _fit(self) -> None:
        """Show the ways and answers that go with the question."""
        item = self._earlier.get(self._condition.item)
        kind = item.kind if item else None
        ways = (_BY_OPTION if kind in CHOSEN else _BY_SIZE if kind in COMPARED else ()) + _ALWAYS
        self.when.clear()
        for way in dict.fromkeys((*ways, self._condition.when) if item is None else ways):
            self.when.addItem(choice_words(way), way.value)
        self.when.setCurrentIndex(max(0, self.when.findData(self._condition.when.value)))
        self.limit.kind = ItemKind.DATE if kind is ItemKind.DATE else ItemKind.FIGURE
        self.limit.show_value(
            self._condition.values[0] if self._condition.when in _BY_SIZE and self._condition.values else ""
        )
        self._offer(item)
        self._show_what_counts()

    def _offer(self, item: Item | None) -> None:
        self.options.clear()
        self._checks = {}
        for number, option in enumerate(item.options if item else (), start=1):
            check = Check(option.label or str(number), self._look)
            check.setChecked(option.id in self._condition.values)
            check.clicked.connect(self._on_checked)
            self._checks[option.id] = check
            self.options.add(check)

    def _show_what_counts(self) -> None:
        when = When(self.when.currentData())
        self.options.setVisible(when in _BY_OPTION)
        self.limit.setVisible(when in _BY_SIZE)
        self._never.setVisible(
            when is When.ANY_OF and not any(one.isChecked() for one in self._checks.values())
        )

    def _on_question(self) -> None:
        self._condition = Condition(item=str(self.question.currentData()))
        self._fit()
        self.chosen.emit()

    def _on_checked(self) -> None:
        self._show_what_counts()
        self.chosen.emit()

    def _on_when(self) -> None:
        self._show_what_counts()
        self.chosen.emit()


class ConditionsEditor(FieldEditor):
    """All conditions of a question; none means that it is always asked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._earlier: Earlier = ()
        self.rows: list[ConditionRow] = []
        self._none = Prose(_("Always asked."), look, "secondary")
        self._add = Button(_("Ask it only after certain answers"), look, "quiet", size="row", icon="plus")
        self._add.clicked.connect(self._on_add)
        self._hold(self._add)
        column, self._list = cast(QVBoxLayout, self.layout()), QVBoxLayout()
        column.insertLayout(0, self._list)
        column.insertWidget(0, self._none)
        column.setAlignment(self._add, Qt.AlignmentFlag.AlignLeft)
        self._settle()

    def set_earlier(self, earlier: Earlier) -> None:
        """The questions that can be named."""
        if tuple(earlier) != tuple(self._earlier):
            self._earlier = tuple(earlier)
            if (conditions := self._as_they_stand()) is not None:
                self._show_rows(conditions)

    def value(self) -> object:
        return tuple(row.condition() for row in self.rows)

    def show_value(self, value: object) -> None:
        conditions = cast(tuple[Condition, ...], value)
        if conditions != self._as_they_stand():
            self._show_rows(conditions)

    def _as_they_stand(self) -> tuple[Condition, ...] | None:
        try:
            return tuple(row.condition() for row in self.rows)
        except ValueError:
            return None

    def _show_rows(self, conditions: tuple[Condition, ...]) -> None:
        while self.rows:
            self._drop(self.rows.pop())
        for condition in conditions:
            self._append(condition)
        self._settle()

    def _append(self, condition: Condition) -> ConditionRow:
        row = ConditionRow(self._look, self._earlier, condition)
        row.chosen.connect(self._on_chosen)
        row.typed.connect(self.typed)
        row.left.connect(self.left)
        row.removed.connect(lambda: self._on_removed(row))
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _drop(self, row: ConditionRow) -> None:
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _settle(self) -> None:
        self._none.setVisible(not self.rows)
        self._add.setVisible(bool(self._earlier))
        self._add.set_words(_("And only after…") if self.rows else _("Ask it only after certain answers"))

    def _on_add(self) -> None:
        key, item = self._earlier[-1]
        when = When.ANY_OF if item.kind in CHOSEN else When.ANSWERED
        row = self._append(Condition(item=key, when=when))
        self._settle()
        row.question.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_chosen()

    def _on_removed(self, row: ConditionRow) -> None:
        self.rows.remove(row)
        self._drop(row)
        self._settle()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self.chosen.emit()
