"""Whatever people write is shown as they wrote it: it neither breaks a document nor steers it."""

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
from capture_app.reports.material import FrameNode, Material
from capture_app.reports.synthesis import SynthesisDocument
from capture_app.reports.synthesis_docx import synthesis_docx
from capture_app.reports.synthesis_pdf import synthesis_pdf
from capture_app.reports.wording import cleaned
from tests.reports.reading import docx_words, pdf_pages, pdf_words


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
    pdf, word = pdf_words(synthesis_pdf(document)), docx_words(synthesis_docx(document))
    assert f"1 {text}" in pdf
    assert f"1 {text}" in word
    assert pdf.count(text) >= 15


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا", "thumbs 👍🏽 up", "人権"])
def test_letters_the_pdf_cannot_draw_are_marked_there_and_shown_in_word(text: str) -> None:
    document = everywhere(text)
    pdf = pdf_words(synthesis_pdf(document))
    assert "\ufffd stands for characters that this PDF cannot show" in pdf
    assert "1 \ufffd" in pdf or "thumbs \ufffd up" in pdf
    assert f"1 {text}" in docx_words(synthesis_docx(document))


def test_letters_that_act_on_what_follows_are_left_out() -> None:
    document = everywhere("one\x00\x07 \x1b[2Jtwo \u202eeerht\u202c\ufffe")
    for words in (pdf_words(synthesis_pdf(document)), docx_words(synthesis_docx(document))):
        assert "1 one [2Jtwo eerht" in words


def test_a_text_longer_than_a_page_runs_on_and_none_of_it_is_lost() -> None:
    document = everywhere(" ".join(f"w{number}" for number in range(1200)))
    pdf, word = pdf_words(synthesis_pdf(document)), docx_words(synthesis_docx(document))
    assert [pdf.count(f"w{number} ") for number in (100, 600, 1199)] == [
        word.count(f"w{number} ") for number in (100, 600, 1199)
    ]


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
    assert shown in docx_words(synthesis_docx(document))
