"""Counts in a line, the number strong and its word after it: "141 new  1,106 already here"."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.painting import advance, line_height, written
from capture_app.words import number_words


class Figure(QWidget):
    """One count and its word."""

    def __init__(self, number: str, words: str, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._words, self._look = number, words, look
        self.setAccessibleName(f"{number} {words}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = advance(self._strong(), self._number) + self._look.px(4) + advance(self._plain(), self._words)
        return QSize(round(width), round(line_height(self._strong())) + self._look.px(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        written(painter, rect, self._number, self._strong(), self._look.colour("text"))
        left = advance(self._strong(), self._number) + self._look.px(4)
        # One baseline for two sizes of type.
        drop = (line_height(self._strong()) - line_height(self._plain())) * 0.25
        words = rect.adjusted(left, drop, 0, drop)
        written(painter, words, self._words, self._plain(), self._look.colour("text2"))

    def _strong(self) -> QFont:
        return self._look.font(self._look.theme.type.capture, SEMIBOLD)

    def _plain(self) -> QFont:
        return self._look.font(self._look.theme.type.secondary)


class Figures(QWidget):
    """Several counts; they flow into a second line where there is no room."""

    def __init__(
        self, look: Look, counts: Iterable[tuple[int, str]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._row = FlowRow(look, 18)
        column.addWidget(self._row)
        self.show_counts(counts)

    def set_look(self, look: Look) -> None:
        """Used for the counts shown from now on; those there take it themselves."""
        self._look = look

    def show_counts(self, counts: Iterable[tuple[int, str]]) -> None:
        """Show (count, words) pairs, words already in the right number."""
        self._row.clear()
        for number, words in counts:
            self._row.add(Figure(number_words(number), words, self._look))
