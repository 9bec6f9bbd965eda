"""A chat or a poll from a file: shown before it is written, no name where none may stand, one undo, nothing twice."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaPart
from capture_app.domain.vocabulary import Rule, Side
from capture_app.services.pages import agenda
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.capture.meeting_file_dialog import MeetingFileDialog
from capture_app.ui.dialogs.problem_dialog import ProblemDialog
from capture_app.ui.minutes_page import MinutesPage
from capture_app.ui.style import Look
from capture_app.ui.widgets.toast import Toast
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import NOW, CaptureWorld, opened_worksheet, press, type_text
from tests.helpers.meeting_texts import TEAMS, ZOOM, ZOOM_POLL

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAMELESS = [
    ("10:41", "We need time before the second question"),
    ("10:42", "Reply to “We need time before...”: So do we, and:"),
    ("10:42", "money"),
    ("10:42", "an interpreter"),
    ("11:15", "Thank you [a person], write to [an address]"),
]


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> MinutesPage:
    """The minutes, in the part that runs now, which is under the Chatham House Rule."""
    page = MinutesPage(world.workspace, world.session, world.jobs, look, now=lambda: NOW)
    qtbot.addWidget(page)
    page.resize(1280, 706)
    page.show()
    qtbot.waitExposed(page)
    page.focus_first()
    return page


def file(folder: Path, text: str | bytes, name: str = "meeting_saved_chat.txt") -> Path:
    """A file with this in it."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def offered(page: CapturePage, path: Path) -> MeetingFileDialog:
    """What is asked about a file."""
    page.files.take(path)
    return next(one for one in page.findChildren(MeetingFileDialog) if one.isVisible())


def said(page: CapturePage) -> str:
    """The sentence with which a file was refused."""
    dialog = next(one for one in page.findChildren(ProblemDialog) if one.isVisible())
    dialog.accept()
    return dialog.sentence


def minuted(world: CaptureWorld, page: CapturePage) -> list[tuple[str, str]]:
    """Time and words of every line of the minutes."""
    page.settle()
    return [(view.line.said_at[11:], view.line.text) for view in world.minutes() if view.line.text]


def open_part(world: CaptureWorld) -> AgendaPart:
    """A part in which names may stand."""
    parts = world.run(lambda own: agenda(own, world.session))
    return next(part for part in parts if part.rule is Rule.OPEN)


def every_version(line: RecordId, workspace: Workspace) -> str:
    """All that the log holds of a line."""
    with workspace.unit_of_work() as work:
        return " ".join(str(entry.body) for entry in work.records.history(line))


def test_a_chat_is_shown_before_it_is_written_and_is_one_step_to_undo(
    world: CaptureWorld, page: MinutesPage, tmp_path: Path
) -> None:
    type_text(page, "Said in the room|")
    dialog = offered(page, file(tmp_path, ZOOM))
    assert dialog.facts.text() == (
        "A chat of 3 messages, from 10:41 to 11:15. It becomes 5 lines at the end of “Plenary feedback”."
    )
    assert minuted(world, page) == [("11:25", "Said in the room")]
    dialog.verb.click()
    assert page.focusWidget() is page.pane.editor
    assert page.pane.editor.text() == NAMELESS[-1][1]
    assert minuted(world, page) == [("11:25", "Said in the room"), *NAMELESS]
    lines = [view.line for view in world.minutes()][1:]
    assert {(line.side, line.said_at[:10]) for line in lines} == {(Side.CHAT, "2024-05-16")}
    toast = next(one for one in page.findChildren(Toast) if one.isVisible())
    assert toast.accessibleName() == "5 lines added from the file. Ctrl+Z takes all of it back."
    press(page, Qt.Key.Key_Z, CTRL)
    assert minuted(world, page) == [("11:25", "Said in the room")]
    press(page, Qt.Key.Key_Z, CTRL, SHIFT)
    assert minuted(world, page) == [("11:25", "Said in the room"), *NAMELESS]


