"""The list of raw items: a table of one column, because only that stays fast with 10,000 rows of varying height.

Heights of the rows that are seen are worked out at once, the others some at a time while nothing else is to
be done; what one looks at does not move meanwhile.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.synthesising import Evidence
from capture_app.ui.style import Look
from capture_app.ui.synthesis.evidence_model import EvidenceModel
from capture_app.ui.synthesis.evidence_rows import EvidenceRows
from capture_app.words import _

_AT_ONCE = 40
"""Rows measured before the keyboard has its turn: more than are seen at once."""
_USUAL_HEIGHT = 77
"""What a row takes until it is measured, at 100 % text: one with two lines of words."""


class EvidenceTable(QTableView):
    """One column of evidence; several rows can be chosen.

    Signals:
        key_pressed(QKeyEvent): a key the list has no use for itself; accept the event to keep it.
        chosen(): other rows are chosen.
    """

    key_pressed = Signal(object)
    chosen = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = EvidenceModel(self)
        self._delegate = EvidenceRows(look, self.rows, self)
        self._measured = 0
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_more)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self._dress()
        self.rows.modelReset.connect(self._fit)
        self.rows.dataChanged.connect(lambda first, last: self._measure_still(first.row(), last.row() + 1))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._delegate.set_look(look)
        self._fit()

    def chosen_items(self) -> list[Evidence]:
        """The chosen items from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.shown[row] for row in rows]

    def go_to(self, row: int) -> None:
        """Choose one row and bring it into sight."""
        if 0 <= row < len(self.rows.shown):
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            index = self.rows.index(row, 0)
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def stay_at(self, item: RecordId, row: int) -> None:
        """After a change: on the same item, else on what has come into its place."""
        found = self.rows.row_of(item)
        self.go_to(found if found >= 0 else min(row, len(self.rows.shown) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if event.isAccepted():
            return
        if event.text().isprintable() and event.text().strip():
            event.ignore()  # letters act here or nowhere; they do not jump to a row
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _dress(self) -> None:
        self.setAccessibleName(_("Evidence"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)

    def _fit(self) -> None:
        """Measure anew; the first row that is seen stays the first."""
        header, bar, top = self.verticalHeader(), self.verticalScrollBar(), max(0, self.rowAt(0))
        within = bar.value() - header.sectionPosition(top)
        header.setDefaultSectionSize(self._delegate.look.px(_USUAL_HEIGHT))
        self._measured = 0
        self._measure(top, top + _AT_ONCE)
        self._measure_more()
        bar.setValue(header.sectionPosition(top) + within)

    def _measure_more(self) -> None:
        """Measure the next rows."""
        self._measure_still(self._measured, self._measured + _AT_ONCE)
        self._measured += _AT_ONCE
        if self._measured < len(self.rows.shown):
            self._idle.start()
        else:
            self._idle.stop()

    def _measure_still(self, first: int, end: int) -> None:
        """Measure rows; those above the first one seen push it down by as much as they grow."""
        header, bar = self.verticalHeader(), self.verticalScrollBar()
        top = max(0, self.rowAt(0))
        before = header.sectionPosition(top)
        self._measure(first, end)
        if moved := header.sectionPosition(top) - before:
            bar.setValue(bar.value() + moved)

    def _measure(self, first: int, end: int) -> None:
        header, width = self.verticalHeader(), self.viewport().width()
        for row in range(first, min(end, len(self.rows.shown))):
            header.resizeSection(row, self._delegate.height(row, width))
