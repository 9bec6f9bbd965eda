"""One bar in parts, for a question in several sessions: each part as long as its share, its count in it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.domain.forms.bars import Bar, BarGroup, Fill
from capture_app.ui.results.fills import paint_fill
from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.painting import CENTRE, advance, line_height, middle, rounded, written
from capture_app.words import number_words


class PartsBar(QWidget):
    """The bars of a group one after another. A part is at least wide enough for its count; nobody is no part."""

    def __init__(self, look: Look, group: BarGroup, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.group = look, group
        self.setAccessibleName(", ".join(bar.spoken() for bar in group.bars))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(round(sum(map(self._least, self._shown()))), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for bar, rect in self._parts():
            paint_fill(painter, rect, bar.fill, self._look)
            self._write(painter, rect, bar)

    def _parts(self) -> Iterator[tuple[Bar, QRectF]]:
        gap, box = (
            self._look.px(2),
            middle(QRectF(self.rect()), 0, self.width(), self._height() - self._look.px(4)),
        )
        shown, left = self._shown(), 0.0
        for bar, width in zip(shown, self._widths(shown, self.width() - gap * (len(shown) - 1)), strict=True):
            yield bar, QRectF(left, box.top(), width, box.height())
            left += width + gap

    def _widths(self, shown: list[Bar], room: float) -> list[float]:
        """By share; what the smallest need beyond that for their counts, the others give in turn."""
        whole = sum(bar.count for bar in shown)
        least = [self._least(bar) for bar in shown]
        wanted = [max(need, room * bar.count / whole) for bar, need in zip(shown, least, strict=True)]
        over = sum(wanted) - room
        free = sum(wanted) - sum(least)
        if over <= 0 or free <= 0:
            return wanted
        return [want - over * (want - need) / free for want, need in zip(wanted, least, strict=True)]

    def _write(self, painter: QPainter, rect: QRectF, bar: Bar) -> None:
        words, font = number_words(bar.count), self._font()
        if bar.fill is not Fill.SOLID:
            wide, tall = advance(font, words) + self._look.px(4), line_height(font)
            rounded(
                painter,
                middle(rect, rect.center().x() - wide / 2, wide, tall),
                2,
                fill=self._look.colour("surface"),
            )
        ink = self._look.colour("on_accent" if bar.fill is Fill.SOLID else "text")
        written(painter, rect, words, font, ink, CENTRE)

    def _shown(self) -> list[Bar]:
        return [bar for bar in self.group.bars if bar.count]

    def _least(self, bar: Bar) -> float:
        return advance(self._font(), number_words(bar.count)) + self._look.px(10)

    def _height(self) -> int:
        return max(self._look.px(24), round(line_height(self._font())) + self._look.px(8))

    def _font(self) -> QFont:
        return self._look.font(self._look.theme.type.secondary, SEMIBOLD)
