"""Care files: asking for whom, what is not filled in, the receipt, what one brings, and one that is refused."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from capture_app.domain.records import Line
from capture_app.sealing import Identity
from capture_app.services import keeping, setting_aside
from capture_app.services.care_out import write_care_file
from capture_app.services.entering import Entered
from capture_app.services.handing_over import seal_of
from capture_app.ui.people.open_care_dialog import OpenCareDialog
from capture_app.ui.people.write_care_dialog import WriteCareDialog
from capture_app.ui.people_page import PeoplePage
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.engagement_scenes import ENGAGEMENT_SCENES
from tests.shots.people_scenes import fill
from tests.shots.stage import Scene, Stage

HERS = Identity.generate()


def writing(stage: Stage) -> QWidget:
    """What goes in, and a line set aside that may go along."""
    return _writing(stage)


def not_filled_in(stage: Stage) -> QWidget:
    """Nobody is named."""
    dialog = _writing(stage)
    dialog.verb.click()
    settle(dialog)
    return dialog


def written(stage: Stage) -> QWidget:
    """The receipt."""
    dialog = _writing(stage)
    dialog.who.setText("Ines R.")
    dialog.way.set_chosen("key")
    dialog.way.chosen.emit("key")
    dialog.key.setText(HERS.recipient)
    dialog.place.set_path(stage.new_folder() / "in-confidence-2026-11-26.wscare")
    dialog.verb.click()
    settle(dialog)
    return dialog


def asks(stage: Stage) -> QWidget:
    """It opens with a passphrase or a key of one's own."""
    return _opening(stage, *_page(stage))


def brings(stage: Stage) -> QWidget:
    """What a care file brings."""
    dialog = _opening(stage, *_page(stage))
    dialog.field.set_words(HERS.secret)
    dialog.verb.click()
    settle(dialog)
    return dialog


def refused(stage: Stage) -> QWidget:
    """Another key."""
    dialog = _opening(stage, *_page(stage))
    dialog.field.set_words(Identity.generate().secret)
    dialog.verb.click()
    settle(dialog)
    return dialog


def _writing(stage: Stage) -> WriteCareDialog:
    _entered, page = _page(stage)
    page.ask_to_write()
    assert isinstance(page.dialog, WriteCareDialog)
    page.dialog.place.set_path(Path("/home/ines/in-confidence-2026-11-26.wscare"))
    settle(page.dialog)
    return page.dialog


def _opening(stage: Stage, entered: Entered, page: PeoplePage) -> OpenCareDialog:
    path = stage.new_folder() / "in-confidence-2026-11-26.wscare"
    seal = seal_of(None, HERS.recipient, plain=False)
    assert seal is not None
    in_lane(stage.jobs, partial(write_care_file, entered.workspace, path, "Ines R.", seal, with_aside=True))
    page.open_care_file(path)
    assert isinstance(page.dialog, OpenCareDialog)
    settle(page.dialog)
    return page.dialog


def _page(stage: Stage) -> tuple[Entered, PeoplePage]:
    entered = stage.lead()
    in_lane(stage.jobs, partial(fill, entered))
    in_lane(stage.jobs, partial(_one_aside, entered))
    window = stage.window(entered)
    page = stage.page(window, "people")
    assert isinstance(page, PeoplePage)
    page.show_part("needs")
    settle(window)
    return entered, page


def _one_aside(entered: Entered) -> None:
    line = keeping.entries(entered.workspace, Line)[0]
    setting_aside.set_aside(entered.workspace, line.record, line.seen)


CARE_FILE_SCENES: dict[str, Scene] = {
    "12-people-care-file": writing,
    "12-people-care-file-not-filled-in": not_filled_in,
    "12-people-care-file-written": written,
    "12-people-care-file-opens": asks,
    "12-people-care-file-brings": brings,
    "12-people-care-file-refused": refused,
    **ENGAGEMENT_SCENES,
}
