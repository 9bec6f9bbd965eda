"""A table of answers is read whole or not at all, whatever it is called and whoever made it (F6)."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from capture_app.domain.errors import Refused
from capture_app.exchange.answers.reading import read_table


@pytest.fixture
def rows(tmp_path: Path) -> Callable[[str | bytes], list[list[str]]]:
    def read(content: str | bytes) -> list[list[str]]:
        path = tmp_path / "answers.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return [list(row) for row in read_table(path).rows]

    return read


Read = Callable[[str | bytes], list[list[str]]]


def book(fill: Callable[[Any], None]) -> bytes:
    """A workbook whose first sheet is filled so."""
    made = Workbook()
    fill(made.active)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def with_sheet(inside: str) -> bytes:
    """A workbook whose sheet says this and nothing else."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(book(lambda _sheet: None))) as before, zipfile.ZipFile(out, "w", 8) as after:
        for name in before.namelist():
            sheet = name == "xl/worksheets/sheet1.xml"
            after.writestr(name, SHEET.format(rows=inside) if sheet else before.read(name))
    return out.getvalue()


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_that_names_the_separator_is_obeyed_however_lines_end(rows: Read, end: str) -> None:
    assert rows(end.join(["sep=;", "Useful, and why?;More, please", "Yes, much;No, thanks"])) == [
        ["Useful, and why?", "More, please"],
        ["Yes, much", "No, thanks"],
    ]


def test_the_separator_is_the_one_that_parts_all_rows_alike(rows: Read) -> None:
    assert rows("Answers of the day, and of the evening\nUseful?;Why?\nYes;Well\nNo;Late, cold, loud\n")[
        2
    ] == [*("Yes", "Well")]
    assert rows('Useful?,"Why, and what else?"\nYes,"A; B; C"\n')[1] == ["Yes", "A; B; C"]
    assert rows("Useful?\tWhy?\nYes\tOne, two\nNo\tThree, four, five\n")[2] == ["No", "Three, four, five"]


@pytest.mark.parametrize(
    "text",
    [
        'Useful?,Why?\nYes,"I said so\nNo,Late\nMaybe,Cold\n',
        'Useful?,Why?\nYes,"He said "no" to me"\nNo,Late\n',
    ],
    ids=["one that is never closed", "one within another"],
)
def test_quotation_marks_that_do_not_match_never_make_one_answer_of_many(rows: Read, text: str) -> None:
    with pytest.raises(Refused, match="quotation marks in this file do not match"):
        rows(text)


def test_a_formula_gives_its_last_value_or_its_words_and_is_never_worked_out(rows: Read) -> None:
    last = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c></row>'
    assert rows(with_sheet(last)) == [["2", "=NOW()"]]


def test_errors_merged_heads_days_and_numbers_of_a_workbook_are_what_one_sees(rows: Read) -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["What helped?", None, "How many?"])
        sheet.merge_cells("A1:B1")
        sheet.append(["#N/A", True, 1.234])

    assert rows(book(fill)) == [["What helped?", "", "How many?"], ["#N/A", "TRUE", "1.2340"]]


BROKEN = {
    "a sheet that is no XML": with_sheet("<row><c"),
    "a reference to words that are not there": with_sheet('<row r="1"><c r="A1" t="s"><v>999</v></c></row>'),
    "a place that is none": with_sheet('<row r="1"><c r="ÄÖ1"><v>1</v></c></row>'),
    "a number that is none": with_sheet('<row r="1"><c r="A1"><v>one</v></c></row>'),
}
FILLING = {
    "rows that are sixteen thousand wide": with_sheet(
        "".join(f'<row r="{at}"><c r="XFD{at}" t="str"><v>x</v></c></row>' for at in range(1, 4))
    ),
    "a row two thousand million below": with_sheet(
        '<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'
    ),
    "ten thousand columns of text": ("," * 9_999 + "x\n").encode() * 3,
    "more rows than people": b"x\n" * 100_002,
    "wide and long at once": (b"x," * 1_000 + b"x\n") * 10_001,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_damaged_workbook_is_refused(rows: Read, name: str) -> None:
    with pytest.raises(Refused, match="not a workbook that can be read"):
        rows(BROKEN[name])


@pytest.mark.parametrize("name", FILLING)
def test_what_would_fill_the_memory_is_refused_while_it_is_read(rows: Read, name: str) -> None:
    with pytest.raises(Refused, match="more rows or columns"):
        rows(FILLING[name])


def test_a_workbook_that_is_packed_far_too_well_is_never_unpacked(
    rows: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("capture_app.exchange.answers.workbook.UNPACKED", 1_000)
    with pytest.raises(Refused, match="far larger than any file of answers"):
        rows(book(lambda sheet: sheet.append(["Useful?"])))


def test_a_workbook_in_which_one_text_stands_far_too_often_is_refused_while_it_is_read(
    rows: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("capture_app.exchange.answers.workbook.LETTERS", 1_000)
    cell = f'<c t="inlineStr"><is><t>{"y" * 100}</t></is></c>'
    assert len(rows(with_sheet(f"<row>{cell}</row>" * 10))) == 10
    with pytest.raises(Refused, match="far larger than any file of answers"):
        rows(with_sheet(f"<row>{cell}</row>" * 11))


def test_an_answer_longer_than_any_is_not_cut(rows: Read) -> None:
    with pytest.raises(Refused, match="more than any answer"):
        rows(f"Useful?\n{'y' * 100_001}\n")
