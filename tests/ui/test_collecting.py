"""What nothing needs any more is cleared away by the window's thread: a lane that did it would end the program."""

from __future__ import annotations

import gc
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from capture_app.ui import collecting
from capture_app.ui.collecting import Collector
from tests.helpers.inline_jobs import InlineJobs


class Knot:
    """Something that only a collection clears away; it notes in which thread that was."""

    ends: list[threading.Thread]

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.ends.append(threading.current_thread())


def test_only_the_thread_of_the_window_clears_away(
    qapp: QApplication, qtbot: QtBot, jobs: InlineJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "_MANY", 100)
    monkeypatch.setattr(collecting, "_EVERY", 10)
    before, Knot.ends = gc.get_threshold(), []
    collector = Collector(qapp)
    Knot()
    jobs.read(lambda: [[Path(str(number))] for number in range(10_000)], lambda _made: None, qapp)
    assert Knot.ends == []
    qtbot.waitUntil(lambda: Knot.ends == [threading.main_thread()])
    collector.stop()
    gc.disable()  # as for every test of the window
    gc.set_threshold(*before)
