"""Tables in a Word document: a caption with a number, a header row marked as one, rows that are not torn.

They are written as the XML they are in the file: built cell by cell, a long table takes a hundred times as long.
"""

from collections.abc import Iterable, Sequence

from capture_app.domain.forms.bars import Bar, Fill
from capture_app.domain.vocabulary import Stance
from capture_app.reports.blocks import Cell, Row, Table
from capture_app.reports.docx_styles import (
    CELL,
    CELL_NUMBER,
    CELL_REMARK,
    HEADER_CELL,
    HEADER_NUMBER,
    hexadecimal,
    style_id,
)
from capture_app.reports.docx_words import Par, field, run
from capture_app.reports.markup import escaped
from capture_app.reports.names import LETTERS, stance_word
from capture_app.reports.palette import INK, STANCES
from capture_app.reports.wording import cleaned
from capture_app.words import _

SMALL = 7
"""A table of no more rows is kept on one page."""

LONG = 1500
"""A row with more letters may run over a page: one that must not, and is taller than a page, loses its end."""

TWIPS_PER_MM = 1440 / 25.4
LETTER, BESIDE = 126, 180
"""What a letter of a head takes at most, and what stands beside the words, in twentieths of a point."""

BY_HAND = 450
"""The least height of a row that is filled in with a pen, in twentieths of a point."""

AROUND = 100
"""What stands beside the text of a cell, in twentieths of a point."""

_SHADING = {
    Fill.SOLID: "clear",
    Fill.STRIPES: "diagStripe",
    Fill.DOTS: "pct20",
    Fill.EMPTY: "clear",
    Fill.UPRIGHT: "vertStripe",
}
"""How the ground of a paragraph is filled, in the words of the file."""

TICK = "☐"
"""A box to be ticked."""


def table_xml(table: Table, number: int, width_mm: float, accent: str) -> str:
    """A caption and its table, the `number`-th of the document, so many millimetres wide; its bars in `accent`."""
    widths = _with_room(table.header, [round(share * width_mm * TWIPS_PER_MM) for share in table.widths])
    last = len(table.rows) - 1
    # In a long table the first row is not held: where it is, and the second ends a page, the office program that
    # is free for everybody shows nothing of the rows after it.
    rows = (
        _row(row, table, widths, accent, held=at < last and (last < SMALL or at == last - 1))
        for at, row in enumerate(table.rows)
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f"{_caption(table.caption, number)}<w:tbl>{_look(table)}<w:tblGrid>{grid}</w:tblGrid>"
        f"{_header(table, widths)}{''.join(rows)}</w:tbl>"
    )


def _with_room(header: Sequence[str], widths: list[int]) -> list[int]:
    """The widths, where need be at the cost of the wider columns, so that no word of a head is broken.

    They stay as they are where there is no room for that. Nobody knows which font is there, so a wide one is assumed.
    """
    least = [max((len(word) for word in name.split()), default=0) * LETTER + BESIDE for name in header]
    missing = sum(max(0, need - width) for need, width in zip(least, widths, strict=True))
    spare = sum(max(0, width - need) for need, width in zip(least, widths, strict=True))
    if not missing or spare < missing:
        return widths
    return [
        need if width < need else width - round((width - need) * missing / spare)
        for need, width in zip(least, widths, strict=True)
    ]


def _caption(caption: str, number: int) -> str:
    before, after = _("Table {number}: {caption}").split("{number}")
    count = field("SEQ Table \\* ARABIC", str(number))
    return Par("Caption", f"{run(before)}{count}{run(after.format(caption=caption))}").xml()


def _look(table: Table) -> str:
    """Thin lines below the rows, and the caption as the table's name for screen readers."""
    edges = (
        ("top", "left", "bottom", "right", "insideH", "insideV") if table.by_hand else ("bottom", "insideH")
    )
    colour = hexadecimal(INK.line if table.by_hand else INK.border)
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>' for edge in edges)
    left = 80 if table.by_hand else 0
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 50), ("left", left), ("bottom", 60), ("right", AROUND))
    )
    return (
        f'<w:tblPr><w:tblW w:type="auto" w:w="0"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        '<w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(cleaned(table.caption))}"/></w:tblPr>'
    )


def _header(table: Table, widths: Iterable[int]) -> str:
    """The header row, marked so that it is repeated on every page and read out with each cell."""
    line = f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{hexadecimal(INK.line)}"/>'
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/><w:tcBorders>{line}</w:tcBorders></w:tcPr>'
        f"{Par(HEADER_NUMBER if at in table.numbers else HEADER_CELL, run(name), held=True).xml()}</w:tc>"
        for at, (name, width) in enumerate(zip(table.header, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(row: Row, table: Table, widths: Iterable[int], accent: str, *, held: bool) -> str:
    """A row; one that is `held` stays on the page of the next."""
    marks = "" if sum(len(one.text) for one in row) >= LONG else "<w:cantSplit/>"
    if table.by_hand:
        marks += f'<w:trHeight w:val="{BY_HAND}" w:hRule="atLeast"/>'
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>{_cell(one, at in table.numbers, held)}'
        f"{_bar(one.bar, width - AROUND, accent, held) if one.bar else ''}</w:tc>"
        for at, (one, width) in enumerate(zip(row, widths, strict=True))
    )
    return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{cells}</w:tr>"


def _cell(one: Cell, number: bool, held: bool) -> str:
    runs = run(f"{TICK} " if one.text else TICK) if one.tick else ""
    if one.stance:
        runs += _stance(one.stance)
    if one.text:
        runs += run(one.text)
    said = Par(CELL_NUMBER if number else CELL, runs, held).xml()
    return said + (Par(CELL_REMARK, run(one.note)).xml() if one.note else "")


def _stance(stance: Stance) -> str:
    """The letter of a stance in its colour, and its word."""
    return run(LETTERS[stance], bold=True, colour=STANCES[stance]) + run(f"\u2002{stance_word(stance)}")


def _bar(bar: Bar, room: int, accent: str, held: bool) -> str:
    """A bar as a line without words, on a ground as long as its share: every office program shows it, and nobody is
    read anything twice. Nothing where nobody chose this.
    """
    if not bar.count:
        return ""
    ink, ground = hexadecimal(accent), hexadecimal(accent if bar.fill is Fill.SOLID else INK.paper)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="6" w:space="0" w:color="{ink}"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(CELL)}"/>{"<w:keepNext/>" if held else ""}<w:pBdr>{edges}</w:pBdr>'
        f'<w:shd w:val="{_SHADING[bar.fill]}" w:color="{ink}" w:fill="{ground}"/>'
        f'<w:spacing w:before="30" w:after="0" w:line="140" w:lineRule="exact"/>'
        f'<w:ind w:right="{round(room * (1 - bar.share))}"/></w:pPr></w:p>'
    )
