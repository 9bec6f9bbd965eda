"""A session that runs: late in a part, before it begins, and when it has no agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.ids import new_id
from capture_app.domain.records import AgendaPart, Device, PartRun, Session
from capture_app.services import keeping, running
from capture_app.services.entering import Entered
from capture_app.services.running import Agenda
from capture_app.ui.session_page import SessionPage
from capture_app.ui.sessions.session_register import AGENDA
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.widgets.scroll import ScrollColumn
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage


def late(stage: Stage) -> QWidget:
    """A part runs late, and the questionnaire is to keep its time."""
    laptop, agenda = _agenda(stage)
    half = len(agenda.parts) // 2 - 1
    for part in agenda.parts[: half + 1]:
        begins = _planned(part) + timedelta(minutes=6)
        in_lane(stage.jobs, partial(running.begin, laptop.workspace, laptop.about.session, part.id, begins))
    return _shown(stage, laptop, _planned(agenda.parts[half]) + timedelta(minutes=18))


def before(stage: Stage) -> QWidget:
    """Nothing has begun."""
    laptop, agenda = _agenda(stage)
    return _shown(stage, laptop, _planned(agenda.parts[0]) - timedelta(minutes=4))


def over(stage: Stage) -> QWidget:
    """The session was ended, perhaps too soon."""
    laptop, agenda = _agenda(stage)
    begun = partial(running.begin, laptop.workspace, laptop.about.session)
    for part in agenda.parts:
        in_lane(stage.jobs, partial(begun, part.id, _planned(part)))
    ends = _planned(agenda.parts[-1]) + timedelta(minutes=9)
    in_lane(stage.jobs, partial(running.finish, laptop.workspace, laptop.about.session, ends))
    return _shown(stage, laptop, ends)


def without_agenda(stage: Stage) -> QWidget:
    """The lead has not planned it."""
    laptop, agenda = _agenda(stage)
    for part in agenda.parts:
        in_lane(stage.jobs, partial(keeping.take_away, laptop.workspace, AgendaPart, part.id))
    return _shown(stage, laptop, datetime(2023, 5, 16, 9, 0).astimezone())


def not_kept(stage: Stage) -> QWidget:
    """The disk is full."""
    laptop, agenda = _agenda(stage)
    window = _shown(stage, laptop, _planned(agenda.parts[0]))
    page = window.findChildren(SessionPage)[0]
    page.run._on_failed(
        StorageTrouble("The disk is full, so it was not kept. Free some space and try again.")
    )
    settle(window)
    return window


def _agenda(stage: Stage) -> tuple[Entered, Agenda]:
    laptop = stage.laptop("C")
    read = partial(running.read_agenda, laptop.workspace, laptop.about.session)
    return laptop, in_lane(stage.jobs, read)


def _shown(stage: Stage, laptop: Entered, at: datetime) -> QWidget:
    window = stage.window(laptop)
    page = stage.page(window, "session")
    assert isinstance(page, SessionPage)
    page.run._now = lambda: at
    page.run.show_time()
    settle(window)
    return window


def _planned(part: AgendaPart) -> datetime:
    hour, minute = map(int, part.planned_start.split(":"))
    return datetime(2023, 5, 16, hour, minute).astimezone()


def ran(stage: Stage) -> QWidget:
    """The lead looks below an agenda at the times two laptops kept."""
    entered = stage.lead()

    def keep() -> str:
        with entered.workspace.unit_of_work() as work:
            held = max(
                work.records.all(Session), key=lambda one: len(work.records.all(AgendaPart, session=one.id))
            )
            parts, laptops = work.records.all(AgendaPart, session=held.id), work.records.all(Device)[:2]
            for late, laptop in enumerate(laptops):
                for part in parts[:-1]:
                    times = [_planned(part) + timedelta(minutes=m * (late + 1)) for m in (3, 14)]
                    began, ended = (f"{one:%Y-%m-%dT%H:%M}" for one in times)
                    run = PartRun(id=new_id(), session=held.id, part=part.id, device=laptop.id, began=began)
                    work.records.save(replace(run, ended=ended))
            work.commit()
            return held.id

    session = in_lane(stage.jobs, keep)
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.session_pane().go_to(session)
    settle(window)
    page.session_pane().form.show_page(AGENDA)
    settle(window)
    page.session_pane().panes.show_pane("second")
    window.resize(1366, 738)
    for _time in range(2):  # rows are made, and then laid out
        settle(window)
        for area in page.session_pane().findChildren(ScrollColumn):
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    return window


RUN_SCENES: dict[str, Scene] = {
    "02-session": late,
    "02-session-before": before,
    "02-session-over": over,
    "02-session-empty": without_agenda,
    "02-session-error": not_kept,
    "03-session-agenda-ran": ran,
}
