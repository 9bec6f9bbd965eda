"""Answers in the odd exports of five tools are read as they were meant, or told and kept as they stand (F6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from capture_app.domain.answer_files.addresses import is_address, is_telephone
from capture_app.domain.answer_files.answers import Read, Unfit, read_answers
from capture_app.domain.answer_files.cells import BLANK, RATHER
from capture_app.domain.answer_files.habits import Habits
from capture_app.domain.answer_files.matching import matched, used_twice
from capture_app.domain.answer_files.tools import Tool, export_of
from capture_app.domain.values import Answer, Condition, Item, Limits, Option
from capture_app.domain.vocabulary import Given, ItemKind
from tests.helpers.answer_exports import ASKED, LIMESURVEY, QUALTRICS, SURVEYMONKEY

RATHER_NOT = Answer(given=Given.RATHER_NOT_SAY)
NOT_ASKED = Answer(given=Given.NOT_ASKED)


def options(*labels: str) -> tuple[Option, ...]:
    return tuple(Option(id=f"o{number}", label=label) for number, label in enumerate(labels, start=1))


def item(kind: ItemKind, *labels: str, prompt: str = "Q", rows: Sequence[str] = (), order: str = "1") -> Item:
    return Item(kind=kind, prompt=prompt, order=order, options=options(*labels), rows=options(*rows))


def read(asked: Item, *rows: Sequence[str], said: Habits | None = None, **meant: str) -> Read:
    """The answers to one question, whose heads are the first row."""
    export = export_of(rows)
    uses = matched(export.columns, {"q": asked})
    return read_answers(
        export.rows, uses, {"q": asked}, export.separators, meant={"q": meant}, said=said or Habits()
    )


def given(asked: Item, *rows: Sequence[str], said: Habits | None = None, **meant: str) -> list[Answer]:
    return [answers["q"] for answers in read(asked, *rows, said=said, **meant).heap.sheets()]


MULTIPLE = item(ItemKind.MULTIPLE, "Breaks", "Papers")


@pytest.mark.parametrize(
    "cells",
    [
        ("Ja", "Nein"),
        ("Oui", "Non"),
        ("Y", "N"),
        ("Y", ""),
        ("1", "0"),
        ("Breaks", ""),
        ("1", ""),
        ("✓", "-"),
    ],
)
def test_the_column_of_one_option_is_ticked_by_what_says_so_in_any_language(cells: Sequence[str]) -> None:
    assert given(MULTIPLE, ("Q [Breaks]", "Q [Papers]"), cells) == [Answer(chosen=("o1",))]


def test_the_number_of_an_option_in_its_own_column_ticks_it() -> None:
    assert given(MULTIPLE, ("Q [Breaks]", "Q [Papers]"), ("", "2")) == [Answer(chosen=("o2",))]


def test_what_says_neither_yes_nor_no_in_such_a_column_is_no_tick_and_is_told() -> None:
    found = read(MULTIPLE, ("Q [Breaks]", "Q [Papers]"), ("Vielleicht", "Ja"))
    assert found.heap.sheets() == ({"q": Answer(chosen=("Breaks: Vielleicht", "o2"))},)
    assert found.unfit == (Unfit("q", "Breaks: Vielleicht", 1),)


def test_a_question_that_a_tool_did_not_show_was_not_asked_and_a_blank_yes_or_no_is_blank() -> None:
    yes_no = item(ItemKind.CHOICE, "Yes", "No")
    assert given(MULTIPLE, ("Q [Breaks]", "Q [Papers]"), ("N/A", "N/A"), ("Yes", "No")) == [
        Answer(chosen=("o1",))
    ]
    assert read(yes_no, ("Q", "Other"), ("N/A", "x"), ("No", "x")).heap.sheets() == (
        {"q": Answer(choice="o2")},
    )


def test_who_would_rather_not_say_in_one_row_keeps_what_they_said_in_the_others() -> None:
    matrix = item(ItemKind.MATRIX, "Poorly", "Well", rows=("room", "call"))
    heads = ("Q [room]", "Q [call]")
    assert given(
        matrix, heads, ("Well", "Prefer not to say"), ("Prefer not to say", "Prefer not to say")
    ) == [
        Answer(by_row={"o1": "o2", "o2": "Prefer not to say"}),
        RATHER_NOT,
    ]
    assert given(MULTIPLE, ("Q",), ("Breaks;Prefer not to say",), ("Prefer not to say",)) == [
        Answer(chosen=("Prefer not to say", "o1")),
        RATHER_NOT,
    ]


def test_a_reason_never_takes_the_answer_away() -> None:
    asked = Item(kind=ItemKind.CHOICE, prompt="Q", order="1", options=options("Yes", "No"), reason=True)
    assert given(asked, ("Q", "Q [Comment]"), ("Yes", "No answer")) == [
        Answer(choice="o1", reason="No answer")
    ]


AGES = item(ItemKind.CHOICE, "< 18", "18+", "1 - 10 years", "Yes")


@pytest.mark.parametrize(
    ("words", "choice"),
    [("<18", "o1"), ("18+", "o2"), ("18", "18"), ("6 - 10 years", "6 - 10 years"), ("2. yes!", "o4")],
)
def test_words_that_could_mean_two_options_mean_none(words: str, choice: str) -> None:
    found = read(AGES, ("Q",), (words,))
    assert found.heap.sheets() == ({"q": Answer(choice=choice)},)
    assert bool(found.unfit) == (choice == words)


def test_a_number_on_a_scale_is_the_label_that_begins_with_it_else_a_place_and_that_is_told() -> None:
    from_nought = item(ItemKind.SCALE, "0 - never", "1", "2", "3 - always")
    assert given(from_nought, ("Q",), ("0",), ("3",)) == [Answer(choice="o1"), Answer(choice="o4")]
    worded = item(ItemKind.SCALE, "Poor", "Fair", "Good")
    found = read(worded, ("Q",), ("3",), ("3 hours",), ("0",), ("2 or 3",))
    assert [one["q"].choice for one in found.heap.sheets()] == ["o3", "3 hours", "0", "2 or 3"]
    assert found.by_place == ("q",)


def test_a_cell_that_can_be_parted_into_options_in_two_ways_is_not_parted() -> None:
    asked = item(ItemKind.MULTIPLE, "Tea", "Milk", "Tea, Milk")
    found = read(asked, ("Timestamp", "Q"), ("1", "Tea, Milk, Tea"), ("2", "Tea"))
    assert [one["q"].chosen for one in found.heap.sheets()] == [("Tea, Milk, Tea",), ("o1",)]


RANKED = item(ItemKind.RANK, "A", "B", "C")


def test_an_order_is_read_by_options_by_places_or_from_one_cell() -> None:
    order = [Answer(chosen=("o2", "o1"))]
    assert given(RANKED, ("Q [A]", "Q [B]", "Q [C]"), ("2", "1", "N/A")) == order
    assert given(RANKED, ("Q [Rank 1]", "Q [Rank 2]", "Q [Rank 3]"), ("B", "A", "")) == order
    assert given(RANKED, ("Q [Ranking 1]", "Q [Ranking 2]"), ("B", "A")) == order
    assert given(RANKED, ("Q",), ("B;A;",)) == order


def test_two_options_at_one_place_are_no_order_and_are_told() -> None:
    found = read(RANKED, ("Q [A]", "Q [B]", "Q [C]"), ("1", "1", "2"))
    assert found.heap.sheets() == ({"q": Answer(chosen=("A: 1; B: 1; C: 2",))},)
    assert [one.count for one in found.unfit] == [1]


def test_an_option_at_two_places_is_no_order_and_a_place_may_be_an_ordinal() -> None:
    found = read(RANKED, ("Q [Rank 1]", "Q [Rank 2]"), ("A", "A"))
    assert found.heap.sheets() == ({"q": Answer(chosen=("Rank 1: A; Rank 2: A",))},)
    assert [one.count for one in found.unfit] == [1]
    ordinals = given(RANKED, ("Q [A]", "Q [B]", "Q [C]"), ("2nd", "1st choice", "3."))
    assert ordinals == [Answer(chosen=("o2", "o1", "o3"))]


def test_whoever_was_passed_over_was_not_asked_and_what_is_beyond_a_limit_is_counted() -> None:
    only_no = (Condition(item="a", values=("o2",)),)
    items = {
        "a": item(ItemKind.CHOICE, "Yes", "No", prompt="Did it?", order="1"),
        "b": replace(item(ItemKind.TEXT, prompt="Why not?", order="2"), show_if=only_no),
        "c": replace(item(ItemKind.FIGURE, prompt="Miles?", order="3"), limits=Limits(least="0", most="9")),
    }
    rows = [
        ("Did it?", "Why not?", "Miles?"),
        ("Yes", "", "-4"),
        ("No", "", "9"),
        ("Yes", "All the same", "12"),
    ]
    export = export_of(rows)
    found = read_answers(export.rows, matched(export.columns, items), items, ";")
    answered = Answer(text="All the same")
    assert [one.get("b") for one in found.heap.sheets()] == [NOT_ASKED, None, answered]
    assert found.beyond == {"c": 2}


def test_options_are_found_in_whatever_language_of_the_form_they_were_chosen() -> None:
    asked, welsh = item(ItemKind.CHOICE, "Yes", "No"), item(ItemKind.CHOICE, "Do", "Naddo")
    export = export_of([("Q", "x"), ("Do", ""), ("No", ""), ("naddo", "")])
    uses = matched(export.columns, {"q": asked})
    found = read_answers(export.rows, uses, {"q": asked}, ";", others=[{"q": welsh}])
    assert [one["q"].choice for one in found.heap.sheets()] == ["o1", "o2", "o2"]
    assert found.unfit == ()


@pytest.mark.parametrize(
    ("words", "address", "telephone"),
    [
        ("jo@example.org", True, False),
        ("07700 900000", False, True),
        ("+44 (0)20 7946 0999", False, True),
        ("2024-05-03", False, False),
        ("12", False, False),
        ("Write to jo@example.org", False, False),
    ],
)
def test_what_somebody_can_be_reached_by_is_known(words: str, address: bool, telephone: bool) -> None:
    assert (is_address(words), is_telephone(words)) == (address, telephone)


DAYS, FIGURE = item(ItemKind.DATE), item(ItemKind.FIGURE)


def test_a_day_that_reads_in_two_ways_is_asked_unless_another_day_or_a_person_tells() -> None:
    found = read(DAYS, ("Q", "x"), ("03/04/2024", ""), ("5/5/2024", ""))
    assert [one["q"] for one in found.heap.sheets()] == [
        Answer(text="03/04/2024"),
        Answer(value="2024-05-05"),
    ]
    assert [(one.words, one.one, one.other, one.count) for one in found.unclear] == [
        ("03/04/2024", "2024-04-03", "2024-03-04", 1)
    ]
    told = given(DAYS, ("Q", "x"), ("03/04/2024", ""), ("04/25/2024", ""))
    assert told[0] == Answer(value="2024-03-04")
    said = given(DAYS, ("Q", "x"), ("03/04/2024", ""), said=Habits(day_first=True))
    assert said == [Answer(value="2024-04-03")]
    assert given(DAYS, ("Q", "x"), ("03.04.2024", ""), ("2024-05-03 00:00:00", "")) == [
        *(Answer(value="2024-04-03"), Answer(value="2024-05-03"))
    ]


def test_a_number_that_reads_in_two_ways_is_asked_whatever_others_wrote_unless_a_person_tells() -> None:
    """People type numbers each in their own way: nobody's comma says what another one's point means."""
    assert given(FIGURE, ("Q", "x"), ("1,200", "")) == [Answer(text="1,200")]
    found = read(FIGURE, ("Q", "x"), ("3,5", ""), ("1.200", ""), ("1,500", ""))
    assert [one["q"] for one in found.heap.sheets()] == [
        *(Answer(value="3.5"), Answer(text="1.200"), Answer(text="1,500"))
    ]
    assert [one.count for one in found.unclear] == [2]
    assert given(FIGURE, ("Q", "x"), ("1,200", ""), said=Habits(comma=False)) == [Answer(value="1200")]
    assert given(FIGURE, ("Q", "x"), ("1 200,50", ""), ("3.5000000000", "")) == [
        *(Answer(value="1200.5"), Answer(value="3.5"))
    ]


def test_words_that_fit_no_option_mean_what_a_person_says() -> None:
    asked = item(ItemKind.CHOICE, "Yes", "No")
    rows = [("Q", "x"), ("Perhaps", ""), ("Perhaps", ""), ("Dunno", ""), ("Skip", "y"), ("Other", "")]
    found = read(asked, *rows, Perhaps="o1", Dunno=RATHER, Skip=BLANK)
    assert [one.get("q") for one in found.heap.sheets()] == [
        *(Answer(choice="o1"), Answer(choice="o1"), RATHER_NOT, Answer(choice="Other"))
    ]
    assert (found.empty, found.unfit) == (1, (Unfit("q", "Other", 1),))


def test_an_error_of_a_spreadsheet_is_nobodys_words() -> None:
    assert read(item(ItemKind.TEXT), ("Q",), ("#N/A",)).unfit == (Unfit("q", "#N/A", 1),)


@pytest.mark.parametrize(
    ("tool", "heads"),
    [
        (Tool.MICROSOFT, ("ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", "Q")),
        (Tool.MICROSOFT, ("ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom", "Q")),
        (Tool.GOOGLE, ("Marca temporal", "Dirección de correo electrónico", "Q")),
        (Tool.LIMESURVEY, ("Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Q")),
        (Tool.LIMESURVEY, ("id", "submitdate", "lastpage", "startlanguage", "seed", "Q")),
        (Tool.QUALTRICS, ("Response ID", "Recorded Date", "Response Type", "Finished", "IP Address", "Q")),
    ],
)
def test_a_tool_is_known_in_other_languages_and_says_who_and_when_only_there(
    tool: Tool, heads: tuple[str, ...]
) -> None:
    row = [f"1 {number}" for number in range(len(heads))]
    export = export_of([heads, row])
    assert (export.tool, [column.question for column in export.columns]) == (tool, ["Q"])
    assert len(export.rows) == 1


def test_two_people_who_answer_alike_are_two_unless_their_number_says_that_they_are_one() -> None:
    google = export_of([("Timestamp", "Q"), ("9:05", "Yes"), ("9:05", "Yes")])
    assert (len(google.rows), google.copies, google.alike) == (2, 0, 1)
    plain = export_of([("Language", "Q"), ("en", "Yes"), ("en", "Yes")])
    assert (len(plain.rows), plain.copies, plain.alike) == (2, 0, 0)
    heads = ("ID", "Start time", "Completion time", "Q")
    twice = export_of([heads, ("1", "9", "9", "Yes"), ("1", "9", "9", "Yes"), ("1", "9", "9", "No")])
    assert (len(twice.rows), twice.copies, twice.again) == (2, 1, 1)


@pytest.mark.parametrize("taken", [(), (1,), (2,), (1, 2)])
def test_nobody_is_lost_where_rows_of_heads_were_taken_out(taken: Sequence[int]) -> None:
    rows = [row for at, row in enumerate(QUALTRICS) if at not in taken]
    export = export_of([[str(cell) for cell in row] for row in _padded(rows)])
    assert (len(export.rows), len(export.unfinished), export.tried) == (3, 1, 1)


def test_a_survey_without_its_second_row_of_heads_loses_nobody_and_one_of_heads_alone_is_empty() -> None:
    texts = [[str(cell) for cell in row] for row in SURVEYMONKEY]
    assert len(export_of([texts[0], *texts[2:]]).rows) == 3
    for rows in (SURVEYMONKEY, QUALTRICS, LIMESURVEY):
        assert export_of([[str(cell) for cell in rows[0]]]).rows == ()


def test_a_preview_or_test_in_numbers_is_no_answer() -> None:
    heads = ("Status", "Finished", "RecordedDate", "ResponseId", "Q")
    export = export_of([heads, *((status, "1", "2026-11-20", "R", "Yes") for status in ("0", "1", "2", "9"))])
    assert export.tried == 3


def test_an_address_given_as_an_answer_names_somebody() -> None:
    assert export_of([("Q", "Stay in touch?"), ("Yes", "jo@example.org")]).names_people
    assert not export_of([("Q", "Stay in touch?"), ("Yes", "at home @ nine")]).names_people


def test_a_plain_table_may_ask_what_a_tool_would_write_about_a_response() -> None:
    columns = export_of([("Score", "Status", "Name"), ("3", "Well", "Jo")]).columns
    assert [column.question for column in columns] == ["Score", "Status"]


def test_questions_with_the_same_words_are_answered_in_their_order_or_by_no_column() -> None:
    items = {key: item(ItemKind.TEXT, prompt="Comments", order=key) for key in ("1", "2")}
    both = matched(export_of([("Comments", "Comments"), ("a", "b")]).columns, items)
    assert [use.item for use in both] == ["1", "2"]
    assert [use.item for use in matched(export_of([("Comments", "x"), ("a", "b")]).columns, items)] == [
        "",
        "",
    ]


def test_two_columns_put_to_one_question_are_told() -> None:
    uses = matched(export_of([("Was it useful?", "Helpful?"), ("Yes", "No")]).columns, ASKED.items)
    assert used_twice((uses[0], type(uses[1])(uses[1].column, "useful"))) == (
        type(uses[1])(uses[1].column, "useful"),
    )


def _padded(rows: Sequence[Sequence[object]]) -> list[list[object]]:
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]
