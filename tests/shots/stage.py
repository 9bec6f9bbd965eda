"""Where the scenes are set: the example consultation on disk, lanes that answer at once, real windows."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from capture_app.services.entering import Entered, enter
from capture_app.settings import Settings, ThemeChoice
from capture_app.ui.app import Preferences
from capture_app.ui.dialogs.example_dialog import Example
from capture_app.ui.main_window import MainWindow
from capture_app.ui.problems import Problems
from capture_app.ui.style import dress
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane, make_world, make_world_of_a_decision
from tests.helpers.render import settle

T = TypeVar("T", bound=QWidget)


def _no_example(folder: Path, _passphrase: str, _tell: Callable[[str], None]) -> Path:
    return folder


def _two_disagree(folder: Path) -> list[Path]:
    world = make_world(folder)
    world.lead.close()
    return [world.lead.path, *world.bundles]


def _decided_otherwise(folder: Path) -> list[Path]:
    world = make_world_of_a_decision(folder)
    world.lead.close()
    return [world.lead.path, *world.bundles]


LIGHT_AT_100 = Settings(theme=ThemeChoice.LIGHT)


class Stage:
    """Makes windows on the example. `strike` closes what a scene opened; `close` ends the lanes."""

    def __init__(self, app: QApplication, folder: Path, home: ExampleHome | None = None) -> None:
        self._app, self._folder, self._numbers = app, folder, count(1)
        app.setStyleSheet("")
        self.preferences = Preferences(app, LIGHT_AT_100, lambda _settings: None, ("en", "cy"))
        self.problems = Problems(lambda: self.preferences.look)
        self.jobs = InlineJobs(self.problems.show)
        in_lane(self.jobs, lambda: None)
        self.jobs.files(lambda: None, lambda _none: None, self.preferences)
        self.home = home or ExampleHome(folder)
        self._made: dict[Callable[[Path], list[Path]], tuple[Path, list[Path]]] = {}
        self._open: list[Entered] = []
        self._shown: list[QWidget] = []

    def new_folder(self) -> Path:
        """A folder nobody has used."""
        folder = self._folder / f"scene-{next(self._numbers)}"
        folder.mkdir()
        return folder

    def lead(self) -> Entered:
        """The lead's workspace after the merge."""
        return self.opened(self.home.lead(self.jobs, self.new_folder()))

    def laptop(self, letter: str, *, fresh: bool = False) -> Entered:
        """A laptop of the example as it was handed over, or as its pack left it."""
        make = self.home.fresh_laptop if fresh else self.home.laptop
        return self.opened(make(self.jobs, self.new_folder(), letter))

    def lead_before_merge(self) -> tuple[Entered, list[Path]]:
        """A lead's workspace, and the bundles of three laptops that disagree twice."""
        lead, *bundles = self.copies(_two_disagree)
        return self.opened(in_lane(self.jobs, lambda: enter(lead, None))), bundles

    def lead_before_a_decision(self) -> tuple[Entered, list[Path]]:
        """The same with two laptops that decided otherwise about one option."""
        lead, *bundles = self.copies(_decided_otherwise)
        return self.opened(in_lane(self.jobs, lambda: enter(lead, None))), bundles

    def copies(self, make: Callable[[Path], list[Path]]) -> list[Path]:
        """Copies of the files that `make` leaves in a folder, which is filled once for all scenes."""
        if make not in self._made:
            folder = self.new_folder()
            self._made[make] = folder, in_lane(self.jobs, lambda: make(folder))
        first, files = self._made[make]
        copy = self.new_folder() / "copy"
        shutil.copytree(first, copy)
        return [copy / file.relative_to(first) for file in files]

    def opened(self, entered: Entered) -> Entered:
        """Remember to close this workspace."""
        self._open.append(entered)
        return entered

    def window(self, entered: Entered | None = None) -> MainWindow:
        """The window, on the welcome page or on a workspace."""
        example = Example(_no_example, _no_example, lambda: "amber-ladder-quarry-river")
        window = MainWindow(self.jobs, self.preferences, self.problems, example)
        if entered is not None:
            window.opening.entered.emit(entered)
        return self.shown(window)

    def shown(self, widget: T) -> T:
        """Show a window, dialog or kiosk, and let it settle."""
        self._shown.append(widget)
        if not widget.window().styleSheet():  # one that stands alone
            dress(widget.window(), self.preferences.look)
        widget.show()
        settle(widget)
        return widget

    def page(self, window: MainWindow, key: str) -> QWidget:
        """Go to a page of the window's desk; gives the page."""
        assert window.desk is not None
        window.desk.show_page(key)
        settle(window)
        return window.desk.page()

    def wear(self, theme: ThemeChoice, scale: int) -> None:
        """Choose a theme and a text size, both at once: each change of look is a pass over every widget."""
        self.preferences.choose(replace(self.preferences.settings, theme=theme, text_scale=scale))

    def strike(self) -> None:
        """Close every window and workspace of the scene."""
        for widget in reversed(self._shown):
            widget.hide()
            widget.deleteLater()
        for dialog in QApplication.topLevelWidgets():
            dialog.hide()
            dialog.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.preferences.choose(replace(self.preferences.settings, language="en", keys={}))
        for entered in self._open:
            in_lane(self.jobs, entered.workspace.close)
        self._shown, self._open = [], []

    def close(self) -> None:
        """End the lanes."""
        self.jobs.close()
        self.preferences.deleteLater()


Scene = Callable[[Stage], QWidget]
