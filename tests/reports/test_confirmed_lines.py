"""A report says of each group how many of its lines it confirmed when they were read back, and of which words (D1)."""

from __future__ import annotations

import pytest

from capture_app.domain.records import Consultation, Form, Group, Line, Session, Sheet
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Heard, ItemKind, LineKind, SheetState
from capture_app.reports.building import synthesis_of
from capture_app.reports.making import file_of
from capture_app.reports.material import Material
from capture_app.reports.telling import report_of
from tests.reports.reading import docx_words, html_words

LINES = (
    Line(
        id="a",
        sheet="s",
        item="q",
        text="Said and confirmed",
        heard=Heard.CONFIRMED,
        heard_as="Said and confirmed",
    ),
    Line(id="b", sheet="s", item="q", text="Put otherwise", heard=Heard.CORRECTED, heard_as="Put otherwise"),
    Line(id="c", sheet="s", item="q", text="Disputed", heard=Heard.DISSENT, heard_as="Disputed"),
    Line(
        id="d", sheet="s", item="q", text="Changed since", heard=Heard.CONFIRMED, heard_as="Not changed yet"
    ),
    Line(id="e", sheet="s", item="q", text="Note to myself", line_kind=LineKind.SCRIBE_NOTE),
)


def told(*lines: Line, state: SheetState, ending: str, reopened: str = "") -> str:
    """The words of a session's report whose one group wrote these lines."""
    item = Item(kind=ItemKind.LINES, prompt="What helps?", order="1")
    material = Material(
        consultation=Consultation(id="plan", title="Riverside"),
        session=Session(id="session", label="Sectoral 5"),
        people={},
        groups=(Group(id="g", label="Group 1"),),
        sheets=(Sheet(id="s", group="g", form="f", state=state, reopened_because=reopened),),
        forms={"f": Form(id="f", title="Worksheet", items={"q": item})},
        lines=lines,
    )
    read = {"docx": docx_words, "html": html_words}[ending]
    return read(file_of(report_of(synthesis_of(material)), ending))


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_a_report_says_what_the_group_confirmed_of_the_words_that_stand(ending: str) -> None:
    words = told(*LINES, state=SheetState.READ_BACK, ending=ending)
    assert "Read back 2 of 4 lines confirmed, 1 not agreed by everybody" in words


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_a_report_says_why_a_worksheet_was_opened_again(ending: str) -> None:
    words = told(*LINES, state=SheetState.CLOSED, ending=ending, reopened="A point was missing")
    assert (
        "Closed 2 of 4 lines confirmed, 1 not agreed by everybody; opened again: A point was missing" in words
    )


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_a_line_with_which_not_everybody_agreed_says_so_where_it_is_quoted(ending: str) -> None:
    words = told(*LINES, state=SheetState.READ_BACK, ending=ending)
    assert "Disputed not everybody agrees" in words
    assert words.count("not everybody agrees") == 1


def test_nothing_is_said_of_a_worksheet_that_nobody_read_back() -> None:
    words = told(Line(id="a", sheet="s", item="q", text="Said"), state=SheetState.CLOSED, ending="html")
    assert "lines confirmed" not in words
