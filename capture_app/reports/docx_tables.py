"""Tables in a Word document: a caption with a number, a header row marked as one, rows that are not torn."""

from typing import Any

from docx.document import Document as WordDocument
from docx.shared import Mm, RGBColor
from docx.text.paragraph import Paragraph

from capture_app.domain.vocabulary import Stance
from capture_app.reports.blocks import Row, Table
from capture_app.reports.docx_styles import (
    CELL,
    CELL_NUMBER,
    CELL_REMARK,
    HEADER_CELL,
    HEADER_NUMBER,
    element,
    hexadecimal,
    style_id,
)
from capture_app.reports.names import LETTERS, stance_word
from capture_app.reports.palette import INK, STANCES
from capture_app.reports.wording import cleaned
from capture_app.words import _

WIDTH_MM = 166.0
"""The width text has on A4 with margins of 22 mm."""

SMALL = 7
"""A table of no more rows is kept on one page."""

LONG = 1500
"""A row with more letters may run over a page: one that must not, and is taller than a page, loses its end."""


def add_table(document: WordDocument, table: Table, number: int) -> None:
    """A caption and its table, the `number`-th of the document."""
    _add_caption(document, cleaned(table.caption), number)
    made: Any = document.add_table(rows=1, cols=len(table.header))
    made.autofit = False
    _set_look(made._tbl.tblPr, cleaned(table.caption))
    for column, share in zip(made.columns, table.widths, strict=True):
        column.width = Mm(WIDTH_MM * share)
    _fill_header(made.rows[0], table)
    last = len(table.rows) - 1
    for at, row in enumerate(table.rows):
        held = at < last and (last < SMALL or at in (0, last - 1))
        _fill(made.add_row(), row, table, held)


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A number that the office program keeps up to date; `shown` stands there until it does."""
    field = element("w:fldSimple", instr=instruction)
    run = element("w:r")
    text = element("w:t")
    text.text = shown
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _add_caption(document: WordDocument, caption: str, number: int) -> None:
    before, after = _("Table {number}: {caption}").split("{number}")
    paragraph = document.add_paragraph(before, style="Caption")
    add_field(paragraph, "SEQ Table \\* ARABIC", str(number))
    paragraph.add_run(after.format(caption=caption))


def _set_look(properties: Any, caption: str) -> None:
    """Thin lines below the rows, and the caption as the table's name for screen readers."""
    look = properties.find(properties.tag.replace("tblPr", "tblLook"))
    borders = element("w:tblBorders")
    for edge in ("bottom", "insideH"):
        borders.append(element(f"w:{edge}", val="single", sz=4, space=0, color=hexadecimal(INK.border)))
    margins = element("w:tblCellMar")
    for side, width in (("top", 50), ("left", 0), ("bottom", 60), ("right", 100)):
        margins.append(element(f"w:{side}", w=width, type="dxa"))
    layout = properties.find(properties.tag.replace("tblPr", "tblLayout"))
    layout.addprevious(borders)
    layout.addnext(margins)
    properties.remove(look)
    properties.append(
        element("w:tblLook", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    )
    properties.append(element("w:tblCaption", val=caption))


def _fill_header(row: Any, table: Table) -> None:
    """The header row, marked so that it is repeated on every page and read out with each cell."""
    marks = row._tr.get_or_add_trPr()
    marks.append(element("w:cantSplit"))
    marks.append(element("w:tblHeader"))
    for at, (cell, name) in enumerate(zip(row.cells, table.header, strict=True)):
        cell.width = Mm(WIDTH_MM * table.widths[at])
        paragraph = cell.paragraphs[0]
        paragraph._p.style = style_id(HEADER_NUMBER if at in table.numbers else HEADER_CELL)
        paragraph.add_run(cleaned(name))
        paragraph.paragraph_format.keep_with_next = True
        borders = element("w:tcBorders")
        borders.append(element("w:bottom", val="single", sz=8, space=0, color=hexadecimal(INK.line)))
        cell._tc.get_or_add_tcPr().append(borders)


def _fill(row: Any, said: Row, table: Table, held: bool) -> None:
    """A row; one that is `held` stays on the page of the next."""
    if sum(len(one.text) for one in said) < LONG:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for at, (cell, one) in enumerate(zip(row.cells, said, strict=True)):
        cell.width = Mm(WIDTH_MM * table.widths[at])
        paragraph = cell.paragraphs[0]
        paragraph._p.style = style_id(CELL_NUMBER if at in table.numbers else CELL)
        paragraph.paragraph_format.keep_with_next = held or None
        if one.stance:
            _add_stance(paragraph, one.stance)
        paragraph.add_run(cleaned(one.text))
        if one.note:
            cell.add_paragraph(cleaned(one.note), style=CELL_REMARK)


def _add_stance(paragraph: Paragraph, stance: Stance) -> None:
    """The letter of a stance in its colour, and its word."""
    letter = paragraph.add_run(LETTERS[stance])
    letter.bold = True
    letter.font.color.rgb = RGBColor.from_string(hexadecimal(STANCES[stance]))
    paragraph.add_run(f"\u2002{stance_word(stance)}")
