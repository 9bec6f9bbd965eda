"""What stands in the rows of a table of a PDF: lines already broken, so that a row can be measured, cut and drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from capture_app.domain.forms.bars import Bar
from capture_app.domain.vocabulary import Stance
from capture_app.reports.blocks import Cell
from capture_app.reports.names import stance_word
from capture_app.reports.pdf_bars import draw_bar
from capture_app.reports.pdf_lettering import Lettering
from capture_app.reports.pdf_lines import wrapped
from capture_app.reports.pdf_marks import TICK, draw_stance, draw_tick
from capture_app.reports.pdf_styles import PdfLook, Type

STANCE_INDENT = 15.0
BAR_FROM = 0.42
"""Where the bar of a count begins, as a share of its cell."""

BESIDE = 90.0
"""In a cell at least so wide a bar stands beside its count, else below it, in points."""

Canvas = Any


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of one type, one below the other, and what is drawn beside the first of them."""

    lines: tuple[str, ...]
    type: Type
    right: bool = False
    indent: float = 0.0
    stance: Stance | None = None
    bar: Bar | None = None
    tick: bool = False

    @property
    def height(self) -> float:
        """In points."""
        return len(self.lines) * self.type.leading

    @property
    def marked(self) -> bool:
        """Whether something is drawn beside it."""
        return self.tick or self.stance is not None or self.bar is not None

    def cut(self, room: float) -> tuple["Piece | None", "Piece | None"]:
        """What of it fits in so many points, and the rest."""
        fits = int(room // self.type.leading)
        if fits >= len(self.lines):
            return self, None
        rest = replace(self, lines=self.lines[fits:], stance=None, bar=None, tick=False)
        return (replace(self, lines=self.lines[:fits]), rest) if fits > 0 else (None, self)


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class LaidRow:
    """One row, or a part of one that runs over several pages: `begun` above, `goes_on` below."""

    cells: tuple[Pieces, ...]
    least: float = 0.0
    begun: bool = False
    goes_on: bool = False

    @property
    def height(self) -> float:
        """In points, without what stands around the text."""
        return max(self.least, *(sum(piece.height for piece in cell) for cell in self.cells))

    def cut(self, room: float) -> tuple["LaidRow", "LaidRow"]:
        """What of it fits in so many points, and the rest."""
        parts = [_cut(cell, room) for cell in self.cells]
        upper = LaidRow(tuple(one for one, _rest in parts), begun=self.begun, goes_on=True)
        return upper, LaidRow(tuple(rest for _one, rest in parts), begun=True, goes_on=self.goes_on)


def header_of(
    names: Iterable[str], widths: Iterable[float], numbers: frozenset[int], look: PdfLook
) -> LaidRow:
    """The header of a table."""
    return LaidRow(
        tuple(
            (Piece(tuple(wrapped(name, look.header, width)), look.header, right=at in numbers),)
            for at, (name, width) in enumerate(zip(names, widths, strict=True))
        )
    )


def pieces_of(cell: Cell, width: float, number: bool, look: PdfLook) -> Pieces:
    """What stands in a cell, one below the other."""
    return tuple(_pieces(cell, width, number, look))


def _pieces(cell: Cell, width: float, number: bool, look: PdfLook) -> Iterator[Piece]:
    if cell.stance:
        words = wrapped(stance_word(cell.stance), look.cell, width - STANCE_INDENT)
        yield Piece(tuple(words), look.cell, indent=STANCE_INDENT, stance=cell.stance)
    if cell.tick:
        words = wrapped(cell.text, look.cell, width - STANCE_INDENT)
        yield Piece(tuple(words), look.cell, indent=STANCE_INDENT, tick=True)
    elif cell.text:
        beside = cell.bar if width >= BESIDE else None
        yield Piece(tuple(wrapped(cell.text, look.cell, width)), look.cell, right=number, bar=beside)
    if cell.bar and width < BESIDE:
        yield Piece(("",), look.cell, bar=cell.bar)
    if cell.note:
        yield Piece(tuple(wrapped(cell.note, look.remark, width)), look.remark)


def draw_cell(
    canvas: Canvas, words: Lettering, pieces: Pieces, left: float, top: float, width: float, look: PdfLook
) -> None:
    """Draw what stands in a cell whose upper left corner is given."""
    for piece in pieces:
        base = top - piece.type.leading + (piece.type.leading - piece.type.size) * 0.75
        if piece.marked:
            words.put()
            _draw_beside(canvas, piece, left, base, width, look)
        for line in piece.lines:
            if piece.right:
                words.write_to(line, piece.type, left + width, base)
            elif line:
                words.write(line, piece.type, left + piece.indent, base)
            base -= piece.type.leading
        top -= piece.height


def _draw_beside(canvas: Canvas, piece: Piece, left: float, base: float, width: float, look: PdfLook) -> None:
    if piece.stance:
        draw_stance(canvas, piece.stance, left, base - 1.4, look.bold)
    if piece.tick:
        draw_tick(canvas, left, base + (piece.type.size * 0.7 - TICK) / 2)
    if piece.bar is not None:
        start = width * BAR_FROM if piece.lines[0] else 0.0
        draw_bar(canvas, left + start, base - 0.6, width - start, piece.bar, look)


def _cut(cell: Pieces, room: float) -> tuple[Pieces, Pieces]:
    """What of a cell fits in so many points, and the rest."""
    for at, piece in enumerate(cell):
        if piece.height > room:
            upper, lower = piece.cut(room)
            return (*cell[:at], *([upper] if upper else ())), (*([lower] if lower else ()), *cell[at + 1 :])
        room -= piece.height
    return cell, ()
