"""Both kinds of document carry the whole synthesis, and can be found one's way in."""

import re
from io import BytesIO
from zipfile import ZipFile

import pypdfium2  # type: ignore[import-untyped]
import pytest
from docx import Document
from docx.oxml.ns import qn

from capture_app.reports.names import LETTERS, stance_word
from capture_app.reports.synthesis_docx import synthesis_docx
from capture_app.reports.synthesis_pdf import synthesis_pdf
from tests.reports.conftest import Written
from tests.reports.reading import docx_words, pdf_pages, pdf_words


@pytest.fixture(params=["pdf", "docx"])
def words(request: pytest.FixtureRequest, example: Written) -> str:
    """What a reader of the PDF, and then of the Word document, finds."""
    return pdf_words(example.pdf) if request.param == "pdf" else docx_words(example.docx)


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
    assert synthesis_pdf(example.document) == example.pdf
    assert synthesis_docx(example.document) == example.docx
