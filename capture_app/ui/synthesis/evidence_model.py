"""The evidence that is shown, in one column, and what a screen reader says of each item."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import LineKind
from capture_app.services.synthesising import Evidence
from capture_app.ui.badges import stance_word
from capture_app.ui.capture.faces import kind_word, permission_word, side_word, touched_words
from capture_app.ui.synthesis.evidence_filter import EvidenceFilter
from capture_app.words import _, n_, number_words

Index = QModelIndex | QPersistentModelIndex


def state_words(item: Evidence, *, linked: bool) -> str:
    """ "Used in 2", "Pending", that the statement one is at rests on it, or why none needs to."""
    if linked:
        return _("Linked here")
    if item.answered:
        return _("Answer of the group")
    if item.waits:
        return _("Pending")
    return (
        _("Used in {count}").format(count=item.used_in) if item.used_in else kind_word(LineKind.SCRIBE_NOTE)
    )


def quotation_words(item: Evidence) -> tuple[str, ...]:
    """Of a quotation whether its words may be used, and that it is not finished where it is not (E3)."""
    permission = () if item.permission is None else (permission_word(item.permission),)
    return (*permission, _("Not finished")) if item.unfinished else permission


def caution_words(item: Evidence) -> tuple[str, ...]:
    """What has to be known before its words are used: of a quotation the above, that not everybody agreed (D1), and
    that laptops have it in two versions (D8)."""
    dissent = (_("Not everybody agrees"),) if item.dissent else ()
    versions = (_("Two versions"),) if item.contested else ()
    return (*quotation_words(item), *dissent, *versions)


class EvidenceModel(QAbstractTableModel):
    """All evidence of a session, the filter in force, and what the current statement rests on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.every: tuple[Evidence, ...] = ()
        self.shown: list[Evidence] = []
        self.filter = EvidenceFilter()
        self.linked: frozenset[RecordId] = frozenset()
        self._rows: dict[RecordId, int] = {}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown[index.row()].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        return None

    def row_of(self, item: RecordId) -> int:
        """The row of an item; -1 if it is not shown."""
        return self._rows.get(item, -1)

    def show(self, every: tuple[Evidence, ...]) -> None:
        """Show a session's evidence as it stands. Where only states differ, no row moves."""
        self.every = every
        self._apply()

    def narrow(self, filter_: EvidenceFilter) -> None:
        """Put another filter in force."""
        self.filter = filter_
        self._apply()

    def mark(self, linked: frozenset[RecordId]) -> None:
        """Say what the current statement rests on."""
        rows = [self.row_of(item) for item in self.linked ^ linked]
        self.linked = linked
        for row in rows:
            if row >= 0:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def pending_after(self, row: int) -> int:
        """The next shown row that is pending, from the top again after the last; -1 if there is none."""
        count = len(self.shown)
        order = ((row + step) % count for step in range(1, count + 1))
        waits = (number for number in order if self.shown[number].waits)
        return next(waits, -1)

    def _apply(self) -> None:
        shown = [item for item in self.every if self.filter.keeps(item)]
        before, self_same = self.shown, [item.id for item in shown] == [item.id for item in self.shown]
        if self_same:
            self.shown = shown
            for row, (old, new) in enumerate(zip(before, shown, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
            return
        self.beginResetModel()
        self.shown = shown
        self._rows = {item.id: row for row, item in enumerate(shown)}
        self.endResetModel()

    def _spoken(self, row: int) -> str:
        """Text first, then stance, side, place, state and number."""
        item = self.shown[row]
        parts = [
            item.text.rstrip("."),
            stance_word(item.stance) if item.stance else "",
            side_word(item.side) if item.side else "",
            *(_("Theme {name}").format(name=touched_words(tag)) for tag in item.themes),
            item.reference,
            *caution_words(item),
            state_words(item, linked=False),
            state_words(item, linked=True) if item.id in self.linked else "",
            _("{number} of {count}").format(number=row + 1, count=len(self.shown)),
        ]
        return " ".join(f"{part}." for part in parts if part)


def shown_of(shown: int, every: int) -> str:
    """ "7 of 69", or "69 items" where nothing is filtered."""
    if shown == every:
        return n_("{count} item", "{count} items", every)
    return _("{shown} of {every}").format(shown=number_words(shown), every=number_words(every))
