"""Fields in two columns where there is room, wide ones across both; one under the other where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.placing import Placing

_TWO_COLUMNS = 520
"""Least width (at 100 % text) for two columns."""

_NARROW_COLUMN = 150
"""Least width of a column where as many as there is room for stand beside each other."""

_MOST = 5
_GAP = 16

Placed = tuple[QWidget, bool]
"""A widget, and whether it takes the whole width."""


class FieldGrid(QWidget):
    """Keeps the order in which the widgets were given, also for the Tab key. `dense`: more than two columns."""

    def __init__(
        self, look: Look, placed: Sequence[Placed], *, dense: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = _Columns(look, [wide for _widget, wide in placed], dense=dense)
        for widget, _wide in placed:
            self._columns.addWidget(widget)
        self.setLayout(self._columns)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._columns.set_look(look)


class _Columns(Placing):
    """Columns of one width. It knows its height for any width, so that whatever holds it need not guess."""

    def __init__(self, look: Look, wide: Sequence[bool], *, dense: bool) -> None:
        super().__init__()
        self._look, self._wide, self._dense = look, tuple(wide), dense

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self.invalidate()

    def sizeHint(self) -> QSize:
        width = self._look.px(_TWO_COLUMNS)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        return QSize(self._look.px(200), max((one.minimumSize().height() for one in self._items), default=0))

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Set the lines of fields; gives back the height they take."""
        columns, top = self._count(rect.width()), rect.top()
        gap, line_gap = self._look.px(_GAP), self._look.px(14)
        one = (rect.width() - gap * (columns - 1)) // columns
        for number, line in enumerate(self._lines(columns)):
            top += line_gap if number else 0
            tallest = 0
            for column, (item, wide) in enumerate(line):
                width = rect.width() if wide else one
                height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
                if place:
                    item.setGeometry(QRect(rect.left() + column * (one + gap), top, width, height))
                tallest = max(tallest, height)
            top += tallest
        return top - rect.top()

    def _lines(self, columns: int) -> Iterator[list[tuple[QLayoutItem, bool]]]:
        line: list[tuple[QLayoutItem, bool]] = []
        for item, wide in zip(self._items, self._wide, strict=True):
            if item.isEmpty():
                continue
            if line and (wide or line[-1][1] or len(line) == columns):
                yield line
                line = []
            line.append((item, wide))
        if line:
            yield line

    def _count(self, width: int) -> int:
        """As many columns as there is room for, and as the longest label leaves room for."""
        room = width * 100 / self._look.scale
        most = 2 if room >= _TWO_COLUMNS else 1
        if self._dense:
            narrow = sum(not wide for wide in self._wide)
            most = max(1, min(int(room / _NARROW_COLUMN), narrow, _MOST))
        pairs = zip(self._items, self._wide, strict=True)
        least = max((item.minimumSize().width() for item, wide in pairs if not wide), default=0)
        gap = self._look.px(_GAP)
        return max(1, min(most, (width + gap) // (least + gap)))
