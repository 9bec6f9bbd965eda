"""The real window for tests: real settings object, real lanes that answer at once, nothing written outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from capture_app.settings import Settings, ThemeChoice
from capture_app.ui.app import Preferences
from capture_app.ui.dialogs.example_dialog import Example, Make
from capture_app.ui.dialogs.problem_dialog import ProblemDialog
from capture_app.ui.jobs import Jobs
from capture_app.ui.main_window import MainWindow
from capture_app.ui.problems import Problems
from capture_app.ui.widgets.reading_order import InReadingOrder
from tests.helpers.render import settle


class Frame(InReadingOrder, QWidget):
    """A window with nothing in it but a page, for tests that need no desk around it."""

    def __init__(self, page: QWidget, width: int, height: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.resize(width, height)
        self.show()


def _no_example(folder: Path, _passphrase: str, _tell: Callable[[str], None]) -> Path:
    return folder


@dataclass
class Opened:
    """A window, the settings it changed, and what it was told to keep of them.

    While it is open no other widget wears a style sheet but the window, as in the program.
    """

    app: QApplication
    window: MainWindow
    preferences: Preferences
    kept: list[Settings] = field(default_factory=list)
    worn: str = ""

    def problems_told(self) -> list[str]:
        """The sentences of the problem dialogs that are open."""
        return [dialog.sentence for dialog in self.window.findChildren(ProblemDialog)]

    def close(self) -> None:
        """Close it as a person does, and let Qt clear away."""
        self.window.close()
        settle(self.window)
        self.window.deleteLater()
        self.preferences.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.app.setStyleSheet(self.worn)


def open_window(
    app: QApplication, jobs: Jobs, recent: tuple[Path, ...] = (), scribe: Make = _no_example
) -> Opened:
    """A window on the welcome page. `scribe` makes the laptop to practise on."""
    worn, kept = app.styleSheet(), list[Settings]()
    app.setStyleSheet("")
    settings = Settings(theme=ThemeChoice.LIGHT, recent=recent)
    preferences = Preferences(app, settings, kept.append)
    problems = Problems(lambda: preferences.look)
    example = Example(_no_example, scribe, lambda: "amber-ladder")
    window = MainWindow(jobs, preferences, problems, example)
    window.show()
    return Opened(app, window, preferences, kept, worn)
