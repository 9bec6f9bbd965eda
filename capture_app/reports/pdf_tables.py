"""Tables and notices in a PDF, laid out and drawn by ourselves: a paragraph for each cell takes ten times as long.

A row too tall for what is left of a page goes to the next one; one too tall for that too is cut between lines.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from capture_app.reports.blocks import Notice, Table
from capture_app.reports.palette import INK
from capture_app.reports.pdf_lettering import Lettering
from capture_app.reports.pdf_lines import wrapped
from capture_app.reports.pdf_rows import LaidRow, Piece, draw_cell, header_of, pieces_of
from capture_app.reports.pdf_styles import PdfLook

TALLEST = 90 * mm
"""A row up to this height is never cut, in points."""

GAP = 6.0
"""Between the text of two columns, in points."""

INSIDE = 5.0
"""Between a line at the side of a box and the text in it, in points."""

ABOVE, BELOW = 3.0, 4.0
"""Between the text of a row and the lines around it, in points."""

BY_HAND = 6.5 * mm
"""The least height of a row that is filled in with a pen, in points."""

Canvas = Any


def grid_of(table: Table, look: PdfLook) -> "Grid":
    """A table with its header repeated on every page it reaches."""
    widths = [share * look.width for share in table.widths]
    gap = 2 * INSIDE if table.by_hand else GAP
    inner = [width - gap for width in widths[:-1]] + [widths[-1] - (gap if table.by_hand else 0)]
    rows = [
        LaidRow(
            tuple(
                pieces_of(cell, width, at in table.numbers, look)
                for at, (cell, width) in enumerate(zip(row, inner, strict=True))
            ),
            least=BY_HAND if table.by_hand else look.cell.leading,
        )
        for row in table.rows
    ]
    header = header_of(table.header, inner, table.numbers, look)
    return Grid(header, rows, widths, inner, look, boxed=table.by_hand)


class Grid(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A header and rows. `boxed` draws lines between the columns too."""

    spaceAfter = 10  # noqa: N815 reportlab's name

    def __init__(
        self,
        header: LaidRow,
        rows: Sequence[LaidRow],
        widths: Sequence[float],
        inner: Sequence[float],
        look: PdfLook,
        *,
        boxed: bool,
    ) -> None:
        super().__init__()
        self._header, self._rows, self._widths, self._inner = header, list(rows), widths, inner
        self._look, self._boxed = look, boxed
        self._heights = [_height(row) for row in rows]
        self._head_height = _height(header)

    @property
    def least(self) -> float:
        """How much of a page its header and first row take, in points."""
        return self._head_height + sum(self._heights[:1])

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """What it takes."""
        self.width = sum(self._widths)
        self.height = self._head_height + sum(self._heights)
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """The part that fits in so many points, and the rest; nothing if not even one row fits."""
        room = height - self._head_height
        fits, used = 0, 0.0
        while fits < len(self._rows) and used + self._heights[fits] <= room:
            used += self._heights[fits]
            fits += 1
        if fits == len(self._rows):
            return [self]
        here, rest = self._rows[:fits], self._rows[fits:]
        if self._heights[fits] > TALLEST and room - used > TALLEST / 3:
            upper, lower = rest[0].cut(room - used - ABOVE)
            here, rest = [*here, upper], [lower, *rest[1:]]
        elif len(rest) == 1 and fits > 2:
            here, rest = here[:-1], [here[-1], *rest]
        return [self._part(here), self._part(rest)] if here else []

    def draw(self) -> None:
        """Draw header and rows from the top down."""
        top, words = self.height, Lettering(self.canv)
        self._draw_row(self._header, words, top, self._head_height)
        self._line(top - self._head_height, INK.line, 0.8)
        top -= self._head_height
        for row, height in zip(self._rows, self._heights, strict=True):
            self._draw_row(row, words, top, height)
            top -= height
            if not row.goes_on:
                self._line(top, INK.line if self._boxed else INK.border, 0.5)
        words.put()
        if self._boxed:
            self._draw_box()

    def _part(self, rows: Sequence[LaidRow]) -> "Grid":
        return Grid(self._header, rows, self._widths, self._inner, self._look, boxed=self._boxed)

    def _draw_row(self, row: LaidRow, words: Lettering, top: float, height: float) -> None:
        indent = INSIDE if self._boxed else 0.0
        left = indent
        sunk = (height - BY_HAND) / 2 if self._boxed and height <= BY_HAND + ABOVE + BELOW else 0.0
        for cell, width, inner in zip(row.cells, self._widths, self._inner, strict=True):
            above = 0 if row.begun else ABOVE
            draw_cell(self.canv, words, cell, left, top - above - sunk, inner, self._look)
            left += width

    def _draw_box(self) -> None:
        self.canv.setStrokeColor(HexColor(INK.line))
        self.canv.setLineWidth(0.5)
        at = 0.0
        for width in (*self._widths, 0.0):
            self.canv.line(at, 0, at, self.height - self._head_height)
            at += width

    def _line(self, at: float, colour: str, width: float) -> None:
        self.canv.setStrokeColor(HexColor(colour))
        self.canv.setLineWidth(width)
        self.canv.line(0, at, self.width, at)


def notice_of(notice: Notice, look: PdfLook) -> "Panel":
    """A notice on a soft ground with a bar at its left."""
    width = look.width - 22
    pieces = [Piece(tuple(wrapped(notice.title, look.notice_title, width)), look.notice_title)]
    if notice.text:
        pieces.append(Piece(tuple(wrapped(notice.text, look.notice_text, width)), look.notice_text))
    return Panel(LaidRow((tuple(pieces),)), look)


class Panel(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Words on a soft ground."""

    spaceBefore, spaceAfter = 4, 10  # noqa: N815 reportlab's names
    _AROUND = 7.0

    def __init__(self, row: LaidRow, look: PdfLook) -> None:
        super().__init__()
        self._row, self._look = row, look

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """What it takes."""
        self.width, self.height = self._look.width, self._row.height + 2 * self._AROUND
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """The part that fits in so many points, and the rest; nothing if that is too little to be worth it."""
        if height < TALLEST / 3:
            return []
        upper, lower = self._row.cut(height - 2 * self._AROUND)
        return [Panel(upper, self._look), Panel(lower, self._look)]

    def draw(self) -> None:
        """Draw the ground, the bar and the words."""
        self.canv.setFillColor(HexColor(INK.warn_soft))
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        self.canv.setFillColor(HexColor(INK.warn))
        self.canv.rect(0, 0, 3, self.height, stroke=0, fill=1)
        words, top = Lettering(self.canv), self.height - self._AROUND
        draw_cell(self.canv, words, self._row.cells[0], 12, top, self.width - 22, self._look)
        words.put()


def _height(row: LaidRow) -> float:
    """With what stands around its text, in points."""
    above, below = 0 if row.begun else ABOVE, 0 if row.goes_on else BELOW
    return row.height + above + below
