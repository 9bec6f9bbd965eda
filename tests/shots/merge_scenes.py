"""The lead's bundles: none yet, the preview, one refused, the receipt, and the page when one comes back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from capture_app.ui.main_window import MainWindow
from capture_app.ui.merge_page import MergePage
from tests.helpers.render import settle
from tests.shots.session_scenes import just_planned
from tests.shots.stage import Scene, Stage


def bundles_empty(stage: Stage) -> QWidget:
    """No bundles yet."""
    window = stage.window(just_planned(stage))
    stage.page(window, "bundles")
    return window


def bundles(stage: Stage) -> MainWindow:
    """Three bundles that disagree twice, before the merge."""
    entered, files = stage.lead_before_merge()
    window = stage.window(entered)
    assert window.desk is not None
    window.desk.show_bundles(files)
    return window


def one_decision(stage: Stage) -> MainWindow:
    """Two bundles with one decision made otherwise, which is one conflict."""
    entered, files = stage.lead_before_a_decision()
    window = stage.window(entered)
    assert window.desk is not None
    window.desk.show_bundles(files)
    return window


def bundles_refused(stage: Stage) -> QWidget:
    """One of the files was cut off while copying."""
    entered, files = stage.lead_before_merge()
    cut = stage.new_folder() / files[0].name
    cut.write_bytes(files[0].read_bytes()[:-200])
    window = stage.window(entered)
    assert window.desk is not None
    window.desk.show_bundles([cut, *files[1:]])
    return window


def merged(stage: Stage) -> QWidget:
    """The merge is done."""
    window = bundles(stage)
    _page(window).merge()
    return window


def merged_and_waiting(stage: Stage) -> QWidget:
    """One comes back: conflicts wait, and what was merged stands below."""
    window = bundles(stage)
    page = _page(window)
    page.merge()
    page.cancel()
    settle(window)
    return window


def merged_before(stage: Stage) -> QWidget:
    """One comes back, and every conflict was decided in the preview."""
    window = bundles(stage)
    page = _page(window)
    for _conflict in page.preview.pane.views:
        QTest.keyClick(page.preview.pane.list, Qt.Key.Key_A)
    page.merge()
    page.cancel()
    settle(window)
    return window


def _page(window: MainWindow) -> MergePage:
    page = window.desk.page() if window.desk else None
    assert isinstance(page, MergePage)
    return page


MERGE_SCENES: dict[str, Scene] = {
    "08-bundles": bundles,
    "08-bundles-decision": one_decision,
    "08-bundles-empty": bundles_empty,
    "08-bundles-refused": bundles_refused,
    "08-bundles-merged": merged,
    "08-bundles-merged-waiting": merged_and_waiting,
    "08-bundles-merged-before": merged_before,
}