def test_under_a_rule_no_name_of_the_file_and_nothing_private_is_kept_in_any_version(
    world: CaptureWorld, page: MinutesPage, tmp_path: Path
) -> None:
    dialog = offered(page, file(tmp_path, ZOOM))
    assert "Ines" not in dialog.rows.toPlainText()
    assert not dialog.nameless.isVisible()
    dialog.verb.click()
    page.settle()
    versions = [world.run(partial(every_version, view.line.id)) for view in world.minutes()]
    assert len(versions) == 5
    for secret in ("Ines", "Rowan", "Jo M.", "example.org", "only for you", "sound is gone", "saved_chat"):
        assert not any(secret in version for version in versions)


def test_in_an_open_part_names_can_be_kept_as_words_but_not_those_of_a_part_under_a_rule(
    world: CaptureWorld, page: MinutesPage, tmp_path: Path
) -> None:
    page.show_part(open_part(world).id)
    dialog = offered(page, file(tmp_path, ZOOM))
    dialog.nameless.click()
    dialog.verb.click()
    assert [text for _at, text in minuted(world, page)] == [
        "Ines Rowan: We need time before the second question",
        "Jo M.: Reply to “We need time before...”: So do we, and:",
        *("money", "an interpreter"),
        "Thank you [a person], write to [an address]",
    ]


def test_names_are_left_out_unless_somebody_wants_them(
    world: CaptureWorld, page: MinutesPage, tmp_path: Path
) -> None:
    page.show_part(open_part(world).id)
    dialog = offered(page, file(tmp_path, ZOOM))
    dialog.nameless.click()
    assert "Jo M.: " in dialog.rows.toPlainText()
    dialog.nameless.click()
    assert "Jo M." not in dialog.rows.toPlainText()
    dialog.verb.click()
    assert minuted(world, page) == NAMELESS


def test_the_same_file_brings_nothing_a_second_time_in_any_part_and_what_was_taken_back_comes_again(
    world: CaptureWorld, page: MinutesPage, tmp_path: Path
) -> None:
    path = file(tmp_path, ZOOM)
    offered(page, path).verb.click()
    page.show_part(open_part(world).id)
    dialog = offered(page, path)
    assert dialog.windowTitle() == "Nothing of this chat is new"
    assert not dialog.verb.isVisible()
    dialog.reject()
    assert minuted(world, page) == NAMELESS
    longer = file(tmp_path, f"{ZOOM}11:16:00 From Lee to Everyone:\n\tGoodbye\n")
    offered(page, longer).verb.click()
    assert [text for _at, text in minuted(world, page)].count("Goodbye") == 1
    press(page, Qt.Key.Key_Z, CTRL)
    assert "Add 1 line" in offered(page, longer).verb.accessibleName()


def test_a_line_that_was_set_aside_is_not_brought_back_by_the_file_it_came_from(
    world: CaptureWorld, page: MinutesPage, tmp_path: Path
) -> None:
    path = file(tmp_path, "11:15:00 From Jo to Everyone:\n\tI am not safe at home\n")
    offered(page, path).verb.click()
    page.settle()
    press(page, Qt.Key.Key_L, CTRL, SHIFT)
    for dialog in QApplication.topLevelWidgets():
        dialog.hide()
    assert minuted(world, page) == []
    assert offered(page, path).windowTitle() == "Nothing of this chat is new"


