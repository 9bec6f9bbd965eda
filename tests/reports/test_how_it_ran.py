"""How the consultation ran, as a document: the chain from an issue to its result, principles, briefings, comments."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from capture_app.domain.dates import read_date
from capture_app.domain.record import Record
from capture_app.domain.records import (
    AgendaPart,
    AgendaTemplate,
    CareItem,
    Commenting,
    Consultation,
    Dispatch,
    EngagementCheck,
    Need,
    PartRun,
    Payment,
    Person,
    Session,
    TeamDebrief,
)
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import DispatchKind, Listing, Upheld, YesNo
from capture_app.domain.vocabulary_care import CareState
from capture_app.reports.blocks import Report, Table, words_of
from capture_app.reports.making import file_of
from capture_app.services.document_kinds import HOW_IT_RAN, Wanted
from capture_app.services.documents import read_documents
from capture_app.store.workspace import Workspace
from tests.reports.played import keep, workspace
from tests.reports.reading import docx_words, html_words, pdf_words, xlsx_sheets, xlsx_words

READERS = {"pdf": pdf_words, "docx": docx_words, "html": html_words, "xlsx": xlsx_words}
ISSUE = "People on the call could not hear the plenary."


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """Two workshops, of which the second, by date, was looked at, briefed for and talked over."""
    with workspace(tmp_path) as made:
        keep(
            made,
            Consultation(id="plan", title="Riverside and Vale", stage="Stage one"),
            Session(id="b", label="Sectoral 2", date=read_date("16 May 2023")),
            Session(id="a", label="Sectoral 1", date=read_date("2 May 2023")),
            AgendaPart(id="p", session="b", title="How referrals work"),
            AgendaTemplate(id="t", family="t", edition=2, title="Half a day", reason="The plenary ran over."),
        )
        yield made


def report(lead: Workspace) -> Report:
    (planned,) = read_documents(lead, [Wanted(kind=HOW_IT_RAN)])
    return planned.report


def table(lead: Workspace, short: str) -> list[list[str]]:
    """The rows of a table, a cell's remark behind its text."""
    (found,) = [one for one in report(lead).blocks if isinstance(one, Table) and one.short == short]
    return [[" | ".join(filter(None, (cell.text, cell.note))) for cell in row] for row in found.rows]


@pytest.fixture
def told(lead: Workspace) -> Workspace:
    """What a lead writes down of all four."""
    keep(
        lead,
        EngagementCheck(
            id="s",
            session="b",
            for_real=Upheld.HELD,
            for_real_rests="Two changes came from consultants.",
            sensitive=Upheld.PARTLY,
            no_harm=Upheld.NOT_HELD,
            looked_by="Ines R.",
        ),
        EngagementCheck(id="w", for_real=Upheld.PARTLY, looked_on=read_date("20 June 2023")),
        Dispatch(
            id="early", briefing=True, title="The NRM", part="p", session="b", sent=read_date("9 May 2023")
        ),
        Dispatch(
            id="late",
            briefing=True,
            title="Funding",
            topic="Money",
            session="b",
            sent=read_date("17 May 2023"),
        ),
        Dispatch(id="never", briefing=True, title="Housing", part="p", session="a"),
        Dispatch(id="draft", title="Draft framework", edition="2", sent=read_date("3 July 2023")),
        Dispatch(id="bare", title="Terms of reference"),
        Dispatch(id="call", dispatch_kind=DispatchKind.CALL, title="Call"),
        *answered(),
    )
    return lead


def answered() -> tuple[Record, ...]:
    """Comments of two groups on the draft, and two debriefs."""
    return (
        Commenting(
            id="c1",
            dispatch="draft",
            contributors="consultants",
            may_comment=YesNo.YES,
            came=14,
            taken_up=8,
            order="a",
        ),
        Commenting(
            id="c2", dispatch="draft", contributors="partners", came=5, taken_up=4, not_taken_up=2, order="b"
        ),
        TeamDebrief(
            id="d",
            session="b",
            who="Noor A.",
            role="facilitator",
            went_well="The groups.",
            issues=ISSUE,
            proposed="A second microphone.",
            changed="One for each table.",
            agenda="t",
            result="Nobody asked again in Sectoral 3.",
            talked=True,
        ),
        TeamDebrief(id="e", session="a", went_well="All of it.", who="Jo M."),
    )


def test_an_issue_leads_to_its_change_the_new_edition_and_the_result(told: Workspace) -> None:
    assert table(told, "Issues and changes") == [
        [
            "Sectoral 2, 16 May 2023",
            ISSUE,
            "A second microphone.",
            "One for each table. | New edition of the agenda: Half a day, edition 2. "
            "Why it changed: The plenary ran over.",
            "Nobody asked again in Sectoral 3.",
        ]
    ]


def test_principles_stand_for_the_whole_first_and_what_nobody_looked_at_is_named(told: Workspace) -> None:
    assert table(told, "Principles") == [
        ["The whole consultation | 20 June 2023", "Held in part", "Not looked at", "Not looked at"],
        [
            "Sectoral 2, 16 May 2023 | Ines R.",
            "Held | Two changes came from consultants.",
            "Held in part",
            "Not held",
        ],
    ]
    assert "1 session was not looked at: Sectoral 1, 2 May 2023." in list(words_of(report(told)))


