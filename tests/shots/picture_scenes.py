"""Pictures of a flip chart beside the lines: one shown, none yet, and a file that is none."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QWidget

from capture_app.ui.main_window import MainWindow
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import type_text
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage

_SAID = (
    "WHAT HELPS?",
    "- somebody who meets you at the station",
    "- a phone with credit, day one",
    "- not telling the story again",
    "- time",
)


def flip_chart(folder: Path) -> Path:
    """A photograph of a flip chart, lying on its side as cameras save them."""
    chart = Image.new("RGB", (1500, 2000), "#f4f1e8")
    pen = ImageDraw.Draw(chart)
    for number, words in enumerate(_SAID):
        pen.text((120, 160 + 260 * number), words, fill="#223a8f" if number else "#a0261e", font_size=64)
    path = folder / "chart.jpg"
    held = Image.Exif()
    held[0x0112] = 6  # turn it by a quarter to see it upright
    chart.rotate(90, expand=True).save(path, exif=held)
    return path


def beside(stage: Stage) -> QWidget:
    """A picture beside the lines that are typed from it."""
    window, page = _opened(stage)
    assert page.pictures.panel is not None
    page.pictures.panel.dropped.emit(flip_chart(stage.new_folder()))
    settle(window)
    type_text(page, "Somebody who meets you at the station|A phone with credit on day one")
    settle(window)
    return window


def none_yet(stage: Stage) -> QWidget:
    """No picture yet."""
    return _opened(stage)[0]


def no_picture(stage: Stage) -> QWidget:
    """A file that is no picture."""
    window, page = _opened(stage)
    wrong = stage.new_folder() / "notes.jpg"
    wrong.write_text("This is no picture.")
    assert page.pictures.panel is not None
    page.pictures.panel.dropped.emit(wrong)
    settle(window)
    return window


def _opened(stage: Stage) -> tuple[MainWindow, WorksheetPage]:
    window = stage.window(stage.laptop("A", fresh=True))
    page = window.findChildren(WorksheetPage)[0]
    settle(window)
    page.pictures.turn()
    settle(window)
    return window, page


PICTURE_SCENES: dict[str, Scene] = {
    "02-worksheet-picture": beside,
    "02-worksheet-picture-none": none_yet,
    "02-worksheet-picture-wrong": no_picture,
}
