"""Fields in two columns where there is room, wide ones across both; one under the other where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from capture_app.ui.style import Look

_TWO_COLUMNS = 520
"""Least width (at 100 % text) for two columns."""

_NARROW_COLUMN = 150
"""Least width of a column where as many as there is room for stand beside each other."""

_MOST = 5

Placed = tuple[QWidget, bool]
"""A widget, and whether it takes the whole width."""


class FieldGrid(QWidget):
    """Keeps the order in which the widgets were given, also for the Tab key. `dense`: more than two columns."""

    def __init__(
        self, look: Look, placed: Sequence[Placed], *, dense: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._placed, self._columns, self._dense = look, tuple(placed), 0, dense
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(14))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), super().minimumSizeHint().height())

    def _fit(self) -> None:
        width = self.width() * 100 / self._look.scale
        columns = 2 if width >= _TWO_COLUMNS else 1
        if self._dense:
            narrow = sum(not wide for _widget, wide in self._placed)
            columns = max(1, min(int(width / _NARROW_COLUMN), narrow, _MOST))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        row = column = 0
        for widget, wide in self._placed:
            self._grid.removeWidget(widget)
            if column and (wide or column >= self._columns):
                row, column = row + 1, 0
            span = self._columns if wide else 1
            self._grid.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            row, column = (row + 1, 0) if wide else (row, column + 1)
        for number in range(_MOST):
            self._grid.setColumnStretch(number, 1 if number < self._columns else 0)
