"""The counts of a questionnaire are drawn in every document, from one description, and stay words there."""

from __future__ import annotations

import re
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
import pytest
from docx import Document
from docx.oxml.ns import qn

from capture_app.domain.forms.bars import Bar, Fill
from capture_app.paths import resource
from capture_app.reports.blocks import Cell, Report, Table
from capture_app.reports.docx_writer import docx_of
from capture_app.reports.house_style import PLAIN
from capture_app.reports.html_writer import html_of
from capture_app.reports.pdf_writer import pdf_of
from tests.reports.reading import docx_tables, html_tables, pdf_words

BARS = tuple(
    Bar(f"Choice {fill.value}", count, 8, fill) for count, fill in zip((4, 2, 1, 1, 1), Fill, strict=True)
)
NOBODY = Bar("Nobody", 0, 8, Fill.SOLID)
WIDE, NARROW = (0.3, 0.7), (0.9, 0.1)


def drawn(widths: tuple[float, float]) -> Report:
    rows = tuple((Cell(bar.label), Cell(bar.words, bar=bar)) for bar in (*BARS, NOBODY))
    table = Table(caption="Counts", header=("Answer", "Count"), rows=rows, widths=widths)
    return Report("Results", "", "", "", (table,))


def page(report: Report) -> bytes:
    template, css = (resource("templates", f"document.{kind}").read_text("utf-8") for kind in ("html", "css"))
    return html_of(report, PLAIN, template, css)


ROWS = [["Answer", "Count"], *([bar.label, bar.words] for bar in (*BARS, NOBODY))]


def test_a_bar_in_a_word_document_is_as_long_as_its_share_and_says_nothing_twice() -> None:
    file = docx_of(drawn(WIDE))
    assert [[cell.strip() for cell in row] for row in docx_tables(file)[0]] == ROWS
    bars = list(Document(BytesIO(file)).element.iter(qn("w:shd")))
    assert [one.get(qn("w:val")) for one in bars] == ["clear", "diagStripe", "pct20", "clear", "vertStripe"]
    assert len({(one.get(qn("w:val")), one.get(qn("w:fill"))) for one in bars}) == len(Fill)
    left_free = [int(one.getparent().find(qn("w:ind")).get(qn("w:right"))) for one in bars]
    room = left_free[0] * 2
    assert left_free == [pytest.approx(room * (1 - bar.share), abs=2) for bar in BARS]


def test_a_bar_on_a_page_has_a_filling_of_its_own_and_its_count_beside_it() -> None:
    file = page(drawn(WIDE))
    assert html_tables(file) == [ROWS]
    pictures = re.findall("<svg.*?</svg>", file.decode())
    assert len(pictures) == len(ROWS) - 1
    assert all('aria-hidden="true"' in one for one in pictures)
    shapes = [re.sub("[0-9. -]+", "", re.sub(r'd="[^"]*"', _strokes, one)) for one in pictures]
    assert len(set(shapes)) == len(shapes), "without their colours and lengths, no two are alike"


def _strokes(drawn: re.Match[str]) -> str:
    """Which strokes a filling is drawn with, however often."""
    return "".join(sorted(set(re.findall("[A-Za-z]", drawn[0]))))


@pytest.mark.parametrize("widths", [WIDE, NARROW])
def test_a_bar_in_a_pdf_stands_beside_its_count_or_below_it(widths: tuple[float, float]) -> None:
    with_bars = drawn(widths)
    (table,) = with_bars.blocks
    assert isinstance(table, Table)
    bare = Report("Results", "", "", "", (Table(table.caption, table.header, _without(table), widths),))
    assert pdf_words(pdf_of(with_bars)) == pdf_words(pdf_of(bare)), "no words are lost or added"
    assert _shapes(pdf_of(with_bars)) > _shapes(pdf_of(bare)) + len(ROWS)


def _without(table: Table) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(Cell(cell.text) for cell in row) for row in table.rows)


def _shapes(file: bytes) -> int:
    """How many lines and areas are drawn."""
    with pypdfium2.PdfDocument(file) as opened:
        return sum(1 for page in opened for one in page.get_objects() if one.type == 2)
