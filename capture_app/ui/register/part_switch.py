"""The switch between the parts of a page: side by side where there is room, else a drop-down list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.segments import Segments
from capture_app.words import _


class PartSwitch(QWidget):
    """Signals:
    chosen(str): the key of the part somebody chose.
    """

    chosen = Signal(str)

    def __init__(
        self, look: Look, parts: Sequence[tuple[str, str]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._segments = Segments(look, _("What to show"), parts)
        self._list = DropDown(look, _("What to show"))
        for key, words in parts:
            self._list.addItem(words, key)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._segments)
        row.addWidget(self._list)
        row.addStretch(1)
        self._segments.chosen.connect(self.chosen)
        self._list.activated.connect(lambda: self.chosen.emit(str(self._list.currentData())))
        self._list.hide()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._fit()

    def set_chosen(self, key: str) -> None:
        """Mark the part that is shown."""
        self._segments.set_chosen(key)
        self._list.setCurrentIndex(self._list.findData(key))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), super().minimumSizeHint().height())

    def _fit(self) -> None:
        listed = self._segments.sizeHint().width() > self.width()
        self._segments.setVisible(not listed)
        self._list.setVisible(listed)
