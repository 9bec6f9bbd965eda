"""All questions of one paper form on one page, and at its end where it is put away."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.ui.keying.paper_words import PaperWords
from capture_app.ui.keying.stop_row import StopRow
from capture_app.ui.keying.typed_form import TypedForm
from capture_app.ui.style import Look
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.scroll import ScrollColumn

_AIR = 16
"""Pixels that stay free above and below where one is."""


class FormView(ScrollColumn):
    """`typed` is the form it shows; `end` says what Enter does after the last question.

    Signals:
        words_made(object): a field stands there to be written into (`PaperWords`).
    """

    words_made = Signal(object)

    def __init__(self, look: Look, typed: TypedForm, end: str, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._typed = typed
        card = Card(look, padded=False)
        self.rows = [
            StopRow(look, stop, number) for stop, number in zip(typed.stops, _numbers(typed), strict=True)
        ]
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
        self.end = Prose(end, look, "secondary")
        card.add(holder)
        card.add_foot(self.end)
        self.column.addWidget(card)
        self.column.addStretch(1)

    @property
    def words(self) -> PaperWords | None:
        """Where one writes, if what comes next is written."""
        return next((row.words for row in self.rows if row.words is not None), None)

    def show_form(self) -> None:
        """Show where one is, and what was read so far."""
        typed, doubts = self._typed, self._typed.doubts()
        for row in self.rows:
            row.stop_writing()
            row.show_here(here=row.stop is self._here())
            row.show_read(typed.answer_to(row.stop), typed.reason_at(row.stop), doubts.get(row.stop.key))
        self.end.set_kind("accent" if self._here() is None else "secondary")
        if typed.written_here:
            row = next(row for row in self.rows if row.stop is self._here())
            self.words_made.emit(row.write(typed.words_here(), reason=bool(typed.reasoning)))
        QTimer.singleShot(0, self, self.show_place)  # once a field has taken its room

    def show_place(self) -> None:
        """Scroll to where one is."""
        row = next((row for row in self.rows if row.stop is self._here()), None)
        self.column.activate()
        self.ensureWidgetVisible(self.end if row is None else row, 0, _AIR)
        if (
            row is not None and row.words is not None
        ):  # of a row that is higher than the view, what one writes
            self.ensureWidgetVisible(row.words, 0, _AIR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.show_place)

    def spoken(self) -> str:
        """Where one is, for a screen reader."""
        row = next((row for row in self.rows if row.stop is self._here()), None)
        return self.end.text() if row is None else row.spoken()

    def _here(self) -> object:
        """The stop one is at, or the one whose reason is written."""
        if self._typed.reasoning:
            return next(stop for stop in self._typed.stops if stop.key == self._typed.reasoning)
        return self._typed.stop


def _numbers(typed: TypedForm) -> list[int]:
    """The number of the question of each stop, as it is printed; one that stands alone has none."""
    keys = list(dict.fromkeys(stop.key for stop in typed.stops))
    if len(keys) == 1:
        return [0] * len(typed.stops)
    return [keys.index(stop.key) + 1 for stop in typed.stops]
