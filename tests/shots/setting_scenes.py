"""Scenes of the settings, and of the locked window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from capture_app.ui.keys import Chord
from capture_app.ui.settings_page import SettingsPage
from capture_app.ui.widgets.scroll import ScrollColumn
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage


def settings(stage: Stage) -> QWidget:
    """A scribe's settings."""
    window = stage.window(stage.laptop("A"))
    stage.page(window, "settings")
    return window


def settings_alone(stage: Stage) -> QWidget:
    """The settings before anything is opened; Welsh is chosen and waits for the next start."""
    window = stage.window()
    stage.preferences.choose(replace(stage.preferences.settings, language="cy"))
    window.show_settings()
    settle(window)
    return window


def settings_conflict(stage: Stage) -> QWidget:
    """A key that is taken is refused; another action waits for its new key."""
    window = stage.window(stage.lead())
    page = stage.page(window, "settings")
    assert isinstance(page, SettingsPage)
    page.keys.propose("app.help", Chord.parse("Ctrl+O"))
    page.keys.rows["app.lock"].setFocus()
    page.keys.rows["app.lock"].click()
    page.show_row("app.help")
    settle(window)
    return window


def settings_workspace(stage: Stage) -> QWidget:
    """What belongs to the lead's workspace, and their key."""
    window = stage.window(stage.lead())
    page = stage.page(window, "settings")
    assert isinstance(page, SettingsPage)
    assert page.workspace is not None
    page.workspace.copy.click()
    settle(window)
    page.findChildren(ScrollColumn)[0].ensureWidgetVisible(page.workspace.copied, 0, window.height() // 3)
    settle(window)
    return window


def change_passphrase(stage: Stage) -> QWidget:
    """Another passphrase, typed twice and not the same."""
    window = stage.window(stage.laptop("A"))
    page = stage.page(window, "settings")
    assert isinstance(page, SettingsPage)
    assert page.workspace is not None
    page.workspace.change.click()
    dialog = page.workspace.dialog
    assert dialog is not None
    dialog.now.set_words("rain on the road")
    dialog.new.set_words("eight grey geese", "eight gray geese")
    dialog.verb.click()
    settle(window)
    return dialog


def locked(stage: Stage) -> QWidget:
    """The window is locked, and a wrong passphrase was typed."""
    window = stage.window(stage.laptop("A"))
    window.locker.lock()
    assert window.locker.screen is not None
    window.locker.screen.field.set_words("rain on the road")
    window.locker.screen.refuse("That passphrase does not open this workspace. Nothing was changed.")
    settle(window)
    return window


SETTING_SCENES: dict[str, Scene] = {
    "11-settings": settings,
    "11-settings-alone": settings_alone,
    "11-settings-conflict": settings_conflict,
    "11-settings-passphrase": change_passphrase,
    "11-settings-workspace": settings_workspace,
    "12-locked": locked,
}
