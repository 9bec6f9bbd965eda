"""Records that belong to another, each in a row of its own: other spellings, consents, parts of an agenda."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from capture_app.domain.ordering import placed
from capture_app.domain.record import Record, RecordId
from capture_app.domain.seen import NOTHING
from capture_app.services.keeping import Entry
from capture_app.services.naming import Choice as Named
from capture_app.services.registers import fresh
from capture_app.ui.register.described import Adding, Choice, Rows
from capture_app.ui.register.fields import RecordField
from capture_app.ui.register.removed_button import RemovedButton
from capture_app.ui.register.row import Row
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _

Offers = Mapping[tuple[type[Record], str], Sequence[str]]
"""Words to offer, by kind and field."""


class RowsBlock(QWidget):
    """All rows of one description, and the buttons that add one. A new row is kept once something stands in it.

    Rows are made when the block is first seen: a form may have many.
    """

    typed = Signal()
    noted = Signal(object)
    kept = Signal(object)
    removed = Signal(object)
    weighed = Signal()
    history_wanted = Signal(str, str)

    def __init__(self, look: Look, spec: Rows, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.spec = look, spec
        self._owner: RecordId = ""
        self._rows: dict[RecordId, Row] = {}
        self._others: tuple[Record, ...] = ()  # of the same kind and owner, in another block
        self._waiting: tuple[Entry[Any], ...] | None = None
        self._follows: Mapping[str, object] = {}
        self._choices: Mapping[type[Record], Sequence[Named]] = {}
        self._offers: Offers = {}
        column, head = QVBoxLayout(self), FlowRow(look, 8)
        column.setContentsMargins(0, look.px(4), 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Label(spec.title(), "heading"))
        if spec.help():
            column.addWidget(Prose(spec.help(), look, "caption"))
        column.addWidget(Divider())
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self._adding = [self._button(one) for one in (Adding(words=spec.add), *spec.adds)]
        for button in self._adding:
            head.add(button)
        self.removed_button = RemovedButton(look)
        self.removed_button.chosen.connect(partial(self.history_wanted.emit, spec.kind.__name__))
        head.add(self.removed_button)
        column.addWidget(head)

    def set_look(self, look: Look) -> None:
        """Rows made from now on."""
        self._look = look

    def begin(self, owner: Record) -> None:
        """Turn to the rows of a record as it now stands; those of another one are empty until `show_entries`."""
        self._follows = self.spec.follows(owner)
        if owner.id != self._owner:
            self._owner, self._waiting, self._others = owner.id, None, ()
            self.show_removed(())
            for record in list(self._rows):
                self._drop(record)

    def show_entries(self, owner: RecordId, entries: Sequence[Entry[Any]]) -> None:
        """Show the records that belong to `owner`; a new row nobody has kept yet stays."""
        if owner == self._owner:
            self._waiting = tuple(entry for entry in entries if self.spec.holds(entry.record))
            self._others = tuple(one.record for one in entries if not self.spec.holds(one.record))
            if self.isVisible():
                self._show_waiting()

    def show_removed(self, removed: Sequence[tuple[Record, str]]) -> None:
        """Offer the way to rows that were taken away."""
        own = [(record.id, words) for record, words in removed if self.spec.holds(record)]
        self.removed_button.show_removed(own)
        self.removed_button.say_of(self.spec.title())

    def set_choices(self, choices: Mapping[type[Record], Sequence[Named]], offers: Offers) -> None:
        """The records that can be referred to, and words to offer."""
        self._choices, self._offers = choices, offers
        for row in self._rows.values():
            row.set_choices(choices, offers)

    def fields(self) -> list[RecordField]:
        """The fields of all its rows that stand."""
        return [field for row in self._rows.values() for field in row.fields]

    def keep_typed(self) -> None:
        """Have what is being typed kept."""
        for row in list(self._rows.values()):
            row.keep_typed()

    def add(self, fields: Mapping[str, object] | None = None) -> None:
        """Begin a new row and put the cursor into it."""
        siblings = [row.entry.record for row in self._rows.values()]
        given = {
            **self.spec.fresh,
            **self._follows,
            **self.spec.only,
            **(fields or {}),
            **self._next(siblings),
        }
        given[self.spec.by] = self._owner
        # Behind those of other blocks too: all of them stand in one order where they are printed.
        row = self._put(Entry(fresh(self.spec.kind, given, (*siblings, *self._others)), NOTHING))
        self._arrange()
        row.fields[0].editor.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_waiting()

    def _button(self, adding: Adding) -> Button:
        button = Button(adding.words(), self._look, "quiet", size="row", icon="plus")
        button.clicked.connect(lambda: self.add(adding.fields))
        return button

    def _show_waiting(self) -> None:
        if self._waiting is None:
            return
        entries, self._waiting = self._waiting, None
        told = {entry.record.id for entry in entries}
        for record, row in list(self._rows.items()):
            if record not in told and row.entry.seen is not NOTHING:
                self._leave(row)
                self._drop(record)
        for entry in entries:
            if (known := self._rows.get(entry.record.id)) is not None:
                known.show_entry(entry)
            else:
                self._put(entry)
        new = [record for record in self._rows if record not in told]
        self._rows = {record: self._rows[record] for record in (*(e.record.id for e in entries), *new)}
        self._arrange()

    def _next(self, siblings: Sequence[Record]) -> dict[str, object]:
        """Of the closed list of which each row has another, the first that is free."""
        name = self.spec.each
        of = next((one.of for one in self.spec.fields if isinstance(one, Choice) and one.name == name), None)
        taken = {getattr(one, name) for one in siblings} if of else set()
        free = [member for member in of or () if member not in taken]
        return {name: free[0]} if free else {}

    def _put(self, entry: Entry[Any]) -> Row:
        row = Row(self._look, self.spec, entry)
        row.set_choices(self._choices, self._offers)
        row.typed.connect(self.typed)
        row.noted.connect(self.noted)
        row.weighed.connect(self.weighed)
        row.kept.connect(partial(self._on_kept, row))
        row.removed.connect(self._on_removed)
        row.moved.connect(partial(self._on_moved, row))
        self._rows[entry.record.id] = row
        self._list.addWidget(row)
        row.show()
        return row

    def _arrange(self) -> None:
        """Put the rows in order; the first has nothing above it."""
        rows = list(self._rows.values())
        shown = [item.widget() for n in range(self._list.count()) if (item := self._list.itemAt(n))]
        if shown != rows:
            for row in rows:
                self._list.removeWidget(row)
                self._list.addWidget(row)
        for place, row in enumerate(rows):
            row.set_place(first=place == 0, last=place == len(rows) - 1)
        self._tell_repeats()

    def _tell_repeats(self) -> None:
        """Say of a row that an earlier one says the same; both are kept, since a person may have meant another."""
        told: set[tuple[str, ...]] = set()
        for row in self._rows.values() if self.spec.once else ():
            said = tuple(str(getattr(row.entry.record, name) or "").casefold() for name in self.spec.once)
            if all(said) and said in told:
                row.say(self.spec.once[-1], _("That stands here already. Remove one of the two."))
            told.add(said)

    def _on_kept(self, row: Row, entry: Entry[Any]) -> None:
        """A link that stands here already is not kept twice; its second row goes."""
        was = next(record for record, one in self._rows.items() if one is row)
        now = entry.record.id
        if now != was and now in self._rows:
            self._drop(was)
            self._rows[now].say(self._rows[now].fields[0].spec.name, _("That is here already."))
            announce(self, _("That is here already."))
            self._adding[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if now != was:
            self._rows = {now if record == was else record: one for record, one in self._rows.items()}
        self._tell_repeats()
        self.kept.emit(entry)

    def _on_moved(self, row: Row, step: int) -> None:
        rows = list(self._rows.values())
        orders = [str(getattr(one.entry.record, "order", "")) for one in rows]
        for place, order in placed(orders, rows.index(row), step).items():
            record: Any = rows[place].entry.record
            rows[place].entry = replace(rows[place].entry, record=replace(record, order=order))
            self.kept.emit(rows[place].entry)

    def _on_removed(self, record: Record) -> None:
        kept = self._rows[record.id].entry.seen is not NOTHING
        self._drop(record.id)
        self._adding[0].setFocus(Qt.FocusReason.OtherFocusReason)
        if kept:
            self.removed.emit(record)
        self.weighed.emit()

    def _leave(self, row: Row) -> None:
        """Take the keyboard out of a row that goes, or Qt would take it to another, whose words it would undo."""
        at = QApplication.focusWidget()
        if at is not None and row.isAncestorOf(at):
            self._adding[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, record: RecordId) -> None:
        row = self._rows.pop(record)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
