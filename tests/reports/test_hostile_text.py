"""Whatever people write is shown as they wrote it: it neither breaks a document nor steers it."""

from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capture_app.domain.records import (
    Attendance,
    Claim,
    Consultation,
    Form,
    Group,
    Line,
    Session,
    Sheet,
    Statement,
    StatementLink,
)
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import ItemKind, Stance
from capture_app.reports.building import synthesis_of
from capture_app.reports.making import file_of
from capture_app.reports.material import FrameNode, Material
from capture_app.reports.synthesis import SynthesisDocument
from capture_app.reports.telling import report_of
from capture_app.reports.wording import cleaned
from tests.reports.reading import docx_words, html_tags, html_words, pdf_pages, pdf_words, xlsx_words

READERS = {"docx": docx_words, "html": html_words, "xlsx": xlsx_words}
"""What shows every letter there is: each kind of file but the PDF."""


def as_file(document: SynthesisDocument, ending: str) -> bytes:
    return file_of(report_of(document), ending)


def synthesis_pdf(document: SynthesisDocument) -> bytes:
    return as_file(document, "pdf")


def everywhere(text: str, invented: str = "") -> SynthesisDocument:
    """A synthesis with a text in every place where people can write one; `invented` is on every page."""
    item = Item(kind=ItemKind.LINES, prompt=text, order="1")
    return synthesis_of(
        Material(
            consultation=Consultation(
                id="plan", title=text, stage=text, commissioned_by=text, invented=invented
            ),
            session=Session(id="session", label=text, series=text, place=text, theme_as_given=text),
            frame=(FrameNode("theme", "S1", text),),
            people={},
            groups=(Group(id="g", label=text, facilitator=text),),
            sheets=(Sheet(id="s", group="g", form="f"),),
            forms={"f": Form(id="f", title=text, items={"q": item})},
            attendance=(Attendance(id="a", listing=text, category=text),),
            lines=(
                Line(id="l", sheet="s", item="q", text=text, stance=Stance.MIXED),
                Line(id="m", text=text),
            ),
            statements=(Statement(id="st", theme="theme", text=text),),
            links=(StatementLink(id="sl", statement="st", evidence="l"),),
            claims=(Claim(id="c", topic=text, value=text, source=text, note=text),),
        )
    )


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> &amp; <para> </font> <img src='x'/>",
        "]]> <!-- <a href='file:///etc/passwd'>here</a>",
        "{0} {page} %s %(n)d {{ }} &#12; &nbsp;",
        "Siân Ŵyn, Zoë Łęcka, “quoted” – and ŷ’n",
        "Αθήνα and Київ",
    ],
)
def test_text_is_shown_letter_for_letter(text: str) -> None:
    document = everywhere(text, invented=text)
    pdf = pdf_words(synthesis_pdf(document))
    assert f"1 {text}" in pdf
    assert pdf.count(text) >= 15
    for ending, read in READERS.items():
        assert f"1 {text}" in read(as_file(document, ending))


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا", "thumbs 👍🏽 up", "人権"])
def test_letters_the_pdf_cannot_draw_are_marked_there_and_shown_in_word(text: str) -> None:
    document = everywhere(text)
    pdf = pdf_words(synthesis_pdf(document))
    assert "\ufffd stands for characters that this PDF cannot show" in pdf
    assert "1 \ufffd" in pdf or "thumbs \ufffd up" in pdf
    for ending, read in READERS.items():
        assert f"1 {text}" in read(as_file(document, ending))


def test_letters_that_act_on_what_follows_are_left_out() -> None:
    document = everywhere("one\x00\x07 \x1b[2Jtwo \u202eeerht\u202c\ufffe")
    for ending, read in {"pdf": pdf_words, **READERS}.items():
        assert "1 one [2Jtwo eerht" in read(as_file(document, ending))


@pytest.mark.parametrize("between", ["\x0b", "\x0c", "\x07", "\x1c", "\x85", "\x9f"])
def test_a_character_nobody_sees_keeps_the_words_on_either_side_of_it_apart(between: str) -> None:
    document = everywhere(f"one{between}two")
    for ending, read in {"pdf": pdf_words, **READERS}.items():
        words = read(as_file(document, ending))
        assert "1 one two" in words
        assert "onetwo" not in words


def test_a_text_longer_than_a_page_runs_on_and_none_of_it_is_lost() -> None:
    document = everywhere(" ".join(f"w{number}" for number in range(1200)))
    pdf, word = pdf_words(synthesis_pdf(document)), docx_words(as_file(document, "docx"))
    assert [pdf.count(f"w{number} ") for number in (100, 600, 1199)] == [
        word.count(f"w{number} ") for number in (100, 600, 1199)
    ]


def test_a_text_longer_than_a_cell_of_a_spreadsheet_goes_on_below() -> None:
    document = everywhere(" ".join(f"w{number}" for number in range(9000)))
    words = xlsx_words(as_file(document, "xlsx")).replace(" ", "")
    assert "".join(f"w{number}" for number in range(9000)) in words


def test_no_text_makes_another_page_of_a_page() -> None:
    plain = html_tags(as_file(everywhere("words"), "html"))
    for text in ("</td><script>alert(1)</script>", "'\" onload=x style=y", "{{ 7 * 7 }} {% raw %}"):
        page = as_file(everywhere(text, invented="x' } body { display: none"), "html")
        assert [tag for tag in html_tags(page) if tag != "p class dir"] == [
            tag for tag in plain if tag != "p class dir"
        ]
        assert b"display: none }" not in page.split(b"<style>")[1].split(b"</style>")[0].replace(b"\n", b"")


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 20", "-1", "@SUM(A1)", "{=1}", "https://x.example", "12", "\t=1"]
)
def test_nothing_anybody_typed_is_a_formula_a_link_or_a_number(text: str) -> None:
    book = openpyxl.load_workbook(BytesIO(as_file(everywhere(text), "xlsx")))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    held = [cell for cell in cells if str(cell.value).strip() == text.strip()]
    assert len(held) >= 8
    assert {(cell.data_type, cell.hyperlink) for cell in held} == {("s", None)}


def test_a_word_longer_than_a_line_is_broken_and_none_of_it_is_lost() -> None:
    document = everywhere("ab" * 400)
    pdf = pdf_words(synthesis_pdf(document)).replace(" ", "")
    assert pdf.count("ab" * 400) >= 12


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_no_text_at_all_breaks_a_document(text: str) -> None:
    document = everywhere(text, invented=text)
    assert pdf_pages(synthesis_pdf(document))
    shown = " ".join(cleaned(text).split())
    for ending, read in READERS.items():
        assert shown in read(as_file(document, ending))
