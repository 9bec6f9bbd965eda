"""The words of a document, as somebody who opens it would find them."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from io import BytesIO

import openpyxl
import pypdfium2  # type: ignore[import-untyped]
from docx import Document


def pdf_pages(file: bytes) -> list[str]:
    """The text of each page, every run of white space as one space."""
    with pypdfium2.PdfDocument(file) as opened:
        return [_even(page.get_textpage().get_text_bounded()) for page in opened]


def pdf_words(file: bytes) -> str:
    """The text of all pages."""
    return " ".join(pdf_pages(file))


def docx_words(file: bytes) -> str:
    """The text of all paragraphs and tables, in their order."""
    parts = [
        text
        for block in Document(BytesIO(file)).iter_inner_content()
        for text in (
            [block.text]
            if hasattr(block, "text")
            else [cell.text for row in block.rows for cell in row.cells]
        )
    ]
    return _even(" ".join(parts))


def html_words(file: bytes) -> str:
    """The text of a page's body."""
    return _even(" ".join(_read(file).words))


def html_tables(file: bytes) -> list[list[list[str]]]:
    """The tables of a page: rows of cells, the header first."""
    return _read(file).tables


def html_tags(file: bytes) -> list[str]:
    """Every tag of a page with its attributes' names, in its order."""
    return _read(file).tags


def docx_tables(file: bytes) -> list[list[list[str]]]:
    """The tables of a Word document."""
    return [
        [[cell.text for cell in row.cells] for row in table.rows] for table in Document(BytesIO(file)).tables
    ]


def xlsx_words(file: bytes) -> str:
    """The text of all cells of all sheets."""
    cells = (str(cell) for rows in xlsx_sheets(file).values() for row in rows for cell in row if cell)
    return _even(" ".join(cells))


def xlsx_sheets(file: bytes) -> Mapping[str, list[list[object]]]:
    """The rows of each sheet, by its name."""
    book = openpyxl.load_workbook(BytesIO(file))
    return {
        sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets
    }


class _Reader(HTMLParser):
    """Takes a page apart."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.tags: list[str] = []
        self._silent = False
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(f"{tag} {' '.join(name for name, _value in attrs)}".strip())
        self._silent = tag in ("style", "title", "script") or (self._silent and tag != "body")
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        self._silent = False
        if tag in ("td", "th") and self._cell is not None:
            self.tables[-1][-1].append(_even("".join(self._cell)).strip())
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)
        if not self._silent:
            self.words.append(data)


def _read(file: bytes) -> _Reader:
    reader = _Reader()
    reader.feed(file.decode("utf-8"))
    return reader


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text)
