"""The program that is killed: it opens a workspace, shows the real worksheet page and types until it dies.

It tells down a pipe, a line each: "ready"; "key N T" when stroke N has been sent, at T nanoseconds of the
monotonic clock; "saved N" when the page stands there saying that all is saved, N strokes having been sent;
and "broken" with what went wrong, which should never be.
"""

from __future__ import annotations

import os
import random
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from capture_app.sealing import Identity
from capture_app.services.workspaces import Workspace, open_workspace
from capture_app.ui.jobs import Jobs
from capture_app.ui.style import Look
from capture_app.ui.theme import LIGHT
from capture_app.ui.worksheet_page import WorksheetPage
from tests.durability.script import BACK, DOWN, END, ENTER, UP, strokes
from tests.helpers.render import wear

KEYS = {
    ENTER: Qt.Key.Key_Return,
    BACK: Qt.Key.Key_Backspace,
    UP: Qt.Key.Key_Up,
    DOWN: Qt.Key.Key_Down,
    END: Qt.Key.Key_End,
}
BETWEEN = (8, 60)
"""Milliseconds between two strokes: about three times as fast as a good scribe."""
HARMLESS = {"This plugin does not support propagateSizeHints()"}
"""What Qt warns of without a screen."""


@dataclass(frozen=True, slots=True)
class Task:
    """Where to write what: the workspace and its key, a sheet and the question in it, and the script's seed."""

    path: Path
    key: Identity
    sheet: str
    item: str
    seed: int


def type_until_killed(task: Task, pipe: int) -> None:
    """Run the program. Only a signal ends it, or an error, which goes down the pipe."""

    def warned(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if words not in HARMLESS:
            os.write(pipe, f"broken {words!r}\n".encode())

    def broken(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        told = "".join(traceback.format_exception(kind, error, trace))
        os.write(pipe, f"broken {told!r}\n".encode())
        os._exit(1)

    sys.excepthook = broken
    qInstallMessageHandler(warned)
    app = QApplication([])
    look = Look(LIGHT)
    wear(app, look)
    scribe = _Scribe(task, pipe, look)
    scribe.begin()
    app.exec()


class _Scribe(QObject):
    """Types one stroke after the other, and listens to what the page says of saving."""

    def __init__(self, task: Task, pipe: int, look: Look) -> None:
        super().__init__()
        self._task, self._pipe, self._look = task, pipe, look
        self._strokes: Iterator[str] = strokes(task.seed)
        self._chance = random.Random(task.seed)
        self._jobs = Jobs(_raise)
        self._sent = 0
        self._all_saved = QTimer(self, singleShot=True, interval=0)
        self._page: WorksheetPage | None = None

    def begin(self) -> None:
        """Open the workspace in the lane it will live in."""
        self._jobs.read(partial(open_workspace, self._task.path, self._task.key), self._show, self)

    def _show(self, workspace: Workspace) -> None:
        page = WorksheetPage(workspace, self._task.sheet, self._jobs, self._look)
        page.resize(1280, 706)
        page.show()
        page.activateWindow()
        page.show_item(self._task.item)
        # What is said last before the page comes to rest is what a person sees.
        page.unsaved.connect(self._all_saved.stop)
        page.saved.connect(lambda _at: self._all_saved.start())
        self._all_saved.timeout.connect(lambda: self._tell(f"saved {self._sent}"))
        self._page = page
        self._wait_for_the_editor()

    def _wait_for_the_editor(self) -> None:
        if self._page is not None and self._page.pane.editor.hasFocus():
            self._tell("ready")
            self._type()
        else:
            QTimer.singleShot(5, self._wait_for_the_editor)

    def _type(self) -> None:
        stroke = next(self._strokes)
        assert self._page is not None
        editor = self._page.pane.editor
        if stroke in KEYS:
            QTest.keyClick(editor, KEYS[stroke])
        else:
            QTest.keyClicks(editor, stroke)
        self._sent += 1
        self._tell(f"key {self._sent} {time.monotonic_ns()}")
        QTimer.singleShot(self._chance.randint(*BETWEEN), self._type)

    def _tell(self, words: str) -> None:
        os.write(self._pipe, f"{words}\n".encode())


def _raise(error: BaseException) -> None:
    raise error
