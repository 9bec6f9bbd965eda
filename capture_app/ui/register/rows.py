"""Records that belong to another, each in a row of its own: other spellings, consents, parts of an agenda."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.record import Record, RecordId
from capture_app.domain.seen import NOTHING
from capture_app.services.keeping import Entry
from capture_app.services.naming import Choice as Named
from capture_app.services.registers import Field, fresh
from capture_app.services.wording import kind_words
from capture_app.ui.register.described import Choice, Refer, Rows
from capture_app.ui.register.editors import Another
from capture_app.ui.register.fields import RecordField
from capture_app.ui.register.grid import FieldGrid
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class Row(QWidget):
    """One record of the rows. Signals as those of `RecordForm`."""

    typed = Signal()
    noted = Signal(object)
    kept = Signal(object)
    removed = Signal(object)

    def __init__(self, look: Look, spec: Rows, entry: Entry[Any], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.fields = [RecordField(look, each, spec.kind, self) for each in spec.fields]
        for field in self.fields:
            field.typed.connect(self.typed)
            field.noted.connect(self._on_noted)
            field.left.connect(self.keep_typed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(4), 0, look.px(8))
        line.setSpacing(look.px(8))
        line.addWidget(FieldGrid(look, [(field.widget, field.wide) for field in self.fields]), 1)
        gone = Button(_("Remove"), look, "quiet", size="row")
        gone.setAccessibleName(_("Remove this: {what}").format(what=kind_words(spec.kind.__name__)))
        gone.clicked.connect(lambda: self.removed.emit(self.entry.record))
        line.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        self.show_entry(entry)

    def show_entry(self, entry: Entry[Any]) -> None:
        """Show the record; what is being typed stays."""
        self.entry = entry
        for field in self.fields:
            field.show_record(entry.record, contested=field.spec.name in entry.contested)

    def set_choices(self, choices: Mapping[type[Record], Sequence[Named]]) -> None:
        """The records that can be referred to."""
        for field in self.fields:
            if isinstance(field.spec, Refer) and isinstance(field.editor, Another):
                field.editor.set_choices(choices.get(field.spec.to, ()))

    def offer(self, in_use: Mapping[Field, tuple[str, ...]]) -> None:
        """Words that are in use, offered where they are typed."""
        for field in self.fields:
            field.offer(in_use)

    def keep_typed(self) -> None:
        """Have it kept, if it differs."""
        record = self._current()
        for field in self.fields:
            field.settle()
        if record != self.entry.record:
            self.entry = replace(self.entry, record=record)
            self.kept.emit(self.entry)

    def _on_noted(self) -> None:
        self.noted.emit(replace(self.entry, record=self._current()))

    def _current(self) -> Record:
        record = self.entry.record
        values = {field.spec.name: field.value_in(record) for field in self.fields}
        changed: Record = replace(record, **values)
        return changed


class RowsBlock(QWidget):
    """All rows of one description, and the button that adds one. A new row is kept once something stands in it."""

    typed = Signal()
    noted = Signal(object)
    kept = Signal(object)
    removed = Signal(object)

    def __init__(self, look: Look, spec: Rows, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.spec = look, spec
        self._owner: RecordId = ""
        self._rows: dict[RecordId, Row] = {}
        self._choices: Mapping[type[Record], Sequence[Named]] = {}
        self._in_use: Mapping[Field, tuple[str, ...]] = {}
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, look.px(4), 0, 0)
        column.setSpacing(look.px(6))
        self._add = Button(spec.add(), look, "quiet", size="row", icon="plus")
        self._add.clicked.connect(self.add)
        head.addWidget(Label(spec.title(), "heading"), 1)
        head.addWidget(self._add)
        column.addLayout(head)
        if spec.help():
            column.addWidget(Prose(spec.help(), look, "caption"))
        column.addWidget(Divider())
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)

    def set_look(self, look: Look) -> None:
        """Rows made from now on."""
        self._look = look

    def begin(self, owner: RecordId) -> None:
        """Turn to the rows of another record; empty until `show_entries`."""
        if owner != self._owner:
            self._owner = owner
            for record in list(self._rows):
                self._drop(record)

    def show_entries(self, owner: RecordId, entries: Sequence[Entry[Any]]) -> None:
        """Show the records that belong to `owner`; a new row nobody has kept yet stays."""
        if owner != self._owner:
            return
        told = {entry.record.id for entry in entries}
        for record, row in list(self._rows.items()):
            if record not in told and row.entry.seen is not NOTHING:
                self._drop(record)
        for entry in entries:
            if (known := self._rows.get(entry.record.id)) is not None:
                known.show_entry(entry)
            else:
                self._put(entry)

    def set_choices(self, choices: Mapping[type[Record], Sequence[Named]]) -> None:
        """The records that can be referred to."""
        self._choices = choices
        for row in self._rows.values():
            row.set_choices(choices)

    def offer(self, in_use: Mapping[Field, tuple[str, ...]]) -> None:
        """Words that are in use, offered where they are typed."""
        self._in_use = in_use
        for row in self._rows.values():
            row.offer(in_use)

    def keep_typed(self) -> None:
        """Have what is being typed kept."""
        for row in list(self._rows.values()):
            row.keep_typed()

    def kinds(self) -> set[type[Record]]:
        """The kinds that can be referred to from here."""
        return {field.to for field in self.spec.fields if isinstance(field, Refer)}

    def add(self) -> None:
        """Begin a new row and put the cursor into it."""
        siblings = [row.entry.record for row in self._rows.values()]
        shared = {**self.spec.fresh, **self._next(siblings), self.spec.by: self._owner}
        made = fresh(self.spec.kind, shared, siblings)
        row = self._put(Entry(made, NOTHING))
        row.fields[0].editor.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self, siblings: Sequence[Record]) -> dict[str, object]:
        """Of the closed list of which each row has another, the first that is free."""
        name = self.spec.each
        of = next((one.of for one in self.spec.fields if isinstance(one, Choice) and one.name == name), None)
        taken = {getattr(one, name) for one in siblings} if of else set()
        free = [member for member in of or () if member not in taken]
        return {name: free[0]} if free else {}

    def _put(self, entry: Entry[Any]) -> Row:
        row = Row(self._look, self.spec, entry)
        row.set_choices(self._choices)
        row.offer(self._in_use)
        row.typed.connect(self.typed)
        row.noted.connect(self.noted)
        row.kept.connect(self.kept)
        row.removed.connect(self._on_removed)
        self._rows[entry.record.id] = row
        self._list.addWidget(row)
        row.show()
        return row

    def _on_removed(self, record: Record) -> None:
        kept = self._rows[record.id].entry.seen is not NOTHING
        self._drop(record.id)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        if kept:
            self.removed.emit(record)

    def _drop(self, record: RecordId) -> None:
        row = self._rows.pop(record)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
