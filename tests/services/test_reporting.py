"""A lead writes the synthesis of a session to a file, whatever state the session is in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from capture_app.domain.errors import NotPossible, StorageTrouble
from capture_app.domain.records import (
    Attendance,
    AttendanceMark,
    Consultation,
    Form,
    Group,
    Line,
    LineTheme,
    Organisation,
    Person,
    Session,
    Sheet,
    Statement,
    StatementLink,
    Theme,
    ThemeLabel,
)
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Capacity, Grain, ItemKind, Listing, Presence, Side, ThemeKind
from capture_app.services.attending import Newcomer, walk_in
from capture_app.services.capturing import not_discussed, type_line
from capture_app.services.questioning import answer, close_box, open_box
from capture_app.services.reporting import report_bytes, synthesis_document, write_report
from capture_app.store.workspace import Workspace
from tests.reports.played import copy, keep, workspace
from tests.reports.reading import docx_words, pdf_pages, pdf_words

SHARE = Item(kind=ItemKind.FIGURE, prompt="What share?", order="1")
HELPS = Item(kind=ItemKind.LINES, prompt="What helps?", order="2")
"""Two questions of a worksheet."""


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """A lead's workspace that knows of one session, "Sectoral 6", and nothing else."""
    with workspace(tmp_path) as made:
        keep(made, Consultation(id="plan", title="Advocacy"), Session(id="session", label="Sectoral 6"))
        yield made


def a_group(into: Workspace) -> None:
    keep(
        into,
        Group(id="group", session="session", label="Group 1", order="1"),
        Form(id="form", title="Worksheet", items={"share": SHARE, "helps": HELPS}),
        Sheet(id="sheet", session="session", group="group", form="form"),
    )


def headcount(entry: str, count: int, **more: object) -> Attendance:
    return Attendance(id=f"a-{entry}", session="session", listing=entry, count=count, **more)  # type: ignore[arg-type]


def test_an_organisation_that_was_only_chosen_is_listed_by_its_name(lead: Workspace) -> None:
    keep(
        lead,
        Organisation(id="o", name="Harbour Trust"),
        Attendance(id="a", session="session", grain=Grain.ORGANISATION, organisation="o"),
    )
    assert "Headcount not recorded: Harbour Trust" in pdf_words(report_bytes(lead, "session", "pdf"))


def test_evidence_says_which_themes_it_is_about_and_which_it_only_touched_on(lead: Workspace) -> None:
    a_group(lead)
    keep(
        lead,
        Theme(id="t1", code="S1", theme_kind=ThemeKind.SECTION),
        ThemeLabel(id="n1", theme="t1", text="Values", preferred=True),
        Theme(id="t2", theme_kind=ThemeKind.EMERGENT),
        ThemeLabel(id="n2", theme="t2", text="burnout", preferred=True),
        Line(id="l", session="session", sheet="sheet", item="helps", text="Rest days.", order="1"),
        LineTheme(id="b", line="l", theme="t2", indirect=True),
        LineTheme(id="a", line="l", theme="t1"),
    )
    assert "about S1 Values; burnout (touched on)" in pdf_words(report_bytes(lead, "session", "pdf"))


def test_a_report_adds_up_who_took_part_and_nobody_twice(lead: Workspace) -> None:
    keep(
        lead,
        headcount("HFJ", 5, side=Side.ROOM),
        headcount("BRC", 1),
        headcount("Evaluators", 2, capacity=Capacity.OBSERVER),
        headcount("In the room", 5, side=Side.ROOM, may_overlap=True),
    )
    words = pdf_words(report_bytes(lead, "session", "pdf"))
    assert "Total 6 (computed from 2 counts)." in words
    assert "2 counts of who ran it, looked on or came through the door are not in it." in words
    keep(lead, headcount("SD", 3, may_overlap=True))
    assert "There is no total: some may have been counted in two of these." in pdf_words(
        report_bytes(lead, "session", "pdf")
    )