def test_a_briefing_says_how_long_before_its_session_it_was_sent_or_that_it_was_not(told: Workspace) -> None:
    assert [(row[1], row[2], row[4]) for row in table(told, "Briefings")] == [
        ("Housing", "Not recorded", "Not sent"),
        ("The NRM", "How referrals work", "Sent 7 days before"),
        ("Funding", "Money", "Sent 1 day afterwards"),
    ]


def test_comments_are_told_by_group_and_numbers_that_contradict_are_told_and_kept(told: Workspace) -> None:
    first, second = table(told, "Comments")
    assert first == [
        "Draft framework | Edition: 2",
        "consultants",
        "Yes",
        "14",
        "8",
        "not known",
        "not known",
        "6",
    ]
    said = "6 are accounted for, and 5 came. One of the numbers cannot be right."
    assert second[1] == f"partners | {said}"
    assert second[3:] == ["5", "4", "not known", "2", "not known"]
    assert "Of 1 other paper nobody noted who could comment." in list(words_of(report(told)))


@pytest.mark.parametrize("ending", READERS)
def test_every_kind_of_file_holds_all_of_it_and_nobody_who_wrote_a_debrief(
    told: Workspace, ending: str
) -> None:
    words = READERS[ending](file_of(report(told), ending))
    for said in (
        ISSUE,
        "One for each table.",
        "Half a day, edition 2",
        "Sent 7 days before",
        "cannot be right",
    ):
        assert said in words
    for kept in ("Noor A.", "Jo M.", "facilitator", "talked"):
        assert kept not in words


def test_real_times_stand_beside_the_plan_and_by_laptop_where_they_differ(lead: Workspace) -> None:
    def ran(part: str, device: str, began: str, ended: str = "", minutes: int | None = None) -> PartRun:
        times = [f"2023-05-16T{time}" if time else "" for time in (began, ended)]
        return PartRun(
            id=part + device,
            session="b",
            part=part,
            device=device,
            began=times[0],
            ended=times[1],
            minutes=minutes,
        )

    planned = {"w": ("Welcome", "09:30", 40), "g": ("Groups", "10:10", 60), "q": ("Questions", "", 20)}
    keep(
        lead,
        AgendaPart(id="p", session="b", title="How referrals work", order="1"),
        *(
            AgendaPart(
                id=of, session="b", title=title, planned_start=at, planned_minutes=length, order=f"2{of}"
            )
            for of, (title, at, length) in planned.items()
        ),
        AgendaPart(id="x", session="a", title="Talk"),
        *(ran("w", device, "09:34", "10:10") for device in ("ann", "bea")),
        ran("g", "ann", "10:10", "11:02", minutes=50),
        ran("g", "bea", "10:12"),
        ran("q", "ann", "", minutes=0),
    )
    held = "Sectoral 2, 16 May 2023"
    assert table(lead, "Times") == [
        [held, "How referrals work", "no time planned", "Never ran"],
        [
            held,
            "Groups",
            "10:10, 60 min",
            "Laptop 1: 10:10 to 11:02, 52 min; Laptop 2: from 10:12, its end was not kept"
            " | Decided in the room: 50 min",
        ],
        [held, "Questions", "20 min", "Never ran | Left out in the room"],
        [held, "Welcome", "09:30, 40 min", "09:34 to 10:10, 36 min"],
    ]
    words = list(words_of(report(lead)))
    assert "Of 1 session no times were kept: Sectoral 1, 2 May 2023." in words
    assert not any("ann" in one.split() or "bea" in one.split() for one in words)


def test_a_session_whose_year_was_worked_out_says_so(lead: Workspace) -> None:
    date = DateGiven(given="28 September", edtf="2023-09-28", inferred=True)
    keep(lead, Session(id="c", label="Framework event", date=date))
    said = "Framework event, 28 September 2023 (in part inferred)"
    assert any(said in words for words in words_of(report(lead)))


def test_each_table_has_a_sheet_and_numbers_are_numbers(told: Workspace) -> None:
    sheets = xlsx_sheets(file_of(report(told), "xlsx"))
    assert list(sheets)[1:] == ["Principles", "Briefings", "Comments", "Issues and changes"]
    assert sheets["Comments"][1][3:5] == [14, 8]


def test_nothing_about_anybodys_care_changes_the_document(told: Workspace) -> None:
    before = report(told)
    keep(
        told,
        Person(id="robin", display="Robin", listing=Listing.BY_NAME),
        CareItem(id="i", person="robin", session="b", debriefing=CareState.HELD),
        Need(id="n", person="robin", session="b", need="A quiet room"),
        Payment(id="m", person="robin", session="b", amount="120"),
    )
    assert report(told) == before


def test_a_consultation_of_which_nothing_was_noted_says_so_in_each_part(lead: Workspace) -> None:
    words = list(words_of(report(lead)))
    assert not any(isinstance(one, Table) for one in report(lead).blocks)
    for said in (
        "Nobody has looked at the consultation as a whole yet.",
        "No briefing on a topic is recorded.",
        "Who could comment on what was sent out is not recorded.",
        "No debrief of the team names an issue or a change.",
    ):
        assert said in words
