"""One page of the form of a record: its fields, and the rows of records that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.record import Record
from capture_app.services.keeping import Entry
from capture_app.services.naming import Choice
from capture_app.ui.register.described import FormField, Page, Part, Plainly, Rows
from capture_app.ui.register.fields import RecordField
from capture_app.ui.register.grid import FieldGrid, Placed
from capture_app.ui.register.rows import Offers, RowsBlock
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Label, Prose

Choices = Mapping[type[Record], Sequence[Choice]]
"""The records that can be referred to, by kind."""

Belonging = Mapping[tuple[type[Record], str], Sequence[Entry[Any]]]
"""The records that belong to one, by their kind and the field that says so."""


class FormPage(QWidget):
    """`fields` are those of the record, `rows` the blocks of records that belong to it; `column` holds them.

    Signals:
        typed(), noted(), left(): of a field of the record, as `RecordField` tells them.
    """

    typed = Signal()
    noted = Signal()
    left = Signal()

    def __init__(
        self, look: Look, kind: type[Record], specs: Sequence[FormField], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._kind = look, kind
        self.fields: list[RecordField] = []
        self.rows: list[RowsBlock] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.set_look(look)
        for block in _blocks(specs):
            self._add_block(block)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self.column.setSpacing(look.px(16))

    def show_entry(self, entry: Entry[Any], belonging: Belonging) -> None:
        """Show a record and what belongs to it; what is being typed stays."""
        for field in self.fields:
            field.show_record(entry.record, contested=field.spec.name in entry.contested)
        for block in self.rows:
            block.begin(entry.record)
            block.show_entries(entry.record.id, belonging.get((block.spec.kind, block.spec.by), ()))

    def set_records(self, records: Sequence[Record]) -> None:
        """All records of the register, from which follows what cannot come to stand above what."""
        for field in self.fields:
            field.set_records(records)

    def set_choices(self, choices: Choices, offers: Offers) -> None:
        """The records that can be referred to, and words to offer."""
        for field in self.fields:
            field.set_choices(choices)
            field.set_offers(self._kind, offers)
        for block in self.rows:
            block.set_choices(choices, offers)

    def _add_block(self, block: Part | Rows | list[Plainly]) -> None:
        if isinstance(block, Part):
            self._add_part(block)
        elif isinstance(block, Rows):
            self.rows.append(RowsBlock(self._look, block))
            self.column.addWidget(self.rows[-1])
        else:
            self.column.addWidget(FieldGrid(self._look, list(self._made(block))))

    def _made(self, specs: Iterable[Plainly]) -> Iterator[Placed]:
        for spec in specs:
            field = RecordField(self._look, spec, self._kind, self)
            field.typed.connect(self.typed)
            field.noted.connect(self.noted)
            field.left.connect(self.left)
            self.fields.append(field)
            yield field.widget, field.wide

    def _add_part(self, part: Part) -> None:
        self.column.addSpacing(self._look.px(4))
        self.column.addWidget(Label(part.title(), "heading"))
        if part.help():
            self.column.addWidget(Prose(part.help(), self._look, "secondary"))


def _blocks(specs: Sequence[FormField]) -> Iterator[Part | Rows | list[Plainly]]:
    """Runs of plain fields, which share a grid, and what stands between them."""
    run: list[Plainly] = []
    for spec in specs:
        if isinstance(spec, Part | Rows):
            if run:
                yield run
            run = []
            yield spec
        elif not isinstance(spec, Page):
            run.append(spec)
    if run:
        yield run
