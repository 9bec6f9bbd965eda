"""What is drawn beside words in a PDF: the badge of a stance, a box to tick, lines to write on."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph

from capture_app.domain.vocabulary import Stance
from capture_app.reports.names import LETTERS
from capture_app.reports.palette import INK, STANCES
from capture_app.reports.pdf_styles import PdfLook
from capture_app.reports.pdf_text import drawable, markup

BOX = 10.0
"""Side of a badge in points; the shapes are drawn in a square of 20 units, as in the window."""

TICK = 10.0
"""Side of a box to tick, in points."""

RULE = 8.5 * mm
"""Between two lines to write on, in points."""

_FILLED = frozenset((Stance.AGREED, Stance.MIXED, Stance.DISAGREED, Stance.RAISED_BY_ONE))
_LETTER_AT = {Stance.RAISED_BY_ONE: 4.6, Stance.QUESTION: 8.2}

_Canvas = Any


class TickLine(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A choice with a box before it."""

    def __init__(self, text: str, look: PdfLook) -> None:
        super().__init__(markup(text), look.tick)
        self._box_at = look.tick.leftIndent - 17
        self._leading = look.tick.leading

    def draw(self) -> None:
        """Draw the box beside the first line, then the words."""
        draw_tick(self.canv, self._box_at, self.height - self._leading + 1.5)
        super().draw()


class TickRow(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Short choices beside one another, as many on a line as fit."""

    spaceBefore, spaceAfter = 2, 4  # noqa: N815 reportlab's names
    _BETWEEN = 18.0

    def __init__(self, options: Sequence[str], look: PdfLook) -> None:
        super().__init__()
        self._options, self._style = [drawable(option) for option in options], look.tick
        self._rows: list[list[tuple[float, str]]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """What it takes."""
        start = self._style.leftIndent - 17
        self._rows, at = [[]], start
        for option in self._options:
            wide = 17 + stringWidth(option, self._style.fontName, self._style.fontSize)
            if self._rows[-1] and at + wide > width:
                self._rows.append([])
                at = start
            self._rows[-1].append((at, option))
            at += wide + self._BETWEEN
        self.width, self.height = width, len(self._rows) * (self._style.leading + 3)
        return self.width, self.height

    def draw(self) -> None:
        """Draw each box and its words."""
        base = self.height - self._style.leading + 3
        for row in self._rows:
            for at, option in row:
                draw_tick(self.canv, at, base - 1.5)
                self.canv.setFont(self._style.fontName, self._style.fontSize)
                self.canv.setFillColor(self._style.textColor)
                self.canv.drawString(at + 17, base, option)
            base -= self._style.leading + 3


class RuledLine(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One line to write on, as wide as the text."""

    def __init__(self, indent: float) -> None:
        super().__init__()
        self._indent = indent

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """What it takes."""
        self.width, self.height = width, RULE
        return width, RULE

    def draw(self) -> None:
        """Draw the line at its foot."""
        self.canv.setStrokeColor(HexColor(INK.line))
        self.canv.setLineWidth(0.5)
        self.canv.line(self._indent, 1, self.width, 1)


def draw_tick(canvas: _Canvas, left: float, bottom: float) -> None:
    """Draw a box to tick."""
    canvas.setStrokeColor(HexColor(INK.text))
    canvas.setLineWidth(0.8)
    canvas.rect(left, bottom, TICK, TICK)


def draw_stance(canvas: _Canvas, stance: Stance, left: float, bottom: float, bold: str) -> None:
    """Draw the badge of a stance. Its shape stands in the file once, however often it is shown."""
    name = f"stance-{stance.value}"
    if not canvas.hasForm(name):
        canvas.beginForm(name, 0, 0, 20, 20)
        draw_badge(canvas, stance, bold)
        canvas.endForm()
    canvas.saveState()
    canvas.transform(BOX / 20, 0, 0, BOX / 20, left, bottom)
    canvas.doForm(name)
    canvas.restoreState()


def draw_badge(canvas: _Canvas, stance: Stance, bold: str) -> None:
    """Draw the shape and letter of a stance in a square of 20 units, its lower left corner at the origin."""
    colour = HexColor(STANCES[stance])
    filled = stance in _FILLED
    canvas.setStrokeColor(colour)
    canvas.setFillColor(colour)
    canvas.setLineWidth(1.8)
    _SHAPES[stance](canvas, int(filled))
    canvas.setFillColor(HexColor(INK.paper) if filled else colour)
    canvas.setFont(bold, 10.5)
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
