"""A lead changes the rule of a part: the lines that now say too much stand above the agenda (practice 2.5)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from capture_app.domain.records import AgendaPart, Line, Minutes, Organisation, Session
from capture_app.domain.vocabulary import Rule
from capture_app.services.entering import Entered
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.render import clipped_texts, settle
from tests.ui.test_sessions_page import entered, kept, page, put, session

__all__ = ["entered", "page"]


def test_lines_that_say_too_much_are_shown_and_their_names_taken_out_in_one_step(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, "agenda")
    (made,) = kept(jobs, entered, Session)
    part = AgendaPart(id="part", session=made.id, title="Plenary", order="1")
    line = Line(
        id="line",
        session=made.id,
        minutes="m",
        part="part",
        text="As at Harbour Trust.",
        said_at="2024-05-16T11:25",
        order="1",
    )
    put(
        jobs,
        entered,
        Organisation(id="o", name="Harbour Trust"),
        Minutes(id="m", session=made.id),
        part,
        line,
    )
    settle(page)
    assert not pane.rules.isVisible()

    put(jobs, entered, replace(part, rule=Rule.CHATHAM_HOUSE))
    settle(page)
    assert pane.rules.isVisible()
    assert "1 line says more than the rule of its part allows." in pane.rules.banner.accessibleName()
    QTest.mouseClick(pane.rules.look_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert "“As at Harbour Trust.” (names Harbour Trust)" in " ".join(pane.rules.words())
    assert clipped_texts(page) == []

    QTest.mouseClick(pane.rules.button, Qt.MouseButton.LeftButton)
    settle(page)
    assert [one.text for one in kept(jobs, entered, Line)] == ["As at [an organisation]."]
    assert not pane.rules.isVisible()
    pane.steps.back()
    settle(page)
    assert [one.text for one in kept(jobs, entered, Line)] == ["As at Harbour Trust."]
    assert pane.rules.isVisible()