def test_nobody_is_named_in_a_report_who_did_not_say_that_their_name_may_be_listed(lead: Workspace) -> None:
    for name, wish in (
        ("Wren", Listing.BY_NAME),
        ("Robin", Listing.NOT_LISTED),
        ("Dunnock", Listing.NOT_ASKED),
    ):
        keep(
            lead,
            Person(id=f"p-{name}", display=name, listing=wish),
            Attendance(
                id=f"a-{name}",
                session="session",
                grain=Grain.PERSON,
                person=f"p-{name}",
                listing=f"{name} Lane",
            ),
        )
    keep(lead, Attendance(id="typed", session="session", grain=Grain.PERSON, listing="Siskin Lane"))
    words = pdf_words(report_bytes(lead, "session", "pdf"))
    assert "1 person is listed by name (computed). Wren" in words
    assert "3 people are entered who are not named here." in words
    assert not any(name in words for name in ("Robin", "Dunnock", "Siskin", "Lane"))


def test_the_ending_of_the_file_says_what_is_written(lead: Workspace, tmp_path: Path) -> None:
    pdf = write_report(lead, "session", tmp_path / "synthesis.pdf")
    word = write_report(lead, "session", tmp_path / "Synthesis.DOCX")
    assert "Synthesis of Sectoral 6" in pdf_words(pdf.read_bytes())
    assert Document(BytesIO(word.read_bytes())).core_properties.title == "Synthesis of Sectoral 6"
    assert report_bytes(lead, "session", "pdf") == pdf.read_bytes()


