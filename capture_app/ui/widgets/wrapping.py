"""Words that wrap inside a width, each line the same height: for delegates and for text with marked parts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

_LINE_HEIGHT = 1.4 / 1.21
"""Air between lines, over the height the font itself asks for (line height 1.4)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text: where it starts and how many characters it has."""

    start: int
    length: int

    def of(self, text: str) -> str:
        """The words it covers."""
        return text[self.start : self.start + self.length]


def with_breaks(text: str) -> str:
    """Words as a text layout takes them: it begins another line only where it is told so in its own way."""
    return text.replace("\n", "\u2028")


class Wrapped:
    """A text laid out, its lines broken where it breaks and where the width ends.

    `height` is in pixels, at least one line.
    """

    def __init__(self, text: str, font: QFont, width: float, *, strong: tuple[Span, ...] = ()) -> None:
        """`strong` parts are bold and underlined."""
        self._layout = QTextLayout(with_breaks(text), font)
        self._layout.setFormats([_strong(span) for span in strong])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self.pitch = pitch_of(font)
        self._layout.beginLayout()
        self.lines = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, self.lines * self.pitch + (self.pitch - line.height()) / 2))
            self.lines += 1
        self._layout.endLayout()
        self.height = max(1, self.lines) * self.pitch

    def paint(self, painter: QPainter, at: QPointF, ink: QColor) -> None:
        """Draw it with its top left corner at `at`."""
        painter.setPen(ink)
        self._layout.draw(painter, at)

    def boxes(self, span: Span) -> list[QRectF]:
        """Where a part of the text stands: one box for each line it is on."""
        found = []
        for number in range(self.lines):
            line = self._layout.lineAt(number)
            first = max(span.start, line.textStart())
            last = min(span.start + span.length, line.textStart() + line.textLength())
            if first < last:
                left, end = _edge(line.cursorToX(first)), line.naturalTextRect().right()
                right = min(_edge(line.cursorToX(last)), end)  # not the space at which the line was broken
                found.append(QRectF(left, number * self.pitch, right - left, self.pitch))
        return found


def pitch_of(font: QFont) -> int:
    """The height of one line of wrapped text in pixels."""
    return round(QFontMetricsF(font).height() * _LINE_HEIGHT)


def _strong(span: Span) -> QTextLayout.FormatRange:
    found, form = QTextLayout.FormatRange(), QTextCharFormat()
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setFontUnderline(True)
    found.start, found.length, found.format = span.start, span.length, form
    return found


def _edge(cursor: object) -> float:
    """PySide gives the place of a cursor back as a pair."""
    return float(cursor[0] if isinstance(cursor, tuple) else cursor)  # type: ignore[arg-type]
