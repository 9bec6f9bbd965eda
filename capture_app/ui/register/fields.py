"""From the description of a field to its editor with label, help and error: one for each field of a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from capture_app.domain.record import Record
from capture_app.domain.shape import shape_of
from capture_app.services.naming import Choice as Named
from capture_app.services.wording import kind_words
from capture_app.ui.register.another import Another
from capture_app.ui.register.date_editor import DateAsGiven
from capture_app.ui.register.described import Choice, Date, Flag, Number, Own, Plainly, Refer, Text
from capture_app.ui.register.editors import (
    FieldEditor,
    LineText,
    ManyLines,
    OneOf,
    WholeNumber,
    YesOrNo,
)
from capture_app.ui.style import Look
from capture_app.ui.widgets.field import Field, name_control
from capture_app.words import _

NOTED = 350
"""Milliseconds of rest after which what is typed becomes a draft."""


class RecordField(QObject):
    """One field on the screen: `widget` to place, `editor` to read.

    Signals:
        typed(): words rest unsaved. noted(): they have rested long enough to be drafted. left(): to be kept.
    """

    typed = Signal()
    noted = Signal()
    left = Signal()

    def __init__(self, look: Look, spec: Plainly, kind: type[Record], parent: QObject) -> None:
        super().__init__(parent)
        self.spec, self._kind, words = spec, kind, spec.words(kind)
        self.editor = editor_of(look, spec, words)
        self._field = _labelled(look, spec, words, self.editor)
        self.widget: QWidget = self._field or self.editor
        self._touched = self._wrong = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(NOTED)
        self._rest.timeout.connect(self.noted)
        self.editor.typed.connect(self._on_typed)
        self.editor.chosen.connect(self._on_chosen)
        self.editor.left.connect(self._on_left)

    @property
    def wide(self) -> bool:
        """Whether it takes the whole width of the form."""
        return isinstance(self.spec, Flag) or (isinstance(self.spec, Own | Text) and not self.spec.short)

    @property
    def touched(self) -> bool:
        """Whether something stands in it that was not kept yet."""
        return self._touched

    @property
    def refused(self) -> tuple[tuple[str, str], ...]:
        """What stands in it and cannot be kept, with the label of where it stands; empty if there is nothing."""
        own = ((self.editor.typed_words(), self.spec.words(self._kind)),) if self._wrong else ()
        return own + self.editor.refused()

    def value_in(self, record: Record) -> object:
        """What stands in it; where that cannot be kept, it says so and the record's own value is given.

        Where nobody did anything it is the record's own value: looking at a record never changes it.
        """
        if not self._touched:
            return getattr(record, self.spec.name)
        try:
            value, wrong = self._typed_value(record), ""
        except ValueError as error:
            value, wrong = getattr(record, self.spec.name), str(error)
        self._wrong = bool(wrong)
        self._say(wrong)
        return value

    def show_record(self, record: Record, *, contested: bool) -> None:
        """Show the record's value, unless somebody is typing here."""
        self.editor.set_record(record)
        if not self._touched:
            self.editor.show_value(getattr(record, self.spec.name))
            self._say(self.editor.remark() if isinstance(self.editor, Another) else "")
        if contested:
            self._say(_("Several versions of this stand side by side. Choose one on the Bundles page."))

    def set_records(self, records: Sequence[Record]) -> None:
        """All records of the kind, and those from which one of the same home is chosen."""
        if not (isinstance(self.spec, Refer) and isinstance(self.editor, Another)):
            return
        if self.spec.above:
            own = [one for one in records if isinstance(one, self._kind)]
            self.editor.set_parents({one.id: getattr(one, self.spec.name) for one in own})
        if self.spec.within:
            others = [one for one in records if isinstance(one, self.spec.to)]
            self.editor.set_homes({one.id: getattr(one, self.spec.within) for one in others})

    def say(self, sentence: str) -> None:
        """Say something beside it, until it is shown anew."""
        self._say(sentence)

    def set_choices(self, choices: Mapping[type[Record], Sequence[Named]]) -> None:
        """The records that can be referred to, by kind; of several kinds, each is called by its kind too."""
        self.editor.set_named(choices)
        if not (isinstance(self.spec, Refer) and isinstance(self.editor, Another)):
            return
        found = list(choices.get(self.spec.to, ()))
        for kind in self.spec.also:
            what = kind_words(kind.__name__)
            found += [(one, f"{what}: {words}") for one, words in choices.get(kind, ())]
        self.editor.set_choices(found)

    def set_offers(
        self, kind: type[Record], offers: Mapping[tuple[type[Record], str], Sequence[str]]
    ) -> None:
        """Words to offer, by kind and field."""
        words = offers.get((kind, self.spec.name))
        if words is not None and isinstance(self.editor, LineText):
            self.editor.set_offers(words)

    def settle(self) -> None:
        """What stands here is kept now; what cannot be kept stays as it was typed."""
        self._touched = self._wrong
        self._rest.stop()

    def give_up(self, of: str) -> str:
        """Another record comes: what could not be kept goes with this one, called `of`. Says so; empty if nothing."""
        gone, self._touched, self._wrong = self.refused, False, False
        self._rest.stop()
        self.editor.forget()
        unread = _("“{typed}” was not kept as {field}. What stood there before is kept.")
        empty = _("{field} cannot be left empty. What stood there before is kept.")
        return " ".join(
            (unread if typed else empty).format(typed=typed, field=field_called(field, of))
            for typed, field in gone
        )

    def _typed_value(self, record: Record) -> object:
        value, may_be_empty = self.editor.value(), shape_of(record).defaults[self.spec.name] is None
        if value is None and not may_be_empty:
            raise ValueError(_("A number belongs here. The one from before is kept."))
        if value == "" and isinstance(self.spec, Text) and (why := self.spec.needed(record)):
            raise ValueError(why)
        return None if value == "" and may_be_empty else value  # nobody, and not somebody without a name

    def _on_typed(self) -> None:
        self._touched = True
        self._rest.start()
        self.typed.emit()

    def _on_chosen(self) -> None:
        self._touched = True
        self._on_left()

    def _on_left(self) -> None:
        self._rest.stop()
        self.left.emit()

    def _say(self, sentence: str) -> None:
        if self._field is None:
            return
        if sentence:
            self._field.set_error(sentence)
        else:
            self._field.clear_error()


def editor_of(look: Look, spec: Plainly, words: str) -> FieldEditor:
    """The editor of a described field."""
    match spec:
        case Text(lines=lines) if lines > 1:
            return ManyLines(look, lines)
        case Text():
            return LineText(spec.offers(), spec.read)
        case Number():
            return WholeNumber()
        case Choice():
            return OneOf(look, words, spec.of, empty=spec.empty, among=spec.among)
        case Flag():
            return YesOrNo(look, words)
        case Date(remark=remark):
            return DateAsGiven(look, remark)
        case Refer():
            return Another(look, words, spec)
        case Own(make=make):
            return make(look)


def _labelled(look: Look, spec: Plainly, words: str, editor: FieldEditor) -> Field | None:
    """With its label above; a box to tick carries its words itself."""
    if isinstance(spec, Flag):
        return None
    field = Field(look, words, editor, spec.help())
    field.editor = editor.control  # what is marked and described where something is wrong
    name_control(editor.control, words)
    editor.told.connect(field.set_told)
    field.clear_error()
    return field


def field_called(field: str, of: str) -> str:
    """A field by its label, with the name of its record where that has one: several records have the same fields."""
    if not of:
        return _("“{field}”").format(field=field)
    return _("“{field}” of “{record}”").format(field=field, record=of)
