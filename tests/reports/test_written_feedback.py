"""Written feedback in documents: by itself, or folded in with the reason; and no silent sum with participants."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from capture_app.domain.record import RecordId
from capture_app.domain.records import Folding, Line, Response, Sheet
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary_written import AlsoThere, AnsweredAs, WrittenWay
from capture_app.reports.blocks import Report
from capture_app.reports.making import file_of
from capture_app.services import keeping, responses
from capture_app.services.capturing import keep_line
from capture_app.services.document_kinds import Wanted
from capture_app.services.documents import read_documents
from capture_app.services.workspaces import Workspace
from tests.reports.conftest import Written
from tests.reports.played import played

FOLDED = Folding(
    id="folded",
    reason="Three are too few to be looked at alone.",
    decided_on=DateGiven(given="11 September 2023", edtf="2023-09-11"),
    decided_by="The steering group",
)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[tuple[Workspace, RecordId]]:
    """The example with a letter, and an answer to a written form by somebody who was also there."""
    with played(tmp_path) as (workspace, session):
        with workspace.unit_of_work() as work:
            worksheet = work.records.all(Sheet, session=session)[0].form
        form = responses.make_written_form(workspace, worksheet).value.record
        for made in (
            Response(
                id="01",
                session=session,
                listing="Valley Aid",
                way=WrittenWay.LETTER,
                words="The waiting list is a year long.",
                attended=AlsoThere.NO,
            ),
            Response(
                id="02",
                session=session,
                listing="Imke Thorsen",
                form=form,
                answered_as=AnsweredAs.NOT_NAMED,
                attended=AlsoThere.YES,
            ),
        ):
            keeping.keep(workspace, made)
        responses.lines_of_words(workspace, "01")
        sheet = responses.type_up(workspace, "02").value
        line = Line(
            id="typed", session=session, sheet=sheet, item="helps", text="A bus would help.", order="V"
        )
        keep_line(workspace, line)
        yield workspace, session


def read(workspace: Workspace, kind: str, session: RecordId = "") -> tuple[Report, str]:
    """A document, and its words as a web page has them."""
    (planned,) = read_documents(workspace, [Wanted(kind=kind, session=session)])
    return planned.report, file_of(planned.report, "html").decode("utf-8")


def test_without_a_decision_written_feedback_is_told_in_a_part_of_its_own_with_its_lines(
    lead: tuple[Workspace, RecordId],
) -> None:
    _report, words = read(lead[0], "synthesis", lead[1])
    own = words[words.rindex("Written feedback") :]
    assert "Nobody decided to fold it in" in words
    assert words.count("Confidential, never anonymous") == 1
    assert "Written 1, Valley Aid: 1 line (computed)" in words
    assert "Written 2, somebody who is not named" in words
    assert "Thorsen" not in words
    assert "A bus would help." in words
    assert "Folded into" not in own


def test_the_decision_to_fold_in_is_told_with_its_reason_and_each_line_says_whose_it_is(
    lead: tuple[Workspace, RecordId],
) -> None:
    keeping.keep(lead[0], FOLDED)
    _report, words = read(lead[0], "synthesis", lead[1])
    assert "Three are too few to be looked at alone. Decided on: 11 September 2023" in words
    assert "By: The steering group." in words
    assert "Written responses stand beside the groups" in words
    assert "Nobody decided to fold it in" not in words
    plain = words.replace("\u00a0", " ")
    assert "Written 2, somebody who is not named · Q" in plain
    _summary, whole = read(lead[0], "appendix")
    assert "Three are too few to be looked at alone." in whole
    assert "All sessions" in whole


def test_documents_warn_beside_the_numbers_that_somebody_would_be_counted_twice(
    lead: tuple[Workspace, RecordId],
) -> None:
    for kind, session, times in (("synthesis", lead[1], 2), ("appendix", "", 1)):
        _report, words = read(lead[0], kind, session)
        assert words.count("1 response is from somebody who was also there.") == times
        assert words.count("some would be counted twice") == times


def test_a_written_form_on_paper_asks_who_it_is_from_and_never_calls_itself_anonymous(
    example: Written,
) -> None:
    words = file_of(example.reports["written-form"], "html").decode("utf-8")
    assert "Confidential, never anonymous" in words
    assert "Who this is from" in words
    assert "myself, and I am not to be named" in words
    assert "Who reads this:" in words
    assert "We did not discuss this." not in words
    assert "Who this is from" not in file_of(example.reports["questionnaire"], "html").decode("utf-8")
