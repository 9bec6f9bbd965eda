"""Scenes of what an observer reads in confidence: nothing yet, reports and interviews, and a file for somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.records import ContributorReport, Interview, Person
from capture_app.domain.vocabulary import Listing, Role
from capture_app.domain.vocabulary_care import FeltHeard, InterviewState, ReportWay
from capture_app.exchange.container import To
from capture_app.sealing import Identity
from capture_app.services.care_in import read_care_file, take_in_care
from capture_app.services.care_out import write_for_evaluator
from capture_app.services.entering import Entered, enter_pack
from capture_app.services.keeping import keep
from capture_app.services.ways_in import own_key
from capture_app.ui.confidence_page import ConfidencePage
from capture_app.ui.main_window import MainWindow
from capture_app.ui.people.interview_register import INTERVIEWS
from capture_app.ui.settings_page import SettingsPage
from capture_app.ui.widgets.scroll import ScrollColumn
from tests.helpers.engagement_records import engagement
from tests.helpers.lead_world import in_lane
from tests.helpers.pack_world import PackWorld, pack_world
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage


@dataclass
class _Made:
    """An observer's workspace, a file sealed to its key, and one sealed to another."""

    observer: Entered
    mine: Path
    theirs: Path


def empty(stage: Stage) -> QWidget:
    """Nothing came yet."""
    return _page(stage, _made(stage).observer)[0]


def reports(stage: Stage) -> QWidget:
    """Two reports: of somebody who is named on this laptop, and of somebody who is not."""
    return _read(stage)[0]


def unnamed(stage: Stage) -> QWidget:
    """The report of somebody who is not named here; where there is little room, its words."""
    window, page = _read(stage)
    second = page.pane().list.model().index(1, 0)
    page.pane().list.setCurrentIndex(second)
    page.pane().panes.show_pane("second")
    settle(window)
    return window


def interviews(stage: Stage) -> QWidget:
    """The interviews that came with them."""
    window, page = _read(stage)
    page.show_part(INTERVIEWS)
    page.focus_first()
    settle(window)
    return window


def brings(stage: Stage) -> QWidget:
    """What a file would bring, before it is taken in."""
    made = _made(stage)
    return _opening(stage, made, made.mine)


def refused(stage: Stage) -> QWidget:
    """The file is sealed to the key of another laptop."""
    made = _made(stage)
    return _opening(stage, made, made.theirs)


def key(stage: Stage) -> QWidget:
    """Where an observer finds the key to give to the lead."""
    window = stage.window(_made(stage).observer)
    page = stage.page(window, "settings")
    assert isinstance(page, SettingsPage)
    assert page.workspace is not None
    page.workspace.copy.click()
    settle(window)
    page.findChildren(ScrollColumn)[0].ensureWidgetVisible(page.workspace.copied, 0, window.height() // 3)
    return window


def _read(stage: Stage) -> tuple[MainWindow, ConfidencePage]:
    made = _made(stage)
    workspace = made.observer.workspace
    in_lane(stage.jobs, lambda: take_in_care(workspace, read_care_file(workspace, made.mine)))
    return _page(stage, made.observer)


def _opening(stage: Stage, made: _Made, path: Path) -> QWidget:
    _window, page = _page(stage, made.observer)
    page.open_care_file(path)
    assert page.dialog is not None
    settle(page.dialog)
    return page.dialog


def _page(stage: Stage, observer: Entered) -> tuple[MainWindow, ConfidencePage]:
    window = stage.window(observer)
    page = stage.page(window, "confidence")
    assert isinstance(page, ConfidencePage)
    return window, page


def _made(stage: Stage) -> _Made:
    made = in_lane(stage.jobs, lambda: _files(stage.new_folder()))
    stage.opened(made.observer)
    return made


def _files(folder: Path) -> _Made:
    with pack_world(folder) as world:
        rowan = Person(id=person_code(), display="Rowan K.", listing=Listing.BY_NAME)
        ines = Person(id=person_code(), display="Ines R.")
        for one in (rowan, ines):
            keep(world.lead, one)
        observer = enter_pack(world.pack("Laptop O", Role.OBSERVER), None, folder / "observer.capture", None)
        assert isinstance(observer, Entered)
        for record in (*engagement(world.session, rowan.id, ines.id), *_of_somebody_else(world)):
            keep(world.lead, record)
        mine, theirs = folder / "in-confidence-2026-11-26.wscare", folder / "in-confidence-2026-11-25.wscare"
        write_for_evaluator(world.lead, mine, "Sanne V.", To((own_key(observer.workspace),)))
        write_for_evaluator(world.lead, theirs, "Sanne V.", To((Identity.generate().recipient,)))
    return _Made(observer, mine, theirs)


def _of_somebody_else(world: PackWorld) -> tuple[ContributorReport, Interview]:
    """Of a contributor who was written down after the observer's pack was made."""
    somebody = person_code()
    report = ContributorReport(
        id=f"{new_id()[:-4]}4f2a",
        person=somebody,
        session=world.session,
        reported_on="2023-05-24",
        way=ReportWay.TOLD,
        went_well="The papers came a week before, in large print. " * 6,
        felt_heard=FeltHeard.YES,
    )
    return report, Interview(id=f"{new_id()[:-4]}9c07", person=somebody, state=InterviewState.OFFERED)


EVALUATOR_SCENES: dict[str, Scene] = {
    "02-confidence-empty": empty,
    "02-confidence-reports": reports,
    "02-confidence-unnamed": unnamed,
    "02-confidence-interviews": interviews,
    "02-confidence-brings": brings,
    "02-confidence-refused": refused,
    "02-confidence-key": key,
}
