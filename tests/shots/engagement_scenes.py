"""Involvement, contact, interviews and reports in confidence, and the care file that takes reports to the evaluator."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from capture_app.domain.ids import new_id
from capture_app.domain.records import Interview, Involvement, Person
from capture_app.domain.vocabulary_care import InterviewState, Tier
from capture_app.sealing import Identity
from capture_app.services import keeping
from capture_app.services.entering import Entered
from capture_app.ui.main_window import MainWindow
from capture_app.ui.people.care_contents import REPORTS
from capture_app.ui.people.write_care_dialog import WriteCareDialog
from capture_app.ui.people_page import PeoplePage
from capture_app.ui.widgets.scroll import ScrollColumn
from tests.helpers.engagement_records import engagement
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.people_scenes import empty, fill
from tests.shots.stage import Scene, Stage

HERS = Identity.generate()


def register(part: str, *, down: bool = False) -> Scene:
    """One of them, with the keyboard in its list; `down`: the end of the form."""

    def scene(stage: Stage) -> QWidget:
        window, page = _page(stage)
        page.show_part(part)
        page.focus_first()
        settle(window)
        if down:
            page.pane().panes.show_pane("second")
            window.resize(1366, 738)
            settle(window)
            for area in page.pane().findChildren(ScrollColumn):
                area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        return window

    return scene


def none_yet(stage: Stage) -> QWidget:
    """No interview is written down."""
    window = empty(stage)
    assert isinstance(window, MainWindow)
    page = stage.page(window, "people")
    assert isinstance(page, PeoplePage)
    page.show_part("interviews")
    page.focus_first()
    settle(window)
    return window


def for_another(stage: Stage) -> QWidget:
    """An ordinary care file says what stays."""
    _window, page = _page(stage)
    page.ask_to_write()
    assert page.dialog is not None
    settle(page.dialog)
    return page.dialog


def for_evaluator(stage: Stage) -> QWidget:
    """Reports and interviews are chosen, and only a key opens the file."""
    return _for_evaluator(stage)


def written(stage: Stage) -> QWidget:
    """The receipt says what is not in it."""
    dialog = _for_evaluator(stage)
    dialog.who.setText("Sanne V.")
    dialog.key.setText(HERS.recipient)
    dialog.place.set_path(stage.new_folder() / "in-confidence-2026-11-26.wscare")
    dialog.verb.click()
    settle(dialog)
    return dialog


def _for_evaluator(stage: Stage) -> WriteCareDialog:
    _window, page = _page(stage)
    page.ask_to_write()
    assert isinstance(page.dialog, WriteCareDialog)
    page.dialog.contents.choose(REPORTS)
    settle(page.dialog)
    return page.dialog


def _page(stage: Stage) -> tuple[MainWindow, PeoplePage]:
    entered = stage.lead()
    in_lane(stage.jobs, partial(_fill, entered))
    window = stage.window(entered)
    page = stage.page(window, "people")
    assert isinstance(page, PeoplePage)
    page.show_part("needs")
    settle(window)
    return window, page


def _fill(entered: Entered) -> None:
    """Rowan, who works on the project; somebody without a name, of the panel; and two interviews that are open."""
    fill(entered)
    people = [one.record for one in keeping.entries(entered.workspace, Person)]
    rowan, ines = (next(one for one in people if one.display == name) for name in ("Rowan K.", "Ines R."))
    unnamed = next(one for one in people if not one.display)
    for record in (
        *engagement(entered.sessions[-1].session.id, rowan.id, ines.id),
        Involvement(id=new_id(), person=unnamed.id, tier=Tier.PANEL),
        Involvement(id=new_id(), person=ines.id, tier=Tier.SECTOR),
        Involvement(id=new_id(), person=ines.id, tier=Tier.PANEL),
        Interview(id=new_id(), person=unnamed.id, state=InterviewState.OFFERED),
        Interview(id=new_id(), person=ines.id, state=InterviewState.HELD, interview_on="2023-06-09"),
    ):
        keeping.keep(entered.workspace, record)


ENGAGEMENT_SCENES: dict[str, Scene] = {
    **{
        f"12-people-engaged-{part}": register(part)
        for part in ("involvement", "contacts", "interviews", "reports")
    },
    "12-people-engaged-interviews-below": register("interviews", down=True),
    "12-people-engaged-reports-below": register("reports", down=True),
    "12-people-engaged-empty": none_yet,
    "12-people-engaged-another": for_another,
    "12-people-engaged-evaluator": for_evaluator,
    "12-people-engaged-evaluator-written": written,
}
