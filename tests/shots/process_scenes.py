"""How the consultation runs: principles, briefings, comments on drafts, heavy content, handing the keyboard over."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QScrollArea, QWidget

from capture_app.domain.dates import read_date
from capture_app.domain.errors import StorageTrouble
from capture_app.domain.ids import link_id
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    AgendaPart,
    Commenting,
    DataProtection,
    Dispatch,
    EngagementCheck,
    Session,
)
from capture_app.domain.vocabulary import Upheld, YesNo
from capture_app.services import keeping
from capture_app.services.done import Done
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.services.watching import LooksOn, observes_words
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.setup.engagement import ENGAGEMENT
from capture_app.ui.setup.sent_registers import BRIEFINGS, SENT
from capture_app.ui.setup_page import SetupPage
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.session_scenes import with_card
from tests.shots.stage import Scene, Stage

NOTE = (
    "The second case tells of violence in a home. Nobody has to stay in the room: the quiet room is next door, and "
    "one may stop at any time."
)


def in_setup(part: str, *, empty: bool = False) -> Scene:
    """A part of Set up, with something in it."""

    def scene(stage: Stage) -> QWidget:
        entered, session = _lead(stage)
        if not empty:
            _keep(stage, entered, *told(session))
        window = stage.window(entered)
        page = stage.page(window, "setup")
        assert isinstance(page, SetupPage)
        page.show_part(part)
        settle(window)
        if not empty:
            page.pane().panes.show_pane("second")
            page.pane().go_to({SENT: "draft", BRIEFINGS: "briefing-a", ENGAGEMENT: "look-whole"}[part])
            settle(window)
            _scroll_to_rows(page)
            settle(window)
        return window

    return scene


def briefing_astray(stage: Stage) -> QWidget:
    """A briefing about a part of another session."""
    entered, session = _lead(stage)
    there = Session(id="elsewhere", label="Sectoral 7 with the boards")
    part = AgendaPart(id="stray", session=there.id, title="How referrals work and who makes them")
    found = next(one for one in told(session) if one.id == "briefing-a")
    assert isinstance(found, Dispatch)
    _keep(stage, entered, there, part, replace(found, part=part.id))
    window = stage.window(entered)
    page = stage.page(window, "setup")
    assert isinstance(page, SetupPage)
    page.show_part(BRIEFINGS)
    settle(window)
    page.pane().panes.show_pane("second")
    page.pane().go_to("briefing-a")
    settle(window)
    return window


def _scroll_to_rows(page: SetupPage) -> None:
    """To the rows that belong to the record, where there are any."""
    for block in page.pane().form.rows:
        for area in page.findChildren(QScrollArea):
            if area.isAncestorOf(block):
                area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def engagement_of_session(stage: Stage) -> QWidget:
    """The principles at one session, as the lead works on it."""
    entered, session = _lead(stage)
    _keep(stage, entered, *told(session))
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.go_to("sessions", session)
    page.session_pane().panes.show_pane("second")
    page.session_pane().form.show_page(ENGAGEMENT)
    settle(window)
    return window


def heavy(key: str) -> Scene:
    """A worksheet or minutes of a session with a note on heavy content."""

    def scene(stage: Stage) -> QWidget:
        return _writing(stage, key)[0]

    return scene


def paused(stage: Stage) -> QWidget:
    """The keyboard is being handed over."""
    _window, page = _writing(stage, "")
    page.hand_on.begin()
    assert page.hand_on.curtain is not None
    settle(page.hand_on.curtain)
    return page.hand_on.curtain


def paused_not_saved(stage: Stage) -> QWidget:
    """The name could not be kept."""
    _window, page = _writing(stage, "")
    page.hand_on.begin()
    assert page.hand_on.curtain is not None
    page.hand_on._on_refused(StorageTrouble("The disk is full, so it was not kept. Free some space."))
    settle(page.hand_on.curtain)
    return page.hand_on.curtain


def paused_for_an_observer(stage: Stage) -> QWidget:
    """Somebody who observes was named as who types now."""
    _window, page = _writing(stage, "")
    page.hand_on.begin()
    assert page.hand_on.curtain is not None
    page.hand_on.curtain.name.setText("Kim O.")
    page.hand_on.keep_with(_refused)
    page.hand_on.curtain.go_on.click()
    settle(page.hand_on.curtain)
    return page.hand_on.curtain


def _refused(name: str) -> Done[None]:
    raise LooksOn(observes_words(name))


def _writing(stage: Stage, key: str) -> tuple[QWidget, CapturePage]:
    entered = stage.laptop("B")
    session = in_lane(stage.jobs, partial(keeping.entry, entered.workspace, Session, entered.about.session))
    assert session is not None
    _keep(stage, entered, replace(session.record, content_note=NOTE), _card(entered))
    window = stage.window(entered)
    assert window.desk is not None
    page = stage.page(window, key) if key else window.desk.page()
    assert isinstance(page, CapturePage)
    settle(window)
    return window, page


def _card(entered: Entered) -> DataProtection:
    return DataProtection(
        id=link_id("DataProtection", entered.about.consultation), in_danger="Ines R., 0800 000"
    )


def told(session: RecordId) -> tuple[Record, ...]:
    """Two looks, two briefings of which one is not sent, and a draft on which two groups could comment."""
    return (*_looks(session), *_sent(session), *_comments())


def _looks(session: RecordId) -> tuple[Record, ...]:
    return (
        EngagementCheck(
            id="look-session",
            session=session,
            for_real=Upheld.HELD,
            for_real_rests="Two changes of the agenda came from what consultants said.",
            sensitive=Upheld.PARTLY,
            sensitive_rests="The break was cut short by ten minutes.",
            looked_by="Ines R.",
            looked_on=read_date("18 May 2023"),
        ),
        EngagementCheck(
            id="look-whole",
            for_real=Upheld.PARTLY,
            for_real_rests="Consultants commented on drafts as partners did; the first workshop came before that.",
            sensitive=Upheld.HELD,
            sensitive_rests="Introductions before and debriefings after every workshop.",
            no_harm=Upheld.NOT_LOOKED_AT,
            looked_by="Ines R.",
            looked_on=read_date("20 June 2023"),
        ),
    )


def _sent(session: RecordId) -> tuple[Record, ...]:
    return (
        AgendaPart(id="part-nrm", session=session, title="How referrals work", order="zz"),
        Dispatch(
            id="briefing-a",
            briefing=True,
            title="How the National Referral Mechanism works",
            topic="Referrals",
            part="part-nrm",
            session=session,
            sent=read_date("9 May 2023"),
            channel="mail",
            audience="everybody invited",
        ),
        Dispatch(
            id="briefing-b", briefing=True, title="Who pays for an advocate", topic="Funding", session=session
        ),
        Dispatch(id="draft", title="Draft framework", edition="2", sent=read_date("3 July 2023")),
    )


def _comments() -> tuple[Record, ...]:
    return (
        Commenting(
            id="comments-a",
            dispatch="draft",
            contributors="consultants",
            may_comment=YesNo.YES,
            until=read_date("21 July 2023"),
            came=14,
            taken_up=8,
            taken_in_part=3,
            not_taken_up=1,
            order="a",
        ),
        Commenting(
            id="comments-b",
            dispatch="draft",
            contributors="partner organisations",
            may_comment=YesNo.YES,
            came=5,
            taken_up=4,
            not_taken_up=2,
            order="b",
        ),
    )


def _keep(stage: Stage, entered: Entered, *records: Record) -> None:
    for one in records:
        in_lane(stage.jobs, partial(keep, entered.workspace, one))


def _lead(stage: Stage) -> tuple[Entered, RecordId]:
    entered = with_card(stage, stage.lead())
    return entered, max(entered.sessions, key=lambda row: row.lines).session.id


PROCESS_SCENES: dict[str, Scene] = {
    "02-worksheet-heavy": heavy(""),
    "03-minutes-heavy": heavy("minutes"),
    "02-worksheet-paused": paused,
    "02-worksheet-paused-error": paused_not_saved,
    "02-worksheet-paused-observes": paused_for_an_observer,
    "07-sessions-engagement": engagement_of_session,
    "11-setup-briefings": in_setup(BRIEFINGS),
    "11-setup-briefings-astray": briefing_astray,
    "11-setup-briefings-empty": in_setup(BRIEFINGS, empty=True),
    "11-setup-comments": in_setup(SENT),
    "11-setup-engagement": in_setup(ENGAGEMENT),
    "11-setup-engagement-empty": in_setup(ENGAGEMENT, empty=True),
}
