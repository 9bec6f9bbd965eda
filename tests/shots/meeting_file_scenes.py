"""What is shown of a chat or a poll from a file: before it is added, after it, where nothing is new, and refused."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from capture_app.domain.vocabulary import Rule
from capture_app.services.pages import agenda
from capture_app.ui.capture.meeting_file_dialog import MeetingFileDialog
from capture_app.ui.dialogs.problem_dialog import ProblemDialog
from capture_app.ui.minutes_page import MinutesPage
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.lead_world import in_lane
from tests.helpers.meeting_texts import ZOOM, ZOOM_POLL
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage


def chat_offered(stage: Stage) -> QWidget:
    """A chat of Zoom in a part under the Chatham House Rule."""
    return _offered(_minutes(stage, Rule.CHATHAM_HOUSE), _file(stage, ZOOM))


def poll_offered(stage: Stage) -> QWidget:
    """A report of polls in an open part."""
    return _offered(_minutes(stage, Rule.OPEN), _file(stage, ZOOM_POLL))


def chat_added(stage: Stage) -> QWidget:
    """The lines are there, and can be taken back."""
    page = _minutes(stage, Rule.CHATHAM_HOUSE)
    _offered(page, _file(stage, ZOOM)).verb.click()
    settle(page.window())
    return page.window()


def chat_known(stage: Stage) -> QWidget:
    """The same file a second time."""
    page = _minutes(stage, Rule.CHATHAM_HOUSE)
    path = _file(stage, ZOOM)
    _offered(page, path).verb.click()
    settle(page.window())
    return _offered(page, path)


def chat_on_worksheet(stage: Stage) -> QWidget:
    """Names stay as words where no rule forbids it."""
    window = stage.window(stage.laptop("A"))
    return _offered(window.findChildren(WorksheetPage)[0], _file(stage, ZOOM))


def refused(stage: Stage) -> QWidget:
    """A file that is no chat."""
    page = _minutes(stage, Rule.OPEN)
    page.files.take(_file(stage, "PK\x03\x04"))
    settle(page)
    return page.findChildren(ProblemDialog)[-1]


def _offered(page: MinutesPage | WorksheetPage, path: Path) -> MeetingFileDialog:
    page.files.take(path)
    settle(page)
    return page.findChildren(MeetingFileDialog)[-1]


def _minutes(stage: Stage, rule: Rule) -> MinutesPage:
    laptop = stage.laptop("C")
    parts = in_lane(stage.jobs, lambda: agenda(laptop.workspace, laptop.about.session))
    page = stage.page(stage.window(laptop), "minutes")
    assert isinstance(page, MinutesPage)
    page.show_part(next(part.id for part in parts if part.rule is rule))
    settle(page)
    return page


def _file(stage: Stage, text: str) -> Path:
    path = stage.new_folder() / "meeting_saved_chat.txt"
    path.write_text(text, "utf-8")
    return path


MEETING_FILE_SCENES: dict[str, Scene] = {
    "03-minutes-file-chat": chat_offered,
    "03-minutes-file-poll": poll_offered,
    "03-minutes-file-added": chat_added,
    "03-minutes-file-known": chat_known,
    "03-minutes-file-refused": refused,
    "02-worksheet-file": chat_on_worksheet,
}
