"""The list that is read back to the group."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture_app.domain.records import Line
from capture_app.services.reading_back import ReadBack
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.read_back.read_model import ReadModel, ReadRow
from capture_app.ui.read_back.read_rows import ReadRows
from capture_app.ui.style import Look
from capture_app.ui.widgets.keyed_list import KeyedList
from capture_app.words import _


class ReadList(KeyedList[ReadRow]):
    """What was written down, question by question.

    Signals:
        moved(): one is at another line.
    """

    moved = Signal()

    def __init__(self, look: Look, keys: KeyMap, *, parent: QWidget | None = None) -> None:
        self.rows = ReadModel()
        super().__init__(keys, Scope.READ_BACK, self.rows, _("What was written down"), parent=parent)
        self._delegate = ReadRows(look, self.rows, self)
        self.setItemDelegate(self._delegate)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._delegate.set_look(look)
        self.doItemsLayout()

    def show_lines(self, read: ReadBack) -> None:
        """Show these; one stays at the same line, else is at the first the group has not heard."""
        here, top = self.line(), self.verticalScrollBar().value()
        self.rows.show(read)
        self.doItemsLayout()
        if here is not None and self.rows.row_of(here.id) >= 0:
            self.go_to(self.rows.row_of(here.id))
            self.verticalScrollBar().setValue(top)
        else:
            self.go_to(self._first())

    def line(self) -> Line | None:
        """The line one is at."""
        at = self.at()
        return at.line if at else None

    def go_on(self) -> None:
        """To the next line; one stays at the last."""
        self.go_to(self.rows.next_row(self.currentIndex().row()))

    def go_to(self, row: int) -> None:
        """Be at a row and bring it into sight, with its question where that stands right above it."""
        if 0 <= row < len(self.rows.shown):
            self._be_at(row)
            if row and self.rows.shown[row - 1].line is None:
                self.scrollTo(self.rows.index(row - 1, 0))
            self.show_line()

    def show_line(self) -> None:
        """Bring the line one is at into sight."""
        self.scrollTo(self.currentIndex())

    def _first(self) -> int:
        lines = ((at, row.line) for at, row in enumerate(self.rows.shown) if row.line is not None)
        return next((at for at, line in lines if line.spoken_of is None), self.rows.next_row())
