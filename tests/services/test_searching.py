"""Searching everything: narrowed, counted, told with its place; and never a word that was erased."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.ids import new_id
from capture_app.domain.records import (
    Form,
    Line,
    LineTheme,
    Organisation,
    Session,
    Sheet,
    Statement,
    StatementLink,
    Theme,
)
from capture_app.domain.values import Answer, Item, Option
from capture_app.domain.vocabulary import FormPurpose, Heard, ItemKind, Role, Scale, Verdict
from capture_app.services import erasing, keeping, naming, questioning
from capture_app.services.packing import ForWhom, make_pack, open_pack
from capture_app.services.reading import read_record
from capture_app.services.searching import Narrow, nothing_found, search
from capture_app.services.whereabouts import BALLOT, spot_of
from capture_app.services.workspaces import Workspace
from tests.helpers.lead_world import fill_session, plan

NARROW = Narrow()


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """A lead's workspace with the example's workshop in it."""
    workspace, _session = plan(tmp_path / "lead")
    fill_session(workspace)
    yield workspace
    workspace.close()


def _line(lead: Workspace, words: str, **fields: object) -> Line:
    with lead.unit_of_work() as work:
        like = next(line for line in work.records.all(Line) if line.sheet)
    line = replace(like, id=new_id(), text=words, **fields)  # type: ignore[arg-type]
    keeping.keep(lead, line)
    return line


def _ids(lead: Workspace, words: str, narrow: Narrow = NARROW) -> set[str]:
    return {hit.record for hit in search(lead, words, narrow).hits}


def test_a_hit_says_what_it_is_where_it_stands_and_which_words_were_meant(lead: Workspace) -> None:
    line = _line(lead, "The quokkas of Vale were never asked.")
    (hit,) = search(lead, "vale quok").hits
    assert (hit.record, hit.kind_words) == (line.id, "Line")
    assert "question" in hit.place
    assert hit.place.count("·") == 2
    marked = [hit.passage[mark.start : mark.start + mark.length] for mark in hit.marks]
    assert marked == ["quokkas", "Vale"]
    assert spot_of(lead, hit.kind, hit.record).sheet == line.sheet


def test_all_words_are_needed_and_quoted_words_stand_together_whatever_their_marks(lead: Workspace) -> None:
    near = _line(lead, "A café for zebras and gnus.")
    far = _line(lead, "Gnus have no cafe; zebras do.")
    assert _ids(lead, "GNUS cafe") == {near.id, far.id}
    assert _ids(lead, '"zebras and gnus"') == {near.id}
    assert _ids(lead, "“zebras and gn") == {near.id}
    assert _ids(lead, "gnu") == {near.id, far.id}
    assert _ids(lead, "gnu cafe") == set(), "only the last word may be begun"
    for nothing in ("", "  ", '"', "—", "* ( :"):
        assert search(lead, nothing).hits == ()


def test_every_filter_narrows_and_kinds_are_counted_whatever_kind_is_shown(lead: Workspace) -> None:
    line, used = _line(lead, "Axolotl one."), _line(lead, "Axolotl two.")
    other = replace(line, id=new_id(), session=new_id(), text="Axolotl three.")
    keeping.keep(lead, Session(id=other.session, label="Elsewhere"))
    keeping.keep(lead, other)
    keeping.keep(lead, Organisation(id=new_id(), name="Axolotl Trust"))
    with lead.unit_of_work() as work:
        theme = work.records.all(Theme)[0].id
    keeping.keep(lead, LineTheme(id=new_id(), line=line.id, theme=theme))
    statement = Statement(id=new_id(), session=line.session, theme=theme, text="Axolotls matter.")
    keeping.keep(lead, statement)
    keeping.keep(lead, StatementLink(id=new_id(), statement=statement.id, evidence=used.id))

    found = search(lead, "axolotl", Narrow(kinds=("Line",)))
    assert (found.count, found.kinds) == (3, {"Line": 3, "Organisation": 1, "Statement": 1})
    assert _ids(lead, "axolotl", Narrow(session=other.session)) == {other.id}
    assert _ids(lead, "axolotl", Narrow(theme=theme)) == {line.id, statement.id}
    assert _ids(lead, "axolotl", Narrow(used=True)) == {used.id}
    assert _ids(lead, "axolotl", Narrow(used=False)) == {line.id, other.id}
    assert search(lead, "axolotl", Narrow(own=True)).count == 5


def test_only_what_this_laptop_wrote_leaves_out_what_came_with_its_pack(tmp_path: Path) -> None:
    workspace, session = plan(tmp_path / "lead")
    with workspace.unit_of_work() as work:
        sheet = work.records.all(Sheet, session=session)[0]
    theirs = Line(id=new_id(), session=session, sheet=sheet.id, item="helps", text="A tapir was there.")
    keeping.keep(workspace, theirs)
    pack = make_pack(
        workspace, ForWhom("Laptop A", "Noor", Role.SCRIBE, session), tmp_path / "a.wsbundle", None
    )
    workspace.close()
    laptop = open_pack(pack.path, None, tmp_path / "a.capture", None)
    ours = replace(theirs, id=new_id(), text="Two tapirs came.")
    keeping.keep(laptop, ours)
    assert _ids(laptop, "tapir") == {theirs.id, ours.id}
    assert _ids(laptop, "tapir", Narrow(own=True)) == {ours.id}
    keeping.keep(laptop, replace(theirs, text="A tapir stood there."))
    assert _ids(laptop, "tapir", Narrow(own=True)) == {theirs.id, ours.id}
    laptop.close()


def test_answers_are_found_as_they_were_given_and_keep_no_history(lead: Workspace) -> None:
    with lead.unit_of_work() as work:
        session = work.records.all(Session)[0]
        form = next(one for one in work.records.all(Form) if one.purpose is FormPurpose.QUESTIONNAIRE)
        item = next(iter(form.items))
    box = questioning.open_box(lead, session.id, form.id, expected=9).value.id
    questioning.answer(lead, box, {item: Answer(text="More ocelots next time.")})
    questioning.close_box(lead, box)
    (hit,) = search(lead, "ocelot").hits
    assert (hit.kind_words, hit.place) == ("Answer", f"{session.label} · {form.title}")
    reading = read_record(lead, BALLOT, hit.record)
    assert reading is not None
    assert reading.fields == ((form.items[item].prompt, "More ocelots next time."),)
    assert not reading.has_history
    assert spot_of(lead, BALLOT, hit.record).session == session.id


def test_what_was_chosen_and_decided_is_read_in_the_words_of_its_question(lead: Workspace) -> None:
    best = Item(
        kind=ItemKind.CHOICE, prompt="How was it?", order="1", options=(Option(id="q1-b", label="Very well"),)
    )
    kept = Item(
        kind=ItemKind.LINES,
        prompt="Which stay?",
        order="2",
        scale=Scale.REVIEW,
        options=(Option(id="q2-a", label="A buddy for everybody"),),
    )
    form = Form(id=new_id(), title="List", items={"best": best, "kept": kept})
    keeping.keep(lead, form)
    with lead.unit_of_work() as work:
        sheet = replace(work.records.all(Sheet)[0], id=new_id(), form=form.id)
    keeping.keep(lead, replace(sheet, answers={"best": Answer(choice="q1-b", reason="The numbat spoke.")}))
    line = _line(
        lead,
        "A numbat for everybody",
        sheet=sheet.id,
        item="kept",
        option="q2-a",
        verdict=Verdict.NO,
        heard=Heard.CONFIRMED,
        heard_as="no: A numbat for everybody",
    )
    found = read_record(lead, "Line", line.id)
    assert found is not None
    assert {
        ("what the group decided", "Drop"),
        ("option of the list", "A buddy for everybody"),
        ("words read back", "Drop: A numbat for everybody"),
    } <= set(found.fields)
    answered = read_record(lead, "Sheet", sheet.id)
    assert answered is not None
    assert ("answer", "Very well, The numbat spoke.") in answered.fields


def test_what_was_chosen_in_a_questionnaire_is_read_by_its_label(lead: Workspace) -> None:
    asked = Item(
        kind=ItemKind.CHOICE,
        prompt="Again?",
        order="1",
        options=(Option(id="opt-1", label="Gladly"),),
        reason=True,
    )
    form = Form(id=new_id(), purpose=FormPurpose.QUESTIONNAIRE, title="After", items={"again": asked})
    keeping.keep(lead, form)
    with lead.unit_of_work() as work:
        session = work.records.all(Session)[0].id
    box = questioning.open_box(lead, session, form.id, expected=9).value.id
    questioning.answer(lead, box, {"again": Answer(choice="opt-1", reason="Dugongs came.")})
    questioning.close_box(lead, box)
    (hit,) = search(lead, "dugong").hits
    reading = read_record(lead, BALLOT, hit.record)
    assert reading is not None
    assert reading.fields == (("Again?", "Gladly, Dugongs came."),)


def test_what_was_taken_away_is_found_again_only_when_it_is_brought_back(lead: Workspace) -> None:
    line = _line(lead, "A pangolin was mentioned.")
    keeping.take_away(lead, Line, line.id)
    assert _ids(lead, "pangolin") == set()
    keeping.bring_back(lead, Line, line.id)
    assert _ids(lead, "pangolin") == {line.id}


def test_a_word_that_is_written_much_like_it_is_offered_as_it_stands(lead: Workspace) -> None:
    _line(lead, "Supervisión and sérénité for everybody.")
    found = search(lead, "supervison")
    assert nothing_found(found) == "Nothing contains ‘supervison’. Did you mean supervisión?"
    assert search(lead, "everybody serenitee").near == "everybody sérénité"
    assert search(lead, "xylophonic").near == ""
    assert search(lead, "everybody training", Narrow(session="nowhere")).near == "", "both words are right"


def test_an_erased_word_is_neither_found_nor_ever_offered(lead: Workspace) -> None:
    line = _line(lead, "Somebody said wolverine.")
    taken = _line(lead, "Somebody said capybara.")
    assert search(lead, "wolverene").near == "wolverine"
    erasing.erase_record(lead, line.id, "withdrawn")
    keeping.take_away(lead, Line, taken.id)
    for words in ("wolverine", "wolverene", "wolverin", "capybera"):
        found = search(lead, words)
        assert (found.count, found.near) == (0, ""), words


def test_a_record_is_read_in_words_and_one_that_is_not_here_is_nothing(lead: Workspace) -> None:
    vale = Organisation(id=new_id(), name="Vale Aardvark Trust")
    keeping.keep(lead, vale)
    reading = read_record(lead, "Organisation", vale.id)
    assert reading is not None
    assert (reading.called, reading.place) == ("Vale Aardvark Trust", "")
    assert ("name", "Vale Aardvark Trust") in reading.fields
    assert read_record(lead, "Organisation", new_id()) is None
    assert read_record(lead, BALLOT, new_id()) is None
    assert naming.called(vale) == reading.called
