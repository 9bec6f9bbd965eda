"""The list of hits: a table of one column, as all lists of varying height."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from capture_app.services.searching import Place
from capture_app.ui.search.hit_model import HitModel
from capture_app.ui.search.hit_rows import HitRows
from capture_app.ui.style import Look
from capture_app.words import _


class HitTable(QTableView):
    """One hit is chosen at a time.

    Signals:
        chosen(): another hit is chosen, or none. opened(): Enter, or a double click.
        left_up(): the arrow up was pressed at the first hit.
    """

    chosen = Signal()
    opened = Signal()
    left_up = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = HitModel(self)
        self._delegate = HitRows(look, self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self._dress()
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._delegate.set_look(look)
        self._fit()

    def show_hits(self, hits: tuple[Place, ...], count: int) -> None:
        """Show these; one stays on the record one was at, else goes to the first."""
        here = self.hit()
        self.rows.show(hits, count)
        self._fit()
        self.go_to(max(0, self.rows.row_of(here.record) if here else 0))

    def hit(self) -> Place | None:
        """The hit that is chosen."""
        row = self.currentIndex().row()
        return self.rows.shown[row] if 0 <= row < len(self.rows.shown) else None

    def go_to(self, row: int) -> None:
        """Choose one row and bring it into sight."""
        if 0 <= row < len(self.rows.shown):
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            index = self.rows.index(row, 0)
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_up.emit()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()  # a letter does not jump to a row
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _dress(self) -> None:
        self.setAccessibleName(_("What was found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)

    def _fit(self) -> None:
        """No more hits are shown than can be measured at once."""
        header, width = self.verticalHeader(), self.viewport().width()
        for row in range(len(self.rows.shown)):
            header.resizeSection(row, self._delegate.height(row, width))
