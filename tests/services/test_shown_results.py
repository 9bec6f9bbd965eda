"""Results of a questionnaire: counted as they are, compared where they can be, and tagged by the lead alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from capture_app.domain.records import AnswerTheme, Box, Statement, StatementLink, Theme, ThemeLabel
from capture_app.domain.vocabulary import About
from capture_app.services.answer_themes import tag_answer
from capture_app.services.question_results import QuestionClosely, Written, question_closely
from capture_app.services.reporting import synthesis_document
from capture_app.services.shown_results import FormResults, asked_and_closed, form_results
from capture_app.services.slices import goes_to_laptops
from capture_app.services.synthesising import link, synthesis, unlink
from capture_app.store.workspace import Workspace
from tests.helpers.results_world import (
    BEFORE,
    FIRST,
    HERE,
    LONG_AGO,
    OTHER,
    QUIET,
    SECOND,
    SHORT,
    answered,
    box,
    results_world,
)
from tests.reports.played import keep, workspace

TOPIC = Theme(id="topic", code="S1")
NAME = ThemeLabel(id="name", theme="topic", text="Hosts", preferred=True)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    with workspace(tmp_path) as made:
        keep(made, *results_world(), TOPIC, NAME)
        yield made


def closely(lead: Workspace, key: str, session: str = HERE, form: str = SECOND.id) -> QuestionClosely:
    return question_closely(lead, session, form, key)


def counts(results: FormResults, key: str) -> tuple[list[int], int, int]:
    (found,) = [one.counted for one in results.questions if one.key == key]
    return [option.count for group in found.groups for option in group.counts], found.n, found.rather_not_say


def test_all_sessions_are_offered_as_they_were_held_and_one_alone(lead: Workspace) -> None:
    offered = [(one.session.id, one.form.id, one.count) for one in asked_and_closed(lead)]
    assert offered == [
        (SHORT, FIRST.id, 2),
        (LONG_AGO, OTHER.id, 12),
        (BEFORE, FIRST.id, 14),
        (HERE, SECOND.id, 17),
        (QUIET, SECOND.id, 0),
    ]
    assert [one.session.id for one in asked_and_closed(lead, HERE)] == [HERE]


def test_what_is_shown_is_counted_over_every_closed_box_also_one_kept_question_by_question(
    lead: Workspace,
) -> None:
    here = form_results(lead, HERE, SECOND.id)
    assert counts(here, "host") == ([9, 5, 2], 16, 1)
    keep(lead, box("late", HERE, SECOND.id, [answered("o3", "Late.")]))
    later = form_results(lead, HERE, SECOND.id)
    assert counts(later, "host") == ([9, 5, 3], 17, 1)
    assert [one.split for one in later.boxes] == [True, False]
    assert "Late." in [one.text for one in closely(lead, "host").written]


def test_questions_on_the_topic_and_on_the_workshop_are_told_apart_and_keep_their_numbers(
    lead: Workspace,
) -> None:
    here = form_results(lead, HERE, SECOND.id)
    assert [one.key for one in here.about(About.PROCESS)] == ["clear", "change"]
    assert sorted([one.number for about in About for one in here.about(about)]) == list(range(1, 13))


def test_a_rate_is_told_only_where_it_is_known_of_how_many(lead: Workspace) -> None:
    rate = form_results(lead, HERE, SECOND.id).rate
    assert (rate.answered, rate.expected, rate.per_cent) == (17, 21, None)
    before = form_results(lead, BEFORE, FIRST.id).rate
    assert (before.expected, before.unsaid) == (None, 1)
    keep(lead, box("late", HERE, SECOND.id, [answered("o3")]))
    assert form_results(lead, HERE, SECOND.id).rate.expected is None, "of the late ones nobody said"
    keep(lead, box("many", BEFORE, SECOND.id, [answered("o1")] * 30, expected=40))
    assert form_results(lead, BEFORE, SECOND.id).rate.per_cent == 75
    keep(lead, box("more", SHORT, SECOND.id, [answered("o1")] * 41, expected=40))
    assert form_results(lead, SHORT, SECOND.id).rate.per_cent is None, "more than were expected"


def test_the_same_question_stands_beside_it_from_other_sessions_unless_it_is_another_one(
    lead: Workspace,
) -> None:
    few, other, before, quiet = closely(lead, "host").elsewhere
    assert (few.session, few.edition, other.session) == ("Partnership 2", 1, "Sectoral 2")
    assert (other.counted, other.why) == (None, "“Do you want a named host?” has other words.")
    assert before.counted is not None
    assert [option.count for option in before.counted.counts] == [8, 2, 4]
    assert (quiet.edition, quiet.counted and quiet.counted.n) == (0, 0)
    first, *_rest = closely(lead, "change").elsewhere
    assert (first.counted, first.why) == (None, "Not asked there, which is not the same as no answers.")


def test_what_was_written_stands_in_an_order_that_only_its_words_give(lead: Workspace) -> None:
    written = closely(lead, "host").written
    assert [(one.text, one.chose) for one in written] == [
        ("If the host is not also the funder.", "Yes"),
        ("It depends how far away it is.", "Maybe"),
        ("One more contact to remember.", "No"),
    ]
    assert [one.text for one in closely(lead, "missed").written] == ["The cost of travel.", "Who pays?"]
    assert closely(lead, "miles").written == (), "numbers are counted in bins"


def test_an_answer_bears_a_theme_and_a_statement_rests_on_it(lead: Workspace) -> None:
    answer = closely(lead, "host").written[0]
    tag_answer(lead, answer.ballot, "host", TOPIC.id)
    keep(
        lead,
        Statement(id="st", session=HERE, text="Hosts must not be funders."),
        StatementLink(id="li", statement="st", evidence=answer.evidence),
    )
    (found, other, _last) = closely(lead, "host").written
    assert ([tag.words() for tag in found.themes], found.used_in) == (["S1 Hosts"], 1)
    assert (other.themes, other.used_in) == ((), 0)
    evidence = {one.id: one for one in synthesis(lead, HERE).evidence}
    assert [tag.id for tag in evidence[answer.evidence].themes] == [TOPIC.id]
    tag_answer(lead, answer.ballot, "host", TOPIC.id, on=False)
    assert closely(lead, "host").written[0].themes == ()


@pytest.fixture
def pays(lead: Workspace) -> Written:
    """What was missed, by somebody who wrote "I am Jo." to another question."""
    sheets = [answered("o1", "I am Jo.", missed="Who pays?"), *([answered("o2")] * 5)]
    keep(
        lead,
        box("box-jo", QUIET, SECOND.id, sheets),
        Statement(id="st", session=QUIET, text="Who pays is open."),
    )
    return closely(lead, "missed", QUIET).written[0]


def test_a_statement_on_one_answer_tells_no_other_of_the_same_person(lead: Workspace, pays: Written) -> None:
    """What that person wrote besides waits as it did, and stands in no document below the statement (F4)."""
    link(lead, "st", pays.evidence)
    (jo,) = closely(lead, "host", QUIET).written
    assert (jo.ballot, jo.text, jo.used_in) == (pays.ballot, "I am Jo.", 0)
    assert closely(lead, "missed", QUIET).written[0].used_in == 1
    (statement,) = synthesis_document(lead, QUIET).statements
    assert [piece.text for piece in statement.evidence] == ["Who pays?"]
    items = [(one.text, one.used_in) for one in synthesis(lead, QUIET).evidence if one.is_ballot]
    assert items == [("I am Jo.", 0), ("Who pays?", 1)]


def test_where_a_statement_rests_on_a_whole_ballot_one_answer_can_be_taken_away(
    lead: Workspace, pays: Written
) -> None:
    """As the first edition linked them."""
    link(lead, "st", pays.ballot)
    assert [one.text for one in synthesis(lead, QUIET).evidence if one.used_in] == ["I am Jo.", "Who pays?"]
    (statement,) = synthesis_document(lead, QUIET).statements
    assert [piece.text for piece in statement.evidence] == ["I am Jo.", "Who pays?"]
    unlink(lead, "st", pays.evidence)
    assert [one.text for one in synthesis(lead, QUIET).evidence if one.used_in] == ["I am Jo."]


def test_what_is_written_about_the_workshop_itself_is_no_evidence_on_the_topic(lead: Workspace) -> None:
    texts = [one.text for one in synthesis(lead, HERE).evidence]
    assert "Who pays?" in texts
    assert not any("breaks" in text for text in texts)
    change = closely(lead, "change").written[0]
    keep(
        lead,
        Statement(id="st", session=HERE, text="Breaks."),
        StatementLink(id="li", statement="st", evidence=change.evidence),
    )
    assert "Longer breaks." in [one.text for one in synthesis(lead, HERE).evidence], "linked before, it stays"


def test_themes_of_answers_are_the_leads_and_go_to_no_laptop(lead: Workspace) -> None:
    with lead.unit_of_work() as work:
        before = work.records.get(Box, "box-here")
    tag_answer(lead, closely(lead, "host").written[0].ballot, "host", TOPIC.id)
    with lead.unit_of_work() as work:
        (bond,) = work.records.all(AnswerTheme)
        wanted = goes_to_laptops(work, [HERE])[HERE]
        assert not wanted(AnswerTheme.__name__, bond.id)
        assert work.records.get(Box, "box-here") == before, "nothing of it stands in the box"
