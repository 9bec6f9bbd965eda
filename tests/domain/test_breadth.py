"""Groups side by side: who spoke of what, out of those that could, and nothing made of it that nobody said (D11)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from capture_app.domain.breadth import NO_THEME, Bond, Breadth, Cell, Comparison, Row, Standing, compare
from capture_app.domain.records import Form, Group, Line, Sheet
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Given, Heard, ItemKind, LineKind, Stance
from capture_app.reports.breadth_words import breadth_words, cell_words, stance_words, touched_words

NAMES = ("A", "B", "C", "D")
GROUPS = [Group(id=name, session="s", label=name, order=name) for name in NAMES]
ASKED = Item(kind=ItemKind.LINES, prompt="What helps?", order="1")
FORM = Form(id="form", family="family", title="Worksheet", items={"helps": ASKED})
SHEETS = [Sheet(id=f"sheet {name}", session="s", group=name, form="form") for name in NAMES]
SKIPPED = {"helps": Answer(given=Given.NOT_DISCUSSED)}


def said(group: str, number: int = 1, **fields: object) -> Line:
    values: dict[str, object] = {"text": "Time.", "item": "helps", **fields}
    return Line(id=f"{group}{number}", session="s", sheet=f"sheet {group}", **values)  # type: ignore[arg-type]


def compared(
    *lines: Line,
    bonds: tuple[Bond, ...] = (),
    sheets: list[Sheet] = SHEETS,
    forms: tuple[Form, ...] = (FORM,),
) -> Comparison:
    return compare(GROUPS, sheets, {form.id: form for form in forms}, lines, bonds, ["t1", "t2"])


def only(found: Comparison) -> Row:
    """The row of the question as a whole."""
    return next(row for row in found.rows if row.theme is None)


def standings(row: Row) -> list[Standing]:
    return [cell.standing for cell in row.cells]


@pytest.mark.parametrize(
    ("groups", "breadth", "words"),
    [
        ("ABCD", Breadth.ALL, "All 4 groups"),
        ("AC", Breadth.SOME, "2 of 4 groups: A, C"),
        ("B", Breadth.ONE, "Only B"),
        ("", Breadth.NONE, "No group"),
    ],
)
def test_all_some_or_one_of_the_groups_spoke_of_it(groups: str, breadth: Breadth, words: str) -> None:
    begun = [said(name, 9, item="elsewhere") for name in NAMES]
    row = only(compared(*begun, *map(said, groups)))
    assert (row.breadth, breadth_words(row, NAMES)) == (breadth, words)


def test_a_group_that_could_not_have_spoken_is_told_apart_and_never_counts_as_silent() -> None:
    other = Form(id="other", title="Other", items={"else": ASKED})
    sheets = [
        SHEETS[0],
        replace(SHEETS[1], answers=SKIPPED),
        replace(SHEETS[2], form="other"),
    ]
    row = only(compared(said("A"), sheets=sheets, forms=(FORM, other)))
    assert standings(row) == [
        Standing.SPOKE,
        Standing.NOT_DISCUSSED,
        Standing.NOT_ASKED,
        Standing.NO_SHEET,
    ]
    assert row.able == 1
    assert breadth_words(row, NAMES) == "Only A: no other could have spoken of it"

    untouched = only(compared(said("A"), said("B"), sheets=SHEETS))
    assert standings(untouched)[2:] == [Standing.EMPTY, Standing.EMPTY]
    assert breadth_words(untouched, NAMES) == "Both groups that could"

    begun = only(compared(said("A"), said("B"), said("C", item="elsewhere")))
    assert standings(begun)[2] is Standing.NOTHING  # it had begun its worksheet, and wrote nothing to this
    assert breadth_words(begun, NAMES) == "2 of 3 groups that could: A, B"


def test_each_theme_has_its_row_and_lines_without_one_are_counted_apart() -> None:
    bonds: tuple[Bond, ...] = (
        ("A1", "t2", False),
        ("B1", "t1", False),
        ("B2", "t1", True),
        ("A1", "t1", True),
        ("C1", "gone", False),
    )
    found = compared(said("A"), said("B"), said("B", 2), said("C"), bonds=bonds)
    assert [row.theme for row in found.rows] == [None, "t1", "t2", NO_THEME]
    whole, first, second, without = found.rows
    assert len(whole.cells[0].lines) == 1  # counted once, though it bears two themes
    assert standings(first) == [Standing.TOUCHED, Standing.SPOKE, Standing.SILENT, Standing.EMPTY]
    assert (breadth_words(first, NAMES), touched_words(first, NAMES)) == (
        "2 of 3 groups that could: A, B",
        "Only touched on: A",
    )
    assert cell_words(first.cells[1]) == "2 lines, 1 touched on"
    assert breadth_words(second, NAMES) == "Only A"
    assert [cell.lines for cell in without.cells] == [(), (), ("C1",), ()]


def test_a_line_that_is_parked_or_that_no_participant_said_counts_nowhere() -> None:
    lines = (
        said("A", parked=True),
        said("B", line_kind=LineKind.SCRIBE_NOTE),
        said("C", text="  "),
        said("D"),
    )
    row = only(compared(*lines))
    assert [cell.lines for cell in row.cells] == [(), (), (), ("D1",)]
    assert breadth_words(row, NAMES) == "Only D"


def test_how_the_groups_stood_is_never_made_into_one() -> None:
    stances = (Stance.NO_OBJECTION, Stance.AGREED, Stance.AGREED, None, Stance.DISAGREED)
    lines = [said("A", number, stance=stance) for number, stance in enumerate(stances)]
    cell = only(compared(*lines, said("B", stance=Stance.MIXED))).cells[0]
    assert cell.stances == (
        (Stance.AGREED, 2),
        (Stance.DISAGREED, 1),
        (Stance.NO_OBJECTION, 1),
        (None, 1),
    )
    assert (cell_words(cell), stance_words(cell)) == (
        "5 lines",
        "Agreed: 2, Disagreed: 1, No objection: 1, no stance noted: 1",
    )


def test_with_how_many_lines_not_everybody_agreed_is_told_beside_how_the_group_stood() -> None:
    disputed = said("A", stance=Stance.AGREED, heard=Heard.DISSENT, heard_as="Time.")
    other_words = said("A", 2, heard=Heard.DISSENT, heard_as="Money.")
    cell = only(compared(disputed, other_words, said("B"))).cells[0]
    assert cell.dissent == 1
    assert stance_words(cell) == "Agreed: 1, no stance noted: 1, 1 not agreed by everybody"


def test_a_question_is_one_in_all_its_editions_and_an_answer_without_lines_speaks_to_it() -> None:
    second = replace(FORM, id="second", edition=2, items={"helps": replace(ASKED, prompt="What would help?")})
    sheets = [
        SHEETS[0],
        replace(SHEETS[1], form="second", answers={"helps": Answer(value="30", unit="%")}),
    ]
    found = compared(said("A"), sheets=sheets, forms=(FORM, second))
    assert {row.question.prompt for row in found.rows} == {"What would help?"}
    assert only(found).cells[1] == Cell(Standing.ANSWERED, answered=("sheet B",))
    assert breadth_words(only(found), NAMES) == "Both groups that could"


def test_a_worksheet_whose_group_is_not_here_stands_last_and_lines_outweigh_not_discussed() -> None:
    sheets = [
        replace(SHEETS[0], answers=SKIPPED),
        Sheet(id="sheet X", session="s", group="X", form="form"),
    ]
    found = compared(said("A"), said("X"), sheets=sheets)
    assert found.groups == (*NAMES, "X")
    assert only(found).spoke == (0, 4)
