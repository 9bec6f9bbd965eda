"""The value behind the documents says what the records say, counts what can be counted, and settles nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from capture_app.domain.ballots import ballots_of
from capture_app.domain.example import records_in
from capture_app.domain.forms.bars import tells_too_much
from capture_app.domain.records import (
    Box,
    Consultation,
    Form,
    Line,
    Minutes,
    Session,
    Statement,
    StatementLink,
    Theme,
)
from capture_app.domain.values import Answer, DateGiven, Item, Option
from capture_app.domain.vocabulary import Given, ItemKind, LineKind, Side, Stance
from capture_app.paths import resource
from capture_app.reports.blocks import Prose
from capture_app.reports.building import synthesis_of
from capture_app.reports.claims import Computed
from capture_app.reports.contradictions import Disagreement
from capture_app.reports.material import Material
from capture_app.reports.results import QuestionResult
from capture_app.reports.synthesis import StatementEntry, SynthesisDocument
from capture_app.reports.telling import report_of
from capture_app.reports.wording import date_words
from capture_app.services.reporting import synthesis_document
from tests.reports.conftest import Written
from tests.reports.played import played

LOCAL = Form(
    id="form",
    title="Before you go",
    items={
        "why": Item(kind=ItemKind.TEXT, prompt="What did we miss?", order="1"),
        "local": Item(
            kind=ItemKind.CHOICE,
            prompt="Useful where you work?",
            order="2",
            options=(Option(id="yes", label="Yes"), Option(id="no", label="No")),
            reason=True,
        ),
    },
)


def material(**parts: Any) -> Material:
    """A session of which nothing else is known."""
    session = Session(id="session", label="Sectoral 6")
    return Material(
        consultation=Consultation(id="plan"), session=session, people={}, **{"forms": {}, **parts}
    )


def box(*answers: dict[str, Answer], **more: Any) -> Box:
    return Box(
        id="box", session="session", form="form", key="5a" * 16, count=len(answers), answers=answers, **more
    )


def question(document: SynthesisDocument, number: int) -> QuestionResult:
    return document.questionnaires[0].questions[number - 1]


def told(document: SynthesisDocument, start: str) -> StatementEntry:
    return next(entry for entry in document.statements if entry.text.startswith(start))


def synthesis_file() -> tuple[list[Statement], list[StatementLink]]:
    records = records_in(resource("example", "synthesis.jsonl").read_text("utf-8"))
    return (
        [one for one in records if isinstance(one, Statement)],
        [one for one in records if isinstance(one, StatementLink)],
    )


def test_every_statement_stands_once_with_all_its_evidence(example: Written) -> None:
    statements, links = synthesis_file()
    captured = records_in(resource("example", "capture.jsonl").read_text("utf-8"))
    words = {line.id: line.text for line in captured if isinstance(line, Line)}
    wanted = {
        one.text: sorted(words[link.evidence] for link in links if link.statement == one.id)
        for one in statements
    }
    found = {one.text: sorted(piece.text for piece in one.evidence) for one in example.document.statements}
    assert found == wanted
    assert len(example.document.statements) == len(statements)


def test_sections_follow_the_frame_and_statements_their_own_order(example: Written) -> None:
    frame = records_in(resource("example", "consultation.jsonl").read_text("utf-8"))
    codes = [one.code for one in frame if isinstance(one, Theme) and one.code]
    sections = [section.code for section in example.document.sections]
    assert sections == [code for code in codes if code in sections] + [""]
    assert [entry.number for entry in example.document.statements] == list(range(1, 9))


def test_a_piece_of_evidence_says_where_it_was_written_how_the_group_stood_and_from_where(
    example: Written,
) -> None:
    evidence = told(example.document, "A named contact").evidence
    seen = [(one.reference, one.stance, one.side, one.text) for one in evidence]
    assert seen[3] == (
        "G2 · Q3 · 2",
        Stance.MIXED,
        Side.REMOTE,
        "For some a single contact is a relief, for others one more gate.",
    )
    assert seen[-1] == (
        "Minutes 2 · Groups report back · 11:56",
        None,
        Side.REMOTE,
        "“If my contact is away, am I back at the start?”",
    )


def test_a_single_stream_of_minutes_needs_no_number() -> None:
    line = Line(id="l", session="session", minutes="m", said_at="2023-05-16T11:17", text="Yes.")
    document = synthesis_of(material(minutes=(Minutes(id="m"),), lines=(line,)))
    assert [piece.reference for piece in document.unused] == ["Minutes · 11:17"]


def test_what_is_not_linked_yet_is_counted_and_named(example: Written) -> None:
    document = example.document
    assert [entry.text for entry in document.statements if entry.bare] == [
        "Training together should come before the first case that is shared."
    ]
    assert (document.lines, len(document.unused)) == (48, 2)
    assert [piece.reference for piece in document.unused] == ["G2 · Q5 · 4", "G2 · Parking lot · 1"]
    assert (document.own_words, document.own_words_unused) == (14, 14)


def test_scribes_own_notes_are_no_unused_evidence_and_it_is_said_how_many_are_left_out() -> None:
    lines = [
        Line(id=name, session="session", minutes="m", order=name, text=f"Line {name}", line_kind=kind)
        for name, kind in (("a", LineKind.POINT), ("b", LineKind.SCRIBE_NOTE), ("c", LineKind.SCRIBE_NOTE))
    ]
    document = synthesis_of(material(minutes=(Minutes(id="m"),), lines=tuple(lines)))
    assert [piece.text for piece in document.unused] == ["Line a"]
    words = [block.text for block in report_of(document).blocks if isinstance(block, Prose)]
    assert "2 notes of scribes are not counted." in words
    assert document.lines == 1


def test_the_three_grains_of_attendance_stay_apart(example: Written) -> None:
    presence = example.document.presence
    assert (presence.total, presence.with_count, presence.without_count) == (21, 2, 1)
    assert len(presence.organisations) == 19
    assert presence.people == ()


def test_nine_said_yes_four_maybe_and_one_no(example: Written) -> None:
    last = question(example.document, 10)
    assert [(option.label, option.count) for option in last.counted.counts] == [
        ("Yes", 9),
        ("Maybe", 4),
        ("No", 1),
    ]
    assert (last.counted.n, last.counted.blank, last.counted.rather_not_say) == (14, 0, 0)
    assert [option.label for option in last.counted.counts if tells_too_much(option)] == ["No"]
    result = example.document.questionnaires[0]
    assert (result.count, result.expected) == (14, 16)


def test_a_blank_and_a_refusal_are_no_answers(example: Written) -> None:
    heard, missed = question(example.document, 3), question(example.document, 8)
    assert (heard.counted.n, heard.counted.blank, heard.counted.rather_not_say) == (12, 1, 1)
    assert (missed.counted.n, missed.counted.blank, missed.counted.rather_not_say) == (3, 10, 1)


def test_both_versions_of_a_field_are_named_and_neither_wins(example: Written) -> None:
    assert example.document.disagreements == (
        Disagreement(
            "answer to question 4 of Group 2",
            ("30 % of clients (an estimate)", "30 to 40 % of clients (from hearsay)"),
        ),
        Disagreement("headcount of Group 2", ("11", "12")),
    )
    assert [group.headcounts for group in example.document.groups] == [(9,), (11, 12)]


def test_claims_stand_beside_what_is_computed(example: Written) -> None:
    assert [(claim.value, claim.unit, claim.computed) for claim in example.document.claims] == [
        ("nine", "yes", (Computed(10, 9, 14),)),
        ("four", "maybe", (Computed(10, 4, 14),)),
        ("one", "no", (Computed(10, 1, 14),)),
    ]


def test_the_bundles_may_come_in_any_order(example: Written, tmp_path: Path) -> None:
    with played(tmp_path, backwards=True) as (lead, session):
        assert synthesis_document(lead, session) == example.document


def test_an_answer_behind_a_statement_shows_its_own_words_and_not_what_was_ticked() -> None:
    said = {"why": Answer(text="Interpreters."), "local": Answer(choice="no")}
    closed = box(said, {"local": Answer(choice="yes")})
    ballot = next(one for one in ballots_of(closed) if one.answers == said)
    document = synthesis_of(
        material(
            boxes=(closed,),
            forms={"form": LOCAL},
            statements=(Statement(id="s", session="session", text="Interpreters are missing."),),
            links=(StatementLink(id="l", statement="s", evidence=ballot.id),),
        )
    )
    (piece,) = document.statements[0].evidence
    assert (piece.reference, piece.text) == ("Answer, item 1", "Interpreters.")
    assert (document.own_words, document.own_words_unused) == (1, 0)


def test_a_box_kept_as_lists_is_counted_like_any_other() -> None:
    lists = {"local": (Answer(choice="yes", reason="Now."), Answer(given=Given.RATHER_NOT_SAY))}
    closed = replace(box(by_item=lists), count=3)
    last = question(synthesis_of(material(boxes=(closed,), forms={"form": LOCAL})), 2)
    assert (last.counted.n, last.counted.rather_not_say, last.counted.blank) == (1, 1, 1)
    assert tells_too_much(last.counted.counts[0])


@pytest.mark.parametrize(("answers", "enough"), [(29, False), (30, True)])
def test_percentages_begin_at_thirty_answers(answers: int, enough: bool) -> None:
    closed = box(*({"local": Answer(choice="yes")} for _number in range(answers)))
    last = question(synthesis_of(material(boxes=(closed,), forms={"form": LOCAL})), 2)
    assert last.with_percentages is enough


def test_a_question_that_was_not_asked_is_not_one_that_nobody_answered() -> None:
    short = replace(LOCAL, id="short", family="form", items={"why": LOCAL.items["why"]})
    long = replace(LOCAL, family="form", edition=2)
    boxes = (box({"why": Answer(text="Cake.")}), replace(box(), id="other", form="short"))
    results = synthesis_of(material(boxes=boxes, forms={"form": long, "short": short})).questionnaires
    assert [result.not_asked for result in results] == [("Useful where you work?",), ()]


def test_a_link_to_what_is_not_here_is_counted() -> None:
    document = synthesis_of(
        material(
            statements=(Statement(id="s", session="session", text="So it is."),),
            links=(StatementLink(id="l", statement="s", evidence="elsewhere"),),
        )
    )
    assert [(entry.missing, entry.bare) for entry in document.statements] == [(1, True)]


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-05-16", "16 May 2023"),
        ("2023-06/2023-09", "June 2023 to September 2023"),
        ("XXXX-09-28", "28 September, year not known"),
        ("2023-21", "2023-21"),
        ("spring", "spring"),
        ("", ""),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(edtf: str, words: str) -> None:
    assert date_words(DateGiven(given="16/05/23", edtf=edtf)) == words


def test_the_head_of_a_synthesis_says_that_a_year_was_worked_out() -> None:
    made = material()
    date = DateGiven(given="28 September", edtf="2023-09-28", inferred=True)
    head = report_of(synthesis_of(replace(made, session=replace(made.session, date=date)))).below
    assert head.startswith("28 September 2023 (in part inferred) · ")
