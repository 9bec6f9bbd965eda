"""Bugs to plant in the program before it is killed, so that one sees that the harness would notice them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import pytest


def _say_saved_and_save_nothing(patch: pytest.MonkeyPatch) -> None:
    """The draft is never written, but the page says it is."""
    patch.setattr("capture_app.ui.capture.line_saves.type_line", lambda *_line: datetime.now().astimezone())


def _save_nothing(patch: pytest.MonkeyPatch) -> None:
    """Nothing is written and nothing is said."""
    patch.setattr("capture_app.ui.capture.autosave.Autosave._push", lambda *_thing: None)


PLANTED: Mapping[str, Callable[[pytest.MonkeyPatch], None]] = {
    "says-saved": _say_saved_and_save_nothing,
    "never-saves": _save_nothing,
}
