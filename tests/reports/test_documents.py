"""Both kinds of document carry the whole synthesis, and can be found one's way in."""

import re
from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pypdfium2  # type: ignore[import-untyped]
import pytest
from docx import Document
from docx.oxml.ns import qn

from capture_app.reports.blocks import Table
from capture_app.reports.making import ENDINGS, file_of
from capture_app.reports.names import LETTERS, stance_word
from tests.reports.conftest import Written
from tests.reports.reading import docx_words, html_tags, html_words, pdf_pages, pdf_words, xlsx_sheets

READERS = {"pdf": pdf_words, "docx": docx_words, "html": html_words}


@pytest.fixture(params=READERS)
def words(request: pytest.FixtureRequest, example: Written) -> str:
    """What a reader of the PDF finds, then of the Word document, then of the page."""
    return READERS[request.param](getattr(example, request.param))


def test_every_statement_and_all_its_evidence_is_in_the_document(words: str, example: Written) -> None:
    for entry in example.document.statements:
        at = words.index(f"{entry.number} {entry.text}")
        for piece in entry.evidence:
            mark = f"{LETTERS[piece.stance]} {stance_word(piece.stance)}" if piece.stance else ""
            assert piece.text in words[at:]
            assert re.sub(r"\s+", " ", f"{piece.reference} {mark}").strip() in words[at:]


def test_counts_come_with_the_number_who_answered(words: str) -> None:
    counts = words[words.index("Question 10: counts (computed)") :]
    assert re.search(r"Yes 9 14 It would save.* Maybe 4 14 .* No 1 14 We are too few", counts)
    assert "n = 14 (computed). Left blank: 0. Rather not say: 0." in counts
    assert "5 · The time was long enough. 3 6 3 2 14 0 0" in words
    assert "14 answers to “Before you go” (computed), of 16 expected." in words
    assert "%)" not in counts
    assert "A count of 1 carries a reason: “No”." in counts


def test_totals_say_where_they_come_from_and_grains_stay_apart(words: str) -> None:
    assert "Total 21 (computed from 2 counts). 1 category has no count and is not in it." in words
    assert "19 organisations are listed (computed). Headcount not recorded:" in words
    assert "nine yes 9 of 14 (question 10)" in words
    assert "Date as given 16/05/23 Date as read 16 May 2023 Mode Hybrid Place Not recorded" in words


def test_what_is_open_is_said_at_the_start_and_in_full_at_the_end(words: str) -> None:
    versions = "2 fields hold two versions: answer to question 4 of Group 2: 30 % of clients (an estimate) or"
    assert versions in words
    assert "headcount of Group 2: 11 or 12." in words
    assert "48 lines of worksheets and minutes (computed): 46 behind a statement, 2 not used yet." in words
    assert "case that is shared. No evidence stands behind this statement yet." in words
    assert words.rindex("Headcount of Group 2 11 12") > words.index("Still open")
    assert words.rindex("Could an advocate have a desk") > words.index("Not used yet: 2 lines (computed)")


def test_every_page_of_the_pdf_says_what_is_invented_and_which_page_it_is(example: Written) -> None:
    pages = pdf_pages(example.pdf)
    for number, page in enumerate(pages, start=1):
        assert example.document.invented in page
        assert f"{number} of {len(pages)}" in page


def test_the_word_document_says_on_every_page_what_is_invented(example: Written) -> None:
    page = Document(BytesIO(example.docx)).sections[0]
    assert page.header.paragraphs[0].text == example.document.invented
    fields = [field.get(qn("w:instr")) for field in page.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_pdf_has_an_outline_a_language_and_a_title(example: Written) -> None:
    with pypdfium2.PdfDocument(example.pdf) as opened:
        outline = [(entry.level, entry.get_title()) for entry in opened.get_toc()]
        said = opened.get_metadata_dict(skip_empty=True)
    assert (0, "Statements and their evidence") in outline
    assert (1, "S2 IMSA role and remit") in outline
    assert said["Title"] == "Synthesis of Sectoral 5"
    assert b"/Lang (en-GB)" in example.pdf


def test_the_word_document_has_real_headings_header_rows_captions_and_a_language(example: Written) -> None:
    opened = Document(BytesIO(example.docx))
    headings = [
        (one.style.name, one.text) for one in opened.paragraphs if one.style and "Head" in str(one.style.name)
    ]
    assert ("Heading 1", "Statements and their evidence") in headings
    assert ("Heading 2", "S2 IMSA role and remit") in headings
    captions = [one for one in opened.paragraphs if one.style and one.style.name == "Caption"]
    assert len(captions) == len(opened.tables)
    for table in opened.tables:
        assert table.rows[0]._tr.get_or_add_trPr().find(qn("w:tblHeader")) is not None
    assert {one.get(qn("w:val")) for one in opened.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert opened.core_properties.title == "Synthesis of Sectoral 5"


def test_neither_file_tells_who_made_it_or_when(example: Written) -> None:
    with pypdfium2.PdfDocument(example.pdf) as opened:
        assert set(opened.get_metadata_dict(skip_empty=True)) == {"Title", "Creator", "Producer"}
    properties = Document(BytesIO(example.docx)).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == (
        "Workshop Capture",
        "",
        "",
    )
    assert (properties.created, properties.modified) == (None, None)
    with ZipFile(BytesIO(example.docx)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_equal_content_gives_equal_bytes(example: Written) -> None:
    for ending in ENDINGS:
        assert file_of(example.reports["synthesis"], ending) == getattr(example, ending)


def test_the_page_asks_for_nothing_and_lets_in_no_style_but_its_own(example: Written) -> None:
    page = example.html.decode()
    style = page.split("<style>")[1].split("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    names = {name for tag in html_tags(example.html) for name in tag.split()[1:]}
    assert not names & {"src", "href", "style", "onclick", "onload"}
    assert not {"script", "link", "img", "iframe"} & {tag.split()[0] for tag in html_tags(example.html)}
    assert '<html lang="en-GB">' in page


def test_every_table_of_the_page_has_a_caption_and_headers_with_a_scope(example: Written) -> None:
    tags = [tag.split()[0] for tag in html_tags(example.html)]
    assert tags.count("caption") == tags.count("table") == tags.count("thead") > 5
    assert all("scope" in tag.split() for tag in html_tags(example.html) if tag.split()[0] == "th")


def test_the_spreadsheet_has_a_sheet_for_each_table_with_a_header_that_stays(example: Written) -> None:
    tables = [block for block in example.reports["synthesis"].blocks if isinstance(block, Table)]
    book = openpyxl.load_workbook(BytesIO(example.xlsx))
    assert len(book.worksheets) == len(tables) + 1
    for sheet, table in zip(book.worksheets[1:], tables, strict=True):
        assert tuple(cell.value for cell in sheet[1]) == table.header
        assert sheet.freeze_panes == "A2"
    assert (book.properties.title, book.properties.language) == ("Synthesis of Sectoral 5", "en-GB")
    assert "At a glance" in [row[0] for row in xlsx_sheets(example.xlsx)["About"]]
