"""What is drawn beside words in a PDF: the badge of a stance, and the bar of a count."""

from collections.abc import Callable, Mapping
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Paragraph

from capture_app.domain.vocabulary import Stance
from capture_app.reports.names import LETTERS, stance_word
from capture_app.reports.palette import INK, STANCES
from capture_app.reports.pdf_styles import CELL, STANCE
from capture_app.reports.pdf_text import BOLD, markup

BOX = 10.0
"""Side of a badge in points; the shapes are drawn in a square of 20 units, as in the window."""

_FILLED = frozenset((Stance.AGREED, Stance.MIXED, Stance.DISAGREED, Stance.RAISED_BY_ONE))
_LETTER_AT = {Stance.RAISED_BY_ONE: 4.6, Stance.QUESTION: 8.2}
_BAR_FROM = 0.42
"""Where the bar of a count begins, as a share of its cell."""

_Canvas = Any


class StanceMark(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A badge with the letter of a stance, and its word."""

    def __init__(self, stance: Stance) -> None:
        super().__init__(markup(stance_word(stance)), STANCE)
        self._stance = stance

    def draw(self) -> None:
        """Draw the badge beside the first line, then the word."""
        self.canv.saveState()
        self.canv.translate(0, self.height - STANCE.leading + 1.2)
        self.canv.scale(BOX / 20, BOX / 20)
        draw_badge(self.canv, self._stance)
        self.canv.restoreState()
        super().draw()


class CountBar(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A count, and a bar as long as its share of the whole."""

    def __init__(self, text: str, count: int, whole: int) -> None:
        super().__init__(markup(text), CELL)
        self._share = count / whole if whole else 0.0

    def draw(self) -> None:
        """Draw the number, then the bar in a track of the full length."""
        super().draw()
        start, bottom, high = self.width * _BAR_FROM, self.height - CELL.leading + 2.2, 7.5
        self.canv.saveState()
        self.canv.setStrokeColor(HexColor(INK.line))
        self.canv.setLineWidth(0.5)
        self.canv.rect(start, bottom, self.width - start, high)
        self.canv.setFillColor(HexColor(INK.accent))
        self.canv.rect(start, bottom, (self.width - start) * self._share, high, stroke=0, fill=1)
        self.canv.restoreState()


def draw_badge(canvas: _Canvas, stance: Stance) -> None:
    """Draw the shape and letter of a stance in a square of 20 units, its lower left corner at the origin."""
    colour = HexColor(STANCES[stance])
    filled = stance in _FILLED
    canvas.setStrokeColor(colour)
    canvas.setFillColor(colour)
    canvas.setLineWidth(1.8)
    _SHAPES[stance](canvas, int(filled))
    canvas.setFillColor(HexColor(INK.paper) if filled else colour)
    canvas.setFont(BOLD, 10.5)
    canvas.drawCentredString(10, _LETTER_AT.get(stance, 6.2), LETTERS[stance])


def _circle(canvas: _Canvas, fill: int) -> None:
    canvas.circle(10, 10, 9, fill=fill)


def _dashed(canvas: _Canvas, fill: int) -> None:
    canvas.setDash(3.2, 2.4)
    canvas.circle(10, 10, 9, fill=fill)


def _square(canvas: _Canvas, fill: int) -> None:
    canvas.roundRect(1.5, 1.5, 17, 17, 2, fill=fill)


def _diamond(canvas: _Canvas, fill: int) -> None:
    _polygon(canvas, fill, (10, 0.2), (19.8, 10), (10, 19.8), (0.2, 10))


def _triangle(canvas: _Canvas, fill: int) -> None:
    _polygon(canvas, fill, (0.5, 1.5), (19.5, 1.5), (10, 19))


def _speech(canvas: _Canvas, fill: int) -> None:
    canvas.roundRect(1.2, 5.5, 17.6, 13, 3, fill=fill)
    _polygon(canvas, 1, (5, 5.5), (10, 5.5), (5, 0.8))


def _polygon(canvas: _Canvas, fill: int, *points: tuple[float, float]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, fill=fill, stroke=int(not fill))


_SHAPES: Mapping[Stance, Callable[[_Canvas, int], None]] = {
    Stance.AGREED: _circle,
    Stance.MOSTLY: _circle,
    Stance.MIXED: _diamond,
    Stance.DISAGREED: _square,
    Stance.RAISED_BY_ONE: _triangle,
    Stance.NO_OBJECTION: _dashed,
    Stance.QUESTION: _speech,
}
