"""Tables in a PDF. A row too tall for a page is cut into rows that follow one another without a line."""

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph
from reportlab.platypus import Table as Grid

from capture_app.reports.blocks import Cell, Notice, Table
from capture_app.reports.palette import INK
from capture_app.reports.pdf_marks import CountBar, StanceMark
from capture_app.reports.pdf_styles import (
    CELL,
    CELL_RIGHT,
    HEADER,
    HEADER_RIGHT,
    NOTICE_TEXT,
    NOTICE_TITLE,
    PAGE_HEIGHT,
    REMARK,
    WIDTH,
)
from capture_app.reports.pdf_text import REGULAR, markup

TALLEST = 90 * mm
"""The most a row may take, in points."""

PADDING = 5.0
"""Between the text of two columns, in points; half of it above and below a row's text."""

Flowable = Any
Command = tuple[Any, ...]


_OUR_FONT: Command = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
"""Else a table names a font in the file that is not embedded, though no letter is set in it."""


def grid_of(table: Table) -> Flowable:
    """A table with its header repeated on every page it reaches."""
    widths = [share * WIDTH for share in table.widths]
    rows: list[list[Any]] = [[_header(name, at in table.numbers) for at, name in enumerate(table.header)]]
    lines: list[Command] = []
    for row in table.rows:
        cells = [_cell(cell, at in table.numbers) for at, cell in enumerate(row)]
        first = len(rows)
        rows.extend(_slices(cells, [width - PADDING for width in widths]))
        lines.extend(_as_one_row(first, len(rows) - 1))
    grid = Grid(rows, colWidths=widths, repeatRows=1, spaceAfter=10)
    grid.setStyle([*_LOOK, *lines, *_held_together(len(rows))])
    return grid


def notice_of(notice: Notice) -> Flowable:
    """A notice on a soft ground with a bar at its left."""
    words = [Paragraph(markup(notice.title), NOTICE_TITLE)]
    if notice.text:
        words.append(Paragraph(markup(notice.text), NOTICE_TEXT))
    rows = [[cells] for (cells,) in _slices([words], [WIDTH - 22])]
    grid = Grid(rows, colWidths=[WIDTH], spaceBefore=4, spaceAfter=10)
    grid.setStyle(
        [
            _OUR_FONT,
            ("BACKGROUND", (0, 0), (-1, -1), HexColor(INK.warn_soft)),
            ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor(INK.warn)),
            ("LEFTPADDING", (0, 0), (-1, -1), 12),
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, 0), 6),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 7),
        ]
    )
    return grid


_LOOK: tuple[Command, ...] = (
    _OUR_FONT,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), PADDING / 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), PADDING / 2 + 1),
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, HexColor(INK.line)),
)


def _held_together(rows: int) -> Iterator[Command]:
    """Neither the header with one row is left behind on a page, nor the last row alone on the next."""
    yield ("NOSPLIT", (0, 0), (-1, min(2, rows - 1)))
    if rows > 2:
        yield ("NOSPLIT", (0, rows - 2), (-1, rows - 1))


def _as_one_row(first: int, last: int) -> Iterator[Command]:
    """A line below the last of the rows that one row was cut into, and no room between them."""
    yield "LINEBELOW", (0, last), (-1, last), 0.5, HexColor(INK.border)
    if last > first:
        yield "BOTTOMPADDING", (0, first), (-1, last - 1), 0
        yield "TOPPADDING", (0, first + 1), (-1, last), 0


def _header(name: str, number: bool) -> list[Flowable]:
    return [Paragraph(markup(name), HEADER_RIGHT if number else HEADER)]


def _cell(cell: Cell, number: bool) -> list[Flowable]:
    """What stands in a cell, one below the other."""
    parts: list[Flowable] = []
    if cell.stance:
        parts.append(StanceMark(cell.stance))
    if cell.bar:
        parts.append(CountBar(cell.text, *cell.bar))
    elif cell.text:
        parts.append(Paragraph(markup(cell.text), CELL_RIGHT if number else CELL))
    if cell.note:
        parts.append(Paragraph(markup(cell.note), REMARK))
    return parts


def _slices(cells: Sequence[Sequence[Flowable]], widths: Sequence[float]) -> list[list[list[Flowable]]]:
    """A row as one row, or as several where it would be too tall."""
    columns = [list(_packed(cell, width)) for cell, width in zip(cells, widths, strict=True)]
    return [[part or [] for part in row] for row in zip_longest(*columns)] or [[[] for _cell in cells]]


def _packed(parts: Sequence[Flowable], width: float) -> Iterator[list[Flowable]]:
    """What stands in a cell, in portions of bearable height."""
    portion: list[Flowable] = []
    filled = 0.0
    for piece in chain.from_iterable(_pieces(part, width) for part in parts):
        _wide, high = piece.wrap(width, PAGE_HEIGHT)
        if portion and filled + high > TALLEST:
            yield portion
            portion, filled = [], 0.0
        portion.append(piece)
        filled += high
    if portion:
        yield portion


def _pieces(part: Flowable, width: float) -> Iterator[Flowable]:
    """A paragraph, cut where it would be too tall."""
    rest = [part]
    while rest:
        part = rest.pop(0)
        _wide, high = part.wrap(width, PAGE_HEIGHT)
        if high > TALLEST:
            part, *rest = part.split(width, TALLEST) or [part]
        yield part
