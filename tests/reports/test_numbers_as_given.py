"""What somebody counted of a session stands in its report as given, each number by itself (B8, B9)."""

from dataclasses import replace

from capture_app.domain.vocabulary import YesNo
from capture_app.reports.blocks import Table
from capture_app.reports.building import synthesis_of
from capture_app.reports.telling import report_of
from tests.reports.test_synthesis import material


def test_a_zero_is_told_and_a_number_nobody_gave_is_left_out() -> None:
    made = material()
    session = replace(made.session, invited=40, attended=0, experts=YesNo.YES)
    told = report_of(synthesis_of(replace(made, session=session)))
    table = next(one for one in told.blocks if isinstance(one, Table))
    facts = {name.text: value.text for name, value in table.rows}
    assert facts["Invited (as given)"] == "40"
    assert facts["Came (as given)"] == "0"
    assert facts["Topic experts came"] == "Yes"
    assert "Accepted (as given)" not in facts
