"""The summary of workshops as it is written from a workspace: in the numbers and words the window has (A6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.records import Attendance, Claim, Organisation, Session
from capture_app.domain.totals import What
from capture_app.domain.vocabulary import Grain, Nation, YesNo
from capture_app.reports.appendix_told import appendix_of
from capture_app.reports.blocks import Table
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
