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
from capture_app.ui.register.described import FormField, Page, Part, Plainly, Rows
from capture_app.ui.register.fields import RecordField
from capture_app.ui.register.grid import FieldGrid, Placed
from capture_app.ui.register.part_switch import PartSwitch
from capture_app.ui.register.rows import Offers, RowsBlock
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Label, Prose

Choices = Mapping[type[Record], Sequence[Choice]]
"""The records that can be referred to, by kind."""


class RecordForm(QWidget):
    """`entry` is what is shown. Rows (`RowsBlock`) tell of their own records by the same signals.

    A form of several pages has a `switch`, which whoever shows the form places; `page(key)` is the column of a page.

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
        self._pages: dict[str, QWidget] = {}
        self._columns: dict[str, QVBoxLayout] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._column = self._add_page("", whole)
        for block in _blocks(fields):
            if isinstance(block, Page):
                self._column = self._add_page(block.key, whole)
            else:
                self._add_block(block)
        whole.addStretch(1)
        titles = [(one.key, one.title()) for one in fields if isinstance(one, Page)]
        self.switch = PartSwitch(look, titles) if titles else None
        if self.switch is not None:
            self.switch.chosen.connect(self.show_page)
            self.show_page(titles[0][0])

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        for column in self._columns.values():
            column.setSpacing(look.px(16))

    def show_page(self, key: str) -> None:
        """Turn to a page of the form; what was typed on the one before is kept."""
        self.keep_typed()
        for name, page in self._pages.items():
            page.setVisible(name in ("", key))
        if self.switch is not None:
            self.switch.set_chosen(key)

    def page_keys(self) -> tuple[str, ...]:
        """The keys of its pages; none where it has only one."""
        return tuple(key for key in self._pages if key)

    def page(self, key: str) -> QVBoxLayout:
        """The column of a page, for what is added below its fields."""
        return self._columns[key]

    def show_entry(self, entry: Entry[Any]) -> None:
        """Show a record. Where it is the one shown already, what is being typed stays."""
        if self.entry is None or self.entry.record.id != entry.record.id:
            self._settle()
        self.entry = entry
        for field in self._fields:
            field.show_record(entry.record, contested=field.spec.name in entry.contested)
        for block in self.rows:
            block.begin(entry.record.id)

    def set_records(self, records: Sequence[Record]) -> None:
        """All records of the register, from which follows what cannot come to stand above what."""
        for field in self._fields:
            field.set_records(records)

    def set_choices(self, choices: Choices, offers: Offers) -> None:
        """The records that can be referred to, and words to offer."""
        for field in self._fields:
            field.set_choices(choices)
            field.set_offers(self._kind, offers)
        for block in self.rows:
            block.set_choices(choices, offers)

    def keep_typed(self) -> None:
        """Have what is being typed kept, here and in the rows."""
        if any(field.touched for field in self._fields):
            self._on_left()
        for block in self.rows:
            block.keep_typed()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        if self._fields:
            if keys := self.page_keys():
                self.show_page(keys[0])
            self._fields[0].editor.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_page(self, key: str, whole: QVBoxLayout) -> QVBoxLayout:
        self._pages[key], column = QWidget(), QVBoxLayout()
        self._pages[key].setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(16))
        self._columns[key] = column
        whole.addWidget(self._pages[key])
        return column

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


def _blocks(fields: Sequence[FormField]) -> Iterator[Page | Part | Rows | list[Plainly]]:
    """Runs of plain fields, which share a grid, and what stands between them."""
    run: list[Plainly] = []
    for spec in fields:
        if isinstance(spec, Page | Part | Rows):
            if run:
                yield run
            run = []
            yield spec
        else:
            run.append(spec)
    if run:
        yield run
