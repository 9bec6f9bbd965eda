"""The summary of workshops as it is written from a workspace: in the numbers and words the window has (A6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.dates import read_date
from capture_app.domain.records import Attendance, Claim, Dispatch, Organisation, Session
from capture_app.domain.totals import What
from capture_app.domain.vocabulary import DispatchKind, Grain, Nation, YesNo
from capture_app.reports.appendix_told import appendix_of
from capture_app.reports.blocks import Table
from capture_app.services import documents, entering, finding
from capture_app.services.computed import computed
from capture_app.services.document_material import whole_material
from capture_app.store.workspace import Workspace
from tests.reports.played import keep, workspace


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """Two sessions, of which one stands in the appendix; one organisation is listed at both."""
    with workspace(tmp_path, "lead", "lead") as made:
        listed = Attendance(id="1", session="a", grain=Grain.ORGANISATION, listing="BRC", organisation="o")
        keep(
            made,
            Session(id="a", label="One", in_appendix=YesNo.YES),
            Session(id="b", label="Two"),
            Organisation(id="o", name="BRC", nation=Nation.SCOTLAND),
            listed,
            replace(listed, id="2", session="b"),
            replace(listed, id="3", listing="BRC – 1", grain=Grain.CATEGORY, count=1),
            replace(listed, id="4", listing="River Aid", organisation=""),
        )
        yield made


def tables(made: Workspace) -> dict[str, list[list[str]]]:
    """The rows of the tables of the summary, by what a table is called in short."""
    with made.unit_of_work() as work:
        report = appendix_of(whole_material(work))
    return {
        one.short: [[cell.text for cell in row] for row in one.rows]
        for one in report.blocks
        if isinstance(one, Table)
    }


def test_the_summary_and_the_window_count_organisations_by_nation_alike(lead: Workspace) -> None:
    keep(lead, Claim(id="c", topic="four nations", value="included", source="Report"))
    (shown,) = [one for one in computed(lead) if one.total.what is What.NATIONS]
    assert (shown.title, shown.count) == ("Nations with a listed organisation, of four", "1")
    told = tables(lead)
    assert told["By nation"] == [
        ["England", "none", ""],
        ["Wales", "none", ""],
        ["Scotland", "1", "BRC"],
        ["Northern Ireland", "none", ""],
        ["No nation stated", "1", ""],
    ]
    (beside,) = [row[2] for row in told["Other claims"]]
    assert beside == f"{shown.title}: {shown.count}"
    assert "Scotland: 1 organisation (BRC)" in shown.parts


HELD = (
    ("Month", "June 2023", ""),
    ("In it", "7 June 2023", "13:00"),
    ("Morning", "19 July 2023", "09:30"),
    ("Afternoon", "19 July 2023", "14:00"),
    ("Some time", "19 July 2023", ""),
    ("No year", "28 September", ""),
    ("No date", "", ""),
)


def test_the_window_the_lists_and_the_summary_have_sessions_in_one_order(tmp_path: Path) -> None:
    with workspace(tmp_path, "lead", "lead") as made:
        backwards = dict(zip("abcdefg", reversed(HELD), strict=True))
        for key, (label, date, starts) in backwards.items():
            keep(
                made,
                Session(id=key, label=label, series=f"series {key}", date=read_date(date), starts=starts),
            )
        call = Dispatch(id="z", dispatch_kind=DispatchKind.CALL, title="All", sent=read_date("19 July 2023"))
        keep(made, call)
        labels = [label for label, *_rest in HELD]
        assert [row.session.label for row in entering.sessions(made)] == labels
        assert [one.label for one in finding.sessions(made)] == labels
        assert [words.split(" · ")[0] for _id, words in documents.on_offer(made).sessions] == labels
        by_date = tables(made)["By date"]
    assert [(number, what) for number, what, *_date in by_date] == [
        ("Day not known", "Month"),
        ("1", "In it"),
        ("2", "Morning"),
        ("3", "Afternoon"),
        ("4", "Some time"),
        ("5", "Call: All"),
        ("Day not known", "No year"),
        ("Day not known", "No date"),
    ]
