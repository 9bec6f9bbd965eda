"""What laptops go through while somebody writes: what the person then reads, and that no word is lost."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from capture_app.domain.records import Line
from capture_app.sealing import Passphrase
from capture_app.services import entering
from capture_app.services.entering import Entered
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.desk import Desk
from capture_app.ui.lock.passed import Passed
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.helpers.window import Opened
from tests.store.hardship import disk_full, read_only

ROOT = Path(__file__).parents[2]
TWO_HOURS = 2 * 3600
PHRASE = Passphrase("eight grey geese")
HOLD = (
    "import sys; from pathlib import Path; from capture_app.sealing import Passphrase\n"
    "from capture_app.services.workspaces import open_workspace\n"
    "held = open_workspace(Path(sys.argv[1]), Passphrase(sys.argv[2]))\n"
    "print('held', flush=True); sys.stdin.read(); held.close()"
)


@pytest.fixture
def file(opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path) -> Path:
    """A scribe's workspace, open in the window on the page of the worksheet."""
    pack = next(path for path in home.made.packs if path.stem.endswith("a"))
    file = tmp_path / "stick" / "laptop-a.capture"
    file.parent.mkdir()
    entered = in_lane(jobs, partial(entering.enter_pack, pack, None, file, PHRASE))
    assert isinstance(entered, Entered)
    opened.window.opening.entered.emit(entered)
    settle(opened.window)
    return file


def desk_of(opened: Opened) -> Desk:
    assert opened.window.desk is not None
    return opened.window.desk


def page_of(opened: Opened) -> CapturePage:
    page = desk_of(opened).page()
    assert isinstance(page, CapturePage)
    return page


def write(opened: Opened, words: str) -> None:
    """Type a line and begin the next."""
    editor = page_of(opened).pane.editor
    QTest.keyClicks(editor, words)
    page_of(opened).settle()
    settle(opened.window)


def leave(opened: Opened) -> None:
    """Close the workspace as a person does, and stand before the welcome page again."""
    opened.window._leave(lambda: None)
    settle(opened.window)
    assert opened.window.desk is None


def kept(opened: Opened, jobs: InlineJobs) -> set[str]:
    """The lines in the file that is open."""
    workspace = desk_of(opened).entered.workspace

    def read() -> set[str]:
        with workspace.unit_of_work() as work:
            return {line.text for line in work.records.all(Line)}

    return in_lane(jobs, read)


def read_on_screen(opened: Opened) -> str:
    """The banners that are shown, the sentence and what stands below it."""
    shown = [banner for banner in opened.window.findChildren(Banner) if banner.isVisible()]
    return "\n".join(f"{one.accessibleName()} {one.accessibleDescription()}" for one in shown)


