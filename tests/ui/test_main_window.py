"""The window as people go through it: coming in, the pages of each role, what is not saved, leaving."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from shutil import copy2

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from capture_app.domain.records import Line
from capture_app.services.entering import enter
from capture_app.services.workspaces import Workspace, newest_backup
from capture_app.store.key_file import key_path
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.desk import Desk
from capture_app.ui.dialogs.known_pack_dialog import KnownPackDialog
from capture_app.ui.dialogs.new_workspace_dialog import NewWorkspaceDialog
from capture_app.ui.dialogs.open_pack_dialog import OpenPackDialog
from capture_app.ui.dialogs.passphrase_dialog import PassphraseDialog
from capture_app.ui.dialogs.problem_dialog import ProblemDialog
from capture_app.ui.dialogs.recovery_key_dialog import RecoveryKeyDialog, in_groups
from capture_app.ui.merge_page import MergePage
from capture_app.ui.notice import Notice
from capture_app.ui.session_page import CLOSE, SessionPage
from capture_app.ui.sessions.agenda_editor import PlannedParts
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.nav import NavItem
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import add_record, fill
from tests.helpers.render import settle
from tests.helpers.window import Opened

FULL = "The disk is full, so nothing has been saved since 14:03:22. Your text is still here."

LEAD = (
    *(
        "Sessions",
        "Set up",
        "People",
        "Reported facts",
        "Laptops",
        "Bundles",
        "Minutes",
        "Synthesis",
        "Results",
        "Documents",
        "Search",
    ),
)
"""The pages of a lead."""


def desk_of(opened: Opened) -> Desk:
    assert opened.window.desk is not None
    return opened.window.desk


def pages(desk: Desk) -> list[str]:
    """The names in the navigation that is shown, without what stands at its foot."""
    shown = [item.text() for item in desk.navigation().findChildren(NavItem)]
    return shown[:-2]


def close(opened: Opened) -> None:
    opened.window.close()
    settle(opened.window)


def come_in(opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path, letter: str) -> Desk:
    opened.window.opening.entered.emit(home.fresh_laptop(jobs, tmp_path, letter))
    settle(opened.window)
    return desk_of(opened)


def drop(opened: Opened, paths: list[Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    opened.window.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none, QEvent.Type.Drop))


def test_a_lead_plans_keeps_the_recovery_key_and_comes_back_with_it(
    opened: Opened, tmp_path: Path, qapp: QApplication
) -> None:
    window, opening = opened.window, opened.window.opening
    opening.plan()
    plan = opening.dialog
    assert isinstance(plan, NewWorkspaceDialog)
    plan.title.setText("Riverside and Vale")
    plan.place.set_path(tmp_path / "riverside.capture")
    plan.verb.click()
    assert plan.said().startswith("Type a passphrase twice")
    plan.phrase.set_words("rain on the roof", "rain on the roof")
    plan.verb.click()
    kept = opening.dialog
    assert isinstance(kept, RecoveryKeyDialog)
    kept.reject()
    assert kept.isVisible(), "it does not go before the key is kept"
    kept.save_to(tmp_path / "key.txt")
    saved = (tmp_path / "key.txt").read_text()
    assert kept.key in saved
    assert in_groups(kept.key) in saved
    assert "Consultation: Riverside and Vale\nMade on " in saved
    assert str(tmp_path) in kept.said()
    kept.kept.setChecked(True)
    kept.verb.click()
    assert window.windowTitle() == "Riverside and Vale — Workshop Capture"
    assert pages(desk_of(opened)) == list(LEAD)

    window.open_file(tmp_path / "riverside.capture")
    ask = opening.dialog
    assert window.desk is None
    assert isinstance(ask, PassphraseDialog)
    ask.field.set_words("rain on the road")
    ask.verb.click()
    assert ask.said().startswith("That passphrase does not open")
    ask.field.set_words(in_groups(kept.key).replace("\n", " "))  # as it was written down
    ask.verb.click()
    assert desk_of(opened).entered.about.title == "Riverside and Vale"


def test_a_scribe_opens_a_pack_and_types(
    opened: Opened, home: ExampleHome, tmp_path: Path, qapp: QApplication
) -> None:
    opened.window.open_file(home.made.packs[0])
    dialog = opened.window.opening.dialog
    assert isinstance(dialog, OpenPackDialog)
    dialog.place.set_path(tmp_path / "laptop-a.capture")
    dialog.verb.click()
    assert "passphrase" in dialog.said(), "without one nobody could open this laptop's workspace again"
    dialog.same.setChecked(False)
    dialog.own.set_words("eight grey geese", "eight grey geese")
    dialog.verb.click()
    desk = desk_of(opened)
    assert pages(desk) == ["Worksheet", "Minutes", "Questions", "Search", "Hand over"]
    page = desk.page()
    assert isinstance(page, CapturePage)
    assert page.pane.editor.hasFocus()
    QTest.keyClicks(page.pane.editor, "Short meetings help.")
    close(opened)
    assert not opened.window.isVisible()
    assert newest_backup(tmp_path / "laptop-a.capture") is not None


def test_a_pack_opened_before_leads_to_its_workspace_and_a_second_one_is_made_only_on_purpose(
    opened: Opened, home: ExampleHome, tmp_path: Path
) -> None:
    window, pack = opened.window, home.made.packs[0]
    first = tmp_path / "laptop-a.capture"
    open_new(opened, pack, first)
    open_again(opened, pack)
    known = window.opening.dialog
    assert isinstance(known, KnownPackDialog)
    assert known.verb.isDefault()
    assert known.verb.text() == "Open your workspace"
    known.verb.click()
    ask = window.opening.dialog
    assert isinstance(ask, PassphraseDialog)
    ask.field.set_words("eight grey geese")
    ask.verb.click()
    assert desk_of(opened).entered.workspace.path == first

    open_again(opened, pack)
    known = window.opening.dialog
    assert isinstance(known, KnownPackDialog)
    known.second.click()
    again = window.opening.dialog
    assert isinstance(again, OpenPackDialog)
    told = [banner.accessibleName() for banner in again.findChildren(Banner)]
    assert told == ["This makes a second, empty workspace for the same laptop."]
    again.place.set_path(first)
    again.same.setChecked(False)
    again.own.set_words("eight grey geese", "eight grey geese")
    again.verb.click()
    assert "Open that file to go on in it" in again.said()
    assert "another name" not in again.said()


def open_again(opened: Opened, pack: Path) -> None:
    """Drop the pack on the window in which its workspace is open."""
    opened.window.open_file(pack)
    dialog = opened.window.opening.fresh.dialog
    assert dialog is not None
    dialog.verb.click()


def open_new(opened: Opened, pack: Path, place: Path) -> None:
    opened.window.open_file(pack)
    dialog = opened.window.opening.dialog
    assert isinstance(dialog, OpenPackDialog)
    dialog.place.set_path(place)
    dialog.same.setChecked(False)
    dialog.own.set_words("eight grey geese", "eight grey geese")
    dialog.verb.click()


def test_at_larger_text_the_places_of_a_lead_keep_their_words(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    opened.window.opening.entered.emit(home.lead(jobs, tmp_path))
    opened.window.resize(1366, 738)
    opened.preferences.set_scale(125)
    settle(opened.window)
    navigation = desk_of(opened).navigation()
    items = navigation.findChildren(NavItem)
    assert not any(item.icons_only for item in items)
    assert max(item.geometry().bottom() for item in items) < navigation.height()


def test_what_was_typed_last_is_there_after_closing(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    desk = come_in(opened, jobs, home, tmp_path, "A")
    page = desk.page()
    assert isinstance(page, CapturePage)
    QTest.keyClicks(page.pane.editor, "Short meetings help.")
    path = desk.entered.workspace.path
    close(opened)
    again = in_lane(jobs, partial(enter, path, home.key))
    assert [line.text for line in in_lane(jobs, partial(_lines, again.workspace))] == ["Short meetings help."]
    in_lane(jobs, again.workspace.close)


def test_after_a_crash_the_sheet_opens_at_the_recovered_line_and_says_where_it_is(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    page = come_in(opened, jobs, home, tmp_path, "A").page()
    assert isinstance(page, WorksheetPage)
    first, second, *_rest = page.body.items.keys_in_order()
    page.show_item(first)
    QTest.keyClicks(page.pane.editor, "Short meetings help.")
    page.show_item(second)
    QTest.keyClicks(page.pane.editor, "Half a sent")
    page.autosave.flush()
    path = desk_of(opened).entered.workspace.path
    lies = tmp_path / "as it lies"
    lies.mkdir()
    for file in path.parent.glob(f"{path.name}*"):
        if file.is_file():
            copy2(file, lies)
    copy2(key_path(path), lies)

    opened.window.opening.entered.emit(in_lane(jobs, partial(enter, lies / path.name, home.key)))
    page = desk_of(opened).page()
    assert isinstance(page, WorksheetPage)
    settle(opened.window)
    assert page.pane.editor.toPlainText() == "Half a sent"
    (told,) = opened.window.findChildren(Notice)
    assert told.accessibleName().startswith("1 line recovered · ")
    assert told.accessibleName().endswith(" · question 2")


def _lines(workspace: Workspace) -> list[Line]:
    with workspace.unit_of_work() as work:
        return work.records.all(Line)


def test_closing_waits_while_something_could_not_be_saved_and_says_why(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    desk = come_in(opened, jobs, home, tmp_path, "A")
    page = desk.page()
    assert isinstance(page, CapturePage)
    page.save_failed.emit(FULL)
    assert desk.status.saved.words() == "Not saved yet"
    close(opened)
    assert opened.window.isVisible()
    (told,) = opened.window.findChildren(ProblemDialog)
    assert told.sentence == FULL
    told.verb.click()
    page.saved.emit(datetime.now().astimezone())
    assert desk.status.saved.words().startswith("Saved ")
    close(opened)
    assert not opened.window.isVisible()


def test_closing_says_what_could_not_be_read_and_waits_until_it_is_put_right(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    opened.window.opening.entered.emit(home.lead(jobs, tmp_path))
    settle(opened.window)
    desk = desk_of(opened)
    desk.show_page("sessions")
    page = desk.page()
    assert isinstance(page, SessionsPage)
    page.show_part("templates")
    add_record(page.pane(), {"Title": "Half a day"})
    editor = page.pane().form.findChild(PlannedParts)
    assert isinstance(editor, PlannedParts)
    editor.add()
    fill(editor.rows[0], {"Minutes": "ten"})
    close(opened)
    assert opened.window.isVisible()
    (told,) = opened.window.findChildren(ProblemDialog)
    assert told.sentence.startswith("“ten” is not kept as “Minutes”")
    told.verb.click()
    fill(editor.rows[0], {"Minutes": ""})
    close(opened)
    assert not opened.window.isVisible()


def test_a_failed_save_is_told_by_the_window_while_another_page_is_shown(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    desk = come_in(opened, jobs, home, tmp_path, "A")
    page = desk.page()
    assert isinstance(page, CapturePage)
    page.save_failed.emit(FULL)
    assert not desk.banner.isVisible(), "the page says it itself"
    desk.show_page("hand_over")
    assert desk.banner.isVisible()
    assert desk.banner.accessibleName() == FULL
    page.saved.emit(datetime.now().astimezone())
    assert not desk.banner.isVisible()


def test_bundles_dropped_on_the_leads_window_are_looked_at(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    opened.window.opening.entered.emit(home.lead(jobs, tmp_path))
    desk = desk_of(opened)
    assert pages(desk) == list(LEAD)
    drop(opened, list(home.made.bundles))
    page = desk.page()
    assert isinstance(page, MergePage)
    assert not page.preview.isHidden()


def test_a_facilitator_of_no_group_has_every_worksheet(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    desk = come_in(opened, jobs, home, tmp_path, "C")
    assert pages(desk) == [
        "Session",
        "Who is here",
        "Group 1",
        "Group 2",
        "Minutes",
        "Questions",
        "Search",
        "Hand over",
    ]


def test_from_the_end_of_a_session_a_facilitator_comes_to_handing_over(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    desk = come_in(opened, jobs, home, tmp_path, "C")
    page = desk.page()
    assert isinstance(page, SessionPage)
    page.show_part(CLOSE)
    settle(opened.window)
    QTest.mouseClick(page.closing.hand_over_button, Qt.MouseButton.LeftButton)
    settle(opened.window)
    assert desk.page_key() == "hand_over"


def test_text_grows_by_key_and_the_navigation_gives_way(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    desk = come_in(opened, jobs, home, tmp_path, "A")
    wide = max(item.width() for item in desk.findChildren(NavItem))
    for _step in range(4):
        QTest.keyClick(opened.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    settle(opened.window)
    assert opened.preferences.look.scale == 200
    assert max(item.width() for item in desk.findChildren(NavItem)) < 2 * wide
    assert opened.kept[-1].text_scale == 200
    QTest.keyClick(opened.window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert opened.preferences.look.scale == 175


def test_a_plain_workspace_opens_without_asking(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    lead = home.lead(jobs, tmp_path)
    in_lane(jobs, lead.workspace.close)
    opened.window.open_file(lead.workspace.path)
    assert desk_of(opened).entered.about.title == lead.about.title
    assert opened.preferences.settings.recent == (lead.workspace.path,)


def test_a_passphrase_given_on_the_way_in_saves_asking(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    laptop = home.laptop(jobs, tmp_path, "A")
    in_lane(jobs, laptop.workspace.close)
    opened.window.open_file(laptop.workspace.path, home.key)
    assert desk_of(opened).entered.about.device_label == "Laptop A"
