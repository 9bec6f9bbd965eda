"""Draws every page into a folder: `python -m tests.shots FOLDER [NAME]`, light and dark, at 100 and 200 %.

A name, or the beginning of one, draws only those scenes.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QDialog, QWidget

from capture_app.paths import resource
from capture_app.settings import ThemeChoice
from capture_app.ui.app import application
from capture_app.ui.kiosk.kiosk_window import KioskWindow
from capture_app.words import SOURCE, speak
from tests.helpers.render import prefer_inter, settle
from tests.shots.scenes import SCENES
from tests.shots.stage import Stage

WINDOW, KIOSK = (1366, 738), (1366, 768)
"""A window less its title bar on the smallest screen there should be, and a kiosk that fills it."""
LOOKS = [(theme, scale) for scale in (100, 200) for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK)]


def main(folder: Path, wanted: str = "") -> None:
    """Draw the scenes whose name begins so."""
    qInstallMessageHandler(say_what_matters)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        hold_up_screen(Path(place))
        app = application()
        prefer_inter(app)
        speak(SOURCE, resource("i18n"))  # as the program does: which other languages there are is told
        stage = Stage(app, Path(place))
        for name in SCENES:
            if name.startswith(wanted):
                _draw(stage, name, folder)
        stage.close()


def _draw(stage: Stage, name: str, folder: Path) -> None:
    for theme, scale in LOOKS:
        stage.wear(theme, scale)
        widget = fitted(SCENES[name](stage))
        file = folder / f"{name}-{theme.value}-{scale}.png"
        if not widget.grab().save(str(file)):
            raise OSError(f"{file} was not written")
        stage.strike()
    sys.stdout.write(f"{name}\n")
    sys.stdout.flush()


def fitted(widget: QWidget) -> QWidget:
    """At the size of the smallest screen; a dialog keeps its own."""
    if not isinstance(widget, QDialog):
        widget.resize(*(KIOSK if isinstance(widget, KioskWindow) else WINDOW))
    # Nothing is hovered but what a scene asks for.
    QCursor.setPos(-100, -100)
    settle(widget)
    return widget


def hold_up_screen(place: Path) -> None:
    """Draw into memory, on a screen as large as the smallest laptop's: dialogs are no larger than that."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") != "offscreen":
        return
    file = place / "screen.json"
    size = {"name": "laptop", "x": 0, "y": 0, "width": KIOSK[0], "height": KIOSK[1]}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file.write_text(json.dumps({"screens": [size | dots]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


def say_what_matters(_kind: QtMsgType, _context: object, message: str) -> None:
    """Let Qt speak, but not of what the offscreen platform cannot do."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
