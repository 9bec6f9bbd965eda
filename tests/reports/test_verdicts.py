"""What groups decided about a list stands side by side in the report, and on paper there is room to decide."""

from __future__ import annotations

from dataclasses import replace

from capture_app.domain.records import Consultation, Form, Line, Session, Sheet
from capture_app.domain.values import Case, Item, Option
from capture_app.domain.vocabulary import Heard, ItemKind, Scale, Verdict
from capture_app.reports.blocks import Notice, Table
from capture_app.reports.building import synthesis_of
from capture_app.reports.printed_form import printed_form_of
from capture_app.reports.session_paper import SessionPaper
from capture_app.reports.telling import report_of
from capture_app.reports.verdicts import Decision, Judged, judged
from tests.reports.test_synthesis import material

LIST = Item(
    kind=ItemKind.LINES,
    prompt="Which do we keep?",
    order="1",
    scale=Scale.REVIEW,
    options=(Option(id="d", label="Dignity"), Option(id="i", label="Independence")),
)
FORM = Form(id="form", title="Values", items={"list": LIST})
SHEETS = (
    Sheet(id="one", session="session", group="g1", form="form"),
    Sheet(id="two", session="session", group="g2", form="form"),
)


def said(sheet: str, text: str, verdict: Verdict | None, option: str = "", priority: bool = False) -> Line:
    """A line of a group."""
    return Line(
        id=f"{sheet} {text}",
        session="session",
        sheet=sheet,
        item="list",
        text=text,
        verdict=verdict,
        option=option,
        priority=priority,
    )


LINES = (
    said("one", "Dignity: in practice", Verdict.CHANGED, "d", priority=True),
    said("two", "Dignity", Verdict.NO, "d"),
    said("two", "Asked nobody", None),
    said("two", "Being believed", Verdict.YES),
)
MATERIAL = material(forms={"form": FORM}, sheets=SHEETS, lines=LINES)


def test_decisions_stand_side_by_side_and_what_was_added_comes_after_the_list() -> None:
    assert judged(MATERIAL, SHEETS, "list", LIST) == (
        Judged("Dignity", False, (Decision("Amend", "in practice", True), Decision("Drop", "", False))),
        Judged("Independence", False, (None, None)),
        Judged("Being believed", True, (None, Decision("Keep", "", False))),
        Judged("Asked nobody", True, (None, Decision("", "", False))),
    )


def test_the_report_tells_nothing_said_from_no_decision() -> None:
    tables = [one for one in report_of(synthesis_of(MATERIAL)).blocks if isinstance(one, Table)]
    told = next(one for one in tables if one.caption == "Question 1: what the groups decided")
    assert [[cell.text for cell in row] for row in told.rows] == [
        ["Dignity", "Amend, matters most", "Drop"],
        ["Independence", "nothing said", "nothing said"],
        ["Being believed", "nothing said", "Keep"],
        ["Asked nobody", "nothing said", "no decision"],
    ]
    assert told.rows[0][1].note == "in practice"


def test_a_decision_with_which_not_everybody_agreed_says_so() -> None:
    line = said("one", "Dignity", Verdict.YES, "d", priority=True)
    disputed = replace(line, heard=Heard.DISSENT, heard_as=line.to_hear)
    report = report_of(synthesis_of(material(forms={"form": FORM}, sheets=SHEETS, lines=(disputed,))))
    cells = [cell.text for one in report.blocks if isinstance(one, Table) for row in one.rows for cell in row]
    assert "Keep, matters most, not everybody agrees" in cells


def test_no_wording_is_told_as_the_chosen_one_where_the_group_chose_two() -> None:
    asked = replace(LIST, scale=Scale.WORDING)
    lines = (said("one", "Dignity", Verdict.YES, "d"), said("one", "Independence", Verdict.YES, "i"))
    both = material(
        forms={"form": replace(FORM, items={"list": asked})},
        sheets=SHEETS,
        lines=(*lines, said("two", "Dignity", Verdict.YES, "d")),
    )
    first, second = (one.decisions for one in judged(both, SHEETS, "list", asked))
    assert [one.word if one else "" for one in (*first, *second)] == [
        *("Chosen, one of 2", "Chosen"),
        *("Chosen, one of 2", ""),
    ]
    assert [one.verdict for one in synthesis_of(both).unused] == [
        *("Chosen, one of 2", "Chosen, one of 2"),
        "Chosen",
    ]


