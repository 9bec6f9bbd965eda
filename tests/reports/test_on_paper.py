"""What is printed for a session: who may stand on it, what rule it carries, and that it is typed in without doubt."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from capture_app.domain.records import (
    AgendaPart,
    Attendance,
    Consultation,
    DataProtection,
    Form,
    GlossaryTerm,
    Group,
    Person,
    Session,
    SessionRole,
)
from capture_app.domain.values import Condition, DateGiven, Item, Limits, Option
from capture_app.domain.vocabulary import FormPurpose, Grain, ItemKind, Listing, Rule
from capture_app.reports.attendance_sheet import attendance_sheet_of
from capture_app.reports.attendee_preview import attendee_preview_of
from capture_app.reports.blocks import Numbered, Report, Table
from capture_app.reports.making import file_of
from capture_app.reports.on_paper import for_whom, how_on_paper
from capture_app.reports.printed_form import printed_form_of
from capture_app.reports.run_sheet import ends_at, run_sheet_of
from capture_app.reports.session_pack import session_pack_of
from capture_app.reports.session_paper import SessionPaper
from tests.reports.conftest import Written
from tests.reports.reading import docx_words, html_words, pdf_words, xlsx_sheets

READERS = {"pdf": pdf_words, "docx": docx_words, "html": html_words}
WISHES = {
    "Wren": Listing.BY_NAME,
    "Robin": Listing.ORGANISATION_ONLY,
    "Dunnock": Listing.NOT_LISTED,
    "Siskin": Listing.NOT_ASKED,
}


def paper() -> SessionPaper:
    """A session to which four people come, each with another wish."""
    people = {
        name.lower(): Person(id=name.lower(), display=name, organisation=f"o{name}", listing=listing)
        for name, listing in WISHES.items()
    }
    return SessionPaper(
        consultation=Consultation(id="plan", title="Advocacy"),
        session=Session(id="s", label="Sectoral 6", date=DateGiven(given="1/6/24", edtf="2024-06-01")),
        parts=(
            AgendaPart(id="1", title="Welcome", planned_start="23:50", planned_minutes=20, owner="Lead"),
            AgendaPart(id="2", title="Report back", planned_start="later", rule=Rule.CHATHAM_HOUSE),
        ),
        groups=(Group(id="g", label="Group 1", topic="Values"),),
        people=people,
        organisations={f"o{name}": f"House of {name}" for name in WISHES},
        attendance=tuple(
            Attendance(id=name, session="s", grain=Grain.PERSON, person=name)
            for name in people
            if name != "wren"
        ),
        roles=(SessionRole(id="r", session="s", person="wren", role="observer"),),
    )


def told(report: Report, ending: str = "html") -> str:
    return READERS[ending](file_of(report, ending))


@pytest.mark.parametrize("ending", READERS)
@pytest.mark.parametrize("sheet", [attendance_sheet_of, attendee_preview_of])
def test_people_stand_as_they_wish_and_nobody_else_does(
    sheet: Callable[[SessionPaper], Report], ending: str
) -> None:
    words = told(sheet(paper()), ending)
    assert "Wren" in words
    assert "House of Robin" in words
    assert not [
        name for name in ("Robin ", "Dunnock", "Siskin") if name in words.replace("House of Robin", "")
    ]
    assert "1 person is expected who wishes to be on no list." in words
    assert "1 person has not been asked how they wish to be listed" in words


def test_whoever_is_listed_by_an_organisation_nobody_recorded_is_said_to_be_so() -> None:
    preview = attendee_preview_of(replace(paper(), organisations={}))
    (people,) = [one for one in preview.blocks if isinstance(one, Table) and one.short == "People"]
    assert [row[0].text for row in people.rows] == ["Wren", "A person whose organisation is not recorded"]
    (people,) = [one for one in attendee_preview_of(paper()).blocks if isinstance(one, Table)]
    assert [row[0].text for row in people.rows] == ["Wren", "A person from this organisation"]


@pytest.mark.parametrize("sheet", [attendance_sheet_of, attendee_preview_of, run_sheet_of, session_pack_of])
def test_the_name_of_a_walk_in_whom_nobody_asked_stands_on_no_sheet(
    sheet: Callable[[SessionPaper], Report],
) -> None:
    came = Attendance(id="w", session="s", grain=Grain.PERSON, listing="Rowan K., Ellas", walk_in=True)
    others = (replace(came, id="x", listing="Kit, Heron"), replace(came, id="y", organisation="oWren"))
    words = told(sheet(replace(paper(), attendance=(came, *others), spellings=("Ellas",))))
    assert not [name for name in ("Rowan", "Kit", "Heron") if name in words]
    if sheet in (attendance_sheet_of, attendee_preview_of):
        assert "Ellas" in words
        assert words.count("House of Wren") >= 2


@pytest.mark.parametrize("sheet", [attendance_sheet_of, attendee_preview_of, run_sheet_of, session_pack_of])
def test_the_rule_in_force_is_written_on_every_sheet(sheet: Callable[[SessionPaper], Report]) -> None:
    words = told(sheet(paper()))
    assert "Chatham House Rule in: Report back" in words
    assert "Who said it, for whom they work, and who else was there may not." in words


@pytest.mark.parametrize("sheet", [attendance_sheet_of, attendee_preview_of, run_sheet_of, session_pack_of])
def test_a_year_that_was_worked_out_is_said_to_be_so_in_every_head(
    sheet: Callable[[SessionPaper], Report],
) -> None:
    plain = paper()
    worked_out = DateGiven(given="28 September", edtf="2023-09-28", inferred=True)
    head = sheet(replace(plain, session=replace(plain.session, date=worked_out))).below
    assert head.startswith("28 September 2023 (in part inferred)")
    assert sheet(plain).below.startswith("1 June 2024 · ")


def test_the_attendance_sheet_has_empty_rows_and_asks_for_a_name_and_nothing_else() -> None:
    sheet = attendance_sheet_of(paper())
    besides = next(block for block in sheet.blocks if isinstance(block, Table) and block.short == "Besides")
    assert besides.header == ("Name", "From", "In the room or on the link")
    assert len(besides.rows) == 10
    assert besides.by_hand
    assert list(xlsx_sheets(file_of(sheet, "xlsx"))) == ["About", "People", "Besides"]


def test_a_part_that_ends_after_midnight_ends_on_the_next_day_and_one_without_a_time_has_no_end() -> None:
    assert [ends_at(part) for part in paper().parts] == ["00:10", ""]
    assert "23:50–00:10 20 Welcome Lead" in told(run_sheet_of(paper()))
    assert "Planned minutes together: 20 (computed). 1 part has no length yet." in told(run_sheet_of(paper()))


def test_the_pack_says_whom_to_call_and_what_is_missing() -> None:
    without = told(session_pack_of(paper()))
    assert "The data-protection card has not been filled in" in without
    card = DataProtection(id="c", in_danger="999, then Jay", who_reads="The lead reads this.")
    words = told(_with(protection=card, glossary=(GlossaryTerm(id="t", term="NRM", meaning="a mechanism"),)))
    assert "If somebody is in danger: 999, then Jay" in words
    assert "Who reads the notes The lead reads this." in words
    assert "The data-protection card is not complete" in words
    assert "NRM a mechanism" in words
    never = replace(card, retention=DateGiven(given="31 February"))
    assert "Kept until 31 February (there is no such day)" in told(_with(protection=never))


def test_a_term_nobody_named_yet_is_said_to_be_so_and_stands_last() -> None:
    terms = (
        GlossaryTerm(id="a", meaning="a mechanism for referring people"),
        GlossaryTerm(id="b", term="oisc", meaning="a regulator"),
        GlossaryTerm(id="c", term="NRM"),
    )
    table = next(block for block in _with(glossary=terms).blocks if getattr(block, "short", "") == "Glossary")
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["NRM", "Not explained yet"],
        ["oisc", "a regulator"],
        ["No term yet", "a mechanism for referring people"],
    ]


def _with(**more: object) -> Report:
    return session_pack_of(replace(paper(), **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("ending", READERS)
def test_a_printed_form_has_the_ids_of_the_screen_and_room_for_no_answer(
    ending: str, example: Written
) -> None:
    words = told(example.reports["questionnaire"], ending)
    for key in ("purpose", "briefed", "heard", "missed", "local"):
        assert f"[{key}]" in words
    assert words.count("I would rather not say.") == 10
    assert "Ten short questions. Skip any you like." in words
    assert "No name" not in words, "what is promised depends on how many are expected"
    sheet = told(example.reports["worksheet"], ending)
    assert "4 Of the people you support, what share would want an advocate across services? [share]" in sheet
    assert sheet.count("We did not discuss this.") == 6
    assert "The project lead and the evaluator read these notes. They hold no names." in sheet


def test_a_random_id_stands_on_paper_by_its_end_and_tells_each_question_from_every_other() -> None:
    ends = ("0d7c44a3f2a1", "9b1e66a3f2a1", "9b1e66a3beef")
    ids = [f"0193a5c2-7b1e-7c3d-9f00-{end}" for end in ends]
    items = {
        key: Item(kind=ItemKind.LINES, prompt="What helps?", order=str(number))
        for number, key in enumerate((*ids, "share"))
    }
    asked = printed_form_of(paper(), Form(id="f", items=items)).blocks
    marks = [one.mark for one in asked if isinstance(one, Numbered)]
    assert marks == ["…4a3f2a1", "…6a3f2a1", "…beef", "share"]


def test_a_worksheet_for_a_group_names_it_and_a_form_nobody_reads_says_so() -> None:
    form = Form(id="f", title="Values", items={"q": Item(kind=ItemKind.LINES, prompt="Which?", order="1")})
    words = told(printed_form_of(paper(), form, paper().groups[0]))
    assert "Sectoral 6 · Group 1 · edition 1" in words
    assert "Who will read this has not been written down yet" in words


def test_who_reads_the_notes_stands_on_every_worksheet_also_beside_an_introduction() -> None:
    form = Form(id="f", title="Values", intro="Five questions.", purpose=FormPurpose.WORKSHEET)
    card = DataProtection(id="c", who_reads="The lead and the evaluator read these notes.")
    words = told(printed_form_of(replace(paper(), protection=card), form))
    assert "Five questions. Who reads this: The lead and the evaluator read these notes." in words
    same = told(printed_form_of(replace(paper(), protection=card), replace(form, intro=card.who_reads)))
    assert same.count("Who reads this: The lead and the evaluator read these notes.") == 1
    assert same.count("The lead and the evaluator") == 1


@pytest.mark.parametrize("ending", READERS)
def test_hostile_words_in_a_form_are_shown_as_they_are(ending: str) -> None:
    text = "<b>{0}</b> &amp; ]]> =1+1"
    items = {
        text: Item(
            kind=ItemKind.CHOICE, prompt=text, order="1", help=text, options=(Option(id="o", label=text),)
        ),
        "q": Item(kind=ItemKind.FIGURE, prompt=text, order="2", unit=text, of=text),
    }
    form = Form(id="f", title=text, intro=text, purpose=FormPurpose.QUESTIONNAIRE, items=items)
    words = told(printed_form_of(paper(), form), ending)
    assert words.count(text) >= 8


def test_a_question_on_paper_says_which_section_it_asks_about() -> None:
    item = Item(kind=ItemKind.LINES, prompt="What helps?", order="a", help="One point a line.", theme="s3")
    form = Form(id="f", title="Riverside worksheet", items={"helps": item})
    paper = SessionPaper(
        consultation=Consultation(id="c"), session=Session(id=""), sections={"s3": "S3 Values"}
    )
    (asked,) = (block for block in printed_form_of(paper, form).blocks if isinstance(block, Numbered))
    assert asked.help == "One point a line. This asks about S3 Values."


def test_paper_says_in_a_sentence_who_a_question_is_for_and_how_many_may_be_ticked() -> None:
    yes_no = (Option(id="y", label="Yes"), Option(id="n", label="No"))
    first = Item(kind=ItemKind.CHOICE, prompt="Did it help?", order="1", options=yes_no)
    why = Item(
        kind=ItemKind.MULTIPLE,
        prompt="Why not?",
        order="2",
        options=yes_no,
        show_if=(Condition(item="a", values=("n",)),),
        limits=Limits(most="2"),
    )
    form = Form(id="f", purpose=FormPurpose.QUESTIONNAIRE, items={"a": first, "b": why})
    assert for_whom(form, why) == "Only if your answer to question 1 is No."
    assert how_on_paper(why) == "Choose at most 2."
    assert how_on_paper(replace(why, limits=Limits())) == "Tick as many as you like."
