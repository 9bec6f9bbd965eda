"""The editor of a field that names another record: a list to choose from, and what is wrong with a choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from capture_app.domain.belonging import with_all_below
from capture_app.domain.record import Record, RecordId
from capture_app.services.naming import Choice
from capture_app.ui.register.described import Refer
from capture_app.ui.register.editors import FieldEditor, plain
from capture_app.ui.style import Look
from capture_app.ui.widgets.choices import DropDown
from capture_app.words import _


class Another(FieldEditor):
    """Another record, by its name. What it can be is told by `set_choices`.

    `spec.within` is the field that has to say the same of both records, `spec.unlike` one of the owner that cannot
    say the same as this one.
    """

    def __init__(self, look: Look, name: str, spec: Refer | None = None) -> None:
        super().__init__()
        self._spec = spec
        self._list, self._wanted, self._choices = DropDown(look, name), "", tuple[Choice, ...]()
        self._owner = self._home = self._other = ""
        self._homes: Mapping[RecordId, RecordId] = {}
        self._parents: Mapping[RecordId, RecordId] = {}
        self._barred: frozenset[RecordId] = frozenset()
        self._offered = 0
        self._list.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._list.setMinimumContentsLength(12)
        self._list.setMaxVisibleItems(16)
        self._hold(self._list)
        self._list.activated.connect(self._on_chosen)
        self.set_choices(())

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """The records there are."""
        if tuple(choices) != self._choices or not self._list.count():
            self._choices = tuple(choices)
            self._fill()

    def set_record(self, record: Record) -> None:
        """It cannot be chosen itself."""
        home = self._said_by(record, self._spec.within if self._spec else "")
        self._other = self._said_by(record, self._spec.unlike if self._spec else "")
        if (record.id, home) != (self._owner, self._home):
            self._owner, self._home = record.id, home
            self._barred = with_all_below(self._owner, self._parents)
            self._fill()

    def set_parents(self, parents: Mapping[RecordId, RecordId]) -> None:
        """To what each record belongs: what belongs to the owner cannot be chosen to stand above it."""
        if parents != self._parents:
            self._parents = parents
            self._barred = with_all_below(self._owner, self._parents)
            self._fill()

    def set_homes(self, homes: Mapping[RecordId, RecordId]) -> None:
        """What the field `within` says of each record to choose from."""
        if homes != self._homes:
            self._homes = homes
            self._fill()

    def doubt(self) -> str:
        """What is wrong with what stands in it, so that it cannot be kept; empty where nothing is.

        Nobody can choose that here, but a merge may leave two that belong to each other.
        """
        if self._spec and self._wanted and self._wanted == self._other:
            return self._spec.alike()
        if not self._wanted or self._wanted not in self._barred:
            return ""
        if self._wanted == self._owner:
            return _("Nothing belongs to itself. Choose another one.")
        words = _("“{name}” belongs to this one already. Choose another one.")
        return words.format(name=dict(self._choices).get(self._wanted, ""))

    def remark(self) -> str:
        """What to say below it: a doubt, or that the two records do not belong together, which is kept all the same."""
        return self.doubt() or (self._spec.stray() if self._spec and self._is_stray(self._wanted) else "")

    def value(self) -> object:
        if sentence := self.doubt():
            raise ValueError(sentence)
        return self._wanted

    def show_value(self, value: object) -> None:
        self._wanted = plain(value)
        while self._list.count() > self._offered:  # shown for the value before alone
            self._list.removeItem(self._offered)
        place = self._list.findData(self._wanted)
        if place < 0:  # not among those to choose from: shown all the same, and kept
            known = dict(self._choices).get(self._wanted)
            self._list.addItem(known or _("not in this workspace"), self._wanted)
            place = self._list.count() - 1
        self._list.setCurrentIndex(place)
        self._tell_whole()

    @staticmethod
    def _said_by(record: Record, name: str) -> RecordId:
        return plain(getattr(record, name)) if name else ""

    def _is_stray(self, record: RecordId) -> bool:
        """Whether it is of another home than the owner; never where either has none."""
        home = self._homes.get(record, "")
        return bool(self._home and home) and home != self._home

    def _fill(self) -> None:
        self._list.clear()
        self._list.addItem(_("–"), "")
        for record, words in self._choices:
            if record not in self._barred and not self._is_stray(record):
                self._list.addItem(words, record)
        self._offered = self._list.count()
        self.show_value(self._wanted)

    def _on_chosen(self) -> None:
        self._wanted = plain(self._list.currentData())
        self._tell_whole()
        self.chosen.emit()

    def _tell_whole(self) -> None:
        """Its whole words where the mouse rests, for which the field may be too narrow."""
        self._list.setToolTip(self._list.currentText() if self._wanted else "")
