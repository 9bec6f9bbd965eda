"""The drawing of counts in the window: a label, a bar in its track, and the count, row by row."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from capture_app.domain.forms.bars import Bar, BarGroup
from capture_app.ui.results.fills import paint_fill
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.painting import middle, rounded

_HEIGHT = 20


class BarCell(QWidget):
    """One bar in a track that stands for all who answered. Its accessible name says it in words."""

    def __init__(self, look: Look, bar: Bar, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.bar = look, bar
        self.setAccessibleName(bar.spoken())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(_HEIGHT + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(48), self._look.px(_HEIGHT + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        track = middle(QRectF(self.rect()), 0, self.width(), look.px(_HEIGHT))
        rounded(painter, track, look.px(3), fill=look.colour("sunken"))
        if self.bar.count:
            track.setWidth(max(look.px(3), track.width() * self.bar.share))
            paint_fill(painter, track, self.bar.fill, look)


class DrawnCounts(QWidget):
    """The bars of a question. Labels and counts are words of their own beside each bar."""

    def __init__(self, look: Look, groups: Iterable[BarGroup], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.cells: list[BarCell] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(6))
        for group in groups:
            if group.heading:
                self._column.addWidget(Prose(group.heading, look, "strong"))
            self._column.addLayout(self._grid(group))

    def _grid(self, group: BarGroup) -> QGridLayout:
        grid, look = QGridLayout(), self._look
        grid.setContentsMargins(0, 0, 0, look.px(6))
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 6)
        for row, bar in enumerate(group.bars):
            cell, count = BarCell(look, bar), Label(bar.words, "strong")
            self.cells.append(cell)
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Prose(bar.label, look), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(cell, row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(count, row, 2)
        return grid