def test_evidence_says_what_was_decided_and_where_to_look() -> None:
    toolkit = replace(said("one", "A toolkit", None), reference="charter, page 4")
    lines = (said("one", "The charter", Verdict.YES), toolkit)
    document = synthesis_of(material(forms={"form": FORM}, sheets=SHEETS, lines=lines))
    notes = [
        cell.note
        for one in report_of(document).blocks
        if isinstance(one, Table)
        for row in one.rows
        for cell in row
    ]
    assert "the group decided: Keep" in notes
    assert "see charter, page 4" in notes


def test_paper_has_a_box_for_each_verdict_rows_to_add_and_the_case_once() -> None:
    case = Case(title="Mara moves", text="A day’s notice.", composite=True)
    asked = Item(kind=ItemKind.LINES, prompt="What does she need?", order="2", case="mara")
    then = Item(kind=ItemKind.LINES, prompt="And a month later?", order="3", case="mara")
    form = Form(id="form", title="Values", items={"list": LIST, "a": asked, "b": then}, cases={"mara": case})
    blocks = printed_form_of(
        SessionPaper(consultation=Consultation(id="plan"), session=Session(id="")), form
    ).blocks
    (table,) = [one for one in blocks if isinstance(one, Table) and one.caption.startswith("Decide")]
    assert table.header == ("What", "Keep", "Amend", "Drop", "Unsure", "Why")
    assert [row[0].text for row in table.rows] == ["Dignity", "Independence", "", "", "", ""]
    told = [one for one in blocks if isinstance(one, Notice) and one.title == "Mara moves"]
    assert len(told) == 1
    assert "nobody’s own story" in told[0].text


WEIGHED = Item(
    kind=ItemKind.LINES,
    prompt="Local or national?",
    order="1",
    scale=Scale.WEIGHING,
    options=(Option(id="l", label="Local"), Option(id="n", label="National")),
)


def weighed_tables(*lines: Line) -> list[Table]:
    """The tables of for and against in a report with these lines."""
    form = replace(FORM, items={"list": WEIGHED})
    document = synthesis_of(material(forms={"form": form}, sheets=SHEETS, lines=lines))
    tables = [one for one in report_of(document).blocks if isinstance(one, Table)]
    return [one for one in tables if one.caption.startswith("Question 1: for and against")]


def test_for_and_against_stand_in_two_columns_for_each_thing_weighed() -> None:
    local, national = weighed_tables(
        said("two", "Near", Verdict.YES, "l"),
        said("one", "Small", Verdict.NO, "l", priority=True),
        said("one", "Known", Verdict.YES, "l"),
    )
    assert local.caption == "Question 1: for and against Local"
    assert local.header == ("For", "Against")
    assert [[(cell.text, cell.note) for cell in row] for row in local.rows] == [
        [("Known", "G–"), ("Small", "G–, matters most")],
        [("Near", "G–/2"), ("", "")],
    ]
    assert [[cell.text for cell in row] for row in national.rows] == [["nothing said", "nothing said"]]


def test_a_point_that_is_neither_for_nor_against_is_not_lost() -> None:
    tables = weighed_tables(said("one", "It depends", None, "n"), said("one", "Both", Verdict.YES))
    assert [table.header for table in tables] == [
        ("For", "Against"),
        ("For", "Against", "Neither yet"),
        ("For", "Against"),
    ]
    assert [cell.text for cell in tables[1].rows[0]] == ["", "", "It depends"]
    assert tables[2].rows[0][0].text == "Both"


def test_paper_has_two_columns_to_write_in_for_each_thing_weighed() -> None:
    form = replace(FORM, items={"list": WEIGHED})
    paper = SessionPaper(consultation=Consultation(id="c"), session=Session(id="session"))
    tables = [one for one in printed_form_of(paper, form).blocks if isinstance(one, Table)]
    weighed = [one for one in tables if one.header == ("For", "Against")]
    assert [one.caption for one in weighed] == ["For and against Local", "For and against National"]
