"""Two takers' minutes become an agreed version that keeps its sources; the streams stay as they are (E1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.records import AgendaPart, Line, LineTheme, Statement, StatementLink
from capture_app.domain.vocabulary import LineKind, Permission, Rule, Side
from capture_app.services.agreeing import (
    accept_change,
    drop_line,
    read_agreeing,
    reword,
    sessions_with_minutes,
    set_agreed,
    take_over,
)
from capture_app.services.dumping import dump
from capture_app.services.erasing import erase_record
from capture_app.services.noting import noting, undo_all
from capture_app.services.reporting import report_bytes, synthesis_document
from capture_app.services.setting_aside import set_aside
from capture_app.services.synthesising import synthesis
from capture_app.services.workspaces import Workspace
from tests.helpers.minutes_world import SESSION, change, make_world, save
from tests.reports.reading import html_words

JOINED = "Refusals are published, each with its reason."


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """Two streams, nothing agreed yet."""
    made = make_world(tmp_path)
    yield made
    made.close()


def agreed_texts(lead: Workspace) -> list[str]:
    return [one.line.text for one in read_agreeing(lead, SESSION).lines]


def streams(lead: Workspace) -> list[tuple[str, list[str]]]:
    told = read_agreeing(lead, SESSION).streams
    return [(one.minutes.taker, [line.text for line in one.lines]) for one in told]


def test_a_line_is_taken_over_with_its_marks_and_says_where_it_comes_from(lead: Workspace) -> None:
    before = streams(lead)
    take_over(lead, SESSION, ["n2"])
    told = read_agreeing(lead, SESSION)
    (agreed,) = told.lines
    assert (agreed.line.text, agreed.line.part) == (
        "A host should publish how referrals are refused.",
        "plenary",
    )
    assert (agreed.line.line_kind, agreed.line.side) == (LineKind.POINT, Side.ROOM)
    assert [(one.taker, one.at, one.changed) for one in agreed.origins] == [("Noor A.", "11:17", False)]
    assert told.taken == {"n2"}
    assert streams(lead) == before
    with lead.unit_of_work() as work:
        assert [bond.theme for bond in work.records.all(LineTheme, line=agreed.line.id)] == ["s1"]


def test_one_line_joins_two_and_marks_on_which_they_differ_are_left_open(lead: Workspace) -> None:
    change(lead, "j1", lambda line: replace(line, side=Side.REMOTE))
    take_over(lead, SESSION, ["n2", "j1"], JOINED)
    (agreed,) = read_agreeing(lead, SESSION).lines
    assert (agreed.line.text, agreed.line.side, agreed.line.said_at) == (JOINED, None, "2024-05-16T11:17")
    assert [one.taker for one in agreed.origins] == ["Noor A.", "Jo M."]
    with pytest.raises(NotPossible, match="in the agreed version already"):
        take_over(lead, SESSION, ["j1"])
    with pytest.raises(NotPossible, match="needs words"):
        take_over(lead, SESSION, ["n3", "j3"])
    assert agreed_texts(lead) == [JOINED]


def test_lines_of_two_parts_stand_together_in_the_one_with_the_stricter_rule(lead: Workspace) -> None:
    save(lead, AgendaPart(id="welcome", session=SESSION, title="Welcome", order="0", rule=Rule.OPEN))
    change(lead, "j1", lambda line: replace(line, part="welcome", said_at="2024-05-16T11:05"))
    change(lead, "n2", lambda line: replace(line, line_kind=LineKind.QUESTION))
    take_over(lead, SESSION, ["j1", "n2"], JOINED)
    (agreed,) = read_agreeing(lead, SESSION).lines
    assert agreed.line.part == "plenary"
    assert agreed.line.line_kind is LineKind.POINT, "they were of two kinds"


def test_a_line_in_other_words_than_its_sources_says_so_here_and_in_documents(lead: Workspace) -> None:
    take_over(lead, SESSION, ["n3"])
    both = "A host should publish how referrals are refused. Refusals have to be public, with the reason for each."
    joined = take_over(lead, SESSION, ["n2", "j1"], both).value

    def others() -> set[str]:
        return {view.line.id for view in read_agreeing(lead, SESSION).lines if view.reworded}

    assert others() == set(), "whole sentences one after the other are no other words"
    reword(lead, joined, JOINED)
    assert others() == {joined}
    change(lead, "n3", lambda line: replace(line, text="The three groups keep one list."))
    assert others() == {joined}, "what a taker changed afterwards is no rewording of the agreed line"
    set_agreed(lead, SESSION)
    told = {piece.text: piece.reworded for piece in synthesis_document(lead, SESSION).unused}
    assert told == {JOINED: True, "The three groups keep one shared list of criteria.": False}
    assert "reworded" in html_words(report_bytes(lead, SESSION, "html"))


def test_words_that_nobody_said_are_no_quotation_and_have_nobodys_permission(lead: Workspace) -> None:
    quotation, may = LineKind.QUOTATION, Permission.GIVEN
    change(lead, "n2", lambda line: replace(line, line_kind=quotation, permission=may, text="“We wait.”"))
    line = take_over(lead, SESSION, ["n2"]).value

    def stands() -> tuple[str, LineKind, Permission]:
        (agreed,) = read_agreeing(lead, SESSION).lines
        return agreed.line.text, agreed.line.line_kind, agreed.line.permission

    assert stands() == ("“We wait.”", quotation, may)
    reword(lead, line, "People wait")
    assert stands() == ("People wait", LineKind.POINT, Permission.NOT_ASKED)
    reword(lead, line, "“We wait.”")
    assert stands() == ("“We wait.”", quotation, may)
    drop_line(lead, line)
    take_over(lead, SESSION, ["n2", "j1"], JOINED)
    assert stands() == (JOINED, LineKind.POINT, Permission.NOT_ASKED)


def test_agreed_lines_stand_by_part_and_time_in_whatever_order_they_are_taken(lead: Workspace) -> None:
    for line in ("j4", "n4", "n1", "j2", "n2"):
        take_over(lead, SESSION, [line])
    told = read_agreeing(lead, SESSION)
    assert [view.origins[0].line for view in told.lines] == ["n1", "n2", "j2", "n4", "j4"]


def test_a_source_that_is_changed_afterwards_shows_until_somebody_has_looked(lead: Workspace) -> None:
    line = take_over(lead, SESSION, ["n2", "j1"], JOINED).value
    change(lead, "j1", lambda one: replace(one, line_kind=LineKind.QUOTATION))
    assert not read_agreeing(lead, SESSION).lines[0].changed, "its words are the same"
    change(lead, "j1", lambda one: replace(one, text="Refusals have to be public."))
    (view,) = read_agreeing(lead, SESSION).lines
    assert view.changed
    assert [(one.before, one.now) for one in view.origins if one.changed] == [
        ("Refusals have to be public, with the reason for each.", "Refusals have to be public.")
    ]
    assert view.line.text == JOINED
    accept_change(lead, line)
    assert not read_agreeing(lead, SESSION).lines[0].changed


def test_a_source_that_is_gone_is_told_and_erasing_it_leaves_no_copy_of_its_words(lead: Workspace) -> None:
    take_over(lead, SESSION, ["n2", "j1"], JOINED)
    erase_record(lead, "j1")
    (view,) = read_agreeing(lead, SESSION).lines
    assert [(one.gone, one.before) for one in view.origins if one.line == "j1"] == [(True, None)]
    assert view.changed
    assert "with the reason for each" not in "".join(dump(lead))


def test_a_source_that_is_set_aside_is_shown_nowhere_and_the_agreed_line_says_that_it_lost_one(
    lead: Workspace,
) -> None:
    take_over(lead, SESSION, ["j2"])
    with lead.unit_of_work() as work:
        line, seen = work.records.get(Line, "j2"), work.records.seen(Line, "j2")
    set_aside(lead, line, seen)
    (view,) = read_agreeing(lead, SESSION).lines
    assert (view.changed, view.origins) == (True, ())


def test_what_stands_as_agreed_is_opened_again_before_it_is_changed(lead: Workspace) -> None:
    with pytest.raises(NotPossible, match="nothing to mark"):
        set_agreed(lead, SESSION)
    line = take_over(lead, SESSION, ["n1"]).value
    set_agreed(lead, SESSION)
    for verb in (
        partial(take_over, lead, SESSION, ["n2"]),
        partial(reword, lead, line, "Otherwise"),
        partial(drop_line, lead, line),
        partial(accept_change, lead, line),
    ):
        with pytest.raises(NotPossible, match="stand as agreed"):
            verb()
    set_agreed(lead, SESSION, on=False)
    reword(lead, line, "Otherwise")
    with pytest.raises(NotPossible, match="stays as it was"):
        reword(lead, line, "  ")
    assert agreed_texts(lead) == ["Otherwise"]


def test_every_step_is_undone_whole(lead: Workspace) -> None:
    before = list(dump(lead))
    noted = noting(lead, partial(take_over, lead, SESSION, ["n2", "j1"], JOINED))
    back = undo_all(lead, noted.steps).value
    told = read_agreeing(lead, SESSION)
    assert (told.agreement, told.lines, told.taken) == (None, (), frozenset())
    undo_all(lead, back)
    dropped = noting(lead, partial(drop_line, lead, noted.value))
    assert agreed_texts(lead) == []
    take_over(lead, SESSION, ["n2"])
    assert len(before) < len(list(dump(lead)))
    undo_all(lead, dropped.steps)
    assert JOINED in agreed_texts(lead)


def test_a_line_taken_out_can_be_taken_over_again(lead: Workspace) -> None:
    drop_line(lead, take_over(lead, SESSION, ["n2"]).value)
    assert read_agreeing(lead, SESSION).taken == frozenset()
    take_over(lead, SESSION, ["n2"])
    assert read_agreeing(lead, SESSION).taken == {"n2"}


def test_documents_use_the_agreed_version_once_it_stands_and_say_so(lead: Workspace) -> None:
    save(lead, Statement(id="st", session=SESSION, text="Refusals need reasons.", order="1"))
    save(lead, StatementLink(id="li", statement="st", evidence="n2"))
    take_over(lead, SESSION, ["n2", "j1"], JOINED)
    take_over(lead, SESSION, ["n3"])
    unagreed = synthesis_document(lead, SESSION)
    assert (unagreed.lines, unagreed.stood_back) == (8, 0)
    set_agreed(lead, SESSION)
    document = synthesis_document(lead, SESSION)
    # Two agreed lines, and the one of a stream on which a statement rests.
    assert (document.lines, document.stood_back) == (3, 7)
    assert [(one.code, one.lines) for one in document.streams][-1] == ("Agreed minutes", 2)
    assert [piece.text for piece in document.unused] == ["The three groups keep one shared list of criteria."]
    words = html_words(report_bytes(lead, SESSION, "html"))
    assert "This document uses the agreed version of the minutes. 7 lines of the takers’ own minutes" in words
    assert "Refusals need reasons." in words


def test_the_synthesis_offers_each_line_once(lead: Workspace) -> None:
    take_over(lead, SESSION, ["n2", "j1"], JOINED)
    assert JOINED not in [one.text for one in synthesis(lead, SESSION).evidence]
    set_agreed(lead, SESSION)
    evidence = synthesis(lead, SESSION).evidence
    assert [(one.text, one.reference) for one in evidence] == [
        (JOINED, "Agreed minutes · Plenary feedback · 11:17")
    ]
    assert [(one.permission, one.unfinished) for one in evidence] == [(None, False)]
    kind, refused = LineKind.QUOTATION, Permission.REFUSED
    change(
        lead,
        evidence[0].id,
        lambda one: replace(one, line_kind=kind, permission=refused, text="“Nobody …"),
    )
    (quoted,) = synthesis(lead, SESSION).evidence
    assert (quoted.permission, quoted.unfinished) == (Permission.REFUSED, True)


def test_two_laptops_that_take_the_same_line_over_have_one_agreed_version(
    lead: Workspace, tmp_path: Path
) -> None:
    take_over(lead, SESSION, ["n1"])
    folder = tmp_path / "other"
    folder.mkdir()
    other = make_world(folder)
    take_over(other, SESSION, ["n2"])
    with lead.unit_of_work() as mine, other.unit_of_work() as theirs:
        ids = [{one.minutes for one in work.records.all(Line)} - {"noor", "jo"} for work in (mine, theirs)]
    other.close()
    assert ids[0] == ids[1]


def test_only_sessions_of_which_minutes_were_taken_are_offered(lead: Workspace) -> None:
    assert [one.id for one in sessions_with_minutes(lead)] == [SESSION]
