"""What the settings say of the open workspace: its passphrase can be changed, and the lead finds their own key."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from capture_app.sealing import Identity, Passphrase
from capture_app.services import entering
from capture_app.store.key_file import key_path, read_key
from capture_app.ui.settings.workspace_card import WorkspaceCard
from capture_app.ui.settings_page import SettingsPage
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.helpers.window import Opened

OLD, NEW = "eight grey geese", "rain on the road"


def card_of(opened: Opened) -> WorkspaceCard:
    """The card, reached by key as everybody does."""
    QTest.keyClick(opened.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    settle(opened.window)
    assert opened.window.desk is not None
    page = opened.window.desk.page()
    assert isinstance(page, SettingsPage)
    assert page.workspace is not None
    return page.workspace


def test_a_scribe_changes_the_passphrase_and_has_no_key_to_give_away(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    file = tmp_path / "laptop-a.capture"
    pack = next(path for path in home.made.packs if path.stem.endswith("a"))
    entered = in_lane(jobs, partial(entering.enter_pack, pack, None, file, Passphrase(OLD)))
    opened.window.opening.entered.emit(entered)
    settle(opened.window)
    card = card_of(opened)
    assert card.copy.isHidden()
    card.change.click()
    dialog = card.dialog
    assert dialog is not None
    for now, new, said in (
        ("", (NEW, NEW), "Type the passphrase that opens the workspace now."),
        (OLD, ("", ""), "Type the new passphrase twice."),
        (OLD, (NEW, OLD), "The two passphrases differ."),
        (OLD, (OLD, OLD), "That is the passphrase it has already."),
        ("a wrong one", (NEW, NEW), "That passphrase does not open this workspace. Nothing was changed."),
    ):
        dialog.now.set_words(now)
        dialog.new.set_words(*new)
        dialog.verb.click()
        assert said in dialog.said()
    dialog.now.set_words(OLD)
    dialog.verb.click()
    settle(dialog)
    assert dialog.windowTitle() == "The passphrase is changed"
    assert not dialog.verb.isVisible()
    assert read_key(key_path(file), Passphrase(NEW))


def test_the_lead_copies_the_key_to_which_others_seal_what_only_they_may_read(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    entered = home.lead(jobs, tmp_path)
    opened.window.opening.entered.emit(entered)
    settle(opened.window)
    card = card_of(opened)
    card.copy.click()

    def own() -> str:
        with entered.workspace.unit_of_work() as work:
            return Identity(work.facts.get("lead_identity")).recipient

    assert QApplication.clipboard().text() == card.key.text() == in_lane(jobs, own)
    assert card.copied.isVisible()
