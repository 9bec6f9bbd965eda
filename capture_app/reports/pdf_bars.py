"""The bar of a count in a PDF, filled so that it is told from its neighbours without colour. All in points."""

from typing import Any

from reportlab.lib.colors import HexColor

from capture_app.domain.forms.bars import Bar, Fill
from capture_app.reports.palette import INK
from capture_app.reports.pdf_styles import PdfLook

HEIGHT = 7.5
PITCH = 3.5
"""Between two stripes, or two dots."""

_Canvas = Any


def draw_bar(canvas: _Canvas, left: float, bottom: float, width: float, bar: Bar, look: PdfLook) -> None:
    """Draw a bar in a track of the full length, whose lower left corner is given."""
    canvas.setStrokeColor(HexColor(INK.line))
    canvas.setLineWidth(0.5)
    canvas.rect(left, bottom, width, HEIGHT)
    if not bar.count:
        return
    long = width * bar.share
    canvas.setFillColor(look.accent)
    if bar.fill is Fill.SOLID:
        canvas.rect(left, bottom, long, HEIGHT, stroke=0, fill=1)
        return
    canvas.setStrokeColor(look.accent)
    if bar.fill is Fill.STRIPES:
        _stripe(canvas, left, bottom, long)
    elif bar.fill is Fill.DOTS:
        _dot(canvas, left, bottom, long)
    elif bar.fill is Fill.UPRIGHT:
        _line(canvas, left, bottom, long)
    canvas.setLineWidth(0.9)
    canvas.rect(left, bottom, long, HEIGHT)


def _stripe(canvas: _Canvas, left: float, bottom: float, long: float) -> None:
    """Slanted lines, cut off where the bar ends."""
    canvas.setLineWidth(1.1)
    at = PITCH - HEIGHT
    while at < long:
        low, high = max(0.0, -at), min(HEIGHT, long - at)
        canvas.line(left + at + low, bottom + low, left + at + high, bottom + high)
        at += PITCH


def _line(canvas: _Canvas, left: float, bottom: float, long: float) -> None:
    """Upright lines."""
    canvas.setLineWidth(0.9)
    at = PITCH / 2
    while at < long:
        canvas.line(left + at, bottom, left + at, bottom + HEIGHT)
        at += PITCH


def _dot(canvas: _Canvas, left: float, bottom: float, long: float) -> None:
    at = PITCH / 2
    while at < long:
        for up in (HEIGHT * 0.28, HEIGHT * 0.72):
            canvas.circle(left + at, bottom + up, 0.65, stroke=0, fill=1)
        at += PITCH
