"""The list of two streams of minutes: one is at a line, left or right, and works with single keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.services.agreeing import Agreeing
from capture_app.ui.agreeing.abreast_model import AbreastModel, AbreastRow, LineCell
from capture_app.ui.agreeing.abreast_rows import AbreastRows
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.keyed_list import KeyedList
from capture_app.words import _


class AbreastList(KeyedList[AbreastRow]):
    """Left and right arrow go from one taker's line to the other's; `marked` are the lines to be joined.

    Signals:
        moved(): one is at another line.
    """

    moved = Signal()

    def __init__(self, look: Look, keys: KeyMap, *, parent: QWidget | None = None) -> None:
        self.rows, self.side = AbreastModel(), 0
        super().__init__(keys, Scope.MINUTES, self.rows, _("Two people’s minutes"), parent=parent)
        self._delegate = AbreastRows(look, self.rows, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleDescription(_("Left and right arrow go from one person’s line to the other’s."))
        self.marked: list[RecordId] = []
        self._lines: Mapping[RecordId, Line] = {}
        self.moved.connect(self.viewport().update)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._delegate.set_look(look)
        self.doItemsLayout()

    def show_streams(self, told: Agreeing, pair: tuple[RecordId, RecordId]) -> None:
        """Show two streams; one stays at the same row, else is at the first."""
        at, top = self.at(), self.verticalScrollBar().value()
        self._lines = {line.id: line for stream in told.streams for line in stream.lines}
        self.marked = [one for one in self.marked if one in self._lines and one not in told.taken]
        self.rows.show(told, pair, self.marked)
        self.doItemsLayout()
        row = self.rows.row_of(at.key) if at else -1
        self._be_at(row if row >= 0 else self.rows.next_row())
        if row >= 0:
            self.verticalScrollBar().setValue(top)

    def side_at(self, row: AbreastRow) -> int:
        """At which side of a row one is: the one last chosen, or the only one that has a line."""
        return self.side if row.cells[self.side] is not None else 1 - self.side

    def cell(self) -> LineCell | None:
        """The line one is at, with what became of it."""
        row = self.at()
        return row.cells[self.side_at(row)] if row else None

    def line(self) -> Line | None:
        """The line one is at."""
        cell = self.cell()
        return cell.line if cell else None

    def to_join(self) -> Sequence[Line]:
        """The lines that are marked, in the order of time, also of somebody whose minutes are not shown now.

        Without any, both lines of the row one is at.
        """
        if self.marked:
            return sorted(
                (self._lines[one] for one in self.marked), key=lambda line: (line.said_at, line.order)
            )
        row = self.at()
        return [cell.line for cell in (row.cells if row else ()) if cell]

    def go_to(self, line: RecordId) -> None:
        """Be at a line, and bring it into sight."""
        for place, row in enumerate(self.rows.shown):
            for side, cell in enumerate(row.cells):
                if cell is not None and cell.line.id == line:
                    self.side = side
                    self._be_at(place)
                    self.scrollTo(self.currentIndex())

    def go_on(self) -> None:
        """To the next line of the same side that is not taken over yet; where there is none, one stays."""
        for place in range(self.currentIndex().row() + 1, len(self.rows.shown)):
            row = self.rows.shown[place]
            cell = row.cells[self.side_at(row)] if row.key else None
            if cell is not None and not cell.taken:
                self._be_at(place)
                self.scrollTo(self.currentIndex())
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        side = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if side is None:
            super().keyPressEvent(event)
        else:
            self._go_to_side(side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            rect = self.visualRect(index)
            self._go_to_side(int(event.position().x() > rect.center().x()), say=False)

    def _go_to_side(self, side: int, *, say: bool = True) -> None:
        row = self.at()
        if row is None or row.cells[side] is None:
            return
        self.side = side
        self.moved.emit()
        cell = row.cells[side]
        if say and cell is not None:
            announce(self, cell.spoken)
