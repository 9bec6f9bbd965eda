"""Which sessions have a place among the dates of the appendix (B5, X5)."""

from dataclasses import replace

from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import Precision
from capture_app.reports.appendix import workshops_of
from capture_app.reports.appendix_totals import dates_of
from tests.reports.test_appendix import HELD, material


def test_a_day_of_no_year_has_no_place_among_the_dates_until_somebody_says_the_year() -> None:
    yearless = DateGiven(given="3 May", edtf="XXXX-05-03", precision=Precision.YEAR_UNKNOWN)
    said = replace(yearless, edtf="2022-05-03", precision=Precision.DAY, inferred=True)
    for date, day in ((yearless, False), (said, True)):
        made = replace(material(), sessions=(replace(HELD, date=date),))
        assert [one.day for one in dates_of(made, workshops_of(made))] == [day]
