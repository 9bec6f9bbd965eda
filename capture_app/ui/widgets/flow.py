"""A layout that sets widgets in lines, like words: chips, tags, figures."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.placing import Placing


class Flow(Placing):
    """Widgets beside each other, going on in a new line where there is no more room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 6) -> None:
        super().__init__(parent)
        self._line_gap = line_gap
        self.setSpacing(gap)

    def set_gaps(self, gap: int, line_gap: int) -> None:
        """Distances between widgets and between lines."""
        self._line_gap = line_gap
        self.setSpacing(gap)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(widest, max((item.minimumSize().height() for item in self._items), default=0))

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Set the lines; gives back the height they take."""
        top = rect.top()
        for number, line in enumerate(self._lines(rect.width())):
            top += self._line_gap if number else 0
            tallest, left = max(size.height() for _item, size in line), rect.left()
            for item, size in line:
                if place:
                    item.setGeometry(QRect(QPoint(left, top + (tallest - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += tallest
        return top - rect.top()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items of each line with the sizes they get; hidden ones are left out."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(width, item.sizeHint().height()))
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self.spacing()
        return lines


class FlowRow(QWidget):
    """A widget whose children flow; `add` them in order. Used as a tag row below a line's text."""

    def __init__(self, look: Look, gap: int = 8, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._flow = Flow(self)
        self.set_look(look)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Take over the spaces; `gap` is at 100 %."""
        self._flow.set_gaps(look.px(self._gap), look.px(6))

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self._flow.addWidget(widget)

    def clear(self) -> None:
        """Take all widgets away."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
