"""A report lists what was to be done and by whom, and when the link broke; of nothing noted it says nothing."""

from __future__ import annotations

from dataclasses import replace

from capture_app.domain.records import Consultation, Line, Minutes, Session
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import ActionState, LineKind
from capture_app.reports.building import synthesis_of
from capture_app.reports.making import file_of
from capture_app.reports.material import Material
from capture_app.reports.telling import report_of
from tests.reports.reading import docx_words, html_words

ACTION = Line(
    id="a",
    minutes="m",
    text="Draft the criteria",
    line_kind=LineKind.ACTION,
    owner="Project team",
    due=DateGiven(given="30 May"),
    said_at="2024-05-16T11:23",
    order="1",
)
TROUBLE = Line(
    id="t", minutes="m", text="No sound", line_kind=LineKind.INCIDENT, lasted=3, affected=2, order="2"
)


def told(*lines: Line, ending: str = "html") -> str:
    """The words of a report on a session with these lines of minutes."""
    material = Material(
        consultation=Consultation(id="plan", title="Riverside"),
        session=Session(id="s", label="Session 4"),
        people={},
        forms={},
        minutes=(Minutes(id="m", taker="Noor A."),),
        lines=lines,
    )
    read = {"docx": docx_words, "html": html_words}[ending]
    return read(file_of(report_of(synthesis_of(material)), ending))


def test_actions_stand_in_a_list_with_who_and_by_when_as_given() -> None:
    words = told(ACTION, ending="docx")
    assert "1 action (computed), 1 still open" in words
    assert "Draft the criteria Project team 30 May Open Minutes · 11:23" in " ".join(words.split())


def test_an_action_without_a_name_or_a_date_says_that_nobody_recorded_it() -> None:
    bare = replace(ACTION, owner="", due=DateGiven(given=""), action_state=ActionState.DROPPED)
    words = told(bare)
    assert "1 action (computed), 0 still open" in words
    assert "Draft the criteria Not recorded Not recorded Dropped" in words


def test_trouble_with_the_link_is_counted_and_people_are_not_added_up() -> None:
    untimed = replace(TROUBLE, id="u", text="Picture frozen", lasted=None, affected=None, order="3")
    words = told(TROUBLE, untimed)
    assert "Noted 2 times (computed). 3 minutes in all, where somebody noted how long." in words
    assert "No sound 3 2 Minutes · 1" in words
    assert "Picture frozen Not recorded Not recorded" in words


def test_a_report_without_actions_or_trouble_has_no_such_chapter() -> None:
    words = told(Line(id="p", minutes="m", text="A point", order="1"))
    assert "Actions" not in words
    assert "trouble" not in words
