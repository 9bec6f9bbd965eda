"""A list of headings with rows below them, worked with single keys."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.widgets.headed_rows import HeadedRows, Row

R = TypeVar("R", bound=Row)


class KeyedList(QListView, Generic[R]):
    """One is at one row at a time. `name`: what a screen reader calls the list.

    Signals:
        acted(str): the key of an action of this scope was pressed ("here.left").
    """

    acted = Signal(str)

    def __init__(
        self, keys: KeyMap, scope: Scope, rows: HeadedRows[R], name: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys, self._scope = keys, scope
        self._rows = rows
        self.setModel(rows)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def at(self) -> R | None:
        """The row one is at."""
        row = self.currentIndex().row()
        return self._rows.shown[row] if 0 <= row < len(self._rows.shown) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        binding = self._keys.pressed(event, self._scope)
        if binding is not None:
            self.acted.emit(binding.action)
        elif event.text().isprintable() and event.text().strip():
            event.ignore()  # a letter does not jump to a row
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()  # Qt would wait a tenth of a second, with rows as high as they were before
        self.scrollTo(self.currentIndex())

    def _be_at(self, row: int) -> None:
        if 0 <= row < len(self._rows.shown):
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._rows.index(row, 0), flag)
