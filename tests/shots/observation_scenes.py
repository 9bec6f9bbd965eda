"""Scenes of an observer: the notes as they are written, and what was given as the lead reads it."""

from __future__ import annotations

from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from capture_app.domain.gathered import Gathered
from capture_app.domain.ids import new_id
from capture_app.domain.records import Expectation, Line, Observation, Session
from capture_app.domain.vocabulary import Role
from capture_app.services.entering import Entered, enter_pack
from capture_app.services.keeping import keep, take_away
from capture_app.ui.hand_over_page import HandOverPage
from capture_app.ui.main_window import MainWindow
from capture_app.ui.observation_page import ObservationPage
from capture_app.ui.sessions.session_register import OBSERVED
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.lead_world import in_lane
from tests.helpers.pack_world import pack_world
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage

RAN = "Began seven minutes late: the link was sent twice. The break was kept, the last part was cut by half."
TOOK_PART = (
    "Two voices led the plenary. In the groups nearly everybody spoke; on the call three people wrote in the "
    "chat only, and were asked last."
)


def _observer(stage: Stage) -> Entered:
    folder = stage.new_folder()
    with pack_world(folder) as world:
        pack = world.pack("Laptop O", Role.OBSERVER)
        made = enter_pack(pack, None, folder / "observer.capture", None)
    assert isinstance(made, Entered)
    return made


def noting(stage: Stage) -> QWidget:
    """An observer has begun to write, and gave nothing yet."""
    window = stage.window(stage.opened(in_lane(stage.jobs, lambda: _observer(stage))))
    page = window.findChildren(ObservationPage)[0]
    first, second, *_rest = page.findChildren(QPlainTextEdit)
    for control, words in ((first, RAN), (second, TOOK_PART)):
        control.setFocus()
        QTest.keyClicks(control, words)
    page.keep_typed()
    settle(window)
    return window


def handed_over(stage: Stage) -> QWidget:
    """The receipt of an observer who gave the notes, and took a line away that had been written."""
    entered = in_lane(stage.jobs, lambda: _observer(stage))

    def write() -> None:
        session, line = entered.about.session, Line(id=new_id(), text="Seven values are too many.")
        keep(entered.workspace, Observation(id=new_id(), session=session, ran=RAN, given=True))
        keep(entered.workspace, line)
        take_away(entered.workspace, Line, line.id)

    in_lane(stage.jobs, write)
    window = stage.window(stage.opened(entered))
    page = stage.page(window, "hand_over")
    assert isinstance(page, HandOverPage)
    page.write_to(stage.new_folder() / "observer.wsbundle")
    settle(window)
    return window


def written_since(stage: Stage) -> QWidget:
    """An observer gave the notes, handed over, wrote more, and comes back to the receipt."""
    window = noting(stage)
    assert isinstance(window, MainWindow)
    observing = window.findChildren(ObservationPage)[0]
    page = stage.page(window, "hand_over")
    assert isinstance(page, HandOverPage)
    page.write_to(stage.new_folder() / "observer.wsbundle")
    settle(window)
    stage.page(window, "observation")
    text = observing.findChildren(QPlainTextEdit)[2]
    text.setFocus()
    QTest.keyClicks(text, "The sound in the back rows.")
    observing.keep_typed()
    stage.page(window, "hand_over")
    settle(window)
    return window


def given(stage: Stage) -> QWidget:
    """The lead reads what an observer gave."""
    entered = stage.lead()

    def give() -> str:
        with entered.workspace.unit_of_work() as work:
            session = work.records.all(Session)[0].id
            work.records.save(
                Observation(id="o", session=session, who="Ines R.", ran=RAN, took_part=TOOK_PART, given=True)
            )
            work.commit()
        return session

    session = in_lane(stage.jobs, give)
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.session_pane().go_to(session)
    settle(window)
    page.session_pane().form.show_page(OBSERVED)
    settle(window)
    return window


def expected(stage: Stage) -> QWidget:
    """What is expected of which sessions, under Set up."""
    entered = stage.lead()
    for what, series in ((Gathered.OBSERVATION, "sectoral"), (Gathered.MINUTES, "")):
        one = Expectation(id=what, consultation=entered.about.consultation, what=what, series=series)
        in_lane(stage.jobs, partial(keep, entered.workspace, one))
    window = stage.window(entered)
    stage.page(window, "setup")
    return window


def missing(stage: Stage) -> QWidget:
    """A session of a series of which an observer's notes are expected, and none came."""
    entered = stage.lead()

    def expect() -> str:
        with entered.workspace.unit_of_work() as work:
            work.records.save(Expectation(id="e", what=Gathered.OBSERVATION, series="sectoral"))
            work.commit()
            return next(one.id for one in work.records.all(Session) if one.series == "sectoral")

    session = in_lane(stage.jobs, expect)
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.session_pane().go_to(session)
    settle(window)
    return window


OBSERVATION_SCENES: dict[str, Scene] = {
    "02-observation": noting,
    "06-hand-over-receipt-observer": handed_over,
    "06-hand-over-receipt-since": written_since,
    "03-observation-given": given,
    "11-setup-expected": expected,
    "03-session-expected-missing": missing,
}
