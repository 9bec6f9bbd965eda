"""The table of the groups side by side: arrows go from cell to cell, Enter or a click opens the lines behind one."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from capture_app.services.comparing import Breadth, GroupsCompared
from capture_app.ui.style import Look
from capture_app.ui.synthesis.groups_cells import GroupsCells
from capture_app.ui.synthesis.groups_model import BREADTH, GROUPS, LABEL, GroupsModel, Spot
from capture_app.words import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIRST, _SECOND, _GROUP = 200, (150, 210), (118, 220)
"""The least and the most a column takes, at 100 % text; the first gets what the others leave."""


class GroupsTable(QTableView):
    """One is at a cell. It scrolls sideways inside its own frame where there are many groups.

    Signals:
        opened(QModelIndex): the lines behind a cell, or behind a whole row, are wanted.
    """

    opened = Signal(QModelIndex)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = GroupsModel(self)
        self._cells = GroupsCells(look, self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._cells)
        self._dress()

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._cells.set_look(look)
        self._fit()

    def show_compared(self, compared: GroupsCompared) -> None:
        """Show the groups as they stand; one stays at the same cell."""
        spot = self._spot()
        self.rows.show(compared)
        self.setColumnHidden(BREADTH, len(compared.names) == 1)  # of one group it says the same in every row
        self._after_change(spot)

    def narrow(self, breadth: Breadth | None) -> None:
        """Show only what was said so widely; one stays at the same cell while it is shown."""
        spot = self._spot()
        self.rows.narrow(breadth)
        self._after_change(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        if event.text().isprintable() and event.text().strip():
            event.ignore()  # letters do not jump to a row
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        if left and index.column() >= GROUPS and index == self.currentIndex():
            self.opened.emit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _spot(self) -> Spot | None:
        index = self.currentIndex()
        return self.rows.spot(index) if index.isValid() else None

    def _after_change(self, spot: Spot | None) -> None:
        self._fit()
        index = self.rows.find(spot) if spot else QModelIndex()
        if not index.isValid():
            index = self.rows.index(0, GROUPS)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)

    def _dress(self) -> None:
        self.setAccessibleName(_("Groups side by side"))
        self.setAccessibleDescription(_("Arrows go from cell to cell. Enter shows the lines behind one."))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)

    def _fit(self) -> None:
        """Widths of the columns first, then the height of each row at them."""
        header = self.horizontalHeader()
        widths = self._widths()
        for column, width in enumerate(widths):
            header.resizeSection(column, width)
        shown = [(at, width) for at, width in enumerate(widths) if width]
        for row in range(self.rows.rowCount()):
            heights = (self._cells.height(self.rows.index(row, at), width) for at, width in shown)
            self.verticalHeader().resizeSection(row, max(heights))

    def _widths(self) -> list[int]:
        """Every column its least, then what is left to all alike up to their most; the first takes the rest.

        Only the first gives way to the scroll bar, so that the others are not laid out anew when it comes.
        """
        groups, look = len(self.rows.names), self._cells.look
        seconds, each = (0, 0) if self.isColumnHidden(BREADTH) else _SECOND, _GROUP
        least = look.px(_FIRST) + sum(map(look.px, (seconds[0], *(each[0],) * groups)))
        spare = max(0, self.width() - self.verticalScrollBar().sizeHint().width() - least)
        second = min(spare // (groups + 3), look.px(seconds[1] - seconds[0]))
        more = min(spare // (groups + 3), look.px(each[1] - each[0]))
        widths = [0] * GROUPS + [look.px(each[0]) + more] * groups
        widths[BREADTH] = look.px(seconds[0]) + second if seconds[0] else 0
        widths[LABEL] = self.viewport().width() - sum(widths)
        widths[LABEL] = max(widths[LABEL], look.px(_FIRST))
        return widths