@pytest.mark.parametrize("name", ["synthesis.odt", "synthesis", "synthesis.pdf.txt"])
def test_another_ending_is_refused_and_nothing_is_written(lead: Workspace, tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(NotPossible, match=r"as \.pdf, \.docx, \.html, \.xlsx"):
        write_report(lead, "session", tmp_path / name)
    assert sorted(tmp_path.iterdir()) == before


def test_a_session_that_is_not_here_is_refused_and_an_older_report_stays(
    lead: Workspace, tmp_path: Path
) -> None:
    older = write_report(lead, "session", tmp_path / "synthesis.pdf").read_bytes()
    with pytest.raises(NotPossible):
        write_report(lead, "elsewhere", tmp_path / "synthesis.pdf")
    assert (tmp_path / "synthesis.pdf").read_bytes() == older


def test_a_folder_that_is_not_there_is_said_in_a_sentence(lead: Workspace, tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match=r"is not there, so synthesis\.pdf was not written"):
        write_report(lead, "session", tmp_path / "gone" / "synthesis.pdf")


@pytest.mark.parametrize(
    "missing",
    [
        "No statement has been written yet.",
        "No line of a worksheet or of minutes is in this workspace.",
        "No closed questionnaire is in this workspace. That is not the same as no answers.",
        "No attendance is recorded.",
        "No breakout group is recorded.",
        "Mode Not stated",
        "None: no two laptops disagree about this session.",
    ],
)
def test_an_empty_session_says_what_is_missing(lead: Workspace, missing: str) -> None:
    assert missing in pdf_words(report_bytes(lead, "session", "pdf"))
    assert missing in docx_words(report_bytes(lead, "session", "docx"))


def test_what_is_being_typed_is_in_the_report_without_being_settled(lead: Workspace) -> None:
    a_group(lead)
    line = Line(id="line", session="session", sheet="sheet", item="helps", text="Half a", order="1")
    type_line(lead, replace(line, text="Half a sentence"))
    assert [piece.text for piece in synthesis_document(lead, "session").unused] == ["Half a sentence"]
    with lead.unit_of_work() as work:
        assert work.drafts.get("line") is not None
        assert work.records.find(Line, "line") is None


def test_not_discussed_and_nothing_written_are_told_apart(lead: Workspace) -> None:
    a_group(lead)
    not_discussed(lead, "sheet", "share")
    words = pdf_words(report_bytes(lead, "session"))
    assert "Q1 · What share? Not discussed Q2 · What helps? Nothing written" in words


def test_another_session_leaves_no_trace_in_the_report(lead: Workspace) -> None:
    keep(
        lead,
        Session(id="other", label="Sectoral 7"),
        Line(id="line", session="other", text="Said elsewhere."),
        Statement(id="statement", session="other", text="Stated elsewhere."),
        Attendance(id="attendance", session="other", listing="Elsewhere"),
    )
    words = docx_words(report_bytes(lead, "session", "docx"))
    assert "elsewhere" not in words.lower()
    assert "Sectoral 7" not in words


def test_people_are_listed_as_they_chose_to_be_shown(lead: Workspace) -> None:
    attendance = Attendance(id="a", session="session", grain=Grain.PERSON, person="code")
    keep(lead, Person(id="code", display="Wren", listing=Listing.BY_NAME), attendance)
    assert "1 person is listed by name (computed). Wren" in pdf_words(report_bytes(lead, "session"))


def test_whoever_was_expected_and_did_not_come_is_not_taken_for_somebody_who_did(lead: Workspace) -> None:
    for name, grain in (("Amara", Grain.PERSON), ("Dele", Grain.PERSON), ("Police", Grain.CATEGORY)):
        keep(lead, Attendance(id=name, session="session", grain=grain, listing=name))
    assert "marked as here" not in pdf_words(report_bytes(lead, "session"))
    came = AttendanceMark(id="m", session="session", entry="Amara", at="1", state=Presence.HERE)
    keep(lead, came, replace(came, id="n", entry="Police", count=4))
    words = pdf_words(report_bytes(lead, "session"))
    assert "marked as here (computed): 1 of 2 people; 1 of 1 headcounts. Counted then: Police: 4." in words


def test_walk_ins_are_told_apart_from_those_listed(lead: Workspace) -> None:
    keep(lead, Attendance(id="Amara", session="session", grain=Grain.PERSON, listing="Amara"))
    for name in ("Rowan K., Ellas", "Sol"):
        walk_in(lead, "session", Newcomer(listing=name), Side.ROOM, datetime(2024, 5, 16, 9, 31).astimezone())
    words = pdf_words(report_bytes(lead, "session"))
    assert "these of those listed were marked as here (computed): 0 of 1 people." in words
    assert "Besides them came, listed by nobody before (computed): 2 people." in words
    assert "Rowan" not in words


def test_two_wordings_of_one_statement_are_both_kept_in_view(lead: Workspace, tmp_path: Path) -> None:
    statement = Statement(id="statement", session="session", text="Services should meet.", order="1")
    keep(lead, statement, StatementLink(id="link", statement="statement", evidence="line"))
    with workspace(tmp_path, "second", "lead") as second:
        copy(lead, second)
        keep(second, replace(statement, text="Services could meet."))
        keep(lead, replace(statement, text="Services must meet."))
        copy(second, lead)
    words = pdf_words(report_bytes(lead, "session"))
    assert "Two versions of this statement stand; see “Still open”." in words
    assert (
        "1 field holds two versions: text of statement 1: Services could meet. or Services must meet."
        in words
    )
    assert "1 link leads to evidence that is not in this workspace." in words


def test_two_laptops_that_differ_on_who_spoke_do_not_make_the_report_name_them(
    lead: Workspace, tmp_path: Path
) -> None:
    line = Line(id="line", session="session", text="We should meet.", order="1")
    keep(lead, Person(id="code-a", display="Wren"), Person(id="code-b", display="Robin"), line)
    with workspace(tmp_path, "second", "scribe") as second:
        copy(lead, second)
        keep(second, replace(line, who="code-a"))
        keep(lead, replace(line, who="code-b"))
        copy(second, lead)
    words = docx_words(report_bytes(lead, "session", "docx"))
    assert "1 field holds two versions: speaker of Note 1" in words
    assert not [name for name in ("Wren", "Robin", "code-a", "code-b") if name in words]


def test_an_open_questionnaire_is_said_to_be_open_and_not_counted(lead: Workspace) -> None:
    item = Item(kind=ItemKind.TEXT, prompt="What did we miss?", order="1")
    keep(lead, Form(id="form", title="Before you go", items={"missed": item}))
    box = open_box(lead, "session", "form", 9).value
    answer(lead, box.id, {"missed": Answer(text="The bus.")})
    words = pdf_words(report_bytes(lead, "session"))
    assert "A questionnaire is still open on this laptop." in words
    assert "The bus." not in words
    close_box(lead, box.id)
    words = pdf_words(report_bytes(lead, "session"))
    assert "The bus." in words
    assert "1 answer to “Before you go” (computed), of 9 expected." in words


def test_the_sentence_on_invented_text_is_on_every_page_and_else_nowhere(lead: Workspace) -> None:
    assert "invented" not in pdf_words(report_bytes(lead, "session"))
    keep(lead, Consultation(id="plan", title="Advocacy", invented="All of this is invented."))
    assert all("All of this is invented." in page for page in pdf_pages(report_bytes(lead, "session")))
