"""The lead writes how far principles held, what briefings went out, who commented on drafts (I1, I8, I9, I11)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from capture_app.domain.records import AgendaPart, Commenting, Dispatch, EngagementCheck, Session, TeamDebrief
from capture_app.domain.vocabulary import DispatchKind, Upheld, YesNo
from capture_app.services.entering import Entered
from capture_app.ui.session.debrief import DEBRIEF
from capture_app.ui.sessions.session_register import DETAILS
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.setup.engagement import ENGAGEMENT
from capture_app.ui.setup.sent_registers import BRIEFINGS, SENT
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.style import Look
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.registers import add_record, add_row, block, control, fill, list_rows, rows, shown
from tests.helpers.render import settle
from tests.ui.test_sessions_page import entered, kept, page, put, session

__all__ = ["entered", "page"]


@pytest.fixture
def setup(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[SetupPage]:
    """The page of setting up."""
    page = SetupPage(entered, jobs, look)
    page.resize(1180, 700)
    page.show()
    yield page
    page.hide()
    page.deleteLater()


def detail(setup: SetupPage, row: int = 0) -> str:
    """What a screen reader says of a record in the list."""
    return str(setup.pane().list.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_look_at_a_session_and_one_at_the_whole_are_kept_apart(
    page: SessionsPage, setup: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, ENGAGEMENT)
    (held,) = kept(jobs, entered, Session)
    rests = "What “not there for show” rests on"
    add_row(
        pane,
        "How far the three principles held",
        {
            "Not there for show": "Held",
            rests: "The agenda changed.",
            "Who looked": "Ines R.",
            "Looked on": "18 May 2023",
        },
    )
    setup.show_part(ENGAGEMENT)
    add_record(setup.pane(), {"No harm done": "Held in part", "Looked on": "20 June 2023"})
    whole, own = sorted(kept(jobs, entered, EngagementCheck), key=lambda one: one.session)
    assert (own.session, own.for_real, own.for_real_rests) == (held.id, Upheld.HELD, "The agenda changed.")
    assert (own.looked_by, own.looked_on.edtf, own.sensitive) == (
        "Ines R.",
        "2023-05-18",
        Upheld.NOT_LOOKED_AT,
    )
    assert (whole.session, whole.no_harm) == ("", Upheld.PARTLY)
    assert list_rows(setup.pane()) == ["20 June 2023"]
    assert detail(setup).endswith("not looked at, not looked at, held in part")


def test_briefings_stand_in_a_list_of_their_own_that_says_when_each_was_sent(
    page: SessionsPage, setup: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    session(page, DETAILS)
    fill(page.session_pane().form, {"Date": "16 May 2023"})
    page.keep_typed()
    settle(page)
    (held,) = kept(jobs, entered, Session)
    setup.show_part(BRIEFINGS)
    add_record(setup.pane(), {"Title": "How referrals work", "Topic": "Referrals", "Sent on": "9 May 2023"})
    (made,) = kept(jobs, entered, Dispatch)
    assert (made.briefing, made.dispatch_kind, made.topic) == (True, DispatchKind.PAPER, "Referrals")
    assert detail(setup).endswith("Referrals · sent, how long before is not known")
    put(jobs, entered, Dispatch(id="b", briefing=True, title="Who pays", session=held.id))
    settle(setup)
    assert detail(setup, 1).endswith(f"{held.label} · not sent")
    setup.show_part(SENT)
    add_record(setup.pane(), {"Title": "Draft framework"})
    assert list_rows(setup.pane()) == ["Draft framework"]
    setup.show_part(BRIEFINGS)
    assert list_rows(setup.pane()) == ["How referrals work", "Who pays"]


def test_a_briefing_is_about_a_part_of_its_own_session_and_a_stray_one_is_kept_and_told(
    setup: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    first, other = (Session(id=f"s{n}", label=f"Sectoral {n}") for n in (5, 6))
    parts = [AgendaPart(id=f"p{one.id}", session=one.id, title="Welcome") for one in (first, other)]
    stray = Dispatch(id="b", briefing=True, title="Who pays", session="s5", part="ps6")
    put(jobs, entered, first, other, *parts, stray)
    setup.show_part(BRIEFINGS)
    setup.pane().go_to("b")
    settle(setup)
    told = "This part is of another session. It is kept; choose one of this session."
    assert shown(setup.pane(), "Part of the agenda") == "Welcome, Sectoral 6"
    assert told in said(setup.pane())
    fill(setup.pane().form, {"Part of the agenda": "Welcome, Sectoral 5"})
    settle(setup)
    assert told not in said(setup.pane())
    assert [one.part for one in kept(jobs, entered, Dispatch)] == ["ps5"]
    found = control(setup.pane(), "Part of the agenda")
    assert isinstance(found, QComboBox)
    assert [found.itemText(n) for n in range(found.count())] == ["–", "Welcome, Sectoral 5"]


def said(within: QWidget) -> list[str]:
    """What stands in labels that are seen."""
    return [one.text() for one in within.findChildren(QLabel) if one.isVisible()]


def test_what_is_left_of_comments_is_said_below_the_group_and_so_is_a_contradiction(
    setup: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    setup.show_part(SENT)
    add_record(setup.pane(), {"Title": "Draft framework"})
    typed = {
        "Contributors": "consultants",
        "Could comment": "Yes",
        "Comments that came": "14",
        "Taken up": "8",
    }
    add_row(setup.pane(), "Who could comment, and who did", typed)
    (row,) = rows(block(setup.pane(), "Who could comment, and who did"))
    assert "6 comments are open." in [one.text() for one in row.findChildren(QLabel)]
    fill(row, {"Not taken up": "9"})
    setup.keep_typed()
    settle(setup)
    said = "17 are accounted for, and 14 came. One of the numbers cannot be right."
    assert said in [one.text() for one in row.findChildren(QLabel) if one.isVisible()]
    (one,) = kept(jobs, entered, Commenting)
    (paper,) = kept(jobs, entered, Dispatch)
    assert (one.dispatch, one.may_comment, one.came, one.taken_up) == (paper.id, YesNo.YES, 14, 8)
    assert (one.taken_in_part, one.not_taken_up) == (None, 9)


def test_the_lead_notes_heavy_content_and_that_somebody_talked_with_the_team(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, DETAILS)
    fill(pane.form, {"Note on heavy content": "Violence in a home."})
    page.keep_typed()
    settle(page)
    pane.form.show_page(DEBRIEF)
    settle(page)
    talked = {"What went well": "The groups.", "Somebody talked with us afterwards": "yes"}
    add_row(pane, "What the team says of it", talked)
    (held,), (debrief,) = kept(jobs, entered, Session), kept(jobs, entered, TeamDebrief)
    assert (held.content_note, debrief.talked) == ("Violence in a home.", True)
