"""What somebody said of a session stands in documents as given: numbers (B8, B9), and what it bears on (B4)."""

from dataclasses import replace

from capture_app.domain.records import SessionTheme
from capture_app.domain.vocabulary import Focus, YesNo
from capture_app.reports.appendix_told import appendix_of
from capture_app.reports.blocks import Report, Table
from capture_app.reports.building import synthesis_of
from capture_app.reports.material import FrameNode
from capture_app.reports.telling import report_of
from tests.reports import test_appendix
from tests.reports.test_synthesis import material


def rows(report: Report, first: str) -> list[list[str]]:
    """The rows of the first table whose first column is headed so."""
    found = next(one for one in report.blocks if isinstance(one, Table) and one.header[0] == first)
    return [[cell.text for cell in row] for row in found.rows]


def test_a_zero_is_told_and_a_number_nobody_gave_is_not_recorded() -> None:
    made = material()
    session = replace(made.session, invited=40, attended=0, experts=YesNo.YES)
    told = report_of(synthesis_of(replace(made, session=session)))
    facts = dict(rows(told, "Fact"))
    assert facts["Invited (claimed)"] == "40"
    assert facts["Came (claimed)"] == "0"
    assert facts["Topic experts came"] == "Yes"
    assert (facts["Accepted (claimed)"], facts["Declined (claimed)"]) == ("Not recorded", "Not recorded")


def test_the_summary_gives_the_four_numbers_as_claimed_beside_the_headcount_it_computes() -> None:
    made = test_appendix.material(test_appendix.counted("1", "NGO 4", 4))
    short = "Invited and came"
    assert short not in {one.short for one in appendix_of(made).blocks if isinstance(one, Table)}
    held = replace(test_appendix.HELD, invited=40, declined=0, attended=25)
    told = appendix_of(replace(made, sessions=(held,)))
    table = next(one for one in told.blocks if isinstance(one, Table) and one.short == short)
    said = dict(zip(table.header, (cell.text for cell in table.rows[0]), strict=True))
    assert said == {
        "Workshop": "Sectoral 1",
        "Invited (claimed)": "40",
        "Accepted (claimed)": "Not recorded",
        "Declined (claimed)": "0",
        "Came (claimed)": "25",
        "Headcount (computed)": "4",
    }


def test_what_a_session_also_touched_is_not_told_as_its_main_focus() -> None:
    frame = (FrameNode("a", "A1", "Housing"), FrameNode("b", "A2", "Health"))
    focus = (
        SessionTheme(id="1", session="s", theme="a"),
        SessionTheme(id="2", session="s", theme="b", focus=Focus.SECONDARY),
    )
    facts = dict(rows(report_of(synthesis_of(replace(material(), frame=frame, focus=focus))), "Fact"))
    assert (facts["Main focus"], facts["Also touched"]) == ("A1 Housing", "A2 Health")
    told = appendix_of(test_appendix.material(frame=frame, focus=focus))
    assert rows(told, "Section or key area") == [
        ["A1 Housing", "Sectoral 1", "none"],
        ["A2 Health", "none", "Sectoral 1"],
    ]
