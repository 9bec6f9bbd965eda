"""What a person is told that nobody may settle silently: two ticked names, a code that stands twice, a loop."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from capture_app.domain.ids import new_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import Attendance, Session, Theme, ThemeLabel
from capture_app.domain.vocabulary import Grain, SessionKind
from capture_app.services.keeping import keep
from capture_app.services.workspaces import Workspace
from capture_app.ui.register.known_offer import KnownOffer
from capture_app.ui.sessions.session_register import PEOPLE
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.setup_page import CARD, SetupPage
from capture_app.ui.widgets.scroll import ScrollColumn
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.session_scenes import with_card
from tests.shots.stage import Scene, Stage


def frame_doubtful(stage: Stage) -> QWidget:
    """A theme of which a merge left two names ticked, and whose code another has too."""
    entered = stage.lead()
    in_lane(stage.jobs, lambda: _two_choices(entered.workspace))
    window = stage.window(entered)
    page = stage.page(window, "setup")
    assert isinstance(page, SetupPage)
    page.show_part("frame")
    page.pane().panes.show_pane("second")
    settle(window)
    return window


def topic_begun_twice(*, is_joined: bool) -> Scene:
    """A topic of the name of another, which another laptop began; joined into it already, or not yet."""

    def scene(stage: Stage) -> QWidget:
        entered = stage.lead()
        topic = in_lane(stage.jobs, lambda: _two_topics(entered.workspace, is_joined=is_joined))
        window = stage.window(entered)
        page = stage.page(window, "setup")
        assert isinstance(page, SetupPage)
        page.show_part("frame")
        page.pane().go_to(topic)
        page.pane().panes.show_pane("second")
        settle(window)
        return window

    return scene


def session_with_others(stage: Stage) -> QWidget:
    """A workshop with its introduction and its debrief, which a merge made belong to each other."""
    entered = with_card(stage, stage.lead())
    workshop = max(entered.sessions, key=lambda row: row.lines).session
    in_lane(stage.jobs, lambda: _belonging(entered.workspace, workshop))
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.go_to("sessions", workshop.id)
    page.session_pane().panes.show_pane("second")
    settle(window)
    return window


def name_of_somebody_known(stage: Stage) -> QWidget:
    """A session to come: a name was typed which somebody under People has, and nobody is linked."""
    entered = with_card(stage, stage.lead())
    session = Session(id=new_id(), label="Workshop 7")
    typed = Attendance(id=new_id(), session=session.id, grain=Grain.PERSON, listing="Wren T. (invented)")
    in_lane(stage.jobs, lambda: [keep(entered.workspace, one) for one in (session, typed)])
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.go_to("sessions", session.id)
    pane = page.session_pane()
    pane.panes.show_pane("second")
    pane.form.show_page(PEOPLE)
    settle(window)
    offer = next(one for one in pane.findChildren(KnownOffer) if one.isVisible())
    next(one for one in pane.findChildren(ScrollColumn) if one.isAncestorOf(offer)).ensureWidgetVisible(
        offer, 0, window.height() // 3
    )
    settle(window)
    return window


def card_kept_until(words: str) -> Scene:
    """The data-protection card, which says this of how long records are kept."""

    def scene(stage: Stage) -> QWidget:
        window = stage.window(with_card(stage, stage.lead(), kept_until=words))
        page = stage.page(window, "setup")
        assert isinstance(page, SetupPage)
        page.show_part(CARD)
        settle(window)
        return window

    return scene


def _two_choices(workspace: Workspace) -> None:
    with workspace.unit_of_work() as work:
        theme = next(one for one in work.records.all(Theme) if one.code == "S1")
        for label in work.records.all(ThemeLabel, theme=theme.id):
            work.records.save(replace(label, preferred=True))
        work.records.save(Theme(id=new_id(), theme_kind=theme.theme_kind, code=theme.code, order="z"))
        work.commit()


def _two_topics(workspace: Workspace, *, is_joined: bool) -> RecordId:
    kept, other = Theme(id=new_id()), Theme(id=new_id())
    names = [ThemeLabel(id=new_id(), theme=one.id, text="Legal advice") for one in (kept, other)]
    for one in (kept, replace(other, joined_into=kept.id if is_joined else ""), *names):
        keep(workspace, one)
    return other.id


def _belonging(workspace: Workspace, workshop: Session) -> None:
    introduction = Session(
        id=new_id(), label="Meeting the team", session_kind=SessionKind.INTRODUCTION, parent=workshop.id
    )
    debrief = Session(id=new_id(), label="Looking back", session_kind=SessionKind.DEBRIEF, parent=workshop.id)
    with workspace.unit_of_work() as work:
        for one in (introduction, debrief, replace(workshop, parent=debrief.id)):
            work.records.save(one)
        work.commit()


DOUBT_SCENES: dict[str, Scene] = {
    "11-setup-kept-until-no-day": card_kept_until("31 February"),
    "11-setup-kept-until-past": card_kept_until("1 May 2020"),
    "11-setup-frame-doubtful": frame_doubtful,
    "11-setup-frame-joined": topic_begun_twice(is_joined=True),
    "11-setup-frame-twice": topic_begun_twice(is_joined=False),
    "11-sessions-known-by-name": name_of_somebody_known,
    "11-sessions-with-others": session_with_others,
}
