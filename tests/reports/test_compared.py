"""The report of a session says of every question and theme which of its groups spoke of it (D11, K5)."""

from __future__ import annotations

from dataclasses import replace

from capture_app.domain.records import Form, Group, Line, Sheet
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Given, ItemKind, Stance
from capture_app.reports.blocks import Heading, Prose, Report, Table
from capture_app.reports.building import synthesis_of
from capture_app.reports.material import FrameNode, Material
from capture_app.reports.telling import report_of
from tests.reports.conftest import Written
from tests.reports.test_synthesis import material

HEADING = "Groups side by side"
FORM = Form(
    id="form", title="Values", items={"helps": Item(kind=ItemKind.LINES, prompt="What helps?", order="1")}
)
GROUPS = tuple(Group(id=f"g{number}", session="session", order=str(number)) for number in range(1, 6))
SHEETS = tuple(Sheet(id=f"s{group.id}", session="session", group=group.id, form="form") for group in GROUPS)


def said(group: int, stance: Stance) -> Line:
    return Line(
        id=f"l{group}{stance}",
        session="session",
        sheet=f"sg{group}",
        item="helps",
        text="Time.",
        stance=stance,
    )


LINES = (said(1, Stance.AGREED), said(1, Stance.MIXED), said(2, Stance.NO_OBJECTION), said(5, Stance.AGREED))
SKIPPED = replace(SHEETS[2], answers={"helps": Answer(given=Given.NOT_DISCUSSED)})
MATERIAL = material(
    forms={"form": FORM},
    groups=GROUPS,
    sheets=(*SHEETS[:2], SKIPPED, SHEETS[4]),
    lines=LINES,
    frame=(FrameNode("t", "S1", "Values"),),
    bonds=((LINES[0].id, "t", False), (LINES[2].id, "t", True)),
)


def section(report: Report) -> list[Table | Prose]:
    """What stands under the heading, up to the next one."""
    at = next((at for at, one in enumerate(report.blocks) if one == Heading(HEADING)), len(report.blocks))
    found: list[Table | Prose] = []
    for block in report.blocks[at + 1 :]:
        if isinstance(block, Heading):
            break
        assert isinstance(block, Table | Prose)
        found.append(block)
    return found


def told(of: Material) -> list[Table | Prose]:
    return section(report_of(synthesis_of(of)))


def test_a_row_says_how_widely_a_theme_was_spoken_of_and_what_each_group_has_to_it() -> None:
    tables = [one for one in told(MATERIAL) if isinstance(one, Table)]
    assert [table.header[2:] for table in tables] == [("G1", "G2", "G3", "G4"), ("G5",)]
    rows = [[(cell.text, cell.note) for cell in row] for row in tables[0].rows]
    assert rows == [
        [
            ("Q1 · What helps?", ""),
            ("All 3 groups that could", ""),
            ("2 lines", "Agreed: 1, Mixed: 1"),
            ("1 line", "No objection: 1"),
            ("not discussed", ""),
            ("no worksheet", ""),
        ],
        [
            ("Q1 · S1 Values", ""),
            ("2 of 3 groups that could: G1, G2", "Only touched on: G2"),
            ("1 line", "Agreed: 1"),
            ("1 line, touched on", "No objection: 1"),
            ("not discussed", ""),
            ("no worksheet", ""),
        ],
        [
            ("Q1 · without a theme", ""),
            ("2 of 3 groups that could: G1, G5", ""),
            ("1 line", "Mixed: 1"),
            ("nothing of this", ""),
            ("not discussed", ""),
            ("no worksheet", ""),
        ],
    ]


def test_one_group_has_nothing_to_compare_with_and_without_worksheets_there_is_no_section() -> None:
    alone = replace(MATERIAL, groups=GROUPS[:1], sheets=SHEETS[:1])
    assert told(alone) == [Prose("There is one group, so there is nothing to compare it with.")]
    assert told(replace(MATERIAL, sheets=())) == []


def test_the_example_compares_its_two_groups_in_every_kind_of_file(example: Written) -> None:
    (_counted, table) = section(example.reports["synthesis"])
    assert isinstance(table, Table)
    words = {row[1].text for row in table.rows}
    assert {"Both groups", "Only G2"} <= words
    assert HEADING.encode() in example.html
