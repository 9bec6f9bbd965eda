"""Scenes of the settings, and of the locked window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from capture_app.ui.keys import Chord
from capture_app.ui.settings_page import SettingsPage
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
    "12-locked": locked,
}
