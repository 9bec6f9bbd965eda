"""The groups of a session side by side, from a real workspace: what is set aside is in no count (D11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.breadth import Standing
from capture_app.domain.records import Form, Group, Line, LineTheme, Session, Sheet, Theme, ThemeLabel
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Heard, ItemKind, Stance
from capture_app.services.comparing import GroupsCompared, breadth_words, compared_groups
from capture_app.services.reading_back import mark
from capture_app.services.setting_aside import set_aside_too
from capture_app.services.synthesising import synthesis
from capture_app.store.workspace import Workspace
from tests.reports.played import keep, workspace

FORM = Form(
    id="form", title="Worksheet", items={"helps": Item(kind=ItemKind.LINES, prompt="What helps?", order="1")}
)


def said(key: str, sheet: str) -> Line:
    return Line(id=key, session="s", sheet=sheet, item="helps", text="Time.", stance=Stance.AGREED)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """Two groups of the same name, of which one wrote lines and the other answered."""
    with workspace(tmp_path) as made:
        keep(
            made,
            Session(id="s", label="Sectoral 6"),
            Group(id="g1", session="s", label="Blue", order="1"),
            Group(id="g2", session="s", label="Blue", order="2"),
            FORM,
            Sheet(id="s1", session="s", group="g1", form="form"),
            Sheet(id="s2", session="s", group="g2", form="form", answers={"helps": Answer(text="Tea.")}),
            Theme(id="t", code="S1"),
            ThemeLabel(id="label", theme="t", text="Values", preferred=True),
            said("one", "s1"),
            said("two", "s1"),
            LineTheme(id="bond", line="one", theme="t", indirect=True),
        )
        yield made


def words(found: GroupsCompared) -> list[str]:
    """How widely, row by row."""
    return [breadth_words(row, found.names) for row in found.comparison.rows]


def test_what_is_set_aside_is_in_no_row_and_a_theme_goes_with_its_last_line(lead: Workspace) -> None:
    found = compared_groups(lead, "s")
    assert found.names == ("G1 Blue", "G2 Blue")
    assert [row.theme for row in found.comparison.rows] == [None, "t", ""]
    assert words(found) == ["Both groups", "Only G1 Blue", "Only G1 Blue"]
    assert found.comparison.rows[1].cells[0].standing is Standing.TOUCHED

    set_aside_too(lead, ("one",))
    found = compared_groups(lead, "s")
    assert [row.theme for row in found.comparison.rows] == [None, ""]
    assert found.comparison.rows[0].cells[0].lines == ("two",)


def test_what_stands_behind_a_cell_is_found_among_the_evidence_answers_too(lead: Workspace) -> None:
    found = compared_groups(lead, "s")
    evidence = {item.id: item.text for item in synthesis(lead, "s").evidence}
    whole = found.comparison.rows[0]
    assert found.behind(whole, 0) == {"one", "two"}
    (answer,) = found.behind(whole, 1)
    assert "Tea." in evidence[answer]
    assert found.find("form", "helps", "t") == found.comparison.rows[1]


def test_a_line_with_which_not_everybody_agreed_is_told_in_its_cell_and_in_the_evidence(
    lead: Workspace,
) -> None:
    mark(lead, "one", Heard.DISSENT)
    assert [item.id for item in synthesis(lead, "s").evidence if item.dissent] == ["one"]
    cells = [row.cells[0] for row in compared_groups(lead, "s").comparison.rows]
    assert [cell.dissent for cell in cells] == [1, 1, 0]
    keep(lead, replace(said("one", "s1"), text="Money.", heard=Heard.DISSENT, heard_as="Time."))
    assert not any(item.dissent for item in synthesis(lead, "s").evidence)