@contextmanager
def in_the_lane(jobs: InlineJobs, hardship: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    """A hardship of the thread in which files are read and written."""
    held = hardship()
    in_lane(jobs, held.__enter__)
    try:
        yield
    finally:
        in_lane(jobs, lambda: held.__exit__(None, None, None))


@contextmanager
def clock_put_back(seconds: int) -> Iterator[None]:
    """The computer's clock, as the program reads it."""
    patch, of_day, exact = pytest.MonkeyPatch(), time.time, time.time_ns
    patch.setattr(time, "time", lambda: of_day() - seconds)
    patch.setattr(time, "time_ns", lambda: exact() - seconds * 1_000_000_000)
    try:
        yield
    finally:
        patch.undo()


def test_on_a_full_disk_the_words_stay_on_the_screen_and_are_saved_when_there_is_room(
    opened: Opened, file: Path, jobs: InlineJobs, qtbot: QtBot
) -> None:
    write(opened, "kept before.")
    workspace, page = desk_of(opened).entered.workspace, page_of(opened)
    long = "many words " * 1500
    with in_the_lane(jobs, partial(disk_full, workspace)):
        page.pane.editor.insertPlainText(long)
        write(opened, "the last word")
        told = read_on_screen(opened)
        assert "The disk is full, so this was not saved. What was saved before is untouched." in told
        assert "Your text is still here. Saving is tried again every two seconds." in told
        assert desk_of(opened).status.saved.words().startswith("Not saved")
        assert page.pane.editor.text().endswith("the last word")
        assert kept(opened, jobs) == {"kept before."}
    with qtbot.waitSignal(page.saved, timeout=5000):
        pass
    assert read_on_screen(opened) == ""
    assert desk_of(opened).status.saved.words().startswith("Saved")
    (line,) = kept(opened, jobs)
    assert line.startswith("kept before.many words")
    assert line.endswith("the last word")


def test_a_folder_that_became_read_only_is_named_and_the_file_opens_when_it_may_be_written_again(
    opened: Opened, file: Path, jobs: InlineJobs
) -> None:
    write(opened, "kept before")
    leave(opened)
    before = {path: path.read_bytes() for path in file.parent.iterdir() if path.is_file()}
    with in_the_lane(jobs, partial(read_only, file.parent)):
        opened.window.open_file(file, PHRASE)
        settle(opened.window)
        (told,) = opened.problems_told()
        assert told == (
            "laptop-a.capture cannot be written to: the file or its folder is read-only. Nothing was changed. "
            "Copy it with its key file to a folder of this laptop and open it there."
        )
        assert opened.window.desk is None
    assert {path: path.read_bytes() for path in file.parent.iterdir() if path.is_file()} == before
    opened.window.open_file(file, PHRASE)
    settle(opened.window)
    assert kept(opened, jobs) == {"kept before"}


def test_a_second_program_reads_that_the_file_is_open_and_the_first_goes_on(
    opened: Opened, file: Path, jobs: InlineJobs
) -> None:
    write(opened, "kept before")
    leave(opened)
    command = [sys.executable, "-c", HOLD, str(file), PHRASE.words]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdin is not None
        assert first.stdout.readline() == "held\n"
        opened.window.open_file(file, PHRASE)
        settle(opened.window)
        assert opened.problems_told() == [
            "This workspace is open in another window. Only one can write to it."
        ]
        assert opened.window.desk is None
        first.stdin.close()
        assert first.wait() == 0, "the first was not disturbed"
    opened.window.open_file(file, PHRASE)
    settle(opened.window)
    assert kept(opened, jobs) == {"kept before"}


def test_a_clock_put_back_two_hours_is_said_at_once_and_at_the_next_opening_and_the_lines_keep_their_order(
    opened: Opened, file: Path, jobs: InlineJobs, qapp: QApplication
) -> None:
    write(opened, "before")
    clock = desk_of(opened).clock
    clock.look_at_clock()
    assert not clock.isVisible()
    with clock_put_back(TWO_HOURS):
        clock.look_at_clock()
        told = read_on_screen(opened)
        assert "The clock was put back from " in told
        assert "Nothing is lost, and lines keep their order." in told
        write(opened, " and after")
        assert kept(opened, jobs) == {"before and after"}
        stamps = in_lane(jobs, partial(_stamps, desk_of(opened)))
        assert stamps == sorted(stamps), "what was written later is later"
        leave(opened)

        opened.window.open_file(file, PHRASE)
        settle(opened.window)
        assert "The clock was put back" in read_on_screen(opened)
        assert kept(opened, jobs) == {"before and after"}
    desk_of(opened).clock.look_at_clock()
    assert read_on_screen(opened) == "", "it was put right"
    with clock_put_back(TWO_HOURS):
        desk_of(opened).clock.look_at_clock()
        desk_of(opened).clock.findChildren(Button)[0].click()
        desk_of(opened).clock.look_at_clock()
        assert read_on_screen(opened) == "", "somebody said that it is right"


def _stamps(desk: Desk) -> list[str]:
    """Of all changes, in the order in which they were written."""
    with desk.entered.workspace.unit_of_work() as work:
        own = [entry for entry in work.log.everything() if entry.incarnation == work.author.incarnation]
    return [entry.stamp for entry in sorted(own, key=lambda entry: entry.number)]


def test_neither_sleep_nor_a_clock_put_back_gives_an_empty_chair_more_time() -> None:
    day, steady = [1000.0], [50.0]
    passed = Passed(lambda: day[0], lambda: steady[0])
    day[0], steady[0] = 1060.0, 110.0
    assert passed() == 60
    day[0], steady[0] = 1060.0 - TWO_HOURS, 110.0
    assert passed() == 60, "put back"
    day[0], steady[0] = 1120.0 - TWO_HOURS, 170.0
    assert passed() == 120
    day[0] += 3600
    assert passed() == 3720, "an hour of sleep in which the steady clock stood still"
