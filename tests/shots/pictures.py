"""Draws the pictures of the guide anew: `python -m tests.shots.pictures` (`make pictures`), light, at 100 %.

Each is a scene of `tests.shots`, in few colours, so that the guide stays small. Then `make help-pages`.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from capture_app.settings import ThemeChoice
from capture_app.ui.app import application
from tests.helpers.render import prefer_inter
from tests.shots.__main__ import fitted, hold_up_screen, say_what_matters
from tests.shots.scenes import SCENES
from tests.shots.stage import Stage

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
COLOURS = 128

PICTURES: dict[str, tuple[str, int | None]] = {
    "welcome": ("01-welcome", None),
    "open-pack": ("01-welcome-open-pack", None),
    "worksheet": ("02-worksheet", None),
    "list": ("02-worksheet-list", None),
    "picture": ("02-worksheet-picture", None),
    "read-back": ("02-read-back", None),
    "minutes": ("03-minutes", None),
    "aside": ("15-aside-card", None),
    "receipt": ("06-hand-over-receipt", 498),
    "session": ("02-session", None),
    "here": ("15-here", None),
    "questions": ("04-questions", 340),
    "kiosk": ("05-kiosk-question", None),
    "card": ("11-setup-card", None),
    "groups": ("13-first-groups", None),
    "forms": ("07-forms", None),
    "people": ("12-people-person", None),
    "packs": ("13-first-packs", None),
    "merge": ("08-bundles", None),
    "laptops": ("11-laptops", 550),
    "synthesis": ("09-synthesis", None),
    "documents": ("11-documents", None),
    "facts": ("12-claims", None),
    "alike": ("12-people-organisations", None),
    "search": ("11-search", None),
    "settings": ("11-settings", None),
}
"""Scene of each picture, and how much of its height is shown: all, or so many pixels from the top."""


def main(*wanted: str) -> None:
    """Draw those named, or all."""
    qInstallMessageHandler(say_what_matters)
    with tempfile.TemporaryDirectory() as place:
        hold_up_screen(Path(place))
        app = application()
        prefer_inter(app)
        stage = Stage(app, Path(place))
        for name in wanted or PICTURES:
            scene, height = PICTURES[name]
            stage.wear(ThemeChoice.LIGHT, 100)
            small(fitted(SCENES[scene](stage)), height).save(FOLDER / f"{name}.png", optimize=True)
            stage.strike()
            sys.stdout.write(f"{name}\n")
        stage.close()


def small(widget: QWidget, height: int | None) -> Image.Image:
    """What a widget shows, in few colours."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    drawn = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    shown = drawn.crop((0, 0, drawn.width, min(height or drawn.height, drawn.height)))
    return shown.quantize(COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    main(*sys.argv[1:])
