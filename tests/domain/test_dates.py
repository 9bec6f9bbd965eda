"""A date is kept as it was given, and read as exactly as it was given and no further (B3, X5, X6)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.date_slips import (
    ends_before_it_begins,
    names_no_day,
    says_less,
    says_otherwise,
    wrong_weekday,
)
from capture_app.domain.dates import is_past, read_date, says_more, with_year, worked_out
from capture_app.domain.vocabulary import Precision

MONDAY = date(2024, 5, 6)


@pytest.mark.parametrize(
    ("words", "edtf", "precision"),
    [
        ("10/5/22", "2022-05-10", Precision.DAY),
        ("07/06/23", "2023-06-07", Precision.DAY),
        ("20th June 2023", "2023-06-20", Precision.DAY),
        ("Tuesday, 16 May 2023", "2023-05-16", Precision.DAY),
        ("Mon 16 May 2023", "2023-05-16", Precision.DAY),
        ("10 May 22", "2022-05-10", Precision.DAY),
        ("10-5-22", "2022-05-10", Precision.DAY),
        ("12/11/98", "1998-11-12", Precision.DAY),
        ("May 16, 2023", "2023-05-16", Precision.DAY),
        ("2023-05-16", "2023-05-16", Precision.DAY),
        ("28th September", "XXXX-09-28", Precision.YEAR_UNKNOWN),
        ("Sept 2023", "2023-09", Precision.MONTH),
        ("Sep 2023", "2023-09", Precision.MONTH),
        ("September", "XXXX-09", Precision.YEAR_UNKNOWN),
        ("2021", "2021", Precision.RANGE),
        ("between June and September", "XXXX-06/XXXX-09", Precision.RANGE),
        ("June to September 2023", "2023-06/2023-09", Precision.RANGE),
        ("2023-06/2023-09", "2023-06/2023-09", Precision.RANGE),
        ("3 to 5 May 2024", "2024-05-03/2024-05-05", Precision.RANGE),
        ("3-4 May 2024", "2024-05-03/2024-05-04", Precision.RANGE),
        ("3 May – 9 June 2024", "2024-05-03/2024-06-09", Precision.RANGE),
        ("2023-06-01-2023-06-03", "2023-06-01/2023-06-03", Precision.RANGE),
        ("June-September 2023", "2023-06/2023-09", Precision.RANGE),
        ("between 3 and 9 May 2024", "2024-05-03/2024-05-09", Precision.RANGE),
        ("16-May-24", "2024-05-16", Precision.DAY),
        ("May-2024", "2024-05", Precision.MONTH),
        ("3 May and 9 May 2024", "{2024-05-03,2024-05-09}", Precision.RANGE),
        ("3rd, 5th & 9th May 2024", "{2024-05-03,2024-05-05,2024-05-09}", Precision.RANGE),
        ("Friday, 3 and Wednesday, 8 May", "{XXXX-05-03,XXXX-05-08}", Precision.RANGE),
        ("May 16, 2023 and May 18, 2023", "{2023-05-16,2023-05-18}", Precision.RANGE),
        ("June and September 2023", "{2023-06,2023-09}", Precision.RANGE),
        ("3 and 4 May 2024", "2024-05-03/2024-05-04", Precision.RANGE),
        ("30 April and 1 May 2024", "2024-04-30/2024-05-01", Precision.RANGE),
        ("30 December and 2 January 2025", "", Precision.UNKNOWN),
        ("3/4 May 2023", "2023-05-03/2023-05-04", Precision.RANGE),
        ("3 / 4 May 2023", "2023-05-03/2023-05-04", Precision.RANGE),
        ("Wed 3/Tue 9 of May 2023", "{2023-05-03,2023-05-09}", Precision.RANGE),
        ("10/5/22 and 3/6/22", "{2022-05-10,2022-06-03}", Precision.RANGE),
        ("spring 2023", "2023", Precision.RANGE),
        ("Late autumn of 2023", "2023", Precision.RANGE),
        ("Spring/Summer 2023", "2023", Precision.RANGE),
        ("winter 2022/23", "2022/2023", Precision.RANGE),
        ("2021-22", "2021/2022", Precision.RANGE),
        ("In June 2023.", "2023-06", Precision.MONTH),
        ("in 2021", "2021", Precision.RANGE),
        ("early June 2023", "2023-06", Precision.MONTH),
        ("the end of June", "XXXX-06", Precision.YEAR_UNKNOWN),
        ("early to mid-June 2023", "2023-06", Precision.MONTH),
        ("mid-June to late July 2023", "2023-06/2023-07", Precision.RANGE),
        ("mid-2023", "2023", Precision.RANGE),
        ("31/2/23", "", Precision.UNKNOWN),
        ("5/13/23", "", Precision.UNKNOWN),
        ("some time in spring", "", Precision.UNKNOWN),
        ("", "", Precision.UNKNOWN),
    ],
)
def test_a_date_as_people_write_it_is_read_and_kept_letter_for_letter(
    words: str, edtf: str, precision: Precision
) -> None:
    found = read_date(words)
    assert (found.given, found.edtf, found.precision) == (words, edtf, precision)


@pytest.mark.parametrize(
    "words",
    [
        *("31 February 2028", "31/2/23", "2024-13", "5/13/23", "the 31st of April"),
        *("30 to 31 February 2028", "30-31 February 2028", "30 and 32 May 2024"),
    ],
)
def test_a_day_that_does_not_exist_is_told_from_words(words: str) -> None:
    assert names_no_day(words)


@pytest.mark.parametrize(
    "words",
    ["", "29 February", "29 February 2028", "one year after the report", "yesterday", "May to June 2024"],
)
def test_what_is_a_day_or_only_words_is_not_taken_for_a_slip(words: str) -> None:
    assert not names_no_day(words)


@pytest.mark.parametrize(
    ("words", "backwards"),
    [
        *(("9-3 May 2024", True), ("9 May 2024 to 3 May 2024", True), ("9-3 May", True)),
        *(("November to February 2024", True), ("November to February", False), ("3-9 May 2024", False)),
        *(("9 and 3 May 2024", False), ("in the spring", False)),
    ],
)
def test_a_span_that_ends_before_it_begins_is_told_and_nothing_is_read_from_it(
    words: str, backwards: bool
) -> None:
    assert ends_before_it_begins(words) is backwards
    assert not (backwards and read_date(words).edtf)


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.integers(0, 6))
def test_only_a_day_of_the_week_that_is_not_the_days_own_is_told(day: date, typed: int) -> None:
    weekday = (MONDAY + timedelta(typed)).strftime("%A")
    told = None if day.weekday() == typed else (day, typed)
    assert wrong_weekday(read_date(f"{weekday} {day:%d %B %Y}")) == told
    yearless = read_date(f"{weekday[:3]}. {day:%d %B}")
    assert wrong_weekday(yearless) is None
    assert wrong_weekday(replace(yearless, edtf=day.isoformat(), inferred=True)) == told


def test_of_several_days_the_one_with_the_wrong_day_of_the_week_is_told() -> None:
    for words in ("Fri 3 - Thu 8 May 2024", "Friday 3 May and Thursday 8 May 2024"):
        assert wrong_weekday(read_date(words)) == (date(2024, 5, 8), 3)


@given(
    st.sampled_from(("early ", "mid-", "late ", "end of ", "the beginning of ")),
    st.dates(date(1970, 1, 1), date(2069, 12, 31)),
)
def test_of_a_part_of_a_month_or_year_that_month_or_year_is_known_and_no_more(part: str, day: date) -> None:
    for words, known in ((f"{day:%B %Y}", f"{day:%Y-%m}"), (f"{day:%Y}", f"{day:%Y}")):
        assert not says_more(read_date(words))
        rough = read_date(part + words)
        assert (rough.edtf, says_more(rough)) == (known, True)
        assert is_past(rough, date(2023, 6, 15)) == is_past(read_date(words), date(2023, 6, 15))


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.sampled_from(("%d/%m/%y", "%d/%m/%Y", "%d %B %Y")))
def test_every_day_is_read_whichever_way_it_is_written(day: date, way: str) -> None:
    assert read_date(day.strftime(way)).edtf == day.isoformat()


def test_a_year_that_was_worked_out_leaves_day_and_month_as_they_were_given() -> None:
    assert with_year(read_date("28th September"), "2023") == "2023-09-28"
    assert with_year(read_date("September"), "2023") == "2023-09"
    assert with_year(read_date("29 February"), "2023") == ""
    assert with_year(read_date("between June and September"), "2023") == "2023-06/2023-09"
    assert with_year(read_date("3 and 9 May"), "2023") == "{2023-05-03,2023-05-09}"
    assert with_year(read_date("28th September"), "soon") == ""
    assert with_year(read_date("10/5/22"), "2023") == ""


@given(st.text(max_size=40))
def test_whatever_is_typed_is_kept_and_never_fails(words: str) -> None:
    assert read_date(words).given == words
    assert not (names_no_day(words) and read_date(words).edtf)


@pytest.mark.parametrize(
    ("words", "past"),
    [
        ("15 May 2024", True),
        ("16 May 2024", False),
        ("April 2024", True),
        ("May 2024", False),
        ("2023", True),
        ("2024", False),
        ("March 2023 to May 2024", False),
        ("3 and 17 May 2024", False),
        ("3 and 9 May 2024", True),
        ("1 May", False),
        ("one year after the report", False),
    ],
)
def test_a_day_month_or_year_is_past_once_all_of_it_is(words: str, past: bool) -> None:
    assert is_past(read_date(words), date(2024, 5, 16)) is past


@pytest.mark.parametrize(
    ("typed", "edtf", "another"),
    [
        *(("3 May 2023", "2024-05-03", True), ("28th September", "2023-09-27", True)),
        *(("28th September", "2023-09-28", False), ("June 2023", "2023-06-05", False)),
        *(("8 and 18 May", "{2023-05-08,2023-05-18}", False), ("8 and 18 May", "2023-05-09", True)),
        *(("3-9 May 2023", "2023-05-05", False), ("the first meeting", "2023-05-05", False)),
        *(("3-9 May 2023", "2023-05-20", True), ("3-9 May 2023", "2023-05", False)),
        *(("3-9 May", "2024-05-09", False), ("3-9 May", "2024-05-10", True)),
        *(("May to July 2023", "2023-07-31", False), ("May to July 2023", "2023-08-01", True)),
        *(
            ("20 December to 5 January", "2022-12-31", False),
            ("20 December to 5 January", "2022-06-01", True),
        ),
    ],
)
def test_a_date_worked_out_against_what_was_given_is_told(typed: str, edtf: str, *, another: bool) -> None:
    date = replace(read_date(typed), edtf=edtf, inferred=True)
    assert says_otherwise(date) is another


@pytest.mark.parametrize(
    ("typed", "edtf", "less"),
    [
        *(("28 September 2023", "2023-09", True), ("28 September 2023", "2023-09-28", False)),
        *(
            ("June 2023", "2023", True),
            ("June 2023", "2023-06-05", False),
            ("the first meeting", "2023", False),
        ),
    ],
)
def test_a_date_worked_out_less_exactly_than_it_was_given_is_told(
    typed: str, edtf: str, *, less: bool
) -> None:
    assert says_less(replace(read_date(typed), edtf=edtf, inferred=True)) is less


def test_a_span_over_the_turn_of_a_year_begins_in_the_year_that_was_worked_out() -> None:
    assert worked_out("20 December to 5 January", "2022").edtf == "2022-12-20/2023-01-05"
    assert worked_out("3 to 9 May", "2022").edtf == "2022-05-03/2022-05-09"
