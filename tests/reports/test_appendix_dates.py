"""Which sessions have a place among the dates of the appendix (B5, X5), and what claims stand beside (C9)."""

from dataclasses import replace

from capture_app.domain.dates import read_date
from capture_app.domain.records import Claim
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import Precision
from capture_app.reports.appendix import workshops_of
from capture_app.reports.appendix_claims import topics_of
from capture_app.reports.appendix_totals import dates_of
from capture_app.reports.dated import date_told, meant_words
from tests.reports.test_appendix import HELD, material


def test_a_day_of_no_year_has_no_place_among_the_dates_until_somebody_says_the_year() -> None:
    yearless = DateGiven(given="3 May", edtf="XXXX-05-03", precision=Precision.YEAR_UNKNOWN)
    said = replace(yearless, edtf="2022-05-03", precision=Precision.DAY, inferred=True)
    for date, day in ((yearless, False), (said, True)):
        made = replace(material(), sessions=(replace(HELD, date=date),))
        assert [one.day for one in dates_of(made, workshops_of(made))] == [day]


def test_several_days_stand_at_the_first_of_them_and_a_month_at_none() -> None:
    days = DateGiven(given="3–4 May 2024", edtf="2024-05-03/2024-05-04", precision=Precision.RANGE)
    months = DateGiven(given="May to June 2024", edtf="2024-05/2024-06", precision=Precision.RANGE)
    apart = read_date("3 and 9 May 2024")
    for date, day in ((days, True), (apart, True), (months, False)):
        made = replace(material(), sessions=(replace(HELD, date=date),))
        assert [one.day for one in dates_of(made, workshops_of(made))] == [day]


def test_what_was_read_stands_beside_what_cannot_be_right_and_days_apart_are_no_span() -> None:
    meanings = {
        "3 and 9 May 2024": "3 May 2024 and 9 May 2024",
        "Monday 3 May 2024": "3 May 2024. 3 May 2024 is a Friday, not a Monday.",
        "9-3 May 2024": "It ends before it begins.",
        "31 February 2024": "There is no 31 February 2024.",
        "spring 2024": "2024",
        "in the spring": "Nobody has said what it means",
    }
    assert {words: meant_words(read_date(words)) for words in meanings} == meanings
    assert date_told(read_date("9-3 May 2024")) == "9-3 May 2024. It ends before it begins."
    assert date_told(read_date("07/06/23")) == "7 June 2023"
    assert date_told(read_date("early June 2023")) == "early June 2023"
    assert date_told(DateGiven(given="May = 31 May 2023")) == "May = 31 May 2023"
    assert date_told(DateGiven(given="May = 32 May 2023")) == "May = 32 May 2023. There is no 32 May 2023."


def test_a_claim_of_which_nobody_said_what_it_is_about_is_about_the_whole_consultation() -> None:
    made = material(claims=(Claim(id="a", topic="workshops held", value="13", source="Annual report"),))
    (topic,) = topics_of(made, workshops_of(made))
    assert "counted in the total" in topic.claims[0].computed
