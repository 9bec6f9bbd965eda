"""The form of one record: its fields, and below them the rows of records that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.record import Record
from capture_app.services.keeping import Entry
from capture_app.services.naming import Choice
from capture_app.services.registers import Field
from capture_app.ui.register.described import FormField, Part, Plainly, Refer, Rows
from capture_app.ui.register.editors import Another
from capture_app.ui.register.fields import RecordField
from capture_app.ui.register.grid import FieldGrid, Placed
from capture_app.ui.register.rows import RowsBlock
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Label, Prose

Choices = Mapping[type[Record], Sequence[Choice]]
"""The records that can be referred to, by kind."""


class RecordForm(QWidget):
    """`entry` is what is shown. Rows (`RowsBlock`) tell of their own records by the same signals.

    Signals:
        typed(): something is not saved yet.
        noted(Entry): to be drafted. kept(Entry): to be kept. removed(Record): to be taken away.
    """

    typed = Signal()
    noted = Signal(object)
    kept = Signal(object)
    removed = Signal(object)

    def __init__(
        self, look: Look, kind: type[Record], fields: Sequence[FormField], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._kind = look, kind
        self.entry: Entry[Any] | None = None
        self._fields: list[RecordField] = []
        self.rows: list[RowsBlock] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(16))
        for block in _blocks(fields):
            self._add_block(block)
        self._column.addStretch(1)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._column.setSpacing(look.px(16))

    def show_entry(self, entry: Entry[Any]) -> None:
        """Show a record. Where it is the one shown already, what is being typed stays."""
        if self.entry is None or self.entry.record.id != entry.record.id:
            self._settle()
        self.entry = entry
        for field in self._fields:
            field.show_record(entry.record, contested=field.spec.name in entry.contested)
        for block in self.rows:
            block.begin(entry.record.id)

    def set_choices(self, choices: Choices) -> None:
        """The records that can be referred to."""
        for field in self._fields:
            if isinstance(field.spec, Refer) and isinstance(field.editor, Another):
                field.editor.set_choices(choices.get(field.spec.to, ()))
        for block in self.rows:
            block.set_choices(choices)

    def offer(self, in_use: Mapping[Field, tuple[str, ...]]) -> None:
        """Words that are in use, offered where they are typed."""
        for field in self._fields:
            field.offer(in_use)
        for block in self.rows:
            block.offer(in_use)

    def keep_typed(self) -> None:
        """Have what is being typed kept, here and in the rows."""
        if any(field.touched for field in self._fields):
            self._on_left()
        for block in self.rows:
            block.keep_typed()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        if self._fields:
            self._fields[0].editor.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def kinds(self) -> set[type[Record]]:
        """The kinds that can be referred to from here."""
        own = {field.spec.to for field in self._fields if isinstance(field.spec, Refer)}
        return own.union(*(block.kinds() for block in self.rows)) if self.rows else own

    def _current(self) -> Entry[Any] | None:
        """The record with what stands in the fields."""
        if self.entry is None:
            return None
        record = self.entry.record
        values = {field.spec.name: field.value_in(record) for field in self._fields}
        return replace(self.entry, record=replace(record, **values))

    def _on_noted(self) -> None:
        if (entry := self._current()) is not None:
            self.noted.emit(entry)

    def _on_left(self) -> None:
        entry = self._current()
        self._settle()
        if entry is not None and self.entry is not None and entry.record != self.entry.record:
            self.entry = replace(self.entry, record=entry.record)
            self.kept.emit(entry)

    def _settle(self) -> None:
        for field in self._fields:
            field.settle()

    def _add_block(self, block: Part | Rows | list[Plainly]) -> None:
        if isinstance(block, Part):
            self._add_part(block)
        elif isinstance(block, Rows):
            self._add_rows(block)
        else:
            self._column.addWidget(FieldGrid(self._look, list(self._made(block))))

    def _made(self, specs: Iterable[Plainly]) -> Iterator[Placed]:
        for spec in specs:
            field = RecordField(self._look, spec, self._kind, self)
            field.typed.connect(self.typed)
            field.noted.connect(self._on_noted)
            field.left.connect(self._on_left)
            self._fields.append(field)
            yield field.widget, field.wide

    def _add_part(self, part: Part) -> None:
        self._column.addSpacing(self._look.px(4))
        self._column.addWidget(Label(part.title(), "heading"))
        if part.help():
            self._column.addWidget(Prose(part.help(), self._look, "secondary"))

    def _add_rows(self, spec: Rows) -> None:
        block = RowsBlock(self._look, spec)
        for mine, its in (
            (self.typed, block.typed),
            (self.noted, block.noted),
            (self.kept, block.kept),
            (self.removed, block.removed),
        ):
            its.connect(mine)
        self.rows.append(block)
        self._column.addWidget(block)


def _blocks(fields: Sequence[FormField]) -> Iterator[Part | Rows | list[Plainly]]:
    """Runs of plain fields, which share a grid, and what stands between them."""
    run: list[Plainly] = []
    for spec in fields:
        if isinstance(spec, Part | Rows):
            if run:
                yield run
            run = []
            yield spec
        else:
            run.append(spec)
    if run:
        yield run
