"""One record in a row: its fields, those behind a button, and what one does with a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.ids import link_id
from capture_app.domain.record import Record
from capture_app.domain.seen import NOTHING
from capture_app.services.keeping import Entry
from capture_app.services.naming import Choice
from capture_app.services.wording import kind_words
from capture_app.ui.register.described import Plainly, Rows
from capture_app.ui.register.fields import RecordField
from capture_app.ui.register.grid import FieldGrid
from capture_app.ui.register.known_offer import KnownOffer, may_mean
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Prose
from capture_app.words import _

_LABEL = 20
"""Height of the label above a field, which the buttons beside it leave free."""


class Row(QWidget):
    """Signals as those of `RecordForm`; moved(int): up by -1 or down by 1."""

    typed = Signal()
    noted = Signal(object)
    kept = Signal(object)
    removed = Signal(object)
    weighed = Signal()
    moved = Signal(int)

    def __init__(self, look: Look, spec: Rows, entry: Entry[Any], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._spec, self.entry = look, spec, entry
        self._dense = len(spec.fields) > 2 or bool(spec.more)
        self._choices: Mapping[type[Record], Sequence[Choice]] = {}
        self._offers: Mapping[tuple[type[Record], str], Sequence[str]] = {}
        self.fields = [self._field(each) for each in spec.fields]
        line, self._fields_column, self._buttons = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        line.setContentsMargins(0, look.px(4), 0, look.px(18 if self._dense else 10))
        line.setSpacing(look.px(8))
        self._fields_column.setSpacing(look.px(10))
        self._fields_column.addWidget(self._grid(self.fields))
        self._remark: Prose | None = None
        self._offer: KnownOffer | None = None
        line.addLayout(self._fields_column, 1)
        self._buttons.setContentsMargins(0, look.px(_LABEL), 0, 0)
        self._buttons.setSpacing(look.px(2))
        line.addLayout(self._buttons)
        line.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        self._add_buttons()
        self.show_entry(entry)

    def show_entry(self, entry: Entry[Any]) -> None:
        """Show the record; what is being typed stays."""
        self.entry = entry
        for field in self.fields:
            field.show_record(entry.record, contested=field.spec.name in entry.contested)
            if self._spec.link and field.spec.name == self._spec.link[-1]:
                field.editor.setEnabled(entry.seen is NOTHING)
        self._say_below()

    def set_choices(
        self,
        choices: Mapping[type[Record], Sequence[Choice]],
        offers: Mapping[tuple[type[Record], str], Sequence[str]],
    ) -> None:
        """The records that can be referred to, and words to offer."""
        self._choices, self._offers = choices, offers
        for field in self.fields:
            field.set_choices(choices)
            field.set_offers(self._spec.kind, offers)
        self._ask_who()

    def set_place(self, *, first: bool, last: bool) -> None:
        """Where it stands among the rows."""
        self._up.setEnabled(not first)
        self._down.setEnabled(not last)

    def say(self, name: str, sentence: str) -> None:
        """Say something beside one of its fields."""
        for field in self.fields:
            if field.spec.name == name:
                field.say(sentence)

    def keep_typed(self) -> None:
        """Have it kept, if it differs."""
        record = self._current()
        for field in self.fields:
            field.settle()
        self.weighed.emit()
        if record == self.entry.record or not self._whole(record):
            return
        if self._spec.link and self.entry.seen is NOTHING:
            ends = [str(getattr(record, name)) for name in self._spec.link]
            record = replace(record, id=link_id(self._spec.kind.__name__, *ends))
        self.entry = replace(self.entry, record=record)
        self._say_below()
        self.kept.emit(self.entry)

    def show_more(self) -> None:
        """Show the fields behind the button; they are made now."""
        more = [self._field(each) for each in self._spec.more]
        self.fields += more
        self._fields_column.addWidget(self._grid(more))
        self._more.hide()
        self.set_choices(self._choices, self._offers)
        self.show_entry(self.entry)
        more[0].editor.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_below(self) -> None:
        self._say_remark()
        self._ask_who()

    def _ask_who(self) -> None:
        """Offer whoever is called as it is typed; the words stay as they are (C6)."""
        known = may_mean(self._spec, self.entry.record, self._choices)
        if self._offer is None and known:
            self._offer = KnownOffer(self._look)
            self._offer.said.connect(self._on_meant)
            self._fields_column.insertWidget(1, self._offer)
        if self._offer is not None:
            self._offer.show_known(known)

    def _on_meant(self, record: str) -> None:
        """The words stay as they are typed; the button goes, and the keyboard to the field that was filled in."""
        self.keep_typed()
        name = self._spec.known[1]
        (field,) = (one for one in self.fields if one.spec.name == name)
        field.editor.control.setFocus(Qt.FocusReason.OtherFocusReason)
        chosen: dict[str, Any] = {name: record}
        self.show_entry(replace(self.entry, record=replace(self.entry.record, **chosen)))
        self.kept.emit(self.entry)

    def _say_remark(self) -> None:
        words = self._spec.remark(self.entry.record)
        if self._remark is None and words:
            self._remark = Prose("", self._look, "caption")
            self._fields_column.insertWidget(1, self._remark)
        if self._remark is not None:
            self._remark.set_words(words)
            self._remark.setVisible(bool(words))

    def _on_noted(self) -> None:
        record = self._current()
        if self._whole(record) and not (self._spec.link and self.entry.seen is NOTHING):
            self.noted.emit(replace(self.entry, record=record))
        self.weighed.emit()

    def _whole(self, record: Record) -> bool:
        """A link has both its ends."""
        return all(getattr(record, name) for name in self._spec.link)

    def _current(self) -> Record:
        record = self.entry.record
        values = {field.spec.name: field.value_in(record) for field in self.fields}
        changed: Record = replace(record, **values)
        return changed

    def _field(self, spec: Plainly) -> RecordField:
        field = RecordField(self._look, spec, self._spec.kind, self)
        field.typed.connect(self.typed)
        field.noted.connect(self._on_noted)
        field.left.connect(self.keep_typed)
        return field

    def _grid(self, fields: Sequence[RecordField]) -> FieldGrid:
        return FieldGrid(self._look, [(one.widget, one.wide) for one in fields], dense=self._dense)

    def _add_buttons(self) -> None:
        what = kind_words(self._spec.kind.__name__)
        self._more = self._button(_("More"), what, "dots-three")
        self._up = self._button(_("Move up"), what, "arrow-up")
        self._down = self._button(_("Move down"), what, "arrow-down")
        self._gone = self._button(_("Remove"), what, "trash")
        self._more.setVisible(bool(self._spec.more))
        for button in (self._up, self._down):
            button.setVisible(self._spec.moves)
        self._more.clicked.connect(self.show_more)
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        self._gone.clicked.connect(lambda: self.removed.emit(self.entry.record))

    def _button(self, words: str, of: str, icon: str) -> Button:
        button = Button(words, self._look, "quiet", icon=icon)
        button.say_of(of)
        button.set_compact(True)
        self._buttons.addWidget(button)
        return button
