"""The form of one record, on one page or on several with a switch between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.record import Record
from capture_app.services.keeping import Entry
from capture_app.services.naming import called
from capture_app.services.wording import kind_words
from capture_app.ui.register.described import FormField, Page
from capture_app.ui.register.fields import RecordField, field_called
from capture_app.ui.register.form_page import Belonging, Choices, FormPage
from capture_app.ui.register.part_switch import PartSwitch
from capture_app.ui.register.rows import Offers, RowsBlock
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose
from capture_app.words import _

Removed = Mapping[tuple[type[Record], str], Sequence[tuple[Record, str]]]
"""What was taken away of what belongs to a record, by kind and owning field, each with its name."""


class RecordForm(QWidget):
    """`entry` is what is shown. Rows (`RowsBlock`) tell of their own records by the same signals.

    A form of several pages has a `switch`, which whoever shows the form places; `page(key)` is the column of a page.
    The first page stands from the beginning, each other one is made when somebody first turns to it.

    Signals:
        typed(): something is not saved yet.
        noted(Entry): to be drafted. kept(Entry): to be kept. removed(Record): to be taken away.
        given_up(str): something that could not be kept went as another record came; the sentence says what.
        weighed(): what `refused` says may have changed.
        history_wanted(str, str): the history of a row that was taken away, by kind and id.
        made(str): the page with this key stands now; what else belongs on it can be added.
    """

    typed = Signal()
    noted = Signal(object)
    kept = Signal(object)
    removed = Signal(object)
    given_up = Signal(str)
    weighed = Signal()
    history_wanted = Signal(str, str)
    made = Signal(str)

    def __init__(
        self, look: Look, kind: type[Record], fields: Sequence[FormField], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._kind = look, kind
        self.entry: Entry[Any] | None = None
        self._belonging: Belonging = {}
        self._removed: Removed = {}
        self._records: Sequence[Record] = ()
        self._choices: Choices = {}
        self._offers: Offers = {}
        self._specs = _by_page(fields)
        self._pages: dict[str, FormPage] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._below: Prose | None = None
        self._foot = QVBoxLayout()
        self._column.addLayout(self._foot)
        self._column.addStretch(1)
        titles = [(one.key, one.title()) for one in fields if isinstance(one, Page)]
        self.switch = PartSwitch(look, titles) if titles else None
        if self._specs[""]:
            self._make("")
        if self.switch is not None:
            self.switch.chosen.connect(self.show_page)
            self.show_page(titles[0][0])

    @property
    def rows(self) -> list[RowsBlock]:
        """The blocks of rows on the pages that stand."""
        return [block for page in self._pages.values() for block in page.rows]

    def set_look(self, look: Look) -> None:
        """For pages made from now on."""
        self._look = look

    def show_page(self, key: str) -> None:
        """Turn to a page of the form; what was typed on the one before is kept."""
        self.keep_typed()
        if key not in self._pages:
            self._make(key)
        for name, page in self._pages.items():
            # Told that it is visible, a page is laid out at once: not before somebody can see it.
            if self.isVisible() or page.isVisibleTo(self) != (name in ("", key)):
                page.setVisible(name in ("", key))
        if self.switch is not None:
            self.switch.set_chosen(key)

    def page_keys(self) -> tuple[str, ...]:
        """The keys of its pages; none where it has only one."""
        return tuple(key for key in self._specs if key)

    def stands(self, key: str) -> bool:
        """Whether a page was turned to already."""
        return key in self._pages

    def page(self, key: str) -> QVBoxLayout:
        """The column of a page that stands, for what is added below its fields. Raises KeyError where it does not."""
        return self._pages[key].column

    def show_entry(self, entry: Entry[Any], belonging: Belonging) -> None:
        """Show a record and what belongs to it. Where it is the one shown already, what is being typed stays."""
        gone = ""
        if self.entry is None or self.entry.record.id != entry.record.id:
            of = self._called()
            gone = " ".join(filter(None, [field.give_up(of) for field in self._all_fields()]))
        self.entry, self._belonging = entry, belonging
        for page in self._pages.values():
            page.show_entry(entry, belonging)
        if gone:
            self.given_up.emit(gone)
        self.weighed.emit()

    def show_removed(self, removed: Removed) -> None:
        """Offer the way to what was taken away of the record's rows."""
        self._removed = removed
        for block in self.rows:
            block.show_removed(removed.get((block.spec.kind, block.spec.by), ()))

    def leave(self) -> None:
        """Show no record any more."""
        self.entry = None
        self.weighed.emit()

    def refused(self) -> str:
        """Says what stands in a field, here or in a row, and cannot be kept; empty where all of it can be."""
        if self.entry is None:
            return ""
        unread = _("“{typed}” is not kept as {field}; why is said there. Put it right, or take it out.")
        empty = _(
            "{field} cannot be left empty. Until something stands there, what stood there before is kept."
        )
        refused = [one for field in self._all_fields() for one in field.refused]
        of = self._called()
        return " ".join(
            (unread if typed else empty).format(typed=typed, field=field_called(field, of))
            for typed, field in refused
        )

    def _called(self) -> str:
        """What the record is called; empty where it has no name, and where what it says is held in confidence."""
        if self.entry is None or not self._kind.travels:
            return ""
        name = called(self.entry.record)
        return "" if name == kind_words(self._kind.__name__) else name

    def set_records(self, records: Sequence[Record]) -> None:
        """All records of the register, from which follows what cannot come to stand above what."""
        self._records = records
        for page in self._pages.values():
            page.set_records(records)

    def set_choices(self, choices: Choices, offers: Offers) -> None:
        """The records that can be referred to, and words to offer."""
        self._choices, self._offers = choices, offers
        for page in self._pages.values():
            page.set_choices(choices, offers)

    def say_below(self, words: str) -> None:
        """Say what to mind about the record, below its fields; nothing for no words."""
        if self._below is None and words:
            self._below = Prose("", self._look, "warn")
            self._foot.setContentsMargins(0, self._look.px(16), 0, 0)
            self._foot.addWidget(self._below)
        if self._below is not None:
            self._below.set_words(words)
            self._below.setVisible(bool(words))

    def keep_typed(self) -> None:
        """Have what is being typed kept, here and in the rows."""
        if any(field.touched for field in self._fields()):
            self._on_left()
        for block in self.rows:
            block.keep_typed()

    def set_fixed(self, fixed: bool) -> None:
        """Whether the record stays as it is, so that its fields can only be read."""
        for field in self._fields():
            field.editor.set_fixed(fixed)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        if keys := self.page_keys():
            self.show_page(keys[0])
        if fields := self._fields():
            fields[0].editor.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self) -> list[RecordField]:
        """The fields on the pages that stand; what is on the others nobody can have touched."""
        return [field for page in self._pages.values() for field in page.fields]

    def _all_fields(self) -> list[RecordField]:
        """The fields of the record and those of the rows that stand."""
        return [*self._fields(), *(field for block in self.rows for field in block.fields())]

    def _make(self, key: str) -> None:
        page = self._pages[key] = FormPage(self._look, self._kind, self._specs[key])
        page.typed.connect(self.typed)
        page.noted.connect(self._on_noted)
        page.left.connect(self._on_left)
        for block in page.rows:
            block.typed.connect(self.typed)
            block.noted.connect(self.noted)
            block.kept.connect(self.kept)
            block.removed.connect(self.removed)
            block.weighed.connect(self.weighed)
            block.history_wanted.connect(self.history_wanted)
        if key and self._specs[""]:
            page.column.setContentsMargins(0, self._look.px(16), 0, 0)
        self._column.insertWidget(self._column.count() - 2, page)
        self.made.emit(key)
        page.set_records(self._records)
        page.set_choices(self._choices, self._offers)
        if self.entry is not None:
            page.show_entry(self.entry, self._belonging)
            self.show_removed(self._removed)

    def _current(self) -> Entry[Any] | None:
        """The record with what stands in the fields."""
        if self.entry is None:
            return None
        record = self.entry.record
        values = {field.spec.name: field.value_in(record) for field in self._fields()}
        return replace(self.entry, record=replace(record, **values))

    def _on_noted(self) -> None:
        if (entry := self._current()) is not None:
            self.noted.emit(entry)
        self.weighed.emit()

    def _on_left(self) -> None:
        entry = self._current()
        self._settle()
        if entry is not None and self.entry is not None and entry.record != self.entry.record:
            self.entry = replace(self.entry, record=entry.record)
            self.kept.emit(entry)
        self.weighed.emit()

    def _settle(self) -> None:
        for field in self._fields():
            field.settle()


def _by_page(fields: Sequence[FormField]) -> Mapping[str, Sequence[FormField]]:
    """The fields of each page by its key; under an empty key those before the first page."""
    found: dict[str, list[FormField]] = {"": []}
    for spec in fields:
        if isinstance(spec, Page):
            found[spec.key] = []
        else:
            found[list(found)[-1]].append(spec)
    return found