def test_a_poll_becomes_counts_in_a_worksheet_and_nobody_who_answered(
    world: CaptureWorld, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened_worksheet(world, look, qtbot)
    dialog = offered(page, file(tmp_path, ZOOM_POLL, "poll.csv"))
    assert "at the end of question 3." in dialog.facts.text()
    dialog.verb.click()
    page.settle()
    assert [(one.line.text, one.line.level, one.line.side) for one in world.lines() if one.line.text] == [
        ("Which values matter most? Trust 3; Respect 1 (3 answers, several choices each)", 0, Side.CHAT),
        ("What is missing? (2 answers)", 0, Side.CHAT),
        ('=HYPERLINK("http://example.org")', 1, Side.CHAT),
        ("[a person] knows, ask [an address]", 1, Side.CHAT),
        ("Is one page enough? No 1; Yes 1 (2 answers)", 0, Side.CHAT),
    ]


def test_messages_of_other_days_are_left_out_and_counted(page: MinutesPage, tmp_path: Path) -> None:
    dialog = offered(page, file(tmp_path, TEAMS))
    assert dialog.facts.text().startswith("A chat of 2 messages, from 10:41 to 10:42. It becomes 2 lines")
    assert "1 line of another day" in [words for words in told_by(dialog) if "day" in words]


def told_by(dialog: MeetingFileDialog) -> list[str]:
    """Everything a dialog says."""
    return [str(one.text()) for one in dialog.findChildren(type(dialog.facts))]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "not text"),
        ("Notes of mine\nand more", "No chat or poll was found"),
        (
            "".join(f"10:41:23 From Jo to Everyone:\n\tpoint {number}\n" for number in range(1001)),
            "This file would bring 1,001 lines, and 1,000 can be added at once. Nothing was added.",
        ),
    ],
)
def test_a_file_that_cannot_be_added_says_why_and_leaves_no_trace(
    world: CaptureWorld, page: MinutesPage, tmp_path: Path, text: str | bytes, says: str
) -> None:
    page.files.take(file(tmp_path, text))
    assert says in said(page)
    page.files.take(tmp_path / "gone.txt")
    assert "could not be read" in said(page)
    assert minuted(world, page) == []


def test_where_no_lines_can_be_added_it_is_said_before_a_file_is_asked_for(
    world: CaptureWorld, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened_worksheet(world, look, qtbot)
    page.show_item("parked")
    page.files.choose()
    assert "Lines cannot be added here." in said(page)
    assert not page.findChildren(QFileDialog)
    page.show_item("item/values")
    dialog = offered(page, file(tmp_path, ZOOM))
    page.show_item("parked")
    dialog.verb.click()
    assert "Nothing was added." in said(page)
    assert world.parked() == []


def test_a_file_is_chosen_by_its_key_and_dropped_anywhere_even_on_the_line_in_hand(
    world: CaptureWorld, page: MinutesPage, tmp_path: Path
) -> None:
    press(page, Qt.Key.Key_C, CTRL, SHIFT)
    (chooser,) = page.findChildren(QFileDialog)
    chooser.reject()
    path = file(tmp_path, ZOOM)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(5, 5), copy, mime, *buttons)
    entering.ignore()
    QApplication.sendEvent(page.pane.editor.viewport(), entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page.pane.editor.viewport(), QDropEvent(QPointF(5, 5), copy, mime, *buttons))
    dialog = next(one for one in page.findChildren(MeetingFileDialog) if one.isVisible())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert minuted(world, page) == []
    page.pane.editor.insertFromMimeData(mime)
    assert page.pane.editor.text() == ""


def test_the_preview_can_be_read_by_keyboard_and_left_by_tab(page: MinutesPage, tmp_path: Path) -> None:
    rows = offered(page, file(tmp_path, ZOOM)).findChildren(QPlainTextEdit)
    assert [(one.isReadOnly(), one.tabChangesFocus(), one.accessibleName()) for one in rows] == [
        (True, True, "Lines to add")
    ]


def test_worksheets_answer_to_the_same_key(world: CaptureWorld, look: Look, qtbot: QtBot) -> None:
    page: WorksheetPage = opened_worksheet(world, look, qtbot)
    press(page, Qt.Key.Key_C, CTRL, SHIFT)
    assert [dialog.windowTitle() for dialog in page.findChildren(QFileDialog)] == ["Add a chat or a poll"]
