"""Scenes of whom to call: as a scribe finds it, and where nobody has written it down yet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from capture_app.domain.records import DataProtection
from capture_app.services.entering import Entered
from capture_app.ui.dialogs.danger_dialog import DangerDialog
from tests.shots.session_scenes import just_planned
from tests.shots.stage import Scene, Stage


def whom_to_call(stage: Stage) -> QWidget:
    """A scribe asks whom to call."""
    return _asked(stage, stage.laptop("A"))


def nobody_to_call(stage: Stage) -> QWidget:
    """A lead asks, before the card is filled in."""
    return _asked(stage, just_planned(stage))


def nobody_for_scribe(stage: Stage) -> QWidget:
    """A scribe asks on a laptop whose pack had no card; older ones had none."""
    return stage.shown(DangerDialog(stage.preferences.look, DataProtection(id=""), lead=False))


def _asked(stage: Stage, entered: Entered) -> QWidget:
    window = stage.window(entered)
    window.show_whom_to_call()
    return stage.shown(window.findChildren(DangerDialog)[0])


DANGER_SCENES: dict[str, Scene] = {
    "14-danger": whom_to_call,
    "14-danger-nobody": nobody_to_call,
    "14-danger-nobody-scribe": nobody_for_scribe,
}
