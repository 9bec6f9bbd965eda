"""A document as a spreadsheet: its text on the first sheet, and each table on a sheet of its own.

Words are written as words: nothing anybody typed is ever taken as a formula, a link or a number. Numbers the
document counted itself are numbers. Equal documents give equal bytes, without a time or anybody's name.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from itertools import zip_longest
from typing import Any

import xlsxwriter

from capture_app.reports.blocks import (
    Block,
    Bullets,
    Cell,
    Heading,
    NewPage,
    Notice,
    Numbered,
    Prose,
    Report,
    Table,
    Ticks,
    Writing,
)
from capture_app.reports.house_style import PLAIN, HouseStyle
from capture_app.reports.names import LETTERS, stance_word
from capture_app.reports.palette import INK
from capture_app.reports.undated import undated
from capture_app.reports.wording import cleaned
from capture_app.words import _

PROGRAM = "Workshop Capture"
LANGUAGE = "en-GB"
MOST_IN_A_CELL = 16_000
"""Letters. A spreadsheet program takes 32,767, and counts some as two. What is longer goes on in the row below."""

PAGE = 100.0
"""The width of all columns of a table together, in letters."""

NARROW, WIDE = 10, 80
_NEVER_IN_A_NAME = re.compile("[\\[\\]:*?/\\\\\x00-\x1f\U00010000-\U0010ffff]")
"""What no sheet may be called, and letters that count as two of the 31 a name may have."""

_NUMBER = re.compile(r"0|[1-9]\d{0,2}(,\d{3})+|[1-9]\d{0,8}")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def xlsx_of(report: Report, style: HouseStyle = PLAIN) -> bytes:
    """The document as an XLSX file."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, _OPTIONS)
    # Else the time of writing would stand in it; it is taken out below.
    book.set_properties(
        {"title": cleaned(report.title)[:255], "author": PROGRAM, "created": datetime(2000, 1, 1)}
    )
    formats = _formats(book, style)
    tables = [block for block in report.blocks if isinstance(block, Table)]
    names = _sheet_names(tables)
    _fill_text(book.add_worksheet(_("About")), report, style, iter(names), formats)
    for table, name in zip(tables, names, strict=True):
        _fill_table(book.add_worksheet(name), table, formats)
    book.close()
    return undated(file, _told)


def _formats(book: Any, style: HouseStyle) -> dict[str, Any]:
    base: dict[str, object] = {
        "font_name": "Arial",
        "font_size": 10,
        "text_wrap": True,
        "valign": "top",
        "font_color": INK.text,
    }
    special: dict[str, dict[str, object]] = {
        "text": {},
        "number": {"align": "right"},
        "quiet": {"font_color": INK.quiet},
        "title": {"bold": True, "font_size": 16},
        "heading": {"bold": True, "font_size": 13, "font_color": style.accent},
        "strong": {"bold": True},
        "header": {"bold": True, "font_color": INK.quiet, "bottom": 2, "valign": "bottom"},
    }
    return {name: book.add_format({**base, **more}) for name, more in special.items()}


def _sheet_names(tables: Iterable[Table]) -> list[str]:
    """A name for each table's sheet: short, allowed and used once, whatever case it is written in."""
    used = {_("About").casefold(), "history"}
    names = []
    for table in tables:
        wanted = _NEVER_IN_A_NAME.sub(" ", cleaned(table.short or table.caption)).strip(" '")[:31].strip(" '")
        wanted = wanted or _("Table")
        name, number = wanted, 2
        while name.casefold() in used:
            ending = f" {number}"
            name, number = f"{wanted[: 31 - len(ending)].rstrip()}{ending}", number + 1
        used.add(name.casefold())
        names.append(name)
    return names


def _fill_text(
    sheet: Any, report: Report, style: HouseStyle, names: Iterator[str], formats: dict[str, Any]
) -> None:
    """Everything that is no table, from top to bottom, and where each table is."""
    sheet.set_column(0, 0, WIDE + 20)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    above = (style.organisation, report.every_page, report.above)
    lines = [(text, "quiet") for text in above if text]
    lines += [(report.title, "title"), (report.below, "quiet")]
    lines += [line for block in report.blocks for line in _lines(block, names)]
    if style.foot:
        lines.append((style.foot, "quiet"))
    at = 0
    for text, look in lines:
        for part in _parts(text):
            sheet.write_string(at, 0, part, formats[look])
            at += 1


def _lines(block: Block, names: Iterator[str]) -> list[tuple[str, str]]:
    match block:
        case Heading(text=text, level=level):
            return [("", "text"), (text, "heading" if level == 1 else "strong")]
        case Prose(text=text):
            return [(text, "text")]
        case Numbered(number=number, text=text, mark=mark):
            question = f"{number} {text} [{mark}]" if mark else f"{number} {text}"
            return [(question, "strong"), *([(block.help, "quiet")] if block.help else [])]
        case Notice(title=title, text=text):
            return [(title, "strong"), *([(text, "text")] if text else [])]
        case Table(caption=caption):
            said = _("{caption} See the sheet “{sheet}”.")
            return [(said.format(caption=f"{caption.rstrip('.')}.", sheet=next(names)), "quiet")]
    return [(text, "text") for text in _listed(block)]


def _listed(block: Bullets | Ticks | Writing | NewPage) -> list[str]:
    match block:
        case Bullets(items=items):
            return [f"• {item}" for item in items]
        case Ticks(options=options):
            return [f"☐ {option}" for option in options]
        case Writing(label=label):
            return [label] if label else []
        case NewPage():
            return []


def _fill_table(sheet: Any, table: Table, formats: dict[str, Any]) -> None:
    """The header in the first row, where it stays in sight, and the rows below it."""
    for at, (name, share) in enumerate(zip(table.header, table.widths, strict=True)):
        sheet.set_column(at, at, min(max(share * PAGE, NARROW), WIDE))
        sheet.write_string(0, at, cleaned(name), formats["header"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.header) - 1)
    at = 1
    for row in table.rows:
        for parts in zip_longest(*(_parts(_said(cell)) for cell in row), fillvalue=""):
            for column, part in enumerate(parts):
                _write(sheet, at, column, part, column in table.numbers, formats)
            at += 1


def _write(sheet: Any, row: int, column: int, text: str, number: bool, formats: dict[str, Any]) -> None:
    if number and _NUMBER.fullmatch(text):
        sheet.write_number(row, column, int(text.replace(",", "")), formats["number"])
    else:
        sheet.write_string(row, column, text, formats["number" if number else "text"])


def _said(cell: Cell) -> str:
    """All that a cell says."""
    if not (cell.stance or cell.tick or cell.note):
        return cell.text
    stance = f"{LETTERS[cell.stance]} {stance_word(cell.stance)}" if cell.stance else ""
    tick = "☐" if cell.tick else ""
    return "\n".join(part for part in (stance, " ".join(filter(None, (tick, cell.text))), cell.note) if part)


def _parts(text: str) -> list[str]:
    """A text in portions that a cell can hold, at least one."""
    whole = cleaned(text)
    return [whole[at : at + MOST_IN_A_CELL] for at in range(0, len(whole), MOST_IN_A_CELL)] or [""]


def _told(part: str, held: bytes) -> bytes:
    """What tells of the document: its language, and no time."""
    if part != "docProps/core.xml":
        return held
    language = f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    untimed = re.sub(rb"<dcterms:(created|modified).*?</dcterms:\1>", b"", held)
    return untimed.replace(b"</cp:coreProperties>", language.encode())
