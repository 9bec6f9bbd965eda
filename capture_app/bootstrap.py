"""Joins the parts: settings and log, the lanes, the window, and the services it is handed.

Nothing is imported here before it is needed: the window stands before the store is loaded.
"""

from __future__ import annotations

import logging
import os
import secrets
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from capture_app import log, paths, settings
from capture_app.domain.errors import CaptureError, NotPossible
from capture_app.sealing import Passphrase, WayIn, way_in_of
from capture_app.settings import Settings
from capture_app.words import _, languages, speak

if TYPE_CHECKING:
    from capture_app.ui.app import Preferences
    from capture_app.ui.dialogs.example_dialog import Example
    from capture_app.ui.jobs import Jobs
    from capture_app.ui.main_window import MainWindow

ENVIRONMENT = "CAPTURE_PASSPHRASE"
"""The passphrase or recovery key of the workspace named on the command line, as the verbs take it too."""

logger = logging.getLogger(__name__)


class Program:
    """The joined parts. `close` lets the lanes finish."""

    def __init__(self, folder: Path | None, trouble: BaseException | None = None) -> None:
        """`folder` holds settings and log; None keeps neither. `trouble` is told once the window stands."""
        from capture_app.ui.app import Preferences, application
        from capture_app.ui.collecting import Collector
        from capture_app.ui.jobs import Jobs
        from capture_app.ui.main_window import MainWindow
        from capture_app.ui.problems import Problems
        from capture_app.ui.qt_words import listen

        self.app = application()
        self._collector = Collector(self.app)
        known = settings.load(folder) if folder else settings.Loaded(Settings(), None)
        catalogues = paths.resource("i18n")
        speak(known.settings.language, catalogues)
        self._qt_words = listen(self.app, known.settings.language)
        self.problems = Problems(lambda: self.preferences.look)
        self.jobs: Jobs = Jobs(self.problems.show)
        self.preferences: Preferences = Preferences(
            self.app, known.settings, self._keeper(folder), languages(catalogues)
        )
        self.window: MainWindow = MainWindow(self.jobs, self.preferences, self.problems, _example())
        self._trouble = trouble or _put_aside(known.aside) or _lost(self.preferences.lost_keys)

    def show(self) -> None:
        """Bring the window up, and say what went wrong on the way. The store is loaded behind it."""
        self.window.show()
        self.jobs.read(_load_store, lambda _none: None, self.app)
        if self._trouble is not None:
            self.problems.show(self._trouble)

    def close(self) -> None:
        """Let the lanes finish."""
        self.jobs.close()
        self._collector.stop()
        if self._qt_words is not None:
            self.app.removeTranslator(self._qt_words)

    def _keeper(self, folder: Path | None) -> Callable[[Settings], None]:
        def keep(changed: Settings) -> None:
            if folder is not None:
                self.jobs.files(lambda: settings.save(changed, folder), lambda _none: None, self.app)

        return keep


def run_window(path: Path | None) -> int:
    """Open the window, on a file if one is given; gives the exit code when it is closed."""
    program = Program(*_own_folder())
    program.show()
    if path is not None:
        program.window.open_file(path.resolve(), _way_in(path))
    code = program.app.exec()
    program.close()
    return code


def smoke_test() -> int:
    """Show the window, make and open a workspace in it, close it, write a document elsewhere; 0 if all went well.

    It draws into memory unless a platform is chosen, so that it runs where there is no display.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from capture_app.services.entering import plan

    with tempfile.TemporaryDirectory() as folder:
        program = Program(None)
        program.show()
        file = Path(folder) / "smoke.capture"
        plan(file, "Smoke", "", None).entered.workspace.close()
        program.window.open_file(file)
        opened = _wait(program, lambda: program.window.desk is not None)
        program.window.close()
        closed = _wait(program, lambda: not program.window.isVisible())
        program.close()
    return 0 if opened and closed and _written_elsewhere() else 1


def _written_elsewhere() -> bool:
    """Whether a process of our own writes a document: a built program has to be told that it is one."""
    from capture_app.reports.blocks import Report
    from capture_app.reports.making import PLAIN_DRESS
    from capture_app.reports.side_by_side import elsewhere

    report = Report(title="Smoke", above="", below="", every_page="", blocks=())
    (page,) = elsewhere([(report, "html")], PLAIN_DRESS, 1)
    return b"Smoke" in page


def _wait(program: Program, until: Callable[[], bool], seconds: int = 60) -> bool:
    from PySide6.QtCore import QDeadlineTimer, QEventLoop

    deadline = QDeadlineTimer(seconds * 1000)
    while not until() and not deadline.hasExpired():
        program.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    return until()


def _own_folder() -> tuple[Path | None, BaseException | None]:
    """The folder for settings and log, and what stands in the way of having one."""
    try:
        folder = paths.settings_dir()
        log.install(folder)
    except OSError:
        return None, NotPossible(
            _("Settings cannot be kept on this laptop, so theme and recent files are forgotten on closing.")
        )
    return folder, None


def _load_store() -> None:
    """What the first workspace needs, while somebody reads the welcome page. Nothing of Qt: not in a lane."""
    import_module("capture_app.services.entering")


def _put_aside(aside: Path | None) -> CaptureError | None:
    if aside is None:
        return None
    return NotPossible(
        _(
            "The settings could not be read. They were put aside as {file}, and the usual ones are used."
        ).format(file=aside.name)
    )


def _lost(keys: tuple[str, ...]) -> CaptureError | None:
    if not keys:
        return None
    return NotPossible(
        _(
            "Some keys you chose belong to other actions now, so these have their usual ones: {actions}. "
            "You can choose others in the settings."
        ).format(actions=", ".join(keys))
    )


def _way_in(path: Path) -> WayIn | None:
    words = os.environ.get(ENVIRONMENT, "")
    return way_in_of(words) if words and path.suffix == ".capture" else None


def _example() -> Example:
    from capture_app.ui.dialogs.example_dialog import Example

    return Example(
        _make_example, _make_practice, lambda: "-".join(secrets.token_hex(2) for _place in range(4))
    )


def _make_example(folder: Path, passphrase: str, tell: Callable[[str], None]) -> Path:
    from capture_app.services import demo

    return demo.run(folder, Passphrase(passphrase), tell, practice=True).lead


def _make_practice(folder: Path, passphrase: str, tell: Callable[[str], None]) -> Path:
    from capture_app.services import demo

    return demo.practise_as_scribe(folder, Passphrase(passphrase), tell)
