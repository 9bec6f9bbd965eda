"""The list that is read back to the group."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from capture_app.domain.records import Line
from capture_app.services.reading_back import ReadBack
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.read_back.read_model import ReadModel
from capture_app.ui.read_back.read_rows import ReadRows
from capture_app.ui.style import Look
from capture_app.words import _


class ReadList(QListView):
    """One is at one line at a time.

    Signals:
        acted(str): the key of an action was pressed ("read_back.confirm"). moved(): one is at another line.
    """

    acted = Signal(str)
    moved = Signal()

    def __init__(self, look: Look, keys: KeyMap, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.rows = ReadModel(self)
        self._delegate = ReadRows(look, self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("What was written down"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._delegate.set_look(look)
        self.doItemsLayout()

    def show_lines(self, read: ReadBack) -> None:
        """Show these; one stays at the same line, else is at the first the group has not heard."""
        here, top = self.line(), self.verticalScrollBar().value()
        self.rows.show(read)
        if here is not None and self.rows.row_of(here.id) >= 0:
            self.go_to(self.rows.row_of(here.id))
            self.verticalScrollBar().setValue(top)
        else:
            self.go_to(self._first())

    def line(self) -> Line | None:
        """The line one is at."""
        row = self.currentIndex().row()
        return self.rows.shown[row].line if 0 <= row < len(self.rows.shown) else None

    def go_on(self) -> None:
        """To the next line; one stays at the last."""
        self.go_to(self.rows.next_line(self.currentIndex().row()))

    def go_to(self, row: int) -> None:
        """Be at a row and bring it into sight, with its question where that stands right above it."""
        if 0 <= row < len(self.rows.shown):
            index = self.rows.index(row, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if row and self.rows.shown[row - 1].line is None:
                self.scrollTo(self.rows.index(row - 1, 0))
            self.scrollTo(index)

    def show_line(self) -> None:
        """Bring the line one is at into sight."""
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        binding = self._keys.pressed(event, Scope.READ_BACK)
        if binding is not None:
            self.acted.emit(binding.action)
        elif event.text().isprintable() and event.text().strip():
            event.ignore()  # a letter does not jump to a row
        else:
            super().keyPressEvent(event)

    def _first(self) -> int:
        lines = ((at, row.line) for at, row in enumerate(self.rows.shown) if row.line is not None)
        return next((at for at, line in lines if line.spoken_of is None), self.rows.next_line(-1))
