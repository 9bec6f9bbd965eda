"""After a session: what the team says of it, what is still undecided, and closing it; on a laptop and for the lead."""

from __future__ import annotations

from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaTemplate, Need, Payment, TeamDebrief
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.ui.main_window import MainWindow
from capture_app.ui.register.described import Text
from capture_app.ui.register.row import Row
from capture_app.ui.session.debrief import DEBRIEF
from capture_app.ui.session_page import CLOSE, SessionPage
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.form_hand import type_into
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.session_scenes import with_card
from tests.shots.stage import Scene, Stage


def debrief(stage: Stage) -> QWidget:
    """What the facilitator says of the session, written on their laptop."""
    page, window = _page(stage, DEBRIEF)
    for name, words in (
        ("went_well", "Two groups finished early and read both worksheets."),
        ("issues", "People on the call could not hear the plenary for ten minutes."),
        ("proposed", "A second microphone"),
    ):
        type_into(page, Text(name=name).words(TeamDebrief), words)
    page.keep_typed()
    settle(window)
    return window


def debrief_not_kept(stage: Stage) -> QWidget:
    """The disk is full."""
    page, window = _page(stage, DEBRIEF)
    assert page.debrief is not None
    page.debrief._on_failed(StorageTrouble("The disk is full, so it was not kept. Free some space."))
    settle(window)
    return window


def debriefs(stage: Stage) -> QWidget:
    """What two of the team say of a session, and what was changed because of it, as the lead reads it."""
    entered, session = _lead(stage)
    agenda = AgendaTemplate(id="half-day", family="half-day", edition=2, title="Half a day for a workshop")
    for one in (agenda, *told(session)):
        in_lane(stage.jobs, partial(keep, entered.workspace, one))
    window, page = _sessions(stage, entered, session)
    page.session_pane().form.show_page(DEBRIEF)
    settle(window)
    rows = page.session_pane().findChildren(Row)
    next(row for row in rows if isinstance(row.entry.record, TeamDebrief)).show_more()
    settle(window)
    return window


def undecided(stage: Stage) -> QWidget:
    """What is undecided on a laptop, after the session."""
    _shown, window = _page(stage, CLOSE)
    return window


def closed(stage: Stage) -> QWidget:
    """Closed, with the reason."""
    page, window = _page(stage, CLOSE)
    QTest.keyClicks(page.closing.part.reason, "The scribe of group 2 went home early")
    page.closing.part.close_session()
    settle(window)
    return window


def closed_without_why(stage: Stage) -> QWidget:
    """The reason is missing."""
    page, window = _page(stage, CLOSE)
    page.closing.part.close_session()
    settle(window)
    return window


def undecided_at_the_lead(stage: Stage) -> QWidget:
    """What is undecided about a session, as its lead sees it above the form."""
    entered, session = _lead(stage)
    for one in (Need(id="n", session=session, need="A ramp"), Payment(id="p", session=session)):
        in_lane(stage.jobs, partial(keep, entered.workspace, one))
    window, page = _sessions(stage, entered, session)
    page.session_pane().closing.unfold_button.click()
    settle(window)
    return window


def undecided_folded(stage: Stage) -> QWidget:
    """The same as it stands when one comes to the session."""
    entered, session = _lead(stage)
    window, _shown = _sessions(stage, entered, session)
    return window


def told(session: RecordId) -> tuple[TeamDebrief, TeamDebrief]:
    """One who led the session in the room, and one who looked after those on the call."""
    return (
        TeamDebrief(
            id="debrief-a",
            session=session,
            role="facilitator",
            who="Ines R.",
            went_well="Two groups finished early and read both worksheets.",
            issues="People on the call could not hear the plenary for ten minutes.",
            proposed="A second microphone, and the questions sent a day before.",
            changed="A microphone for each table; the remote host tries the sound first.",
            agenda="half-day",
        ),
        TeamDebrief(
            id="debrief-b",
            session=session,
            role="remote host",
            went_well="Everybody on the call had read the questions.",
            issues="The chat was read out too late, so that some things were said twice.",
            proposed="Somebody who does nothing but watch the chat.",
        ),
    )


def _page(stage: Stage, part: str) -> tuple[SessionPage, QWidget]:
    window = stage.window(stage.laptop("C"))
    page = stage.page(window, "session")
    assert isinstance(page, SessionPage)
    page.show_part(part)
    page.focus_first()
    settle(window)
    return page, window


def _lead(stage: Stage) -> tuple[Entered, RecordId]:
    entered = with_card(stage, stage.lead())
    return entered, max(entered.sessions, key=lambda row: row.lines).session.id


def _sessions(stage: Stage, entered: Entered, session: RecordId) -> tuple[MainWindow, SessionsPage]:
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.go_to("sessions", session)
    page.session_pane().panes.show_pane("second")
    settle(window)
    return window, page


CLOSING_SCENES: dict[str, Scene] = {
    "02-session-debrief": debrief,
    "02-session-debrief-error": debrief_not_kept,
    "02-session-close": undecided,
    "02-session-closed": closed,
    "02-session-close-why": closed_without_why,
    "07-sessions-debriefs": debriefs,
    "07-sessions-undecided": undecided_at_the_lead,
    "07-sessions-undecided-folded": undecided_folded,
}
