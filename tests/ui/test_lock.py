"""The lock: everything typed is kept, nothing of the workspace is left to see or hear, only its passphrase opens it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.records import Line
from capture_app.sealing import Passphrase
from capture_app.services import entering
from capture_app.services.workspaces import Workspace
from capture_app.store.key_file import key_path
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.dialogs.start_kiosk_dialog import StartKioskDialog
from capture_app.ui.kiosk.kiosk_window import KioskWindow
from capture_app.ui.lock.idle_lock import IdleLock
from capture_app.ui.lock.lock_screen import LockScreen
from capture_app.ui.questions_page import QuestionsPage
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.helpers.window import Opened

WORDS = "Short meetings help."
PHRASE = "eight grey geese"
NUMBER = "4711"


@pytest.fixture
def scribe(opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path) -> CapturePage:
    """A laptop with a passphrase of its own, and a line on its worksheet that was only just typed."""
    file = tmp_path / "laptop-a.capture"
    pack = next(path for path in home.made.packs if path.stem.endswith("a"))
    entered = in_lane(jobs, partial(entering.enter_pack, pack, None, file, Passphrase(PHRASE)))
    opened.window.opening.entered.emit(entered)
    settle(opened.window)
    page = desk_page(opened)
    assert isinstance(page, CapturePage)
    QTest.keyClicks(page.pane.editor, WORDS)
    return page


def desk_page(opened: Opened) -> object:
    assert opened.window.desk is not None
    return opened.window.desk.page()


def workspace_of(opened: Opened) -> Workspace:
    assert opened.window.desk is not None
    return opened.window.desk.entered.workspace


def lock_by_key(opened: Opened) -> LockScreen:
    QTest.keyClick(opened.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle(opened.window)
    screen = opened.window.locker.screen
    assert screen is not None
    return screen


def is_locked(opened: Opened) -> bool:
    return opened.window.locker.screen is not None


def lines(workspace: Workspace) -> list[str]:
    with workspace.unit_of_work() as work:
        return [line.text for line in work.records.all(Line)]


def heard(of: QAccessibleInterface) -> Iterator[str]:
    """Everything a screen reader can be led to, from here down."""
    for text in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield of.text(text)
    for number in range(of.childCount()):
        yield from heard(of.child(number))


def everything_heard(opened: Opened, qapp: QApplication) -> str:
    windows = [window for window in qapp.topLevelWidgets() if window.isVisible()]
    assert opened.window in windows
    roots = [QAccessible.queryAccessibleInterface(window) for window in windows]
    return "\n".join(text for root in roots for text in heard(root))


def test_what_was_typed_is_kept_and_nothing_of_it_can_be_seen_or_heard(
    opened: Opened, jobs: InlineJobs, scribe: CapturePage, qapp: QApplication
) -> None:
    title = opened.window.windowTitle()
    before = everything_heard(opened, qapp)
    assert "Laptop A" in before
    screen = lock_by_key(opened)
    assert in_lane(jobs, partial(lines, workspace_of(opened))) == [WORDS]
    after = everything_heard(opened, qapp)
    assert "Locked" in after
    for secret in (WORDS, "Sectoral", "Laptop A", title.partition(" — ")[0]):
        assert secret not in after
    assert opened.window.windowTitle() == "Locked — Workshop Capture"
    assert screen.field.editor.hasFocus()
    assert opened.window.desk is not None
    assert opened.window.desk.status.saved.words().startswith("Saved ")


def test_only_the_passphrase_of_this_workspace_opens_it_and_one_is_where_one_was(
    opened: Opened, scribe: CapturePage
) -> None:
    title = opened.window.windowTitle()
    screen = lock_by_key(opened)
    screen.button.click()
    assert screen.words() == "Type the passphrase first."
    screen.field.set_words("eight green geese")
    screen.button.click()
    assert screen.words().startswith("That passphrase does not open this workspace.")
    assert "again in 2 seconds" in screen.words()
    screen.field.set_words(PHRASE)
    QTest.keyClick(screen.field.editor, Qt.Key.Key_Return)
    assert is_locked(opened), "too early"
    screen.wait_is_over()
    QTest.keyClick(screen.field.editor, Qt.Key.Key_Return)
    settle(opened.window)
    assert not is_locked(opened)
    assert opened.window.windowTitle() == title
    assert desk_page(opened) is scribe
    assert scribe.pane.editor.hasFocus()


def test_another_key_file_laid_beside_the_workspace_does_not_open_the_window(
    opened: Opened, scribe: CapturePage, jobs: InlineJobs, tmp_path: Path
) -> None:
    other = in_lane(
        jobs, partial(entering.plan, tmp_path / "other.capture", "Other", "", Passphrase("mine alone"))
    )
    in_lane(jobs, other.entered.workspace.close)
    own = key_path(workspace_of(opened).path)
    kept = own.read_bytes()
    own.write_bytes(key_path(tmp_path / "other.capture").read_bytes())
    screen = lock_by_key(opened)
    screen.field.set_words("mine alone")
    screen.button.click()
    assert opened.window.locker.screen is screen
    own.unlink()
    screen.wait_is_over()
    screen.button.click()
    assert "is missing" in screen.words()
    own.write_bytes(kept)


def test_words_that_cannot_be_saved_are_hidden_too_and_the_window_says_so(
    opened: Opened, scribe: CapturePage, jobs: InlineJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_anything: object) -> None:
        raise StorageTrouble("The disk is full, so this was not saved.")

    monkeypatch.setattr("capture_app.services.capturing.keep_all", full)
    lock_by_key(opened)
    assert opened.window.desk is not None
    assert opened.window.desk.banner.isVisible()
    assert "disk is full" in opened.window.desk.banner.accessibleName()
    assert opened.window.desk.status.saved.words().startswith("Not saved")
    monkeypatch.undo()
    scribe.saved.emit(datetime.now().astimezone())


def test_while_it_is_locked_no_key_and_no_file_leads_past_it(
    opened: Opened, scribe: CapturePage, home: ExampleHome
) -> None:
    screen = lock_by_key(opened)
    held = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_O, Qt.Key.Key_Comma, Qt.Key.Key_L):
        QTest.keyClick(opened.window, key, held)
    opened.window.open_file(home.made.packs[0])
    assert [one for one in opened.window.findChildren(QDialog) if one.isVisible()] == []
    assert opened.window.locker.screen is screen


def test_a_dialog_goes_with_the_window_and_comes_back_with_it(opened: Opened, scribe: CapturePage) -> None:
    opened.window.show_keys()
    (dialog,) = opened.window.findChildren(QDialog)
    opened.window.locker.lock()
    assert not dialog.isVisible()
    screen = opened.window.locker.screen
    assert screen is not None
    screen.field.set_words(PHRASE)
    screen.try_it()
    assert dialog.isVisible()
    dialog.close()


def test_closing_the_locked_window_closes_the_workspace(opened: Opened, scribe: CapturePage) -> None:
    lock_by_key(opened)
    opened.window.close()
    settle(opened.window)
    assert not opened.window.isVisible()


def test_a_workspace_without_a_passphrase_says_that_it_cannot_be_locked(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    opened.window.opening.entered.emit(home.lead(jobs, tmp_path))
    settle(opened.window)
    opened.window.locker.lock()
    assert opened.window.locker.screen is None
    assert opened.problems_told() == [
        "This workspace has no passphrase, so it cannot be locked. Close it instead."
    ]
    opened.window.locker.nobody_is_here()
    assert opened.window.locker.screen is None


def test_the_kiosk_is_left_alone(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path, qapp: QApplication
) -> None:
    opened.window.opening.entered.emit(home.fresh_laptop(jobs, tmp_path, "C"))
    settle(opened.window)
    assert opened.window.desk is not None
    opened.window.desk.show_page("questions")
    page = opened.window.desk.page()
    assert isinstance(page, QuestionsPage)
    kiosk = start_kiosk(page)
    opened.window.locker.nobody_is_here()
    assert opened.window.locker.screen is None
    assert kiosk.isVisible()
    kiosk.staff.passed.emit()
    opened.window.locker.nobody_is_here()
    assert opened.window.locker.screen is not None


def start_kiosk(page: QuestionsPage) -> KioskWindow:
    page.cards[0].expected.setText("16")
    page.cards[0].start.click()
    dialog = page.dialog
    assert isinstance(dialog, StartKioskDialog)
    dialog.number.setText(NUMBER)
    dialog.verb.click()
    assert page.kiosk is not None
    return page.kiosk


class Clock:
    """A time of day that passes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


def test_it_falls_due_after_so_many_minutes_without_a_touch_and_after_sleep(
    opened: Opened, qapp: QApplication
) -> None:
    clock, due = Clock(), []
    idle = IdleLock(opened.window, clock)
    idle.due.connect(lambda: due.append(clock.seconds))
    opened.window.activateWindow()
    idle.watch(5)
    handle = opened.window.windowHandle()
    clock.seconds += 299
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    clock.seconds += 299
    idle.look()
    assert due == [], "a key was pressed meanwhile"
    clock.seconds += 1
    idle.look()
    assert len(due) == 1
    clock.seconds += 3600
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert len(due) == 2, "the first touch after an hour's sleep comes too late"
    idle.watch(0)
    clock.seconds += 3600
    idle.look()
    assert len(due) == 2
