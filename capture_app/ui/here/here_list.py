"""The list of who is here, worked with single keys."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.attending import Here, Named
from capture_app.ui.here.here_model import HereModel
from capture_app.ui.here.here_rows import HereRows
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.style import Look
from capture_app.words import _

LEAST = 240
"""The least height at 100 %: of five rows."""


class HereList(QListView):
    """One is at one row at a time.

    Signals:
        acted(str): the key of an action was pressed ("here.left").
    """

    acted = Signal(str)

    def __init__(self, look: Look, keys: KeyMap, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.rows = HereModel(self)
        self._delegate = HereRows(look, self.rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Who is here"))
        self.setAccessibleDescription(_legend(keys))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._delegate.set_look(look)
        self.setMinimumHeight(look.px(LEAST))
        self.doItemsLayout()

    def show_here(self, here: Here) -> None:
        """Show these; one stays at the same row, else is at the first."""
        at, top = self.named(), self.verticalScrollBar().value()
        self.rows.show(here)
        self.doItemsLayout()
        row = self.rows.row_of(at.row.key) if at else -1
        self._go_to_row(row if row >= 0 else self.rows.first())
        if row >= 0:
            self.verticalScrollBar().setValue(top)

    def named(self) -> Named | None:
        """Whom one is at."""
        row = self.currentIndex().row()
        return self.rows.shown[row].named if 0 <= row < len(self.rows.shown) else None

    def go_to(self, key: RecordId) -> None:
        """Be at somebody, and bring them into sight."""
        self._go_to_row(self.rows.row_of(key))
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        binding = self._keys.pressed(event, Scope.HERE)
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

    def _go_to_row(self, row: int) -> None:
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.rows.index(row, 0), flag)


def _legend(keys: KeyMap) -> str:
    """The keys of the list, for whoever does not see the buttons."""
    return ", ".join(f"{one.cap}: {one.words}" for one in keys.bindings(Scope.HERE))
