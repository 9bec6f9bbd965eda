"""Where the pages of a PDF end: what announces a table or asks something is not left behind on the page before it."""

import pytest

from capture_app.reports.blocks import Block, Cell, Notice, Numbered, Prose, Report, Table, Writing
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


@pytest.mark.parametrize("lines", range(4, 20, 3))
def test_a_question_of_many_lines_has_its_first_lines_to_write_on_below_it(lines: int) -> None:
    question = Numbered(1, "What helps? " * 70, help="One point a line. " * 50 + "That is all.")
    room = [Writing(1, words) for words in ("First", "Second", "Third", "Fourth")]
    above = [Prose(f"Line {number}.") for number in range(lines)]
    pages = pdf_pages(file_of(Report("Worksheet", "", "", "", (*above, question, *room)), "pdf"))
    (page,) = [page for page in pages if "That is all." in page]
    assert "First" in page
    assert "Second" in page


@pytest.mark.parametrize("lines", range(4, 28, 3))
def test_a_case_stands_on_the_page_of_its_first_question(lines: int) -> None:
    case = Notice("A move at night", "They moved twice. " * 30, begins=True)
    asked = [(Numbered(number, f"Question {number}?"), Writing(6)) for number in (1, 2)]
    above = [Prose(f"Line {number}.") for number in range(lines)]
    blocks: tuple[Block, ...] = (*above, *asked[0], case, *asked[1])
    pages = pdf_pages(file_of(Report("Worksheet", "", "", "", blocks), "pdf"))
    (page,) = [page for page in pages if "A move at night" in page]
    assert "Question 2?" in page
