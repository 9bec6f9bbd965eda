"""The summary of workshops made from the example is the one its source prints, row by row and number by number."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from capture_app.domain.records import (
    Attendance,
    Claim,
    Consultation,
    Interest,
    Organisation,
    OrganisationName,
    Return,
    Session,
)
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import Capacity, ClaimCheck, Grain, Precision, Side, YesNo
from capture_app.reports.appendix import attendees, workshops_of
from capture_app.reports.appendix_claims import topics_of
from capture_app.reports.appendix_material import WholeMaterial
from capture_app.reports.appendix_told import appendix_of
from capture_app.reports.appendix_totals import dates_of, figures_of
from capture_app.reports.making import file_of
from tests.reports.conftest import Written
from tests.reports.reading import (
    docx_tables,
    docx_words,
    html_tables,
    html_words,
    pdf_words,
    xlsx_sheets,
    xlsx_words,
)

WORKSHOPS = (
    (
        "Partnership 1",
        "10/5/22",
        "Values, ethos and governance of the model",
        "HFJ 5, SD 2, BRC 1, Independent Consultants 2",
    ),
    ("Partnership 2", "5/7/22", "IMSA role and remit", "HFJ 4, SD 2, BRC 2, Independent consultants 3"),
    ("Partnership 3", "4/11/22", "Training", "NGO 4, Government 2, Independent Consultants 3"),
    (
        "Partnership 4",
        "21/3/23",
        "Organisations employing an IMSA",
        "BRC 1, SD 1, HFJ 4, Survivor Consultants 3, NGO 3, Independent Consultants 3",
    ),
    ("Frontline", "07/06/23", "IMSA role and remit", "SD 2, BRC 2, HFJ 3"),
    ("Frontline", "19/07/23", "IMSA role and remit", "SD 1, BRC 2, HFJ 4"),
    (
        "Sectoral 1",
        "20/9/22",
        "Health, social care, housing and subsistence.",
        "Hope at Home; Adavu; Rebuild; Bakhita Research Centre / St Mary's University; Greater Manchester "
        "Police; Khai Tzedek CIC; Stevenage Borough Council; Parasol; Helen Bamber Foundation; TARA; Liverpool "
        "University",
    ),
    (
        "Sectoral 2",
        "15/11/22",
        "Survivor support and the NRM",
        "Hope at Home; Rebuild; The Passage; Human Trafficking Foundation; Jericho; Helen Bamber Foundation; "
        "Greencore (part of MSIN); GS Fresh; Bakhita Research Centre; Greater Manchester Police; Bramber "
        "Bakehouse; Independent Consultant / Nottingham Rights Lab; Warwickshire Police; Hestia; SOHTIS; TARA; "
        "Migrant Help; Human Trafficking Foundation LEAP group",
    ),
    (
        "Sectoral 3",
        "21/02/23",
        "Reducing risk and increasing resilience",
        "Adavu; Rebuild; Flourish; Romanac Consulting; Bakhita Research Centre; Bramber Bakehouse; Khai Tzedek "
        "CIC; Nottingham City Council; Barnardos; Stevenage Borough Council; SOHTIS; Migrant Help; Nottingham "
        "and Nottinghamshire PCC; Ellas; Human Trafficking Foundation LEAP group; Independent Consultant with "
        "Lived Experience of Modern Slavery",
    ),
    (
        "Sectoral 4",
        "18/04/23",
        "Criminal and civil justice",
        "Bakhita Research Centre / St Mary's University; Nottingham City Council; Parasol; ATLEU; TARA; Ellas; "
        "Human Trafficking Foundation – LEAP; Victim Support; Department of Justice Northern Ireland; Policy "
        "Directorate CPS; Greater Manchester Police; Consultant with Lived Experience of MSHT; British Red Cross",
    ),
    (
        "Sectoral 5",
        "16/05/23",
        "Multi-agency and partnership working",
        "Hope at Home; Adavu; Jericho / Equiano Project; The Passage; St Mary's University / The Bakhita "
        "Research Centre; Helen Bamber Foundation; Romanac Consulting; Khai Tzedek; Nottingham City Council; "
        "Stevenage Borough Council; Hertfordshire Police; Welsh Government; SOHTIS; TARA; Ella's; FLEX; "
        "Nottingham Police Crime Commission; Human Trafficking Foundation LEAP; Independent Consultants with "
        "Lived Experience of Modern Slavery; West Midlands Anti-slavery Network",
    ),
)
_MAIL = "Organisations returned questionnaires / email feedback"
_FORMS = "Organisations returned questionnaires feedback"
RETURNS = (
    ("Sectoral 1", _MAIL, "Bramber Bakehouse, Adavu, Barnardos, Warwickshire Police"),
    ("Sectoral 2", _MAIL, "Bramber Bakehouse, Adavu, Warwickshire Police, Barnardos"),
    ("Sectoral 3", _FORMS, "Bramber Bakehouse, Warwickshire Police"),
    ("Sectoral 4", _FORMS, "Bramber Bakehouse, Warwickshire Police"),
    ("Sectoral 5", _FORMS, "Bramber Bakehouse, Warwickshire Police"),
)
HEADS = ("10", "11", "9", "15", "7", "7", *("Not recorded",) * 5)
ENTRIES = (*("0",) * 6, "11", "18", "16", "13", "20")
TOTALS = {
    "Sessions in this workspace": ("16", "every session"),
    "Counted in the total": ("13", "Claimed: 13 workshops"),
    "Listed in the appendix": ("11", ""),
    "Analysed": ("11", ""),
    "Headcount, series partnership": ("45", "10 + 11 + 9 + 15"),
    "Headcount, series frontline": ("14", "7 + 7"),
    "Headcount, series sectoral": ("Not recorded", "never worked out"),
    "Headcounts in all": ("59", "Claimed: about 90 individuals and organisations"),
    "Listed entries": ("78", "11 + 18 + 16 + 13 + 20"),
    "Distinct spellings": ("49", ""),
    "After putting together what is recorded as one": ("39", "by recorded names and links alone"),
    "Returns": ("14", "Claimed: three responses"),
    "Organisations that returned something": ("4", ""),
    "Returns from an organisation listed as attending": ("4", "the very workshop"),
}
BY_DATE = (
    *("Partnership 1", "Partnership 2", "Sectoral 1", "Partnership 3", "Sectoral 2"),
    *("Additional partnership workshop", "Sectoral 3", "Partnership 4", "Sectoral 4", "Sectoral 5"),
    *("Frontline (07/06/23)", "Call: Call for written feedback", "Frontline (19/07/23)", "Framework event"),
)

Tables = list[list[list[str]]]


def in_html(example: Written) -> Tables:
    return html_tables(file_of(example.reports["appendix"], "html"))


def in_docx(example: Written) -> Tables:
    return docx_tables(file_of(example.reports["appendix"], "docx"))


def in_xlsx(example: Written) -> Tables:
    sheets = xlsx_sheets(file_of(example.reports["appendix"], "xlsx"))
    return [
        [[str("" if cell is None else cell) for cell in row] for row in rows] for rows in sheets.values()
    ][1:]


@pytest.fixture(params=[in_html, in_docx, in_xlsx], ids=["html", "docx", "xlsx"])
def tables(request: pytest.FixtureRequest, example: Written) -> Tables:
    """The tables of the appendix as somebody reads them out of each kind of file that has tables."""
    read: Callable[[Written], Tables] = request.param
    return read(example)


def headed(tables: Tables, *names: str) -> list[list[str]]:
    """The rows of the table with these headers."""
    (found,) = (table for table in tables if tuple(table[0][: len(names)]) == names)
    return found[1:]


def test_every_row_stands_as_the_source_has_it(tables: Tables) -> None:
    rows = headed(tables, "Workshop", "Date as given", "Theme as given", "Attendees")
    assert tuple(map(tuple, rows)) == WORKSHOPS
    assert tuple(map(tuple, headed(tables, "Workshop", "Heading as given", "Organisations"))) == RETURNS


def test_every_total_is_computed_by_a_rule_with_the_claim_below_it(tables: Tables) -> None:
    numbers = headed(tables, "Workshop", "Headcount", "Listed entries", "Returns")
    assert tuple(row[1] for row in numbers) == HEADS
    assert tuple(row[2] for row in numbers) == ENTRIES
    totals = {row[0]: row[1:] for row in headed(tables, "What", "Computed", "By this rule")}
    assert totals.keys() == TOTALS.keys()
    for name, (value, rule) in TOTALS.items():
        assert totals[name][0] == value, name
        assert rule in totals[name][1], name


def test_the_order_of_dates_is_not_that_of_labels(tables: Tables) -> None:
    rows = headed(tables, "Order", "What", "Date as given", "Date as read")
    assert tuple(row[1] for row in rows if row[0] != "Day not known") == BY_DATE
    assert [row[2] for row in rows if row[0] == "Day not known"] == ["between June and September"] * 3


def test_an_area_nobody_spoke_of_is_shown_as_a_gap(tables: Tables) -> None:
    covered = {row[0][:2]: row[1] for row in headed(tables, "Section or key area", "Main focus of")}
    areas = {f"A{number}": covered[f"A{number}"] for number in range(1, 9)}
    assert areas == {
        **dict.fromkeys(("A1", "A2"), "Sectoral 1"),
        "A3": "Sectoral 2",
        "A4": "Sectoral 3",
        **dict.fromkeys(("A5", "A6"), "Sectoral 4"),
        "A7": "Sectoral 5",
        "A8": "none",
    }


def test_claims_stand_beside_what_is_computed_and_none_is_lost(tables: Tables) -> None:
    claims = [table[1:] for table in tables if table[0][:2] == ["Topic", "Claimed"]]
    differing, other = claims
    assert len(differing) + len(other) == 55
    said = {(row[0].split("\n")[0], row[1]): row for row in differing}
    for claimed in ("five workshops", "four workshops"):
        assert said["partnership workshops held", claimed][2] == "5 sessions, 4 in the appendix"
    answers = [row for row in other if row[0].startswith("answers to the feedback form")]
    assert sorted(row[1:3] for row in answers) == [
        ["four maybe", "4 of 14 (question 10)"],
        ["nine yes", "9 of 14 (question 10)"],
        ["one no", "1 of 14 (question 10)"],
    ]
    approximate = next(row for row in other if row[1].startswith("about 90"))
    assert approximate[2].startswith("59 attendances, 78 listed entries and 14 returns from 4 organisations")
    assert {row[3] for row in (*differing, *other)} == {"Not compared yet"}


def test_the_pdf_says_all_of_it_too(example: Written) -> None:
    words = pdf_words(file_of(example.reports["appendix"], "pdf"))
    for row in (*WORKSHOPS, *RETURNS):
        for cell in row:
            assert cell in words
    for name, (value, _rule) in TOTALS.items():
        assert f"{name.split()[0]}" in words
        assert value in words


def test_counts_at_the_door_stand_apart_from_what_is_listed(tables: Tables) -> None:
    assert headed(tables, "Workshop", "In the room", "On the link") == [["Sectoral 5", "16", "5", "", "21"]]


def test_every_session_says_what_it_counts_for_and_why(tables: Tables) -> None:
    rows = headed(tables, "Session", "In the total", "Listed", "Analysed")
    assert len(rows) == 16
    marked = {row[0]: row[1:] for row in rows}
    assert marked["Partnership 1"][:3] == ["Yes", "Yes", "Yes"]
    left = marked["Additional partnership workshop"]
    assert left[:4] == ["Yes", "No", "No", "Not recorded"]
    assert left[4].startswith(
        "Paid for by later funding and judged outside what the evaluation was to cover."
    )


# What no source is allowed to make it do.

READ: Mapping[str, Callable[[bytes], str]] = {
    "html": html_words,
    "docx": docx_words,
    "xlsx": xlsx_words,
    "pdf": pdf_words,
}

HELD = Session(
    id="s",
    label="Sectoral 1",
    series="sectoral",
    in_appendix=YesNo.YES,
    date=DateGiven(given="1/2/23", edtf="2023-02-01", precision=Precision.DAY),
)


def material(*attendance: Attendance, **more: object) -> WholeMaterial:
    plan = Consultation(id="plan", title="Plan")
    return WholeMaterial(consultation=plan, sessions=(HELD,), attendance=attendance, **more)  # type: ignore[arg-type]


def totals(made: WholeMaterial) -> Mapping[str, str]:
    return {one.what: one.value for one in figures_of(made, workshops_of(made))}


def listed(key: str, words: str, organisation: str = "") -> Attendance:
    return Attendance(
        id=key, session="s", grain=Grain.ORGANISATION, listing=words, organisation=organisation, order=key
    )


def counted(key: str, words: str, count: int, **more: object) -> Attendance:
    return Attendance(
        id=key,
        session="s",
        grain=Grain.CATEGORY,
        listing=words,
        count=count,
        order=key,
        **more,  # type: ignore[arg-type]
    )


def test_two_names_that_only_look_alike_stay_two() -> None:
    alike = material(
        listed("1", "Human Trafficking Foundation"), listed("2", "Human Trafficking Foundation.")
    )
    assert totals(alike)["After putting together what is recorded as one"] == "2"
    recorded = replace(
        alike,
        organisations={"o": Organisation(id="o", name="Human Trafficking Foundation").name},
        names=(OrganisationName(id="n", organisation="o", text="Human Trafficking Foundation."),),
    )
    assert totals(recorded)["After putting together what is recorded as one"] == "1"


def test_categories_that_may_overlap_are_never_added_up() -> None:
    made = material(counted("1", "Survivor Consultants: 3", 3, may_overlap=True), counted("2", "NGO: 4", 4))
    assert totals(made)["Headcount, series sectoral"] == "Not recorded"
    assert "Headcounts in all" not in totals(made)
    words = html_words(file_of(appendix_of(made), "html"))
    assert "Survivor Consultants 3, NGO 4" in words
    assert "Not added up some may be counted in two kinds" in words


def test_whoever_runs_a_workshop_is_no_attendee_and_people_are_not_named() -> None:
    made = material(
        counted("1", "NGO 4", 4),
        counted("2", "Facilitators – 2", 2, capacity=Capacity.STAFF),
        Attendance(id="3", session="s", grain=Grain.PERSON, listing="Wren", order="3"),
    )
    (workshop,) = workshops_of(made)
    assert attendees(workshop) == "NGO 4, 1 person entered singly"
    assert totals(made)["Headcounts in all"] == "4"
    words = docx_words(file_of(appendix_of(made), "docx"))
    assert "There to run or watch it: Facilitators 2" in words
    assert "Wren" not in words


def test_numbers_by_side_are_the_row_where_nothing_else_is_listed() -> None:
    made = material(
        counted("1", "In the room: 9", 9, side=Side.ROOM), counted("2", "Link: 4", 4, side=Side.REMOTE)
    )
    assert attendees(workshops_of(made)[0]) == "In the room 9, Link 4"
    assert totals(made)["Headcounts in all"] == "13"


def test_a_claim_is_shown_with_what_somebody_found_on_comparing_it() -> None:
    made = material(
        claims=(
            Claim(id="a", about="plan", topic="responses", value="90", unit="people", approximate=True,
                  source="Report", locator="p. 3", check=ClaimCheck.CANNOT_BE_REBUILT),
            Claim(id="b", about="s", topic="date", value="2 February", source="Report", locator="p. 9"),
            Claim(id="c", about="s", topic="date", value="1 February", source="Minutes", locator="p. 1"),
        ),
        subjects={"s": "Sectoral 1"},
    )  # fmt: skip
    whole, dated = topics_of(made, workshops_of(made))
    assert not whole.differs
    assert whole.claims[0].check is ClaimCheck.CANNOT_BE_REBUILT
    assert dated.differs
    assert {one.computed for one in dated.claims} == {"1 February 2023"}
    words = xlsx_words(file_of(appendix_of(made), "xlsx"))
    assert "Cannot be worked out again Report, p. 3" in words


@pytest.mark.parametrize("ending", READ)
def test_interests_stand_as_they_were_declared_with_round_and_reason_of_a_session(ending: str) -> None:
    session = replace(
        HELD, counted_in_total=YesNo.NO, funding_round="second", inclusion_reason="Fell outside the scope."
    )
    declared = Interest(
        id="i",
        declared_by="Ines R.",
        part="Evaluator",
        text="Wrote the earlier review.",
        declared=DateGiven(given="May 2022", edtf="2022-05", precision=Precision.MONTH),
        effect="Somebody else reads the draft.",
    )
    made = replace(material(interests=(declared, Interest(id="j"))), sessions=(session,))
    words = READ[ending](file_of(appendix_of(made), ending))
    for said in (
        "Declared interests",
        "Ines R.",
        "Wrote the earlier review.",
        "Somebody else reads the draft.",
    ):
        assert said in words
    for said in ("May 2022", "Not named yet", "No date given", "second", "Fell outside the scope."):
        assert said in words
    without = READ[ending](file_of(appendix_of(material()), ending))
    assert "Declared interests" not in without


def test_a_session_nobody_dated_has_no_date_and_a_date_nobody_read_has_no_meaning() -> None:
    for given, meant in (("", "No date given"), ("in the spring", "Nobody has said what it means")):
        made = replace(material(), sessions=(replace(HELD, date=DateGiven(given=given)),))
        assert [one.meant for one in dates_of(made, workshops_of(made))] == [meant]


def test_a_workspace_with_nothing_in_it_says_so_and_what_is_contested_is_said_first() -> None:
    empty = WholeMaterial(
        consultation=Consultation(id=""), contested=("Session: One, date", "Session: Two, date")
    )
    words = html_words(file_of(appendix_of(empty), "html"))
    assert "2 fields shown here hold two versions" in words
    assert "No session is marked as listed in the appendix yet. That is said on the page Sessions" in words
    assert "No claim of a source is recorded." in words


def test_a_return_about_a_session_outside_the_appendix_is_counted_and_not_listed() -> None:
    made = material(returns=(Return(id="r", about="elsewhere", listing="Adavu"),))
    assert totals(made)["Returns"] == "1"
    assert totals(made)["Returns from an organisation listed as attending"] == "0"
