"""Written feedback of people who are known: whose it is said to be, where its lines stand, and who never gets it."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.forms.in_writing import as_lines
from capture_app.domain.ids import new_id, person_code
from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    Folding,
    Form,
    Group,
    Line,
    Organisation,
    Person,
    Response,
    Return,
    Sheet,
    StatementLink,
)
from capture_app.domain.values import DateGiven, Item, Option
from capture_app.domain.vocabulary import FormPurpose, ItemKind, Listing, Role, Scale, Verdict
from capture_app.domain.vocabulary_written import AlsoThere, AnsweredAs
from capture_app.services import keeping, responses
from capture_app.services.capturing import keep_line
from capture_app.services.comparing import compared_groups
from capture_app.services.completeness import completeness
from capture_app.services.erasing import erase_person, foresee_person
from capture_app.services.forms import use_of
from capture_app.services.handing_over import hand_over
from capture_app.services.merging import merge
from capture_app.services.pages import lines_of_item, sheet_view
from capture_app.services.reporting import synthesis_document
from capture_app.services.slices import for_laptop, goes_to_laptops
from capture_app.services.synthesising import add_statement, link, synthesis
from capture_app.services.workspaces import Workspace, back_up, open_workspace
from capture_app.ui.synthesis.evidence_filter import Source, source_of
from tests.helpers.lead_world import fill_session, plan

WORDS = "The waiting list is a year long in our valley.\n\nNobody told us whom to ask."


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """The example as its lead has it."""
    workspace, _session = plan(tmp_path / "lead")
    fill_session(workspace)
    yield workspace
    workspace.close()


@pytest.fixture
def session(lead: Workspace) -> RecordId:
    """The session that has worksheets."""
    with lead.unit_of_work() as work:
        return work.records.all(Sheet)[0].session


def came(lead: Workspace, session: RecordId, **fields: object) -> Response:
    """A letter of an organisation, filed under the session."""
    given = {"listing": "Valley Aid", "words": WORDS, **fields}
    made = Response(id=new_id(), session=session, **given)  # type: ignore[arg-type]
    keeping.keep(lead, made)
    return made


def lines_of(lead: Workspace, response: Response) -> list[Line]:
    """What was made of a response."""
    with lead.unit_of_work() as work:
        sheets = [one.id for one in work.records.all(Sheet, response=response.id)]
        return work.records.all(Line, sheet=sheets) if sheets else []


def answered(lead: Workspace, response: Response, item: str, text: str) -> Line:
    """A line typed up to a question of its form."""
    sheet = responses.type_up(lead, response.id).value
    line = Line(id=f"line-{text}", session=response.session, sheet=sheet, item=item, text=text, order="V")
    keep_line(lead, replace(line, respondent=response.person))
    return line


def written_form(lead: Workspace) -> Form:
    """A written form of the worksheet of the groups."""
    with lead.unit_of_work() as work:
        worksheet = work.records.all(Sheet)[0].form
    step = responses.make_written_form(lead, worksheet).value
    with lead.unit_of_work() as work:
        return work.records.get(Form, step.record)


def test_a_written_form_asks_what_the_worksheet_asks_under_the_same_ids_and_one_person_can_answer_it(
    lead: Workspace,
) -> None:
    keep = (Option(id="host", label="A host in the town"), Option(id="van", label="A van"))
    items = {
        "said": Item(kind=ItemKind.LINES, prompt="What helps?", order="1"),
        "list": Item(
            kind=ItemKind.LINES, prompt="Keep which?", order="2", scale=Scale.REVIEW, options=keep, theme="a7"
        ),
        "weigh": Item(
            kind=ItemKind.LINES, prompt="For or against?", order="3", scale=Scale.WEIGHING, options=keep
        ),
        "many": Item(kind=ItemKind.FIGURE, prompt="How many?", order="4", unit="people"),
    }
    keeping.keep(lead, Form(id="sheet", title="Worksheet", items=items))
    step = responses.make_written_form(lead, "sheet").value
    with lead.unit_of_work() as work:
        made = work.records.get(Form, step.record)
    assert (made.purpose, made.mirrors, made.edition) == (FormPurpose.WRITTEN_FEEDBACK, "sheet", 1)
    kinds = {key: item.kind for key, item in made.items.items()}
    assert kinds == {
        "said": ItemKind.TEXT,
        "list": ItemKind.MATRIX,
        "weigh": ItemKind.TEXT,
        "many": ItemKind.FIGURE,
    }
    table = made.items["list"]
    assert (table.rows, table.theme, table.prompt) == (keep, "a7", "Keep which?")
    assert [option.label for option in table.options] == ["Keep", "Amend", "Drop", "Unsure"]
    assert "A host in the town; A van" in made.items["weigh"].help
    with pytest.raises(NotPossible, match="Only of a worksheet"):
        responses.make_written_form(lead, made.id)


def test_each_paragraph_of_a_letter_becomes_a_line_once_and_says_whose_written_feedback_it_is(
    lead: Workspace, session: RecordId
) -> None:
    letter = came(lead, session)
    assert responses.lines_of_words(lead, letter.id).value == 2
    assert responses.lines_of_words(lead, letter.id).value == 0
    found = [one for one in synthesis(lead, session).evidence if one.text in WORDS]
    assert [one.reference for one in found] == [
        "Written feedback, Valley Aid · 1",
        "Written feedback, Valley Aid · 2",
    ]
    assert {(one.group, one.side) for one in found} == {("", None)}
    assert {source_of(one) for one in found} == {Source.WRITTEN}
    sheet = sheet_view(lead, responses.type_up(lead, letter.id).value)
    assert sheet.group.label == "Written feedback, Valley Aid"
    assert [item.lines for item in sheet.items] == [2]


def test_a_paragraph_that_stands_twice_in_a_letter_is_two_lines(lead: Workspace, session: RecordId) -> None:
    letter = came(lead, session, words="Nobody told us.\n\nThe bus.\n\nNobody told us.")
    assert responses.lines_of_words(lead, letter.id).value == 3
    assert responses.lines_of_words(lead, letter.id).value == 0


def test_whoever_is_not_to_be_named_is_named_nowhere(lead: Workspace, session: RecordId) -> None:
    somebody = Person(id=person_code(), display="Imke Thorsen", listing=Listing.NOT_LISTED)
    keeping.keep(lead, somebody)
    letter = came(
        lead,
        session,
        listing="Imke Thorsen",
        person=somebody.id,
        answered_as=AnsweredAs.NAMED_PERSON,
        words="One paragraph.",
    )
    responses.lines_of_words(lead, letter.id)

    def told() -> str:
        evidence = " ".join(one.reference for one in synthesis(lead, session).evidence)
        return f"{evidence} {synthesis_document(lead, session)}"

    assert "somebody who is not named" in told()
    assert "Thorsen" not in told()
    keeping.keep(lead, replace(somebody, listing=Listing.BY_NAME))
    assert "Written feedback, Imke Thorsen · 1" in told()
    keeping.keep(lead, replace(letter, answered_as=AnsweredAs.NOT_NAMED))
    assert "Thorsen" not in told()


def test_nobody_is_named_while_two_versions_of_who_wrote_stand(
    lead: Workspace, session: RecordId, tmp_path: Path
) -> None:
    letter = came(lead, session, words="One paragraph.")
    responses.lines_of_words(lead, letter.id)
    folder = tmp_path / "copy"
    folder.mkdir()
    copy = open_workspace(back_up(lead, folder).path)
    keeping.keep(copy, replace(letter, answered_as=AnsweredAs.NOT_NAMED))
    bundle = hand_over(copy, tmp_path / "copy.wsbundle").path
    copy.close()
    keeping.keep(lead, replace(letter, answered_as=AnsweredAs.NAMED_PERSON))
    merge(lead, [bundle])
    references = [one.reference for one in synthesis(lead, session).evidence if one.text == "One paragraph."]
    assert references == ["Written feedback, somebody who is not named · 1"]
    with lead.unit_of_work() as work:
        assert [one.field for one in work.records.conflicts() if one.record == letter.id] == ["answered_as"]
    assert "Valley Aid" not in str(synthesis_document(lead, session))


def test_no_laptop_gets_a_response_nor_a_line_that_was_made_of_it(lead: Workspace, session: RecordId) -> None:
    letter = came(lead, session)
    responses.lines_of_words(lead, letter.id)
    keeping.keep(lead, Folding(id="folded", session=session, reason="Three are too few."))
    lines = lines_of(lead, letter)
    kept = {letter.id, "folded", lines[0].sheet, *(one.id for one in lines)}
    with lead.unit_of_work() as work:
        for role in (Role.SCRIBE, Role.FACILITATOR, Role.OBSERVER):
            assert not kept & {one.record for one in for_laptop(work, session, role).revisions}
        wanted = goes_to_laptops(work, [session])[session]
        assert not any(wanted("Line", one.id) for one in lines)
        assert wanted("Group", work.records.all(Group, session=session)[0].id)


def test_erasing_a_person_takes_their_letter_along_and_lines_made_before_anybody_said_who_wrote(
    lead: Workspace, session: RecordId
) -> None:
    somebody = Person(id=person_code(), display="Imke Thorsen")
    keeping.keep(lead, somebody)
    letter = came(lead, session)
    responses.lines_of_words(lead, letter.id)
    keeping.keep(lead, replace(letter, person=somebody.id))
    lines = lines_of(lead, letter)
    assert {one.respondent for one in lines} == {somebody.id}
    assert {letter.id, *(one.id for one in lines)} <= set(foresee_person(lead, somebody.id).records)
    erase_person(lead, somebody.id)
    with lead.unit_of_work() as work:
        for record in (letter.id, *(one.id for one in lines)):
            assert all(entry.empty for entry in work.records.history(record))


def test_lines_follow_their_response_to_another_session_and_keep_it_from_being_taken_away(
    lead: Workspace, session: RecordId
) -> None:
    letter = came(lead, session)
    responses.lines_of_words(lead, letter.id)
    moved = keeping.keep(lead, replace(letter, session="another")).value
    assert {one.session for one in lines_of(lead, letter)} == {"another"}
    keeping.undo(lead, moved)
    assert {one.session for one in lines_of(lead, letter)} == {session}
    with pytest.raises(NotPossible, match="Lines were made of it"):
        keeping.take_away(lead, Response, letter.id)


def test_a_list_decided_in_writing_is_typed_up_as_that_list_and_stands_beside_what_groups_decided(
    lead: Workspace, session: RecordId
) -> None:
    listed = (Option(id="host", label="A host in the town"), Option(id="van", label="A van"))
    item = Item(kind=ItemKind.LINES, prompt="Keep which?", order="1", scale=Scale.REVIEW, options=listed)
    keeping.keep(lead, Form(id="decide", title="What to keep", items={"list": item}))
    with lead.unit_of_work() as work:
        group = work.records.all(Group, session=session)[0]
    keeping.keep(lead, Sheet(id="ours", session=session, form="decide", group=group.id))
    keep_line(lead, replace(lines_of_item(lead, "ours", "list")[0].line, verdict=Verdict.CHANGED))
    step = responses.make_written_form(lead, "decide").value
    with lead.unit_of_work() as work:
        form = work.records.get(Form, step.record)
    response = came(lead, session, form=form.id)
    sheet = responses.type_up(lead, response.id).value
    host, van = [one.line for one in lines_of_item(lead, sheet, "list")]
    assert [host.text, van.text] == ["A host in the town", "A van"]
    keep_line(lead, replace(host, verdict=Verdict.YES))
    keep_line(lead, replace(van, verdict=Verdict.NO, text="A van: too slow"))
    keeping.keep(lead, Folding(id="folded", reason="Three are too few."))
    (wrote,) = synthesis_document(lead, session).written.responses
    assert [(one.text, one.verdict) for one in wrote.lines] == [
        ("A host in the town", "Keep"),
        ("A van: too slow", "Drop"),
    ]
    row = next(one for one in compared_groups(lead, session).comparison.rows if one.question.item == "list")
    assert [len(cell.lines) for cell in (row.cells[0], row.cells[-1])] == [1, 2]
    changed = replace(form, items={"list": replace(form.items["list"], options=listed)})
    assert as_lines(changed).items["list"].scale is Scale.NONE, "its author asks something else of each row"


def test_folded_in_answers_stand_beside_the_groups_and_are_counted_among_none(
    lead: Workspace, session: RecordId
) -> None:
    form = written_form(lead)
    before = compared_groups(lead, session)
    response = came(lead, session, form=form.id)
    answered(lead, response, "helps", "A written answer.")
    assert compared_groups(lead, session).names == before.names
    folding = keeping.keep(lead, Folding(id="folded", reason="Three are too few.")).value
    after = compared_groups(lead, session)
    assert after.names == (*before.names, "Written feedback, Valley Aid")
    row = next(one for one in after.comparison.rows if one.question.item == "helps" and one.theme is None)
    first = next(one for one in before.comparison.rows if one.question.item == "helps" and one.theme is None)
    assert row.cells[-1].lines == ("line-A written answer.",)
    assert (row.spoke, row.able, row.breadth) == (first.spoke, first.able, first.breadth)
    keeping.undo(lead, folding)
    assert compared_groups(lead, session).names == before.names


def test_an_answer_in_writing_is_no_worksheet_of_a_group_and_keeps_its_form_as_it_is(
    lead: Workspace, session: RecordId
) -> None:
    form = written_form(lead)
    here = synthesis(lead, session).session
    with lead.unit_of_work() as work:
        before = completeness(work, here)
    assert not use_of(lead, form.id).fixed
    response = came(lead, session, form=form.id)
    answered(lead, response, "helps", "A written answer.")
    with lead.unit_of_work() as work:
        assert completeness(work, here) == before
    assert use_of(lead, form.id).why() == "1 written response answers it."
    with pytest.raises(NotPossible, match="question by question"):
        responses.lines_of_words(lead, response.id)


def test_a_statement_rests_on_written_feedback_and_no_group_is_counted_for_it(
    lead: Workspace, session: RecordId
) -> None:
    letter = came(lead, session)
    responses.lines_of_words(lead, letter.id)
    statement = add_statement(lead, session, "", "Waiting is long.").value
    link(lead, statement, lines_of(lead, letter)[0].id)
    views = [one for section in synthesis(lead, session).sections for one in section.statements]
    (view,) = (one for one in views if one.statement.id == statement)
    assert (len(view.evidence), view.groups) == (1, ())
    with lead.unit_of_work() as work:
        assert work.records.count(StatementLink, statement=statement) == 1


def test_a_file_stays_where_it_is_and_only_its_name_and_digest_are_kept(
    lead: Workspace, session: RecordId, tmp_path: Path
) -> None:
    letter = came(lead, session)
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"what stands in the letter")
    responses.note_file(lead, letter.id, responses.what_file(path))
    with lead.unit_of_work() as work:
        kept = work.records.get(Response, letter.id)
    assert (kept.file_name, kept.file_digest) == ("letter.pdf", sha256(path.read_bytes()).hexdigest())
    with pytest.raises(NotPossible, match=r"gone\.pdf cannot be read"):
        responses.what_file(tmp_path / "gone.pdf")


def test_a_return_is_noted_only_where_somebody_asks_and_names_an_organisation_alone(
    lead: Workspace, session: RecordId
) -> None:
    letter = came(lead, session, received=DateGiven(given="3 July 2023"))
    with lead.unit_of_work() as work:
        assert work.records.count(Return, listing="Valley Aid") == 0
    with pytest.raises(NotPossible, match="Choose the organisation first"):
        responses.note_return(lead, letter.id)
    keeping.keep(lead, Organisation(id="body", name="Valley Aid"))
    keeping.keep(lead, replace(letter, organisation="body"))
    responses.note_return(lead, letter.id)
    with lead.unit_of_work() as work:
        (noted,) = work.records.all(Return, organisation="body")
    assert (noted.about, noted.listing, noted.returned_on) == (session, "Valley Aid", "3 July 2023")
    assert letter.id not in str(noted)
    with pytest.raises(NotPossible, match="already"):
        responses.note_return(lead, letter.id)


def test_responses_are_never_silently_added_to_those_who_were_there() -> None:
    there = [AlsoThere.YES, AlsoThere.YES, AlsoThere.NOT_KNOWN, AlsoThere.NO]
    told = responses.twice_words([Response(id=f"{at}", attended=one) for at, one in enumerate(there)])
    assert told.startswith("2 responses are from people who were also there; of 1 response nobody knows")
    assert "counted twice" in told
    assert responses.twice_words([Response(id="1", attended=AlsoThere.NO)]) == ""
