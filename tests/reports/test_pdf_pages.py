"""Where the pages of a PDF end: what announces a table is not left behind on the page before it."""

import pytest

from capture_app.reports.blocks import Cell, Prose, Report, Table
from capture_app.reports.making import file_of
from tests.reports.reading import pdf_pages

TALL = Cell(" ".join(["A source with a long name, pages 20 to 21, and what it says."] * 2))
"""Some eight lines in a narrow column, which stay together."""


@pytest.mark.parametrize("lines", range(24, 32))
def test_a_caption_stands_on_the_page_of_the_first_row(lines: int) -> None:
    table = Table(
        caption="What sources claim",
        header=("Topic", "Source"),
        rows=tuple((Cell(f"answer {number}"), TALL) for number in range(6)),
        widths=(0.8, 0.2),
    )
    above = [Prose(f"Line {number}.") for number in range(lines)]
    pages = pdf_pages(file_of(Report("Synthesis", "", "", "", (*above, table)), "pdf"))
    (page,) = [page for page in pages if "What sources claim" in page]
    assert "answer 0" in page
