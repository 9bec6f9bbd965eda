"""If somebody is in danger: on every page of every laptop, with what the data-protection card says (practice 2.13)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from capture_app.domain.records import DataProtection
from capture_app.sealing import Passphrase
from capture_app.services import entering
from capture_app.services.card import card_here
from capture_app.services.keeping import keep
from capture_app.services.workspaces import Workspace
from capture_app.ui.dialogs.danger_dialog import DangerDialog
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Prose
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.helpers.window import Opened

CALL = "999, then the safeguarding lead of the day (invented)"
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def come_in(opened: Opened, entered: entering.Entered) -> None:
    opened.window.opening.entered.emit(entered)
    settle(opened.window)


def asked(opened: Opened) -> DangerDialog:
    """The dialog, after the key."""
    opened.window.activateWindow()
    settle(opened.window)
    QTest.keyClick(opened.window, Qt.Key.Key_D, HELD)
    return shown(opened)


def shown(opened: Opened) -> DangerDialog:
    settle(opened.window)
    (dialog,) = [one for one in opened.window.findChildren(DangerDialog) if one.isVisible()]
    return dialog


def told(dialog: DangerDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(Prose))


def write_on_card(workspace: Workspace, in_danger: str) -> None:
    keep(workspace, replace(card_here(workspace), in_danger=in_danger))


@pytest.mark.parametrize("who", ["A", "C", "lead"])
def test_every_page_of_every_laptop_says_whom_to_call(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path, who: str
) -> None:
    come_in(opened, home.lead(jobs, tmp_path) if who == "lead" else home.fresh_laptop(jobs, tmp_path, who))
    desk = opened.window.desk
    assert desk is not None
    for place in desk.places():
        desk.show_page(place)
        settle(opened.window)
        assert desk.status.danger.isVisible(), place
    QTest.keyClick(desk.status.danger, Qt.Key.Key_Space)
    dialog = shown(opened)
    assert CALL in told(dialog)
    assert "The three partners together" in told(dialog)
    assert "read these notes" in told(dialog)
    assert "Write no name" in told(dialog)
    assert dialog.accessibleDescription() == CALL
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(opened.window)
    assert CALL in told(asked(opened)), "by the key too"


def test_what_the_lead_has_just_written_on_the_card_is_what_is_shown(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    entered = home.lead(jobs, tmp_path)
    come_in(opened, entered)
    in_lane(jobs, partial(write_on_card, entered.workspace, "Ines R., 0800 000"))
    assert "Ines R., 0800 000" in told(asked(opened))


def test_a_lead_whose_card_names_nobody_is_led_to_it(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    entered = home.lead(jobs, tmp_path)
    come_in(opened, entered)
    in_lane(jobs, partial(write_on_card, entered.workspace, " "))
    dialog = asked(opened)
    assert "does not say yet" in told(dialog)
    fill_in = next(one for one in dialog.findChildren(Button) if one.text().startswith("Open the data"))
    fill_in.click()
    settle(opened.window)
    assert opened.window.desk is not None
    assert isinstance(opened.window.desk.page(), SetupPage)


def test_a_scribe_whose_pack_named_nobody_is_sent_to_people_and_not_to_a_card(look: Look) -> None:
    dialog = DangerDialog(look, DataProtection(id=""), lead=False)
    assert "Ask the facilitator or the project lead now" in told(dialog)
    assert "emergency services" in told(dialog)
    assert [one.text() for one in dialog.findChildren(Button) if not one.isHidden()] == ["Close"]
    dialog.deleteLater()


def test_a_locked_window_does_not_tell(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    pack, file = home.made.packs[0], tmp_path / "laptop.capture"
    entered = in_lane(jobs, partial(entering.enter_pack, pack, None, file, Passphrase("eight grey geese")))
    assert isinstance(entered, entering.Entered)
    come_in(opened, entered)
    opened.window.locker.lock()
    settle(opened.window)
    assert opened.window.desk is not None
    assert opened.window.desk.status.danger.isHidden()
    QTest.keyClick(opened.window, Qt.Key.Key_D, HELD)
    settle(opened.window)
    assert opened.window.findChildren(DangerDialog) == []
